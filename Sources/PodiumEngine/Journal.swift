public import PodiumCore
import Synchronization

/// A session's committed events, for the followers in this process.
///
/// Append first, show after: an event is visible here only once the store has it. Followers pull
/// by cursor; a wake is only a hint that there is more, so a slow follower loses nothing.
public final class Journal: Sendable {
    private struct Contents {
        var events: [Event]
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
    }

    /// Stores the events of one transaction, then shows them to followers.
    nonisolated(nonsending) func append(_ events: [Event]) async throws {
        guard !events.isEmpty else { return }
        try await store.commit(events, to: session)
        wake { $0.events.append(contentsOf: events) }
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
    public func events(after sequence: Int, limit: Int = .max) -> [Event] {
        contents.withLock { contents in
            // Sequences are contiguous from the first event held, so a cursor is a position.
            guard let first = contents.events.first?.sequence else { return [] }
            let start = max(0, sequence + 1 - first)
            guard start < contents.events.count else { return [] }
            let end = contents.events.count - start > limit ? start + limit : contents.events.count
            return Array(contents.events[start..<end])
        }
    }

    /// Whether no further event will come.
    public var isOver: Bool { contents.withLock { $0.isOver } }

    /// Why the session was broken off, when the store failed.
    public var failure: StoreError? { contents.withLock { $0.failure } }
}
