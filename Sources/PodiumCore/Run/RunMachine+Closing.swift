extension RunMachine {
    /// Whether what was settled so far has used the budget up.
    var isOverBudget: Bool {
        guard let limits = state.opened?.limits else { return false }
        let spent = state.conductorSpent + state.workerSpent
        if let most = limits.picodollars, spent.cost.picodollars >= most { return true }
        if let most = limits.tokens, spent.usage.total >= most { return true }
        return false
    }

    /// Ends the run at its budget: with the answer, if the last step has given one already.
    mutating func closeOverBudget() {
        if let workflow = state.workflows.last, let answer = state.answer(of: workflow.id) {
            return close(.answered, answer: answer, reason: nil)
        }
        let limits = state.opened?.limits
        let bound = limits?.tokens.map { "\($0) tokens" } ?? ""
        let money = limits?.picodollars.map { "$\(Double($0) * 1e-12)" } ?? ""
        let budget = [money, bound].filter { !$0.isEmpty }.joined(separator: " and ")
        close(.budget, reason: "The budget of \(budget) is spent. Raise it to go on.")
    }

    mutating func conclude(_ workflow: WorkflowID) {
        if let answer = state.answer(of: workflow) {
            return close(.answered, answer: answer, reason: nil)
        }
        let steps = state.steps.filter { $0.workflow == workflow }
        // The last step's own failure says why; if it never ran, the first failure does.
        let failures = steps.compactMap { step -> String? in
            guard case .failed(let reason) = step.status else { return nil }
            return "Step \(step.id.rawValue) (\(step.step.worker)) gave no answer: \(reason)"
        }
        let lastFailed = if case .failed? = steps.last?.status { true } else { false }
        close(
            .failed,
            reason: (lastFailed ? failures.last : failures.first) ?? "No step gave an output."
        )
    }

    /// Cancels what runs, and ends the session.
    mutating func close(
        _ outcome: SessionClosed.Outcome,
        answer: String? = nil,
        reason: String?
    ) {
        for attempt in state.runningAttempts {
            let why = reason ?? "The session was closed."
            record(
                .attemptCancelled(
                    AttemptCancelled(attempt: attempt.id, reason: why, used: attempt.estimate)
                )
            )
            transition.actions.append(.cancel(attempt.id))
        }
        let spent = state.conductorSpent + state.workerSpent
        record(
            .sessionClosed(
                SessionClosed(
                    outcome: outcome,
                    answer: answer,
                    reason: reason,
                    usage: spent.usage,
                    cost: spent.cost
                )
            )
        )
        transition.actions.append(.close)
    }
}
