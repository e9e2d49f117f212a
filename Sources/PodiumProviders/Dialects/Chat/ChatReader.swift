internal import PodiumCore

/// Reads a reply of Chat Completions.
struct ChatReader: ReplyReader {
    var reply = ReplyAssembly()
    let reporter: FaultReporter
    private var hasDeltas = false
    private var places = ChatToolCallPlaces()

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
        let addition = chunk.addition(hasDeltas: hasDeltas)
        reply.append(addition.words, to: &pieces)
        for piece in addition.toolCalls {
            reply.append([.toolCall(places.delta(piece))], to: &pieces)
        }
        hasDeltas = hasDeltas || !chunk.delta.isEmpty
        reply.append(chunk.usage, to: &pieces)
        if progress == .replying {
            if let error = chunk.error { throw reporter.error(ServerFault(words: error)) }
            if chunk.mayBeError { try reporter.refuseError(start) }
        }
        if let reason = chunk.finishReason { try reply.finish(reason, reporter) }
    }
}

/// Which of a reply's calls of tools a piece belongs to.
///
/// It is the one of its index. Some servers give all calls the same index, or none, and another id to
/// each; some have no ids either, and name each call in its first piece.
private struct ChatToolCallPlaces {
    private struct Latest {
        var place: Int
        var id: String?
        var hasName = false
        var nesting = JSONNesting()
    }

    /// The latest call of each index, where there is one.
    private var latest: [Int?: Latest] = [:]
    private var count = 0

    mutating func delta(_ piece: ChatChunk.ToolCallPiece) -> ToolCallDelta {
        let id = piece.id.flatMap { $0.isEmpty ? nil : $0 }
        var call = latest[piece.index]
        if let known = call {
            let isOther =
                if let id, let before = known.id {
                    id != before
                } else {
                    !piece.name.isEmpty && known.hasName
                        && (piece.index == nil || known.nesting.isWhole)
                }
            if isOther { call = nil }
        }
        var known = call ?? Latest(place: count, id: id)
        if call == nil { count += 1 }
        known.hasName = known.hasName || !piece.name.isEmpty
        known.nesting.read(piece.arguments.utf8)
        latest[piece.index] = known
        return ToolCallDelta(
            place: known.place,
            name: piece.name,
            arguments: piece.arguments
        )
    }
}
