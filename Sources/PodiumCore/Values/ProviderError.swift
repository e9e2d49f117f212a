/// Why a call of a worker failed, in the same words whatever the vendor.
///
/// A failed call is an event of the session, not an exception that unwinds the run.
public struct ProviderError: Error, Hashable, Sendable, Codable, CustomStringConvertible {
    /// What went wrong. Open: a later version may know more codes.
    public struct Code: RawRepresentable, Hashable, Sendable, Codable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// No connection (refused, unreachable, name not found, TLS).
        public static let connection = Code(rawValue: "connection")
        /// The whole call took longer than its limit.
        public static let timeout = Code(rawValue: "timeout")
        /// No byte arrived for the idle limit.
        public static let stalled = Code(rawValue: "stalled")
        /// The stream ended without its end mark.
        public static let cutOff = Code(rawValue: "cutOff")
        public static let rateLimited = Code(rawValue: "rateLimited")
        public static let quotaExhausted = Code(rawValue: "quotaExhausted")
        /// The server is up and loads its model.
        public static let loading = Code(rawValue: "loading")
        public static let overloaded = Code(rawValue: "overloaded")
        /// 401 or 403.
        public static let unauthorized = Code(rawValue: "unauthorized")
        public static let missingKey = Code(rawValue: "missingKey")
        public static let notFound = Code(rawValue: "notFound")
        /// The server refused the request as it stands (400, 422).
        public static let invalidRequest = Code(rawValue: "invalidRequest")
        public static let contentPolicy = Code(rawValue: "contentPolicy")
        /// The reply is not what the dialect prescribes.
        public static let malformedReply = Code(rawValue: "malformedReply")
        /// The reply ended well and holds no word of an answer.
        public static let emptyReply = Code(rawValue: "emptyReply")
        public static let tooLarge = Code(rawValue: "tooLarge")
        public static let server = Code(rawValue: "server")
        /// The configuration names a provider that this program does not have.
        public static let unavailable = Code(rawValue: "unavailable")
        /// The provider's budget for the day is used up.
        public static let budget = Code(rawValue: "budget")
    }

    public var code: Code
    /// What happened, and the provider's own words where it said any. No secrets.
    public var message: String
    /// How to mend it, when that is known.
    public var advice: String?
    public var httpStatus: Int?
    /// Whether the same call may succeed if it is made again.
    public var isRetryable: Bool
    /// Milliseconds the server asked to be left alone for.
    public var retryAfterMilliseconds: Int?

    public init(
        _ code: Code,
        _ message: String,
        advice: String? = nil,
        httpStatus: Int? = nil,
        isRetryable: Bool,
        retryAfterMilliseconds: Int? = nil
    ) {
        self.code = code
        self.message = message
        self.advice = advice
        self.httpStatus = httpStatus
        self.isRetryable = isRetryable
        self.retryAfterMilliseconds = retryAfterMilliseconds
    }

    public var description: String {
        advice.map { "\(message) \($0)" } ?? message
    }
}
