internal import PodiumCore

/// Chooses the next worker and role of a mini session by a rule: answer, verify, and after a
/// revision answer again. It stands in until a selector is trained.
struct Selector {
    let request: SelectionRequest

    func selection() -> Selection {
        let choice = WorkerChoice(workers: request.workers)
        let answered = request.turns.last { $0.role == .worker && $0.output != nil } != nil
        let lastRole = request.turns.last?.role
        if answered, lastRole == .worker, let checker = choice.specialist(for: .checking) {
            return Selection(worker: .id(checker), role: .verifier)
        }
        let draft = QuestionReader.draft(of: request.question)
        return Selection(
            worker: .id(choice.worker(for: draft?.steps.last?.skill ?? .general)),
            role: .worker
        )
    }
}
