internal import PodiumCore

/// Reads a reply of `generateContent`, streamed or not.
struct GeminiReader: ReplyReader {
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
        if event.data.isEmpty || event.isDone { return }
        try read(reporter.part(of: event, Self.what, GeminiChunk.init), into: &pieces)
    }

    /// One object, or the array of chunks that a server sends which knows no `alt=sse`.
    mutating func readWhole(
        _ body: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        if body.first(where: { !$0.isJSONSpace }) == UInt8(ascii: "[") {
            return try readArray(body, into: &pieces)
        }
        let chunk = try reporter.whole(body, Self.what, GeminiChunk.init)
        guard chunk.isReply || chunk.error != nil else {
            throw reporter.malformed("a reply without candidates")
        }
        try read(chunk, into: &pieces)
        reply.complete()
    }

    mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        try reply.end(reporter: reporter, into: &pieces)
    }

    private static let what = "a response of generateContent"

    /// Gives out each chunk before it reads on, so that an array that is broken off is no loss of
    /// what came before.
    private mutating func readArray(
        _ body: [UInt8],
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        var reader = JSONReader(body)
        while let chunk = try nextChunk(of: body, from: &reader) {
            try read(chunk, into: &pieces)
        }
    }

    private func nextChunk(
        of body: [UInt8],
        from reader: inout JSONReader
    ) throws(ProviderError) -> GeminiChunk? {
        do throws(JSONReader.Failure) {
            if reader.position == 0 { try reader.beginArray() }
            if try reader.nextElement() { return try GeminiChunk(from: &reader) }
            try reader.expectEnd()
            return nil
        } catch {
            throw reporter.broken(body, Self.what, error)
        }
    }

    private mutating func read(
        _ chunk: GeminiChunk,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        reply.append(chunk.words, to: &pieces)
        reply.append(chunk.usage, to: &pieces)
        if let error = chunk.error, progress == .replying {
            throw reporter.error(ServerFault(words: error))
        }
        if let reason = chunk.blockReason { throw reporter.blocked(reason) }
        if let reason = chunk.finishReason {
            reply.finish(try finishReason(reason, chunk.finishMessage))
        }
    }

    private func finishReason(
        _ reason: String,
        _ message: String?
    ) throws(ProviderError) -> FinishReason {
        switch reason {
        case "STOP": .stop
        case "MAX_TOKENS", "CONTINUATION": .length
        case "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "RECITATION", "MODEL_ARMOR",
            "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION":
            .contentFilter
        case "MALFORMED_RESPONSE", "MALFORMED_FUNCTION_CALL":
            // What the model wrote cannot be used. It may write better when it is asked again.
            throw reporter.brokenOff([reason, message].compactMap(\.self).joined(separator: ": "))
        default: reporter.unknownReason(reason)
        }
    }
}

extension FaultReporter {
    fileprivate func blocked(_ reason: String) -> ProviderError {
        var words = ErrorWords(message: "it does not take this prompt (\(reason))")
        words.code = "content_policy"
        return error(ServerFault(words: words))
    }
}
