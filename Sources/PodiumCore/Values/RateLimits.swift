/// What a server says is left of the limits it sets its callers.
public struct RateLimits: Hashable, Sendable {
    /// What is left of one limit.
    public struct Allowance: Hashable, Sendable {
        /// The whole of it; nil when the server does not say.
        public var limit: Int?
        public var remaining: Int
        /// Milliseconds until it is whole again; nil when the server does not say.
        public var resetMilliseconds: Int?

        public init(limit: Int? = nil, remaining: Int, resetMilliseconds: Int? = nil) {
            self.limit = limit
            self.remaining = remaining
            self.resetMilliseconds = resetMilliseconds
        }
    }

    public var requests: Allowance?
    public var tokens: Allowance?

    public init(requests: Allowance? = nil, tokens: Allowance? = nil) {
        self.requests = requests
        self.tokens = tokens
    }

    public var isEmpty: Bool { requests == nil && tokens == nil }
}
