internal import PodiumCore

/// Reads a reply of Chat Completions.
struct ChatReader: ReplyReader {
    var reply = ReplyAssembly()
    let reporter: FaultReporter
    private var hasDeltas = false

    private static let what = "a chat completion"

    init(reporter: FaultReporter) {
        self.reporter = reporter
    }

    mutating func readNext(
        of objects: inout JSONObjects,
        type: String,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) -> Bool {
        guard let (chunk, start) = try reporter.next(of: &objects, Self.what, ChatChunk.init) else {
            return false
        }
        try read(chunk, start, into: &pieces)
        return true
    }

    mutating func readWhole(
        _ objects: inout JSONObjects,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        guard let (chunk, start) = try reporter.next(of: &objects, Self.what, ChatChunk.init) else {
            return
        }
        try read(chunk, start, into: &pieces)
        guard chunk.hasChoices else { throw reporter.noReply(start, "without choices") }
        // The object was complete, so the reply is, with or without a reason; a piece of a stream is not.
        if !chunk.hasDelta || chunk.finishReason != nil { reply.complete() }
    }

    mutating func endMark() { reply.complete() }

    /// - Parameter start: A reader at the chunk's beginning.
    private mutating func read(
        _ chunk: ChatChunk,
        _ start: JSONReader,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) {
        reply.append(chunk.words(hasDeltas: hasDeltas), to: &pieces)
        hasDeltas = hasDeltas || !chunk.delta.isEmpty
        reply.append(chunk.usage, to: &pieces)
        if progress == .replying {
            if let error = chunk.error { throw reporter.error(ServerFault(words: error)) }
            if chunk.mayBeError { try reporter.refuseError(start) }
        }
        if let reason = chunk.finishReason { try reply.finish(reason, reporter) }
    }
}
