internal import PodiumCore

/// The messages of a call with one system prompt, and the other roles in turn: some vendors take no
/// other order, and neither do the chat templates of many open models.
struct Conversation: Hashable {
    /// Nil when no message is of the system.
    var system: String?
    /// Of the user and the assistant in turn.
    var turns: [ChatMessage] = []

    init(_ messages: [ChatMessage]) {
        for message in messages {
            if message.role == .system {
                system = system.map { $0 + Self.separator + message.content } ?? message.content
            } else if turns.last?.role == message.role {
                turns[turns.count - 1].content += Self.separator + message.content
            } else {
                turns.append(message)
            }
        }
    }

    private static let separator = "\n\n"
}
