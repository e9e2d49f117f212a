/// A workflow and its conductor, as far as they have come.
public struct WorkflowState: Hashable, Sendable {
    public let id: WorkflowID
    /// The conductor's calls; empty when the plan came from a file.
    public internal(set) var attempts: [AttemptID] = []
    /// Plans that could not be used.
    public internal(set) var rejections: [PlanRejected] = []
    /// The workflow that runs; nil until the conductor's plan is accepted.
    public internal(set) var accepted: PlanAccepted?
    /// When a failed call of the conductor will be made again.
    public internal(set) var retryDue: Timestamp?
    /// Reads the current conductor call's text.
    var reader = PlanReader()

    init(id: WorkflowID) {
        self.id = id
    }

    /// The plan as far as it is written, for the time before it is accepted.
    public var draft: PlanDraft { reader.draft }
}

/// A step, as far as it has come.
public struct StepState: Hashable, Sendable {
    public enum Status: Hashable, Sendable {
        case waiting
        case running(AttemptID)
        case retrying(due: Timestamp)
        case finished(AttemptID)
        case failed(String)
        case skipped(String)
    }

    public let step: Step
    public let workflow: WorkflowID
    public internal(set) var status = Status.waiting
    public internal(set) var attempts: [AttemptID] = []

    init(step: Step, workflow: WorkflowID) {
        self.step = step
        self.workflow = workflow
    }

    public var id: StepID { step.id }

    /// Whether nothing more will happen to it.
    public var isSettled: Bool {
        switch status {
        case .finished, .failed, .skipped: true
        case .waiting, .running, .retrying: false
        }
    }
}
