public import PodiumCore

/// Reads one reply of a dialect: objects of the stream in, pieces out.
///
/// `.finished` is the last piece of all: whether more follows is known only at the `end`.
public protocol ReplyReader: Sendable {
    /// What the dialects do alike.
    var reply: ReplyAssembly { get set }
    var reporter: FaultReporter { get }

    /// Reads the next object of a stream and appends the pieces it completes, those before an error
    /// too. False when there is none.
    ///
    /// - Parameter type: The event's, where the object itself does not tell.
    mutating func readNext(
        of objects: inout JSONObjects,
        type: String,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError) -> Bool

    /// Reads a reply that came as one object, because the server does not stream.
    mutating func readWhole(
        _ objects: inout JSONObjects,
        into pieces: inout [ReplyPiece]
    ) throws(ProviderError)

    /// The bytes have ended: appends `.finished`, or throws `.cutOff` when no end mark came.
    mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError)

    /// A mark came that is no object and says that nothing follows.
    mutating func endMark()
}

/// How near the end of its reply a server is.
public enum ReplyProgress: Hashable, Sendable, Comparable {
    case replying
    /// The reason for the end came; the token counts may follow.
    case finishing
    /// Nothing follows.
    case done
}

extension ReplyReader {
    var progress: ReplyProgress { reply.progress }

    public mutating func endMark() {}

    public mutating func end(into pieces: inout [ReplyPiece]) throws(ProviderError) {
        try reply.end(reporter: reporter, into: &pieces)
    }

    /// Gives out what was held back: nothing follows, or not well.
    mutating func flush(into pieces: inout [ReplyPiece]) { reply.flush(into: &pieces) }
}
