import GRDB
public import PodiumCore

/// The event store in one SQLite file, shared by all Podium processes of a user.
///
/// ```swift
/// let store = try SQLiteEventStore(directory: "/home/me/.local/share/podium")
/// let ownership = try store.claim(session)
/// try store.append(events, to: session)
/// ```
///
/// Every committed event survives the end of the process, however it comes; a power loss may cost
/// the last commits, never the database (WAL with `synchronous=NORMAL`). Another process sees by
/// `watch()` that something has changed.
public final class SQLiteEventStore: EventStore {
    let directory: DataDirectory
    let locks: SessionLocks
    /// Nil when the store is only read.
    let writer: DatabasePool?
    let reader: any DatabaseReader
    /// Nil when the store is only read.
    let committer: GroupCommitter?
    /// Those that somebody had dropped, and that were made again when the store was opened.
    public let remadeTables: [String]
    private let onWait: @Sendable (String) -> Void

    /// Opens the store, and creates it where it does not exist.
    ///
    /// - Parameters:
    ///   - directory: The data directory; it is made, for its owner alone, when it is missing.
    ///   - readOnly: Nothing can be appended or claimed, and the store must exist. For directories
    ///     that this user may not write, and for media that no one can; elsewhere SQLite may leave
    ///     an empty log beside the file.
    ///   - onWait: told what is waited for when another process keeps this one waiting, on any thread.
    /// - Throws: `StoreError`.
    public init(
        directory path: String,
        readOnly: Bool = false,
        onWait: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(StoreError) {
        let directory = DataDirectory(path: path)
        self.directory = directory
        self.onWait = onWait
        locks = SessionLocks(path: directory.lockPath)
        if readOnly {
            writer = nil
            committer = nil
            remadeTables = []
            reader = try Self.openForReading(directory)
        } else {
            try directory.createDirectories()
            let (pool, lost) = try Self.openWhenFree(directory, onWait)
            remadeTables = lost
            writer = pool
            reader = pool
            committer = GroupCommitter(
                writer: pool,
                path: directory.databasePath,
                onWait: onWait
            )
        }
    }

    deinit { close() }

    /// Moves the write-ahead log into the database file, if no other process has it open, and lets
    /// go of the files. Calls after this one throw. Without it nothing is lost.
    public func close() {
        // SQLite does that work when its last connection closes, but a read-only one cannot, and
        // GRDB's `close` ends with those.
        committer?.close()
        writer?.invalidateReadOnlyConnections()
        try? reader.close()
    }

    /// Whether events can be appended and sessions claimed.
    public var isReadOnly: Bool { writer == nil }

    /// The database file.
    public var databasePath: String { directory.databasePath }

    public func claim(_ session: SessionID) throws(StoreError) -> any SessionOwnership {
        guard !isReadOnly else { throw openedForReading }
        try session.checkUsable()
        return try locks.claim(session)
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try translatingErrors(about: databasePath) { try reader.read(body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        guard let writer else { throw openedForReading }
        var wait = WriterWait(for: databasePath, onWait)
        while true {
            do {
                return try translatingErrors(about: databasePath) {
                    try writer.writeWithoutTransaction { db in try db.inOneTransaction(body) }
                }
            } catch {
                guard wait.goesOn(after: error, patience: Self.patience) else { throw error }
            }
        }
    }

    /// How long another process may hold the database before a decision or a verdict is given up.
    private static let patience = Duration.seconds(20)

    var openedForReading: StoreError {
        StoreError(
            .readOnly,
            "\(databasePath) is open for reading only: sessions can be listed and"
                + " replayed, but not run or changed.",
            advice: "Use a data directory that this user may write."
        )
    }
}

extension Database {
    /// What GRDB's `inTransaction` does, with statements that are prepared once: a session makes
    /// many small transactions.
    func inOneTransaction<Value>(
        _ body: (Database) throws -> Value
    ) throws -> Value {
        try cachedStatement(sql: "BEGIN IMMEDIATE").run()
        do {
            let value = try body(self)
            try cachedStatement(sql: "COMMIT").run()
            return value
        } catch {
            // A full disk has rolled it back already.
            if isInsideTransaction { try cachedStatement(sql: "ROLLBACK").run() }
            throw error
        }
    }
}
