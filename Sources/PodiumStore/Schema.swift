import GRDB
import PodiumCore

/// The tables, their version, and the check that a file is one of ours.
enum Schema {
    /// Written to `user_version`. Grows with every migration.
    static let version = 4

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
            // By name and without a foreign key: a request may come before its session's first
            // event is stored.
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

    /// For a file that cannot be migrated because it is only read.
    static func checkReadable(_ db: Database, path: String) throws {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        // Later versions added tables beside the events and the list; reading needs only these.
        guard (1...version).contains(found) else {
            throw StoreError(
                .readOnly,
                found == 0
                    ? "\(path) holds no sessions yet."
                    : "\(path) has format version \(found) and must be brought to \(version).",
                advice: "Open it once with a Podium that may write it."
            )
        }
    }
}
