/// A conversation of messages as Podium's agents are told of it.
public struct ClientConversation: Hashable, Sendable {
    /// What the client tells whoever answers, in its system messages; nil for nothing.
    public var instructions: String?
    /// What was asked and answered, oldest first.
    public var exchanges: [Exchange] = []
    /// What is asked and not answered yet; empty where the last message is no question.
    public var question: String

    public init(_ messages: [ChatMessage]) {
        let system = messages.filter { $0.role == .system }.map(\.content)
        instructions = system.isEmpty ? nil : system.joined(separator: "\n\n")
        var asked: [String] = []
        for turn in messages where turn.role != .system {
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
    }
}

extension SessionState {
    /// The conversation up to this session's answer, as a client goes on with it; nil where there is no
    /// answer to go on from.
    public var conversationSoFar: [ChatMessage]? {
        guard let opened, let answer = answeringText ?? closed?.answer else { return nil }
        let earlier =
            opened.client?.messages
            ?? (opened.conversation.flatMap {
                [ChatMessage(.user, $0.question), ChatMessage(.assistant, $0.answer)]
            } + [ChatMessage(.user, opened.question)])
        return earlier.filter { $0.role != .system } + [
            ChatMessage(.assistant, answer, toolCalls: answeringToolCalls)
        ]
    }
}
