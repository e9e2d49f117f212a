internal import PodiumCore

/// Reads a reply of Chat Completions.
struct ChatReader: ReplyReader {
    private(set) var progress = ReplyProgress.replying

    private var finishReason: FinishReason?
    private var isRefusal = false
    private var lastUsage: Usage?
    private let reporter: FaultReporter

    init(reporter: FaultReporter) {
        self.reporter = reporter
    }

    mutating func read(
        _ event: ServerSentEvent,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if progress == .done || event.data.isEmpty { return }
        if event.data.elementsEqual("[DONE]".utf8) {
            progress = .done
            return
        }
        if event.type == "error" {
            throw reporter.error(ServerFault(words: ErrorWords(body: event.data)))
        }
        let chunk: ChatChunk
        do {
            chunk = try ChatChunk(event.data)
        } catch {
            throw reporter.malformed("a chunk that is not a chat completion (\(error))")
        }
        try read(chunk, into: &pieces)
    }

    mutating func readWhole(
        _ body: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        let chunk = try reporter.whole(body, "a chat completion", ChatChunk.init)
        if let error = chunk.error { throw reporter.error(ServerFault(words: error)) }
        guard chunk.hasChoices else { throw reporter.malformed("a reply without choices") }
        try read(chunk, into: &pieces)
        // The object was complete, so the reply is, with or without a reason.
        progress = .done
    }

    mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        guard progress > .replying else { throw reporter.cutOff }
        let reason = finishReason ?? .stop
        pieces.append(.finished(isRefusal && reason == .stop ? .declined : reason))
    }

    private mutating func read(
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
            throw reporter.error(ServerFault(words: error))
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
                ServerFault(words: ErrorWords(message: "the reply was broken off (\(reason))"))
            )
        default: finishReason = reporter.unknownReason(reason)
        }
    }
}
