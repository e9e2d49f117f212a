/// A workflow will be run.
public struct PlanAccepted: Hashable, Sendable, Codable {
    public enum Origin: String, Sendable, Codable {
        case conductor
        case file
        /// The conductor gave no usable plan: one step for the strongest single worker.
        case fallback
    }

    public var workflow: Workflow
    public var origin: Origin
    /// Why this origin, where that is not plain.
    public var reason: String?

    public init(workflow: Workflow, origin: Origin, reason: String? = nil) {
        self.workflow = workflow
        self.origin = origin
        self.reason = reason
    }
}

/// The conductor's text is no plan that can be run.
public struct PlanRejected: Hashable, Sendable, Codable {
    public enum Remedy: String, Sendable, Codable {
        case repair
        case fallback
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
