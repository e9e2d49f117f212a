public import PodiumCore

/// Decodes a stream of Chat Completions: bytes in, pieces of the reply out. No I/O.
///
/// ```swift
/// var decoder = ChatStreamDecoder(provider: "openai")
/// for await bytes in body { try decoder.feed(bytes, into: &pieces) }
/// try decoder.end(into: &pieces)
/// ```
public struct ChatStreamDecoder: Sendable {
    /// How near the end of the reply is.
    public enum Progress: Hashable, Sendable, Comparable {
        case replying
        /// A `finish_reason` came; the token counts may follow.
        case finishing
        /// `[DONE]` came; nothing follows.
        case done
    }

    public private(set) var progress = Progress.replying

    private var parser = ServerSentEventParser()
    /// Kept between calls for its capacity.
    private var events: [ServerSentEvent] = []
    private var finishReason: FinishReason?
    private var isRefusal = false
    private var lastUsage: Usage?
    private let reporter: FaultReporter

    /// - Parameter provider: Its name, for messages.
    public init(provider: String) {
        self.init(
            reporter: FaultReporter(provider: provider, model: "", redactor: SecretRedactor())
        )
    }

    init(reporter: FaultReporter) {
        self.reporter = reporter
    }

    /// Reads the next bytes and appends the pieces they complete, those before an error too.
    ///
    /// `.finished` is never among them: whether more follows is known only at the `end`.
    public mutating func feed(
        _ bytes: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        events.removeAll(keepingCapacity: true)
        var overflow: ServerSentEventParser.LimitExceeded?
        do {
            try parser.feed(bytes, into: &events)
        } catch {
            overflow = error
        }
        for event in events { try read(event, into: &pieces) }
        if let overflow { throw reporter.tooLarge(limit: overflow.limit) }
    }

    /// The same for a part of a larger buffer.
    public mutating func feed(
        _ bytes: ArraySlice<UInt8>,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        try feed(Array(bytes), into: &pieces)
    }

    /// The bytes have ended: appends `.finished`, or throws `.cutOff` when no end mark came.
    public mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        guard progress > .replying else { throw reporter.cutOff }
        let reason = finishReason ?? .stop
        pieces.append(.finished(isRefusal && reason == .stop ? .declined : reason))
    }

    private mutating func read(
        _ event: ServerSentEvent,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if progress == .done || event.data.isEmpty { return }
        if event.data.elementsEqual("[DONE]".utf8) {
            progress = .done
            return
        }
        if event.type == "error" {
            throw reporter.error(ServerFault(words: ErrorWords(body: event.data)), now: 0)
        }
        let chunk: ChatChunk
        do {
            chunk = try ChatChunk(event.data)
        } catch {
            throw reporter.malformed("a chunk that is not a chat completion (\(error))")
        }
        try read(chunk, into: &pieces)
    }

    /// Reads a chunk of the stream, or a whole reply as the only one.
    mutating func read(
        _ chunk: ChatChunk,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if !chunk.delta.reasoning.isEmpty { pieces.append(.reasoning(chunk.delta.reasoning)) }
        if !chunk.delta.text.isEmpty { pieces.append(.text(chunk.delta.text)) }
        if !chunk.delta.refusal.isEmpty {
            isRefusal = true
            pieces.append(.text(chunk.delta.refusal))
        }
        if let usage = chunk.usage, usage != lastUsage {
            lastUsage = usage
            pieces.append(.usage(usage))
        }
        if let error = chunk.error, progress == .replying {
            throw reporter.error(ServerFault(words: error), now: 0)
        }
        if let reason = chunk.finishReason { try finish(reason) }
    }

    private mutating func finish(_ reason: String) throws(ProviderError) {
        progress = max(progress, .finishing)
        switch reason {
        case "stop", "eos", "eos_token", "stop_sequence", "end_turn": finishReason = .stop
        case "length", "max_tokens": finishReason = .length
        case "content_filter": finishReason = .contentFilter
        case "error", "insufficient_system_resource":
            // Gateways say so when the server behind them fails in mid-reply.
            throw reporter.error(
                ServerFault(words: ErrorWords(message: "the reply was broken off (\(reason))")),
                now: 0
            )
        default: finishReason = FinishReason(rawValue: SecretRedactor().clean(reason, limit: 40))
        }
    }
}
