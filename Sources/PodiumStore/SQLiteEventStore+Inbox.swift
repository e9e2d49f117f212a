import FoundationEssentials
import GRDB
public import PodiumCore
import Synchronization

/// What persons decided in other processes and no owner has taken yet.
enum OverrideRequestTable {
    static let table = "override_request"

    /// By name and without a foreign key: a request may come before its session's first event is stored.
    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE override_request (
                    id INTEGER PRIMARY KEY,
                    session TEXT NOT NULL,
                    request TEXT NOT NULL,
                    body TEXT NOT NULL,
                    UNIQUE (session, request)
                ) STRICT;
                """
        )
    }
}

extension SQLiteEventStore: OverrideInbox {
    public func send(
        _ request: OverrideRequest,
        to session: SessionID
    ) throws(StoreError) {
        try session.checkUsable()
        let body = try translatingErrors(about: databasePath) {
            String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
        }
        try write { db in
            let insert = try db.cachedStatement(
                sql: "INSERT INTO override_request (session, request, body) VALUES (?, ?, ?)"
            )
            try insert.bind(session.rawValue, at: 0)
            try insert.bind(request.id, at: 1)
            try insert.bind(body, at: 2)
            try insert.run()
        }
    }

    public func requests(to session: SessionID) throws(StoreError) -> WaitingRequests {
        let decoder = JSONDecoder()
        return try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT request, body FROM override_request WHERE session = ? ORDER BY id"
            )
            try statement.bind(session.rawValue, at: 0)
            var found = WaitingRequests()
            try statement.forEachRow {
                let id = statement.text(at: 0)
                let body = Data(statement.text(at: 1).utf8)
                // An answer to another name would not take it out.
                if let request = try? decoder.decode(OverrideRequest.self, from: body),
                    request.id == id
                {
                    found.requests.append(request)
                } else {
                    found.unreadable.append(id)
                }
            }
            return found
        }
    }

    public var isEmpty: Bool {
        get throws(StoreError) {
            try read { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM override_request)"
                )
                return try statement.firstRow { statement.integer(at: 0) == 0 } ?? true
            }
        }
    }

    public func remove(_ ids: [String], from session: SessionID) throws(StoreError) {
        var rest = ids[...]
        // In parts, between which what a run writes has its turn.
        while !rest.isEmpty {
            try removeAtOnce(rest.prefix(Self.removedAtOnce), from: session)
            rest = rest.dropFirst(Self.removedAtOnce)
        }
    }

    private static let removedAtOnce = 500

    private func removeAtOnce(
        _ ids: ArraySlice<String>,
        from session: SessionID
    ) throws(StoreError) {
        try write { db in
            let delete = try db.cachedStatement(
                sql: "DELETE FROM override_request WHERE session = ? AND request = ?"
            )
            for id in ids {
                try delete.bind(session.rawValue, at: 0)
                try delete.bind(id, at: 1)
                try delete.run()
            }
        }
    }

    public func watch() throws(StoreError) -> any StoreWatch {
        try SQLiteStoreWatch(path: databasePath)
    }
}

/// Asks SQLite whether another connection has committed: `PRAGMA data_version`, about 14 µs.
///
/// Its connection is its own, since the answer is a connection's: the store's own commits are news
/// to it too.
final class SQLiteStoreWatch: StoreWatch {
    private let connection: DatabaseQueue
    private let path: String
    private let version = Mutex<Int?>(nil)

    init(path: String) throws(StoreError) {
        self.path = path
        connection = try translatingErrors(about: path) {
            var configuration = GRDB.Configuration()
            configuration.label = "podium.watch"
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            return try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    func hasChanged() throws(StoreError) -> Bool {
        let current = try translatingErrors(about: path) {
            try connection.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") }
        }
        return version.withLock { version in
            defer { version = current }
            return version != current
        }
    }
}
