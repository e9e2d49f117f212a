internal import PodiumCore

/// Reads a reply of Messages.
struct AnthropicReader: ReplyReader {
    private var reply = ReplyAssembly()
    private var usage = AnthropicUsage()
    private let reporter: FaultReporter

    init(reporter: FaultReporter) {
        self.reporter = reporter
    }

    var progress: ReplyProgress { reply.progress }

    mutating func read(
        _ event: ServerSentEvent,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if progress == .done || event.data.isEmpty || event.isDone { return }
        let part = try reporter.part(of: event, "an event of Messages", AnthropicEvent.init)
        switch part.type ?? event.type {
        case "message_start", "content_block_start", "content_block_delta", "message_delta":
            read(part, into: &pieces)
        case "message_stop": reply.complete()
        case "error":
            throw reporter.error(ServerFault(words: part.error ?? ErrorWords(body: event.data)))
        default: break  // `ping`, and what is yet to be invented.
        }
    }

    mutating func readWhole(
        _ body: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        let message = try reporter.whole(body, "a message", AnthropicEvent.init)
        if let error = message.error { throw reporter.error(ServerFault(words: error)) }
        guard message.hasContent else { throw reporter.malformed("a reply without content") }
        read(message, into: &pieces)
        reply.complete()
    }

    mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        try reply.end(reporter: reporter, into: &pieces)
    }

    private mutating func read(_ part: AnthropicEvent, into pieces: inout [ReplyPiece]) {
        reply.append(part.words, to: &pieces)
        if let explanation = part.explanation, !reply.hasText {
            reply.append([.refusal(explanation)], to: &pieces)
        }
        usage.replace(with: part.usage)
        reply.append(usage.usage, to: &pieces)
        if let reason = part.stopReason, !reason.isEmpty { reply.finish(finishReason(reason)) }
    }

    private func finishReason(_ reason: String) -> FinishReason {
        switch reason {
        case "end_turn", "stop_sequence": .stop
        case "max_tokens", "model_context_window_exceeded": .length
        case "refusal": .declined
        default: reporter.unknownReason(reason)
        }
    }
}
