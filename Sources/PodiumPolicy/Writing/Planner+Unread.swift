/// Plans for a question that was understood in part only: the parts are not answered as if they were
/// all of it.
extension Planner {
    /// A general model answers the whole; without one, the only worker that declines whatever it is
    /// asked without a proposal says what was not understood.
    func unread(_ draft: Draft) -> WrittenPlan {
        let words = Self.list(draft.unread.prefix(6).map { "“\($0)”" }, joint: "and")
        let start = "The question asks for more than I can plan for: \(words) would be left out, "
        if let general = choice.general {
            let name = choice.name(of: general)
            return single(general, start + "so \(name), a general model, answers it whole.")
        }
        guard let checker = choice.specialist(for: .checking) else {
            return single(choice.worker(for: .general), start + "and no worker here reads it all.")
        }
        return WrittenPlan(
            reasoning: start + "and the pool has no general model, so it is not answered.",
            steps: [
                WrittenPlan.Step(
                    worker: checker,
                    subtask: "Say that no answer can be given: \(words) of the question cannot be"
                        + " accounted for.",
                    access: .steps([])
                )
            ]
        )
    }
}
