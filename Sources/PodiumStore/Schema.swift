import GRDB
import PodiumCore

/// The tables, their version, and the check that a file is one of ours.
enum Schema {
    /// Written to `user_version`. Grows with every migration.
    static let version = 5

    /// `Podm`, written to `application_id`, by which `file(1)` and we know the file.
    static let applicationID: Int64 = 0x506F_646D

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 events") { db in
            // The id's text is stored once, and not in the session list: that is a projection and
            // may be dropped, while events must keep knowing whose they are. Without a rowid the
            // key is the table: measured a tenth faster to write and a seventh smaller.
            try db.execute(
                sql: """
                    CREATE TABLE session (
                        id INTEGER PRIMARY KEY,
                        name TEXT NOT NULL UNIQUE
                    ) STRICT;
                    CREATE TABLE event (
                        session INTEGER NOT NULL,
                        sequence INTEGER NOT NULL,
                        time INTEGER NOT NULL,
                        type TEXT NOT NULL,
                        version INTEGER NOT NULL,
                        attempt INTEGER,
                        text TEXT,
                        body TEXT,
                        PRIMARY KEY (session, sequence)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
            try SessionProjection.create(db)
            try db.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);
                    PRAGMA user_version = 1;
                    """
            )
        }
        migrator.registerMigration("2 overrides and history") { db in
            try OverrideRequestTable.create(db)
            try AttemptProjection.rebuild(db)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3 providers and health") { db in
            try AttemptProjection.rebuild(db)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4 verdicts and outcomes") { db in
            try VerdictTable.create(db)
            try OutcomeProjection.create(db)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5 clients") { db in
            try ClientProjection.rebuild(db)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        return migrator
    }

    /// Refuses a file that is another program's, or of a later version of this one.
    ///
    /// Called on every new connection before anything is written through it.
    static func check(_ db: Database, path: String) throws {
        let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if application == 0, try isUnused(db) { return }
        guard application == applicationID else {
            throw StoreError(
                .notADatabase,
                "\(path) is a SQLite database, but not one of Podium's.",
                advice: "Move the file away, or choose another data directory."
            )
        }
        let isSuperseded = try migrator.hasBeenSuperseded(db)
        guard found <= version, !isSuperseded else {
            let theirs = found > version ? "version \(found)" : "a version later than \(version)"
            throw StoreError(
                .newerVersion,
                "\(path) was written by a newer Podium: its format is \(theirs), and this one"
                    + " knows formats up to version \(version).",
                advice: "Update Podium, or choose another data directory."
            )
        }
    }

    /// The tables whose contents are nowhere else.
    private static let essentialTables = ["session", "event"]

    /// The others, and how they are made again: from the events, or empty.
    private static let derivedTables:
        [(name: String, version: Int, make: @Sendable (Database) throws -> Void)] =
            [
                (SessionProjection.table, 1, SessionProjection.rebuild),
                (OverrideRequestTable.table, 2, OverrideRequestTable.create),
                (AttemptProjection.table, 3, AttemptProjection.rebuild),
                (VerdictTable.table, 4, VerdictTable.create),
                (OutcomeProjection.table, 4, OutcomeProjection.reset),
                (ClientProjection.table, 5, ClientProjection.rebuild),
            ]

    /// Refuses a file of Podium's that has lost its events.
    static func checkEvents(_ db: Database, path: String) throws {
        guard let missing = try essentialTables.first(where: { try !db.tableExists($0) }) else {
            return
        }
        throw StoreError(
            .damaged,
            "\(path) has lost its table \(missing), and with it the sessions.",
            advice: "Put a copy of it back, or move the file away; Podium then starts an empty one."
        )
    }

    /// The tables beside the events that a file of its version has lost.
    static func lostTables(_ db: Database) throws -> [String] {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        return try derivedTables.filter { try $0.version <= found && !db.tableExists($0.name) }
            .map(\.name)
    }

    static func makeAgain(_ lost: [String], in db: Database) throws {
        for table in derivedTables where lost.contains(table.name) { try table.make(db) }
    }

    /// Whether nothing is in it yet but what the first moments of a migration leave when they are
    /// cut off.
    private static func isUnused(_ db: Database) throws -> Bool {
        let tables = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM sqlite_master
                WHERE name NOT LIKE 'grdb_migrations%' AND name NOT LIKE 'sqlite_%'
                """
        )
        return tables == 0
    }

    /// Whether the file has the records of calls as this version reads them.
    static func holdsWorkerRecords(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 >= 3
    }

    /// Whether the file has the tables of verdicts and outcomes.
    static func holdsVerdicts(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 >= 4
    }

    /// Whether the file knows which sessions clients of the endpoint asked.
    static func holdsClients(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 >= 5
    }

    /// For a file that cannot be migrated because it is only read.
    static func checkReadable(_ db: Database, path: String) throws {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        // Later versions added tables beside the events and the list; reading needs only these.
        guard found > 0 else {
            throw StoreError(
                .empty,
                "\(path) holds no sessions yet.",
                advice: "Ask something: podium"
            )
        }
        guard found <= version else {
            throw StoreError(
                .readOnly,
                "\(path) has format version \(found) and must be brought to \(version).",
                advice: "Open it once with a Podium that may write it."
            )
        }
        if let lost = try lostTables(db).first {
            throw StoreError(
                .damaged,
                "\(path) has lost its table \(lost); the sessions are there.",
                advice: "`podium doctor` makes the table again."
            )
        }
    }
}
