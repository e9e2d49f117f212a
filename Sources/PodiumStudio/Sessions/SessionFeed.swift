public import PodiumCore
import PodiumEngine
import Synchronization

/// A session's committed events as they come, and then its end: one way to follow sessions that this
/// process runs, that another runs, and that are only stored.
///
/// ```swift
/// for try await news in studio.follow(session) {
///     switch news {
///     case .events(let events): …
///     case .ended(let end): …
///     }
/// }
/// ```
///
/// Whoever follows pulls: a slow follower gets more events at once and misses none. Leaving the loop
/// or cancelling its task leaves the session as it is. Reading throws `StoreError`.
public struct SessionFeed: AsyncSequence, Sendable {
    public enum Element: Sendable {
        /// The next events, in order, at least one.
        case events([Event])
        /// No more will come. It is the last element.
        case ended(SessionEnd)
    }

    public let session: SessionID
    private let cursor: Int
    private let source: any FeedSource

    /// - Parameter cursor: the sequence of the last event that is known already.
    init(_ session: SessionID, after cursor: Int, from source: any FeedSource) {
        self.session = session
        self.cursor = cursor
        self.source = source
    }

    public func makeAsyncIterator() -> Iterator { Iterator(source: source, cursor: cursor) }

    public struct Iterator: AsyncIteratorProtocol {
        private let source: any FeedSource
        private var cursor: Int
        private var isDone = false
        private var wakes: AsyncStream<Void>.Iterator
        private let subscription: Subscription

        fileprivate init(source: any FeedSource, cursor: Int) {
            self.source = source
            self.cursor = cursor
            // Any number of wakes before the next look are one.
            let (stream, wake) = AsyncStream.makeStream(
                of: Void.self,
                bufferingPolicy: .bufferingNewest(1)
            )
            wakes = stream.makeAsyncIterator()
            // Before the first look, so that nothing is missed in between.
            subscription = source.subscribe { wake.yield() }
        }

        /// - Returns: nil after the end, and when the task was cancelled.
        public mutating func next() async throws -> Element? {
            while !isDone, !Task.isCancelled {
                let (events, end) = try source.read(after: cursor)
                if let last = events.last {
                    cursor = last.sequence
                    return .events(events)
                }
                if let end {
                    isDone = true
                    return .ended(end)
                }
                await wakes.next()
            }
            return nil
        }
    }
}

/// Why a session has no further events.
public enum SessionEnd: Hashable, Sendable {
    /// The run is over, and its last event says how.
    case closed
    /// The process that ran it ended before the run did. It can be resumed.
    case abandoned
    /// It could not be stored any further.
    case broken(StoreError)
}

/// Where a feed's events come from.
protocol FeedSource: Sendable {
    /// The events after a sequence; when there are none, the end if it has come.
    func read(after sequence: Int) throws -> (events: [Event], end: SessionEnd?)

    /// Calls `wake`, from any thread, whenever a read may give more, until the subscription goes.
    func subscribe(_ wake: @escaping @Sendable () -> Void) -> Subscription
}

/// A session that this process runs.
struct JournalSource: FeedSource {
    let journal: Journal

    /// So that who is far behind gets a long session in parts.
    private static let limit = 128

    func read(after sequence: Int) throws -> (events: [Event], end: SessionEnd?) {
        // Asked before reading: what was stored before its end is then read too.
        let isOver = journal.isOver
        let events = try journal.events(after: sequence, limit: Self.limit)
        guard events.isEmpty, isOver else { return (events, nil) }
        return ([], journal.failure.map(SessionEnd.broken) ?? .closed)
    }

    func subscribe(_ wake: @escaping @Sendable () -> Void) -> Subscription {
        journal.follow(wake)
    }
}

/// A session in the store, which another process may be writing.
struct StoreSource: FeedSource {
    let session: SessionID
    let store: any EventStore
    let watcher: StoreWatcher

    /// So that a long session is not in memory twice.
    private static let limit = 4096

    func read(after sequence: Int) throws -> (events: [Event], end: SessionEnd?) {
        let status = try store.session(session)?.status
        let events = try store.events(of: session, after: sequence, limit: Self.limit)
        guard events.isEmpty, status != .running else { return (events, nil) }
        return ([], status == .interrupted || status == nil ? .abandoned : .closed)
    }

    func subscribe(_ wake: @escaping @Sendable () -> Void) -> Subscription {
        watcher.subscribe(wake)
    }
}
