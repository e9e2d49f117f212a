/// What the stored sessions of one client of the endpoint come to.
public struct ClientActivity: Hashable, Sendable {
    /// The name of its key; empty for all that asked without one.
    public var client: String
    /// Requests for which a run began.
    public var requests: Int
    /// Those of the last minute and of the last hour.
    public var inLastMinute, inLastHour: Int
    /// Runs that a live process has, and of these the ones in which no call is under way: they wait for a
    /// person, or for another attempt.
    public var running, waiting: Int
    /// Runs that ended without an answer, or whose process ended before them; not what was cancelled.
    public var failed: Int
    /// Read and written by all calls that have ended.
    public var tokens: Int
    /// Of the same calls.
    public var cost: Cost
    /// When it asked last.
    public var lastAsked: Timestamp
    /// The models it asked for, the most frequent first.
    public var models: [String]

    public init(
        client: String,
        requests: Int = 0,
        inLastMinute: Int = 0,
        inLastHour: Int = 0,
        running: Int = 0,
        waiting: Int = 0,
        failed: Int = 0,
        tokens: Int = 0,
        cost: Cost = .zero,
        lastAsked: Timestamp,
        models: [String] = []
    ) {
        self.client = client
        self.requests = requests
        self.inLastMinute = inLastMinute
        self.inLastHour = inLastHour
        self.running = running
        self.waiting = waiting
        self.failed = failed
        self.tokens = tokens
        self.cost = cost
        self.lastAsked = lastAsked
        self.models = models
    }
}

extension SessionSummary.Client {
    public init(_ request: ClientRequest) {
        self.init(name: request.client, api: request.api, model: request.model)
    }
}
