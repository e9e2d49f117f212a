internal import PodiumCore

/// Reads a reply of `generateContent`, streamed or not.
struct GeminiReader: ReplyReader {
    var reply = ReplyAssembly()
    let reporter: FaultReporter
    private var callCount = 0
    /// A reason for the end that is none of a model which has answered, with the server's words for
    /// people.
    private var oddEnd: (reason: String, message: String)?

    private static let what = "a response of generateContent"

    init(reporter: FaultReporter) {
        self.reporter = reporter
    }

    mutating func readNext(
        of objects: inout JSONObjects,
        type: String,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) -> Bool {
        guard
            let (chunk, start) = try reporter.next(of: &objects, Self.what, GeminiChunk.init)
        else { return false }
        try read(chunk, start, into: &pieces)
        return true
    }

    mutating func readWhole(
        _ objects: inout JSONObjects,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        guard
            let (chunk, start) = try reporter.next(of: &objects, Self.what, GeminiChunk.init)
        else { return }
        try read(chunk, start, into: &pieces)
        guard chunk.isReply else { throw reporter.noReply(start, "without candidates") }
        reply.complete()
    }

    mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        reply.flush(into: &pieces)
        if let oddEnd, !reply.hasText, callCount == 0 {
            throw reporter.brokenOff("\(oddEnd.reason): \(oddEnd.message)")
        }
        try reply.end(reporter: reporter, into: &pieces)
    }

    private mutating func numbered(_ words: [ReplyWords]) -> [ReplyWords] {
        words.map { word in
            guard case .toolCall = word else { return word }
            callCount += 1
            return word.placed(at: callCount)
        }
    }

    /// - Parameter start: A reader at the chunk's beginning.
    private mutating func read(
        _ chunk: GeminiChunk,
        _ start: JSONReader,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        reply.append(numbered(chunk.words), to: &pieces)
        reply.append(chunk.usage, to: &pieces)
        if chunk.mayBeError, progress == .replying { try reporter.refuseError(start) }
        if let reason = chunk.blockReason { throw reporter.blocked(reason) }
        guard let reason = chunk.finishReason else { return }
        try reply.finish(reason, message: chunk.finishMessage, reporter)
        if let message = chunk.finishMessage, ReplyEnding(reason) == .unknown {
            oddEnd = (reason, message)
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
