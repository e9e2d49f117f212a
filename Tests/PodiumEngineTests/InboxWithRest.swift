import PodiumCore
import PodiumTesting
import Synchronization

/// An inbox in which something waits that cannot be read.
final class InboxWithRest: OverrideInbox {
    private let store: InMemoryEventStore
    private let unreadable: [String]
    private let taken = Mutex<[String]>([])

    init(store: InMemoryEventStore, unreadable: [String]) {
        self.store = store
        self.unreadable = unreadable
    }

    var removed: [String] { taken.withLock { $0 } }

    func send(_ request: OverrideRequest, to session: SessionID) throws {
        try store.send(request, to: session)
    }

    func requests(to session: SessionID) throws -> WaitingRequests {
        var waiting = try store.requests(to: session)
        waiting.unreadable = unreadable
        return waiting
    }

    var isEmpty: Bool { store.isEmpty && unreadable.isEmpty }

    func remove(_ ids: [String], from session: SessionID) throws {
        taken.withLock { $0 += ids }
        try store.remove(ids, from: session)
    }

    func watch() throws -> any StoreWatch { try store.watch() }
}
