internal import PodiumCore

/// Reads a reply of Chat Completions.
struct ChatReader: ReplyReader {
    private var reply = ReplyAssembly()
    private let reporter: FaultReporter

    init(reporter: FaultReporter) {
        self.reporter = reporter
    }

    var progress: ReplyProgress { reply.progress }

    mutating func read(
        _ event: ServerSentEvent,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if progress == .done || event.data.isEmpty { return }
        if event.isDone {
            reply.complete()
            return
        }
        try read(reporter.part(of: event, "a chat completion", ChatChunk.init), into: &pieces)
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
        reply.complete()
    }

    mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        try reply.end(reporter: reporter, into: &pieces)
    }

    private mutating func read(
        _ chunk: ChatChunk,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        reply.append(chunk.delta.words, to: &pieces)
        reply.append(chunk.usage, to: &pieces)
        if let error = chunk.error, progress == .replying {
            throw reporter.error(ServerFault(words: error))
        }
        if let reason = chunk.finishReason { reply.finish(try finishReason(reason)) }
    }

    private func finishReason(_ reason: String) throws(ProviderError) -> FinishReason {
        switch reason {
        case "stop", "eos", "eos_token", "stop_sequence", "end_turn": .stop
        case "length", "max_tokens": .length
        case "content_filter": .contentFilter
        case "error", "insufficient_system_resource":
            // Gateways say so when the server behind them fails in mid-reply.
            throw reporter.brokenOff(reason)
        default: reporter.unknownReason(reason)
        }
    }
}
