public import PodiumCore
import Synchronization

/// A session's committed events, for the followers in this process.
///
/// Append first, show after: an event is visible here only once the store has it. Followers pull
/// by cursor; a wake is only a hint that there is more, so a slow follower loses nothing.
///
/// It holds the latest events; who is further behind gets them from the store. So the text of a long run
/// is not in memory once more.
public final class Journal: Sendable {
    /// How many events are held at least.
    static let kept = 64

    private struct Contents {
        /// The latest, in order.
        var events: [Event]
        /// Whether there were earlier ones.
        var isCut = false
        var followers: [Int: @Sendable () -> Void] = [:]
        var lastFollower = 0
        var failure: StoreError?
        var isOver = false
    }

    public let session: SessionID
    private let store: any EventStore
    private let contents: Mutex<Contents>

    /// - Parameter events: what the store already has of this session.
    public init(session: SessionID, store: any EventStore, events: [Event] = []) {
        self.session = session
        self.store = store
        contents = Mutex(Contents(events: events))
        contents.withLock { Self.cut(&$0) }
    }

    private static func cut(_ contents: inout Contents) {
        guard contents.events.count > 2 * kept else { return }
        contents.events.removeFirst(contents.events.count - kept)
        contents.isCut = true
    }

    /// Stores the events of one transaction, then shows them to followers.
    nonisolated(nonsending) func append(_ events: [Event]) async throws {
        guard !events.isEmpty else { return }
        try await store.commit(events, to: session)
        wake {
            $0.events.append(contentsOf: events)
            Self.cut(&$0)
        }
    }

    /// No further event will come: the session closed, or `failure` broke it off.
    func finish(_ failure: StoreError? = nil) {
        wake {
            // The first end counts: what broke a session off is not undone by its closing.
            guard !$0.isOver else { return }
            $0.isOver = true
            $0.failure = failure
        }
    }

    private func wake(after change: (inout Contents) -> Void) {
        let followers = contents.withLock { contents in
            change(&contents)
            return Array(contents.followers.values)
        }
        for follower in followers { follower() }
    }

    /// Calls `wake` after each commit and at the end, from whatever thread made it, until the
    /// subscription goes. It must return at once.
    public func follow(_ wake: @escaping @Sendable () -> Void) -> Subscription {
        let id = contents.withLock { contents in
            contents.lastFollower += 1
            contents.followers[contents.lastFollower] = wake
            return contents.lastFollower
        }
        return Subscription { [weak self] in
            self?.contents.withLock { _ = $0.followers.removeValue(forKey: id) }
        }
    }

    /// The committed events after `sequence`, at most `limit` of them.
    ///
    /// - Throws: `StoreError` when they are no longer held and the store cannot be read.
    public func events(after sequence: Int, limit: Int = .max) throws -> [Event] {
        let held: [Event]? = contents.withLock { contents in
            guard let first = contents.events.first?.sequence else { return [] }
            if contents.isCut, sequence + 1 < first { return nil }
            // Sequences are contiguous from the first event held, so a cursor is a position.
            let start = max(0, sequence + 1 - first)
            guard start < contents.events.count else { return [] }
            let end = contents.events.count - start > limit ? start + limit : contents.events.count
            return Array(contents.events[start..<end])
        }
        return try held ?? store.events(of: session, after: sequence, limit: limit)
    }

    /// Whether no further event will come.
    public var isOver: Bool { contents.withLock { $0.isOver } }

    /// Why the session was broken off, when the store failed.
    public var failure: StoreError? { contents.withLock { $0.failure } }
}
