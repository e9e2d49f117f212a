internal import PodiumCore

/// What is known of a reply before its first word.
struct ReplyOpening {
    var session: SessionID
    /// Seconds since 1970.
    var created: Int
    var asked: Asked
    /// Our estimate of what the conversation comes to, in tokens.
    var estimatedInput: Int
}

/// What a run came to, for its client.
struct Reply {
    var text: String
    /// The tools that it asks for.
    var toolCalls: [ToolCall]
    var finish: FinishReason
    /// Of the client's texts at which the answer ends, the one at which it did.
    var stop: String?
    /// Of all calls.
    var usage: Usage
    /// The conductor's part of it.
    var conducting: Usage
    /// Who answered, what it cost and what happened: the `podium` object.
    var podium: JSONValue
}

/// What is passed on of an answer while it is written.
enum AnswerPiece: Hashable {
    case text(String)
    /// A call of a tool begins. What was begun before it is complete.
    case toolCall(place: Int, name: String)
    /// Arguments of the call that was begun last.
    case arguments(String)
}

/// Writes a reply in the words of one API: whole, or as a stream of events.
protocol ReplyWriter: Sendable {
    init(_ opening: ReplyOpening)

    /// The whole reply.
    func body(of reply: Reply) -> JSONValue

    mutating func begin() -> [UInt8]

    /// The next of the answer.
    ///
    /// - Parameter worker: whose words they are.
    mutating func piece(_ piece: AnswerPiece, by worker: String) -> [UInt8]

    mutating func end(_ reply: Reply) -> [UInt8]

    /// Whether its stream has an end of its own for what failed. Otherwise the connection is broken off
    /// behind the error, so that a reader which knows no such event does not take the stream for whole.
    static var endsFailures: Bool { get }

    /// The stream ends without the reply: told so that no client takes it for whole.
    mutating func fail(_ error: APIError) -> [UInt8]
}

extension Usage {
    /// Tokens written to a vendor's cache, for however long.
    var cacheWrite: Int { cacheWriteShort.addingClamped(cacheWriteLong) }
}
