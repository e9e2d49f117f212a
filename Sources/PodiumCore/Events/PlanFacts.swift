/// A workflow will be run.
public struct PlanAccepted: Hashable, Sendable, Codable {
    public enum Origin: String, Sendable, Codable {
        case conductor
        case file
        /// The conductor gave no usable plan: one step for the strongest single worker.
        case fallback
        /// Mini: there is no plan; a selector adds a step a turn.
        case selector
    }

    public var workflow: Workflow
    public var origin: Origin
    /// Why this origin, where that is not plain.
    public var reason: String?
    /// What of the conductor's plan was left out since it can mean nothing, in a sentence.
    public var note: String?
    /// True when it waits for a person's approval; nil when it does not.
    public var awaitsApproval: Bool?

    public init(
        workflow: Workflow,
        origin: Origin,
        reason: String? = nil,
        note: String? = nil,
        awaitsApproval: Bool = false
    ) {
        self.workflow = workflow
        self.origin = origin
        self.reason = reason
        self.note = note
        self.awaitsApproval = awaitsApproval ? true : nil
    }
}

/// The conductor's text is no plan that can be run.
public struct PlanRejected: Hashable, Sendable, Codable {
    public enum Remedy: String, Sendable, Codable {
        case repair
        case fallback
        /// The answer of the round before is kept.
        case keep
    }

    public var attempt: AttemptID
    public var error: WorkflowError
    public var remedy: Remedy

    public init(attempt: AttemptID, error: WorkflowError, remedy: Remedy) {
        self.attempt = attempt
        self.error = error
        self.remedy = remedy
    }
}

/// Another workflow is asked for: a round, one inside a step, or one in place of another.
public struct WorkflowBegun: Hashable, Sendable, Codable {
    public var workflow: WorkflowID
    public var parent: Workflow.Parent
    /// The workflow whose result its conductor is shown.
    public var follows: WorkflowID?
    /// Why a person wanted another plan, when that is why.
    public var remark: String?

    public init(
        workflow: WorkflowID,
        parent: Workflow.Parent,
        follows: WorkflowID? = nil,
        remark: String? = nil
    ) {
        self.workflow = workflow
        self.parent = parent
        self.follows = follows
        self.remark = remark
    }
}

/// Asked for a further round, the conductor returned the answer as it is.
public struct AnswerKept: Hashable, Sendable, Codable {
    /// The round that was asked for.
    public var workflow: WorkflowID
    public var attempt: AttemptID

    public init(workflow: WorkflowID, attempt: AttemptID) {
        self.workflow = workflow
        self.attempt = attempt
    }
}

/// Mini: a worker was chosen for the next turn.
public struct StepSelected: Hashable, Sendable, Codable {
    public var workflow: WorkflowID
    public var step: Step
    /// Why, where the selector did not choose it itself.
    public var reason: String?

    public init(workflow: WorkflowID, step: Step, reason: String? = nil) {
        self.workflow = workflow
        self.step = step
        self.reason = reason
    }
}

/// What a workflow will cost and how long it will take, before it runs.
public struct ForecastMade: Hashable, Sendable, Codable {
    public var workflow: WorkflowID
    public var forecast: Forecast

    public init(workflow: WorkflowID, forecast: Forecast) {
        self.workflow = workflow
        self.forecast = forecast
    }
}
