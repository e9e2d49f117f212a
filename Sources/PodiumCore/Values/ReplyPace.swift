/// How fast an in-process worker's text is streamed. The work itself is done at once; a pace makes
/// its writing watchable.
public struct ReplyPace: Sendable {
    /// Pieces (about words) a second; zero is as fast as they are read.
    public let piecesPerSecond: Double
    private let clock: any Clock<Duration>

    public init(piecesPerSecond: Double, clock: any Clock<Duration> = ContinuousClock()) {
        self.piecesPerSecond = piecesPerSecond
        self.clock = clock
    }

    public static let unbounded = ReplyPace(piecesPerSecond: 0)

    private var isBounded: Bool { piecesPerSecond > 0 && piecesPerSecond.isFinite }

    /// Waits for the time that one piece takes.
    private func wait() async throws {
        // A pace below one piece an hour is a typing mistake, not a wish.
        try await clock.sleep(for: .seconds(min(1 / piecesPerSecond, 3600)))
    }

    /// Streams a reply that is there already: piece by piece, or all at once without a pace.
    ///
    /// - Throws: the error with which the reply ends, or `CancellationError`.
    public func stream(
        _ reply: Rollout.Reply,
        to continuation: ReplyStream.Continuation
    ) async throws {
        let pieces =
            reply.reasoning.replyPieces.map(ReplyPiece.reasoning)
            + reply.text.replyPieces.map(ReplyPiece.text)
            + reply.toolCalls.replyPieces.map(ReplyPiece.toolCalls)
        var rest: [ReplyPiece] = []
        var failure: ProviderError?
        switch reply.end {
        case .failed(let error, let usage):
            failure = error
            if let usage { rest.append(.usage(usage)) }
        case .finished(let reason, let usage):
            if let usage { rest.append(.usage(usage)) }
            rest.append(.finished(reason))
        }
        if isBounded {
            for piece in pieces {
                try await wait()
                continuation.yield([piece])
            }
            continuation.yield(rest)
        } else {
            try Task.checkCancellation()
            continuation.yield(pieces + rest)
        }
        if let failure { throw failure }
    }
}

extension String {
    /// The text in the pieces in which it is streamed: words with the space that follows them, and
    /// at most 64 characters, so that a number of a thousand digits is many pieces too.
    public var replyPieces: [String] {
        var pieces: [String] = []
        var piece = ""
        var length = 0
        for character in self {
            piece.append(character)
            length += 1
            if character.isWhitespace || length == 64 {
                pieces.append(piece)
                piece = ""
                length = 0
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }
}
