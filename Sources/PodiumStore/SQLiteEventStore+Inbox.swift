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

    /// A request that cannot be read (a later version's) waits for a program that can.
    public func requests(to session: SessionID) throws(StoreError) -> [OverrideRequest] {
        let decoder = JSONDecoder()
        return try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT body FROM override_request WHERE session = ? ORDER BY id"
            )
            try statement.bind(session.rawValue, at: 0)
            var found: [OverrideRequest] = []
            try statement.forEachRow {
                let body = Data(statement.text(at: 0).utf8)
                if let request = try? decoder.decode(OverrideRequest.self, from: body) {
                    found.append(request)
                }
            }
            return found
        }
    }

    public func waiting() throws(StoreError) -> Set<SessionID> {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT DISTINCT session FROM override_request"
            )
            var sessions: Set<SessionID> = []
            try statement.forEachRow {
                sessions.insert(SessionID(rawValue: statement.text(at: 0)))
            }
            return sessions
        }
    }

    public func remove(_ ids: [String], from session: SessionID) throws(StoreError) {
        guard !ids.isEmpty else { return }
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
