import GRDB
public import PodiumCore

/// What each finished call of a step took, derived from the events alone: the workers' history.
///
/// It is brought up to date in the transaction that appends, and can be dropped and rebuilt.
enum AttemptProjection {
    static let table = "attempt_record"

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE attempt_record (
                    session INTEGER NOT NULL,
                    attempt INTEGER NOT NULL,
                    worker TEXT NOT NULL,
                    started_at INTEGER NOT NULL,
                    ended_at INTEGER,
                    output INTEGER,
                    PRIMARY KEY (session, attempt)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    /// Takes in events of one session, those just appended or all of a rebuild.
    static func record(_ events: [Event], of session: Int64, in db: Database) throws {
        for event in events {
            switch event.fact {
            case .attemptStarted(let fact):
                guard case .step = fact.agent, fact.worker != Worker.personName else { continue }
                let insert = try db.cachedStatement(
                    sql: """
                        INSERT OR REPLACE INTO attempt_record
                            (session, attempt, worker, started_at) VALUES (?, ?, ?, ?)
                        """
                )
                try insert.bind(session, at: 0)
                try insert.bind(fact.attempt.rawValue, at: 1)
                try insert.bind(fact.worker, at: 2)
                try insert.bind(event.time.microseconds, at: 3)
                try insert.run()
            case .attemptFinished(let fact):
                let update = try db.cachedStatement(
                    sql: """
                        UPDATE attempt_record SET ended_at = ?, output = ?
                        WHERE session = ? AND attempt = ?
                        """
                )
                try update.bind(event.time.microseconds, at: 0)
                try update.bind(fact.used.usage.output, at: 1)
                try update.bind(session, at: 2)
                try update.bind(fact.attempt.rawValue, at: 3)
                try update.run()
            default: continue
            }
        }
    }

    /// Drops the records and makes them again from the events.
    static func rebuild(_ db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
        try create(db)
        let codec = EventCodec()
        for session in try Int64.fetchAll(db, sql: "SELECT id FROM session") {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(EventRow.columns) FROM event
                    WHERE session = ? AND type IN ('attemptStarted', 'attemptFinished')
                    ORDER BY sequence
                    """
            )
            try statement.bind(session, at: 0)
            var events: [Event] = []
            try statement.forEachRow { events.append(codec.decode(EventRow.read(statement))) }
            try record(events, of: session, in: db)
        }
    }
}

extension SQLiteEventStore: WorkerHistorySource {
    /// How many calls back the history reaches, of all workers together.
    private static let historyDepth = 20_000

    public func history(
        of workers: [String],
        limit: Int
    ) throws(StoreError) -> [WorkerHistory] {
        try read { db in
            // Without an index, which would cost every finished call a page or two more to write:
            // the latest rows are read backwards along the key.
            let statement = try db.cachedStatement(
                sql: """
                    SELECT output, (ended_at - started_at) / 1000 FROM (
                        SELECT * FROM attempt_record
                        ORDER BY session DESC, attempt DESC LIMIT \(Self.historyDepth)
                    )
                    WHERE worker = ? AND ended_at IS NOT NULL LIMIT ?
                    """
            )
            return try workers.compactMap { worker in
                try statement.bind(worker, at: 0)
                try statement.bind(limit, at: 1)
                var output: [Int] = []
                var milliseconds: [Int] = []
                try statement.forEachRow {
                    output.append(Int(statement.integer(at: 0)))
                    milliseconds.append(max(0, Int(statement.integer(at: 1))))
                }
                guard !output.isEmpty else { return nil }
                return WorkerHistory(worker: worker, output: output, milliseconds: milliseconds)
            }
        }
    }
}
