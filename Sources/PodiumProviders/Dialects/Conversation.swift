internal import PodiumCore

/// The messages of a call for a vendor that takes system prompts apart and wants the other roles to
/// alternate.
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
