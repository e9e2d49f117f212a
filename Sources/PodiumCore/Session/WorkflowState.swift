/// A workflow and its conductor, as far as they have come.
public struct WorkflowState: Hashable, Sendable {
    public let id: WorkflowID
    /// What was asked for, where it is not the first workflow of the question.
    public internal(set) var begun: Shared<WorkflowBegun>?
    /// The conductor's calls; empty when the plan came from a file.
    public internal(set) var attempts: [AttemptID] = []
    /// Plans that could not be used.
    public internal(set) var rejections: [PlanRejected] = []
    /// The workflow that runs, as it was planned; nil until the conductor's plan is accepted. What
    /// became of it since is in the steps' states.
    public internal(set) var accepted: Shared<PlanAccepted>?
    public internal(set) var forecast: Forecast?
    /// When a failed call of the conductor will be made again.
    public internal(set) var retryDue: Timestamp?
    /// Whether its plan waits for a person's approval.
    public internal(set) var awaitsApproval = false
    /// Whether another workflow took its place.
    public internal(set) var isSuperseded = false
    /// Whether its conductor found nothing to add to the answer before.
    public internal(set) var isKept = false
    /// Reads the current conductor call's text.
    var reader = PlanReader()

    init(id: WorkflowID) {
        self.id = id
    }

    /// What it answers.
    public var parent: Workflow.Parent {
        accepted?.workflow.parent ?? begun?.parent ?? .question
    }

    /// The step whose subtask it answers; nil for the question itself.
    public var parentStep: StepID? {
        if case .step(let step) = parent { step } else { nil }
    }

    /// How much of the conductor's present call, in UTF-8, stands before the first list of its plan; nil
    /// before there is one.
    public var planStart: Int? { reader.setStart }

    /// The plan as far as it is written, for the time before it is accepted.
    public var draft: PlanDraft { reader.draft }
}
