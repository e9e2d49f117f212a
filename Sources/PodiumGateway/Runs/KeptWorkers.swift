internal import PodiumCore
internal import Synchronization

/// Who answered last in conversations that go to one worker at a time, so that the next turn is the same
/// worker's: it knows its own calls of tools, and its vendor's cache knows the conversation.
///
/// A conversation is known by the session that a call of a tool in it names, else by its first question.
final class KeptWorkers: Sendable {
    private struct Key: Hashable {
        var client: String
        var model: String
        var question: String
    }

    /// The newest half and the older half: where the newest is full, the older is dropped.
    private struct State {
        var new: [Key: String] = [:]
        var old: [Key: String] = [:]
    }

    private let state = Mutex(State())
    private static let limit = 2_048

    /// The worker of a conversation that began with the same question.
    func worker(for asked: Asked, of client: String) -> String? {
        guard let key = key(asked, client) else { return nil }
        return state.withLock { $0.new[key] ?? $0.old[key] }
    }

    func keep(_ worker: String, for asked: Asked, of client: String) {
        guard let key = key(asked, client) else { return }
        state.withLock { state in
            if state.new.count >= Self.limit { (state.old, state.new) = (state.new, [:]) }
            state.new[key] = worker
        }
    }

    private func key(_ asked: Asked, _ client: String) -> Key? {
        guard let first = asked.messages.first(where: { $0.role == .user }) else { return nil }
        // Of a long question the beginning tells it apart.
        return Key(
            client: client,
            model: asked.model,
            question: String(first.content.prefix(512))
        )
    }
}

extension Asked {
    /// The latest session whose call of a tool stands in the conversation.
    var session: SessionID? {
        for message in messages.reversed() {
            for call in message.toolCalls {
                if let session = ToolCall.session(of: call.id) { return session }
            }
        }
        return follows
    }
}
