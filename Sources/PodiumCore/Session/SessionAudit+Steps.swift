/// The steps and their plans.
extension SessionAudit {
    mutating func check(_ id: StepID, _ transition: StepTransition, _ verb: String) {
        guard let step = state.step(id) else { return report("\(id) \(verb), but is unknown.") }
        guard !step.isSettled else { return report("\(id) \(verb), but has ended.") }
        require(
            transition.fits(step.status),
            "\(id) \(verb), which does not fit how it stands."
        )
    }

    mutating func check(_ fact: StepFinished) {
        check(fact.step, .finished(fact.attempt), "finishes")
        guard let attempt = state.attempt(fact.attempt) else {
            return report("\(fact.step) finishes with an attempt that is unknown.")
        }
        require(attempt.gaveOutput, "\(fact.step) finishes with an attempt that gave no output.")
        guard attempt.agent != .step(fact.step), let step = state.step(fact.step),
            case .step(let other) = attempt.agent, let source = state.step(other)
        else { return }
        let isNested = state.workflow(source.workflow)?.parentStep == fact.step
        require(
            isNested || isInside(source.workflow, of: fact.step)
                || source.step.subtask == step.step.subtask,
            "\(fact.step) finishes with another step's attempt."
        )
    }

    private func isInside(_ workflow: WorkflowID, of step: StepID) -> Bool {
        var parent = state.workflow(workflow)?.parentStep
        for _ in state.workflows {
            guard let outer = parent else { return false }
            if outer == step { return true }
            parent = state.step(outer).flatMap { state.workflow($0.workflow) }?.parentStep
        }
        return false
    }

    // MARK: Plans

    mutating func check(_ workflow: Workflow) {
        require(
            workflow.steps.allSatisfy { state.step($0.id) == nil },
            "\(workflow.id) takes the id of a step that there is."
        )
        checkOrder(workflow.steps, of: workflow.id)
    }

    /// A step sees only steps before it: the graph has no cycle.
    mutating func checkOrder(_ steps: [Step], of workflow: WorkflowID) {
        var earlier = Set(state.steps.map(\.id))
        for step in steps {
            require(
                step.access.allSatisfy(earlier.contains),
                "\(step.id) may see a step that is not before it."
            )
            earlier.insert(step.id)
        }
    }
}
