import GRDB
import PodiumCore
import PodiumStore
import Testing

struct InboxTests {
    private let directory: TemporaryDirectory
    private let store: SQLiteEventStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try directory.store()
    }

    private func leave(_ bodies: [(id: String, body: String)], for session: SessionID) throws {
        try DatabaseQueue(path: directory.database).write { db in
            for (id, body) in bodies {
                try db.execute(
                    sql: "INSERT INTO override_request (session, request, body) VALUES (?, ?, ?)",
                    arguments: [session.rawValue, id, body]
                )
            }
        }
    }

    @Test func `requests that cannot be read are told apart, and taken out like any other`() throws
    {
        let hold = OverrideRequest(id: "hold", author: "ann", .hold)
        try store.send(hold, to: .first)
        try store.send(OverrideRequest(id: "other", author: "bob", .hold), to: .second)
        let named = #"{"author":"ann","id":"another","override":{"kind":"hold"}}"#
        try leave([("damaged", "{"), ("later", #"{"id":"later"}"#), ("n", named)], for: .first)
        let waiting = try store.requests(to: .first)
        #expect(waiting == WaitingRequests([hold], unreadable: ["damaged", "later", "n"]))
        try store.remove(waiting.ids, from: .first)
        #expect(try store.requests(to: .first).isEmpty)
        #expect(try !store.isEmpty)
        try store.remove(store.requests(to: .second).ids, from: .second)
        #expect(try store.isEmpty)
    }

    @Test func `many requests that cannot be read go, and leave time for what a run writes`() throws
    {
        let count = 100_000
        try leave((1...count).map { ("r\($0)", "x") }, for: .first)
        let ids = try store.requests(to: .first).ids
        #expect(ids.count == count)
        try store.remove(ids, from: .first)
        try store.append(openSession(), to: .first)
        #expect(try store.requests(to: .first).isEmpty)
        #expect(try store.session(.first)?.eventCount == 3)
    }
}
