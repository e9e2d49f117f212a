public struct StepFinished: Hashable, Sendable, Codable {
    public var step: StepID
    /// The attempt whose text is the step's output.
    public var attempt: AttemptID

    public init(step: StepID, attempt: AttemptID) {
        self.step = step
        self.attempt = attempt
    }
}

public struct StepFailed: Hashable, Sendable, Codable {
    public var step: StepID
    public var attempt: AttemptID
    public var reason: String

    public init(step: StepID, attempt: AttemptID, reason: String) {
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
