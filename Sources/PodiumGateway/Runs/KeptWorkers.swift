internal import PodiumCore
internal import Synchronization

/// Who answered last in conversations that go to one worker at a time, so that the next turn is the same
/// worker's: it knows its own calls of tools, and its vendor's cache knows the conversation.
///
/// A conversation is known by the session that a call of a tool in it names, else by all that was said in
/// it before the answer.
final class KeptWorkers: Sendable {
    private enum Key: Hashable {
        case session(SessionID, client: String)
        /// The hash of what was said.
        case conversation(Int, client: String, model: String)
    }

    /// The newest half and the older half: where the newest is full, the older is dropped.
    private struct State {
        var new: [Key: String] = [:]
        var old: [Key: String] = [:]
    }

    private let state = Mutex(State())
    private static let limit = 4_096

    /// The worker of the conversation; nil in a new one, and where nothing is known of it any more.
    func worker(for asked: Asked, of client: String) -> String? {
        guard let key = lastKey(of: asked, client) else { return nil }
        return state.withLock { $0.new[key] ?? $0.old[key] }
    }

    /// - Parameter session: whose answer goes on with the conversation.
    func keep(_ worker: String, for asked: Asked, in session: SessionID, of client: String) {
        let keys = [
            Key.session(session, client: client),
            .conversation(Self.hash(of: asked.messages[...]), client: client, model: asked.model),
        ]
        state.withLock { state in
            if state.new.count >= Self.limit { (state.old, state.new) = (state.new, [:]) }
            for key in keys { state.new[key] = worker }
        }
    }

    /// Of what was answered last.
    private func lastKey(of asked: Asked, _ client: String) -> Key? {
        if let session = asked.session { return .session(session, client: client) }
        guard let last = asked.messages.lastIndex(where: { $0.role == .assistant }) else {
            return nil
        }
        return .conversation(
            Self.hash(of: asked.messages[..<last]),
            client: client,
            model: asked.model
        )
    }

    /// Of what was said by whom. System text is left out: some clients put the time into it.
    private static func hash(of messages: ArraySlice<ChatMessage>) -> Int {
        var hasher = Hasher()
        for message in messages where message.role != .system {
            hasher.combine(message.role)
            hasher.combine(message.content)
        }
        return hasher.finalize()
    }
}

extension Asked {
    /// The latest session whose call of a tool stands in the conversation, or the one it goes on with.
    var session: SessionID? {
        for message in messages.reversed() {
            for call in message.toolCalls {
                if let session = ToolCall.session(of: call.id) { return session }
            }
        }
        return follows
    }
}
