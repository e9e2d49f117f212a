/// What may be asked of one provider, by all sessions of a program together. Nil is no limit.
public struct ProviderLimits: Hashable, Sendable {
    /// Calls at once.
    public var concurrency: Int?
    public var requestsPerMinute: Int?
    /// Input and output together.
    public var tokensPerMinute: Int?
    /// Picodollars that may be spent in a day (UTC).
    public var picodollarsPerDay: Int64?

    public init(
        concurrency: Int? = nil,
        requestsPerMinute: Int? = nil,
        tokensPerMinute: Int? = nil,
        picodollarsPerDay: Int64? = nil
    ) {
        self.concurrency = concurrency
        self.requestsPerMinute = requestsPerMinute
        self.tokensPerMinute = tokensPerMinute
        self.picodollarsPerDay = picodollarsPerDay
    }
}
