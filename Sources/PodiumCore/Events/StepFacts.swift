public struct StepFinished: Hashable, Sendable, Codable {
    public var step: StepID
    /// The attempt whose text is the step's output. It may be one of another step: of the nested
    /// workflow that answered this one, or of the same step in a plan that was replaced.
    public var attempt: AttemptID

    public init(step: StepID, attempt: AttemptID) {
        self.step = step
        self.attempt = attempt
    }
}

public struct StepFailed: Hashable, Sendable, Codable {
    public var step: StepID
    /// The last attempt at it; nil when a nested workflow failed, or its worker is out of reach.
    public var attempt: AttemptID?
    public var reason: String

    public init(step: StepID, attempt: AttemptID?, reason: String) {
        self.step = step
        self.attempt = attempt
        self.reason = reason
    }
}

public struct StepSkipped: Hashable, Sendable, Codable {
    public var step: StepID
    public var reason: String

    public init(step: StepID, reason: String) {
        self.step = step
        self.reason = reason
    }
}

/// A step goes to another worker, since its own failed or left.
public struct StepRerouted: Hashable, Sendable, Codable {
    public var step: StepID
    /// Workers' names.
    public var from: String
    public var to: String
    public var reason: String

    public init(step: StepID, from: String, to: String, reason: String) {
        self.step = step
        self.from = from
        self.to = to
        self.reason = reason
    }
}

/// A step failed and waits for what a person decides.
public struct StepAsked: Hashable, Sendable, Codable {
    public var step: StepID
    public var reason: String

    public init(step: StepID, reason: String) {
        self.step = step
        self.reason = reason
    }
}

/// A worker is out of reach: no step goes to it until it returns.
public struct WorkerLeft: Hashable, Sendable, Codable {
    public var worker: String
    public var reason: String
    /// When it is expected back; nil when that is not known.
    public var until: Timestamp?

    public init(worker: String, reason: String, until: Timestamp? = nil) {
        self.worker = worker
        self.reason = reason
        self.until = until
    }
}

public struct WorkerReturned: Hashable, Sendable, Codable {
    public var worker: String

    public init(worker: String) {
        self.worker = worker
    }
}
