public import PodiumCore
import Synchronization

/// A store without a disk, which can be told to fail.
public final class InMemoryEventStore: EventStore {
    private final class Ownership: SessionOwnership {
        let release: @Sendable () -> Void
        init(release: @escaping @Sendable () -> Void) { self.release = release }
        deinit { release() }
    }

    private struct State {
        var events: [SessionID: [Event]] = [:]
        var owned: Set<SessionID> = []
        /// The size of each transaction, in order.
        var transactions: [Int] = []
        var failsAfter: Int?
        var requests: [SessionID: [OverrideRequest]] = [:]
        /// Counts what changes, for watches.
        var version = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// Lets the next `count` transactions succeed, and none after.
    public func fail(after count: Int) {
        state.withLock { $0.failsAfter = $0.transactions.count + count }
    }

    /// Lets every transaction succeed again.
    public func heal() {
        state.withLock { $0.failsAfter = nil }
    }

    public var transactions: [Int] { state.withLock { $0.transactions } }

    public func append(_ events: [Event], to session: SessionID) throws {
        try state.withLock { state in
            if let limit = state.failsAfter, state.transactions.count >= limit {
                throw StoreError(.full, "The disk is full.", advice: "Make room.")
            }
            let last = state.events[session]?.last?.sequence ?? 0
            guard events.map(\.sequence) == Array(last + 1..<last + 1 + events.count) else {
                throw StoreError(.sequence, "Out of order.", advice: "")
            }
            state.events[session, default: []] += events
            state.version += 1
            state.transactions.append(events.count)
        }
    }

    public func events(of session: SessionID, after sequence: Int, limit: Int) throws -> [Event] {
        state.withLock { state in
            Array((state.events[session] ?? []).filter { $0.sequence > sequence }.prefix(limit))
        }
    }

    public func sessions(limit: Int) throws -> [SessionSummary] {
        let ids = state.withLock { $0.events.keys.sorted(by: >).prefix(limit) }
        return try ids.compactMap { try session($0) }
    }

    public func session(_ id: SessionID) throws -> SessionSummary? {
        let (events, isOwned) = state.withLock { ($0.events[id], $0.owned.contains(id)) }
        guard let events, let first = events.first, let last = events.last else { return nil }
        let fold = events.reduce(into: SessionState(id: id)) { $0.apply($1) }
        let outcome = fold.closed.flatMap { SessionSummary.Status(rawValue: $0.outcome.rawValue) }
        return SessionSummary(
            id: id,
            question: fold.opened?.question ?? "",
            openedAt: first.time,
            updatedAt: last.time,
            eventCount: events.count,
            status: outcome ?? (isOwned ? .running : .interrupted),
            answer: fold.closed?.answer,
            workers: fold.attempts.reduce(into: []) { workers, attempt in
                if case .step = attempt.agent, !workers.contains(attempt.worker) {
                    workers.append(attempt.worker)
                }
            },
            client: fold.opened?.client.map(SessionSummary.Client.init)
        )
    }

    public func claim(_ session: SessionID) throws -> any SessionOwnership {
        try state.withLock { state in
            guard state.owned.insert(session).inserted else {
                throw StoreError(.alreadyOwned, "\(session) is owned.", advice: "")
            }
        }
        return Ownership { [weak self] in
            self?.state.withLock { _ = $0.owned.remove(session) }
        }
    }
}

extension InMemoryEventStore: OverrideInbox {
    private final class Watch: StoreWatch {
        let store: InMemoryEventStore
        let seen = Mutex<Int?>(nil)

        init(store: InMemoryEventStore) { self.store = store }

        func hasChanged() throws -> Bool {
            let version = store.state.withLock { $0.version }
            return seen.withLock { seen in
                defer { seen = version }
                return seen != version
            }
        }
    }

    public func send(_ request: OverrideRequest, to session: SessionID) throws {
        state.withLock {
            $0.requests[session, default: []].append(request)
            $0.version += 1
        }
    }

    public func requests(to session: SessionID) throws -> WaitingRequests {
        state.withLock { WaitingRequests($0.requests[session] ?? []) }
    }

    public var isEmpty: Bool { state.withLock { $0.requests.values.allSatisfy(\.isEmpty) } }

    public func remove(_ ids: [String], from session: SessionID) throws {
        state.withLock { $0.requests[session]?.removeAll { ids.contains($0.id) } }
    }

    public func watch() throws -> any StoreWatch { Watch(store: self) }
}
