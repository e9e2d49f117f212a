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
    /// It ended in the middle: at a limit, or by a filter.
    case cutOff
    case failed
    case skipped
    /// By a person.
    case cancelled
    /// With its run, or with the process of that.
    case brokenOff

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
        case .finished: self = attempt?.isCutOff == true ? .cutOff : .finished
        case .failed: self = .failed
        case .skipped, .deleted: self = .skipped
        case .cancelled: self = step.marks.contains(.cancelled) ? .cancelled : .brokenOff
        }
    }

    init(conductor workflow: WorkflowState, _ attempt: AttemptState?) {
        switch attempt?.status {
        case nil: self = .waiting
        case .running: self = .running
        case .finished: self = workflow.accepted?.origin == .fallback ? .failed : .finished
        case .failed: self = workflow.retryDue == nil ? .failed : .retrying
        case .cancelled: self = .brokenOff
        }
    }
}

extension AttemptState {
    /// Whether it ended before it was through.
    var isCutOff: Bool { shortfall != nil }

    /// What speaks against its being whole, in a few words.
    var shortfall: String? {
        guard case .finished(let reason) = status else { return nil }
        return reason.shortfallInShort
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
