internal import PodiumCore

/// What a request asks, whatever its API.
struct Asked {
    var api: ClientRequest.API
    var model: String
    /// The conversation, its system messages among it.
    var messages: [ChatMessage]
    var reply = ReplyTerms()
    var isStream = false
    /// Whether a stream ends with the counts of tokens.
    var wantsUsage = false
    /// The session whose conversation it goes on with.
    var follows: SessionID?
    /// What of the request is told back as it was.
    var echo: [String: JSONValue] = [:]
    /// What was taken and changes nothing.
    var unused: [String] = []
}

/// A conversation as Podium's agents are told of it.
struct AskedConversation {
    /// What the client tells whoever answers.
    var instructions: String?
    /// What was asked and answered before.
    var exchanges: [Exchange] = []
    var question: String

    /// - Throws: `APIError` when nothing is asked.
    init(_ messages: [ChatMessage]) throws(APIError) {
        let system = messages.filter { $0.role == .system }.map(\.content)
        instructions = system.isEmpty ? nil : system.joined(separator: "\n\n")
        let turns = messages.filter { $0.role != .system }
        guard let last = turns.last else {
            throw .invalid("messages", "There is no message of the user.")
        }
        guard last.role == .user else {
            throw .invalid(
                "messages",
                "The last message must be of the user: a workflow begins its answer itself. A worker"
                    + " that is asked by its name may go on with one."
            )
        }
        var asked: [String] = []
        for turn in turns {
            if turn.role == .user {
                asked.append(turn.content)
            } else if asked.isEmpty, let previous = exchanges.indices.last {
                exchanges[previous].answer += "\n\n" + turn.content
            } else {
                exchanges.append(
                    Exchange(question: asked.joined(separator: "\n\n"), answer: turn.content)
                )
                asked = []
            }
        }
        question = asked.joined(separator: "\n\n")
        guard question.contains(where: { !$0.isWhitespace }) else {
            throw .invalid("messages", "The last message has no text.")
        }
    }
}
