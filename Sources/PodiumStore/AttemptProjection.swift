import GRDB
import PodiumCore

/// What each call took and came to, derived from the events alone: the workers' history and health,
/// and what was spent with each provider.
///
/// It is brought up to date in the transaction that appends, and can be dropped and rebuilt.
enum AttemptProjection {
    static let table = "attempt_record"

    /// In `failure`, for a call that was broken off from here.
    static let cancelled = "cancelled"

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE attempt_record (
                    session INTEGER NOT NULL,
                    attempt INTEGER NOT NULL,
                    worker TEXT NOT NULL,
                    provider TEXT,
                    is_step INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    started_at INTEGER NOT NULL,
                    estimated_input INTEGER NOT NULL,
                    sent_at INTEGER,
                    ended_at INTEGER,
                    end_sequence INTEGER,
                    input INTEGER,
                    output INTEGER,
                    picodollars INTEGER,
                    is_estimate INTEGER,
                    failure TEXT,
                    PRIMARY KEY (session, attempt)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    /// In a query of sessions, the names of those who were called for each one's steps, a line each, or
    /// what stands in for them in a file without the table.
    static func workersColumn(in db: Database) throws -> String {
        guard try db.tableExists(table) else { return "NULL" }
        return """
            (SELECT group_concat(worker, char(10)) FROM (
                SELECT worker FROM attempt_record WHERE session = session_summary.session AND is_step
                GROUP BY worker ORDER BY min(attempt)))
            """
    }

    /// Takes in events of one session, those just appended or all of a rebuild.
    static func record(_ events: [Event], of session: Int64, in db: Database) throws {
        for event in events {
            switch event.fact {
            case .attemptStarted(let fact) where fact.worker != Worker.personName:
                try start(fact, event, of: session, in: db)
            case .attemptSent(let fact):
                try send(fact.attempt, at: event.time, of: session, in: db)
            case .attemptFinished(let fact):
                try end(fact.attempt, fact.used, failure: nil, event, of: session, in: db)
            case .attemptFailed(let fact):
                let failure = fact.error.code.rawValue
                try end(fact.attempt, fact.used, failure: failure, event, of: session, in: db)
            case .attemptCancelled(let fact):
                try end(fact.attempt, fact.used, failure: cancelled, event, of: session, in: db)
            default: continue
            }
        }
    }

    private static func start(
        _ fact: AttemptStarted,
        _ event: Event,
        of session: Int64,
        in db: Database
    ) throws {
        let isStep = if case .step = fact.agent { 1 } else { 0 }
        let insert = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO attempt_record
                    (session, attempt, worker, provider, is_step, sequence, started_at,
                     estimated_input)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try insert.bind(session, at: 0)
        try insert.bind(fact.attempt.rawValue, at: 1)
        try insert.bind(fact.worker, at: 2)
        try insert.bind(fact.provider, at: 3)
        try insert.bind(isStep, at: 4)
        try insert.bind(event.sequence, at: 5)
        try insert.bind(event.time.microseconds, at: 6)
        try insert.bind(fact.estimatedInput, at: 7)
        try insert.run()
    }

    private static func send(
        _ attempt: AttemptID,
        at time: Timestamp,
        of session: Int64,
        in db: Database
    ) throws {
        let update = try db.cachedStatement(
            sql: "UPDATE attempt_record SET sent_at = ? WHERE session = ? AND attempt = ?"
        )
        try update.bind(time.microseconds, at: 0)
        try update.bind(session, at: 1)
        try update.bind(attempt.rawValue, at: 2)
        try update.run()
    }

    private static func end(
        _ attempt: AttemptID,
        _ used: AttemptUsage,
        failure: String?,
        _ event: Event,
        of session: Int64,
        in db: Database
    ) throws {
        let update = try db.cachedStatement(
            sql: """
                UPDATE attempt_record
                SET ended_at = ?, end_sequence = ?, input = ?, output = ?, picodollars = ?,
                    is_estimate = ?, failure = ?
                WHERE session = ? AND attempt = ?
                """
        )
        try update.bind(event.time.microseconds, at: 0)
        try update.bind(event.sequence, at: 1)
        try update.bind(used.usage.totalInput, at: 2)
        try update.bind(used.usage.output, at: 3)
        try update.bind(used.cost.picodollars, at: 4)
        try update.bind(used.isEstimate ? 1 : 0, at: 5)
        try update.bind(failure, at: 6)
        try update.bind(session, at: 7)
        try update.bind(attempt.rawValue, at: 8)
        try update.run()
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
                    WHERE session = ? AND type IN ('attemptStarted', 'attemptSent',
                        'attemptFinished', 'attemptFailed', 'attemptCancelled')
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
