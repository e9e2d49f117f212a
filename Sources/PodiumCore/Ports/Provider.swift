/// Whatever can answer a call: a vendor's server, a local one, an in-process specialist.
///
/// Nothing at this level retries. Each attempt is decided by the run machine and is an event.
public protocol Provider: Sendable {
    /// Starts the call and streams its reply.
    ///
    /// The stream ends with exactly one `.finished`, or throws a `ProviderError`. Usage pieces are
    /// cumulative: a later one replaces an earlier one. Cancelling the task that reads the stream
    /// stops the call at the server too.
    ///
    /// What came together is given together, so that a reply which is there at once, its end
    /// included, is told of once.
    func reply(to call: ModelCall) -> ReplyStream
}

/// The pieces of a reply, those that one read brought at a time.
public typealias ReplyStream = AsyncThrowingStream<[ReplyPiece], any Error>

/// One piece of a streamed reply.
public enum ReplyPiece: Hashable, Sendable {
    case text(String)
    /// What the model thinks before it answers, where the vendor streams it.
    case reasoning(String)
    /// The tools it asks for, a piece of `ToolCallLines`.
    case toolCalls(String)
    /// Tokens so far, by the provider's own count.
    case usage(Usage)
    /// What the server says is left of its limits.
    case limits(RateLimits)
    /// The server cannot take the call yet, and is asked again until it can.
    case waiting(AdmissionWait)
    case finished(FinishReason)
}

/// Why a reply ended.
public struct FinishReason: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let stop = FinishReason(rawValue: "stop")
    /// The token limit was reached; the text may end in mid-sentence.
    public static let length = FinishReason(rawValue: "length")
    /// It asks for tools, and goes on when it is told what they gave.
    public static let toolCalls = FinishReason(rawValue: "toolCalls")
    public static let contentFilter = FinishReason(rawValue: "contentFilter")
    /// The worker says that it cannot do this. Its text is the reason, not an answer.
    public static let declined = FinishReason(rawValue: "declined")
}
