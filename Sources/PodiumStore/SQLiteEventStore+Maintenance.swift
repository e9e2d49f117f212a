import GRDB
import GRDBSQLite
public import PodiumCore

/// How much the store holds.
public struct StoreStatistics: Hashable, Sendable {
    public var databaseBytes: Int64
    /// Bytes of the write-ahead log that has yet to be moved into the database file.
    public var writeAheadLogBytes: Int64
    public var sessions: Int
    public var events: Int
}

extension SQLiteEventStore {
    /// SQLite and its version, such as `SQLite 3.40.1`.
    public static var libraryVersion: String { "SQLite \(String(cString: sqlite3_libversion()))" }

    /// The newest format this version of Podium knows, and writes.
    public static var latestSchemaVersion: Int { Schema.version }

    /// The format of the file, as its header says.
    public func schemaVersion() throws(StoreError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
    }

    public func statistics() throws(StoreError) -> StoreStatistics {
        let (sessions, events) = try read { db in
            try db.cachedStatement(
                sql: "SELECT count(*), coalesce(sum(event_count), 0) FROM session_summary"
            ).counts()
        }
        return StoreStatistics(
            databaseBytes: directory.size(of: databasePath),
            writeAheadLogBytes: directory.size(of: directory.writeAheadLogPath),
            sessions: sessions,
            events: events
        )
    }

    /// Looks for damage in the whole file, about a second a gigabyte. Not for the way to the first
    /// frame.
    ///
    /// - Returns: What is wrong, in SQLite's words; empty when nothing is.
    /// - Throws: `StoreError` when the file cannot even be checked.
    public func quickCheck() throws(StoreError) -> [String] {
        do {
            let findings = try read { db in try String.fetchAll(db, sql: "PRAGMA quick_check") }
            return findings == ["ok"] ? [] : findings
        } catch let error where error.code == .damaged {
            // The check itself stumbled over the damage.
            return [error.message]
        }
    }

    /// Drops the session list, the workers' history and what clients asked, and makes them again from
    /// the events, in one transaction. How the workers did is dropped too, and found again when it is asked for.
    public func rebuildProjections() throws(StoreError) {
        try write { db in
            try SessionProjection.rebuild(db)
            try AttemptProjection.rebuild(db)
            try ClientProjection.rebuild(db)
            try OutcomeProjection.reset(db)
        }
    }
}

extension Statement {
    fileprivate func counts() throws -> (Int, Int) {
        try firstRow { (Int(integer(at: 0)), Int(integer(at: 1))) } ?? (0, 0)
    }
}
