/// One call of one worker: everything a provider may know.
public struct ModelCall: Hashable, Sendable {
    public var session: SessionID
    public var attempt: AttemptID
    public var worker: Worker
    public var request: ModelRequest
    /// For workers that draw random numbers; the same seed gives the same reply.
    public var seed: UInt64

    public init(
        session: SessionID,
        attempt: AttemptID,
        worker: Worker,
        request: ModelRequest,
        seed: UInt64
    ) {
        self.session = session
        self.attempt = attempt
        self.worker = worker
        self.request = request
        self.seed = seed
    }
}

/// What is asked of the model.
public enum ModelRequest: Hashable, Sendable {
    case step(StepRequest)
    case plan(PlanRequest)
    /// Mini: the next worker and its role.
    case selection(SelectionRequest)
}
