import PodiumCore
import PodiumStore

/// A session that another process runs, followed through the store, and steered through its inbox.
struct ForeignSession {
    let id: SessionID
    private let store: SQLiteEventStore
    private let watch: any StoreWatch
    private var cursor: Int

    /// - Parameter cursor: the last event that is on the screen already.
    init(_ id: SessionID, store: SQLiteEventStore, after cursor: Int) throws {
        self.id = id
        self.store = store
        self.cursor = cursor
        watch = try store.watch()
    }

    /// What was stored since it was last asked.
    mutating func newEvents() throws -> [Event] {
        guard try watch.hasChanged() else { return [] }
        let events = try store.events(of: id, after: cursor, limit: .max)
        cursor = events.last?.sequence ?? cursor
        return events
    }

    /// Whether its process is still there.
    var isRunning: Bool {
        get throws { try store.session(id)?.status == .running }
    }

    func send(_ request: OverrideRequest) throws { try store.send(request, to: id) }
}
