import PodiumCore

/// How a node stands. Each has a sign of its own: colour alone never tells.
enum NodeState: Hashable, Sendable {
    case forming
    case waiting
    case running
    case retrying
    /// It waits for a person.
    case asking
    case finished
    case failed
    case skipped
    case cancelled

    /// - Parameters:
    ///   - attempt: the step's last; one that waits for its provider does not run yet.
    ///   - isOver: whether the session has ended, so that what waits will not begin.
    init(_ step: StepState, _ attempt: AttemptState? = nil, isOver: Bool = false) {
        if let attempt, attempt.wait != nil, step.status == .running(attempt.id) {
            self = .waiting
            return
        }
        switch step.status {
        case .waiting: self = isOver ? .skipped : .waiting
        case .running, .nested: self = .running
        case .retrying: self = .retrying
        case .asking: self = .asking
        case .finished: self = .finished
        case .failed: self = .failed
        case .skipped, .deleted: self = .skipped
        case .cancelled: self = .cancelled
        }
    }

    init(conductor workflow: WorkflowState, _ attempt: AttemptState?) {
        switch attempt?.status {
        case nil: self = .waiting
        case .running: self = .running
        case .finished: self = workflow.accepted?.origin == .fallback ? .failed : .finished
        case .failed: self = workflow.retryDue == nil ? .failed : .retrying
        case .cancelled: self = .cancelled
        }
    }
}

extension SessionState {
    /// The attempt that a step is shown by: the one that gave its output, else its last.
    func shownAttempt(of step: StepState) -> AttemptState? {
        (step.output ?? step.attempts.last).flatMap(attempt)
    }

    /// What some attempts used together; nil when there is none but what was written by hand.
    func spending(on attempts: [AttemptID]) -> Spending? {
        let attempts = attempts.compactMap(attempt).filter { $0.worker != Worker.personName }
        return attempts.isEmpty ? nil : attempts.reduce(into: Spending()) { $0.add($1.used) }
    }
}

extension SessionState {
    /// How a step is referred to in short: `3`, or `1:3` for one of a round before the present one.
    func reference(to id: StepID) -> String {
        let prefix = step(id).map { roundPrefix(of: $0.workflow) } ?? ""
        return "\(prefix)\(number(of: id))"
    }

    /// What stands before the number of a step of a round before the present one: `1:`.
    func roundPrefix(of workflow: WorkflowID) -> String {
        let rounds = rounds
        guard let place = rounds.firstIndex(where: { $0.id == workflow }), place < rounds.count - 1
        else { return "" }
        return "\(place + 1):"
    }
}

/// Names a pane: an agent, or a step that is still being written.
enum PaneID: Hashable, Sendable {
    case graph
    case conductor(WorkflowID)
    case step(StepID)
    /// The step of that position in a plan that is being written.
    case draft(WorkflowID, Int)
    /// What the run came to.
    case answer

    init(_ agent: Agent) {
        switch agent {
        case .conductor(let workflow): self = .conductor(workflow)
        case .step(let step): self = .step(step)
        }
    }
}
