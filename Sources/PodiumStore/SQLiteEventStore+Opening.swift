import GRDB
import PodiumCore

extension SQLiteEventStore {
    private static func configuration(path: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = "podium.store"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // Before GRDB switches the file to WAL: another program's file stays as it is.
            try Schema.check(db, path: path)
            // A checkpoint waits for the disk: usually it is not the writer that makes it.
            let pages = LogCheckpoints.longestLog
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \(pages)")
        }
        return configuration
    }

    /// How long another process may hold the database before this one gives up: nothing is lost yet.
    private static let patience = Duration.seconds(15)

    /// Opens the store for writing, also when another process writes to it for long: opening writes a
    /// little too.
    static func openWhenFree(
        _ directory: DataDirectory,
        _ onWait: @escaping (String) -> Void
    ) throws(StoreError) -> (pool: DatabasePool, lost: [String]) {
        var wait = WriterWait(for: directory.databasePath, onWait)
        while true {
            do {
                return try directory.whileOpening(onWait: onWait) { () throws(StoreError) in
                    try directory.createDatabaseFile()
                    return try openForWriting(directory)
                }
            } catch {
                guard wait.goesOn(after: error, patience: patience) else { throw error }
            }
        }
    }

    /// - Returns: the database, and the tables that it had lost and were made again.
    static func openForWriting(
        _ directory: DataDirectory
    ) throws(StoreError) -> (pool: DatabasePool, lost: [String]) {
        let path = directory.databasePath
        return try translatingErrors(about: path) {
            let pool = try DatabasePool(path: path, configuration: configuration(path: path))
            // A writer is not waited for where there is nothing to write.
            if try !pool.read(Schema.migrator.hasCompletedMigrations) {
                try Schema.migrator.migrate(pool)
            }
            let lost = try pool.read { db in
                try Schema.checkEvents(db, path: path)
                return try Schema.lostTables(db)
            }
            if !lost.isEmpty { try pool.write { db in try Schema.makeAgain(lost, in: db) } }
            return (pool, lost)
        }
    }

    /// Another connection of a process that has the store open for writing.
    static func openForCheckpoints(_ path: String) throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: configuration(path: path))
    }

    static func openForReading(_ directory: DataDirectory) throws(StoreError) -> DatabaseQueue {
        let path = directory.databasePath
        try directory.requireEntry()
        try directory.requireFile(path)
        do {
            return try openForReading(path, about: path)
        } catch let error where error.code == .unreachable || error.code == .readOnly {
            // SQLite reads a WAL database with the help of its `-wal` and `-shm` files, and where
            // they are missing it must create them. On a read-only medium it cannot, but without a
            // log the database file is complete and can be read as one that never changes.
            if directory.size(of: path) == 0 { throw error }
            guard directory.size(of: directory.writeAheadLogPath) == 0 else {
                throw StoreError(
                    .readOnly,
                    "\(path) has a write-ahead log with events not yet in the database file, and"
                        + " reading them needs permission to write beside it.",
                    advice: "Copy the directory to a place that this user may write, and open"
                        + " that."
                )
            }
            return try openImmutable(path)
        }
    }

    /// Opens a file that no process changes while it is open: SQLite then takes no locks at all.
    static func openImmutable(_ path: String) throws(StoreError) -> DatabaseQueue {
        var uri = "file:"
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"), 0x80...:
                uri += "%" + String(byte, radix: 16, uppercase: true)
            default: uri.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return try openForReading(uri + "?immutable=1", about: path)
    }

    private static func openForReading(
        _ location: String,
        about path: String
    ) throws(StoreError) -> DatabaseQueue {
        try translatingErrors(about: path) {
            var configuration = configuration(path: path)
            configuration.readonly = true
            let queue = try DatabaseQueue(path: location, configuration: configuration)
            try queue.read { db in
                try Schema.checkReadable(db, path: path)
                try Schema.checkEvents(db, path: path)
            }
            return queue
        }
    }
}
