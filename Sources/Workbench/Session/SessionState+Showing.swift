import PodiumCore

/// How steps and calls are shown.
extension SessionState {
    /// The attempt that a step is shown by: the one that gave its output, else its last.
    func shownAttempt(of step: StepState) -> AttemptState? {
        (step.output ?? step.attempts.last).flatMap(attempt)
    }

    /// What a person who writes a step's output begins with: its output, or else what its last call
    /// had written of one when it ended. What a worker said that declined is none.
    func draftedOutput(of step: StepState) -> String {
        guard let attempt = shownAttempt(of: step), !attempt.isRunning,
            attempt.status != .finished(.declined)
        else { return "" }
        return attempt.text
    }

    /// How a step is referred to in short: `3`, or `1:3` for one of a round before the present one.
    func reference(to id: StepID) -> String {
        let prefix = step(id).map { roundPrefix(of: $0.workflow) } ?? ""
        return "\(prefix)\(number(of: id))"
    }

    /// The references to all steps, for where many are written at once.
    var references: [StepID: String] {
        var prefixes: [WorkflowID: String] = [:]
        for workflow in workflows { prefixes[workflow.id] = roundPrefix(of: workflow.id) }
        let numbers = stepNumbers
        return steps.reduce(into: [:]) { references, step in
            let number = numbers[step.id] ?? step.id.rawValue
            references[step.id] = "\(prefixes[step.workflow] ?? "")\(number)"
        }
    }

    /// What stands before the number of a step of a round before the present one: `1:`.
    func roundPrefix(of workflow: WorkflowID) -> String {
        pastRound(workflow).map { "\($0):" } ?? ""
    }
}
