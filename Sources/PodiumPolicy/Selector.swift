internal import PodiumCore
internal import PodiumPhrasebook

/// Chooses the next worker and role of a mini session by a rule: the workers that the question's
/// steps need, then a verifier, and another worker after a revision or no output. When to stop is not
/// its business.
struct Selector {
    let request: SelectionRequest

    func selection() -> Selection {
        let choice = WorkerChoice(workers: request.workers)
        let candidates = candidates(choice)
        let tries = request.turns.filter { $0.role == .worker }
        if let checker = lastWord(choice) { return Selection(worker: .id(checker), role: .worker) }
        if let last = request.turns.last, last.role == .worker, last.output != nil,
            tries.filter({ $0.output != nil }).count >= max(skills.count, 1),
            let verifier = verifier(choice, of: last)
        {
            return Selection(worker: .id(verifier), role: .verifier)
        }
        return Selection(worker: .id(candidates[tries.count % candidates.count]), role: .worker)
    }

    /// A session that ends without an accepted answer would end with the last one given. Where only
    /// specialists work, their checker has the last turn: what it does not accept is no answer.
    private func lastWord(_ choice: WorkerChoice) -> Int? {
        guard request.turns.count > 1, request.turns.count + 1 >= request.turnLimit,
            choice.generals.isEmpty
        else { return nil }
        return choice.specialist(for: .checking)
    }

    /// The skills of the question's steps in order. A worker that sees its own output does its next
    /// step as well, so equal neighbours are one.
    private var skills: [Skill] {
        guard case .phrases(let phrases) = Phrasebook.read(request.question) else { return [] }
        let all = Unfolding(phrases).steps.map(\.phrase.skill)
        return all.indices.filter { $0 == 0 || all[$0 - 1] != all[$0] }.map { all[$0] }
    }

    /// Whom to ask, in order: a specialist for each step, then others of the last step's skill, then
    /// whoever else may know. Never empty.
    private func candidates(_ choice: WorkerChoice) -> [Int] {
        var order = skills.compactMap { choice.specialist(for: .skill($0)) }
        if let last = skills.last { order += choice.specialists(for: .skill(last)).dropFirst() }
        order += choice.generals
        return order.isEmpty ? [choice.candidates(for: .judging).first ?? 0] : order
    }

    /// The checker, else a general model that did not give the answer, else the one that did.
    private func verifier(_ choice: WorkerChoice, of last: SelectionRequest.Turn) -> Int? {
        choice.specialist(for: .checking)
            ?? choice.generals.first { request.workers[$0].name != last.worker } ?? choice.general
    }
}
