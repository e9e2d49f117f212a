internal import PodiumCore

/// Chooses the next worker and role of a mini session by a rule: the workers that the question's
/// steps need, then a verifier, and another worker after a revision or no output. It stands in until
/// a selector is trained. When to stop is not its business.
struct Selector {
    let request: SelectionRequest

    func selection() -> Selection {
        let choice = WorkerChoice(workers: request.workers)
        let candidates = candidates(choice)
        let tries = request.turns.filter { $0.role == .worker }
        if let checker = lastWord(choice) { return Selection(worker: .id(checker), role: .worker) }
        if let last = request.turns.last, last.role == .worker, last.output != nil,
            tries.filter({ $0.output != nil }).count >= max(chain.count, 1),
            let verifier = verifier(choice, of: last)
        {
            return Selection(worker: .id(verifier), role: .verifier)
        }
        return Selection(
            worker: .id(candidates[tries.count % candidates.count]),
            role: .worker
        )
    }

    /// A session that ends without an accepted answer would end with the last one given. Where only
    /// specialists work, their checker has the last turn: what it does not accept is no answer.
    private func lastWord(_ choice: WorkerChoice) -> Int? {
        guard request.turns.count > 1, request.turns.count + 1 >= request.turnLimit,
            choice.generals.isEmpty
        else { return nil }
        return choice.specialist(for: .checking)
    }

    private var skills: [Skill] {
        (QuestionReader.draft(of: request.question)?.steps.map(\.skill) ?? [])
            .filter { $0 != .merging }
    }

    /// The skills in order. A worker that sees its own output does its next step as well.
    private var chain: [Skill] {
        let skills = skills
        return skills.indices.filter { $0 == 0 || skills[$0 - 1] != skills[$0] }.map { skills[$0] }
    }

    /// Whom to ask, in order: a specialist for each step, then whoever else may know. Never empty.
    private func candidates(_ choice: WorkerChoice) -> [Int] {
        var order = chain.compactMap { choice.specialist(for: $0) }
        // A search is random: the same worker may find on a second try what it missed.
        if skills.last == .search, let searcher = order.last { order.append(searcher) }
        order += choice.generals
        if order.isEmpty { order.append(choice.worker(for: .general)) }
        return order
    }

    /// The checker, else a general model that did not give the answer, else the one that did.
    private func verifier(_ choice: WorkerChoice, of last: SelectionRequest.Turn) -> Int? {
        choice.specialist(for: .checking)
            ?? choice.generals.first { request.workers[$0].name != last.worker }
            ?? choice.general
    }
}
