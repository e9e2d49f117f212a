import FoundationEssentials
import GRDB
import PodiumCore

/// The session list: what a summary shows of each session, derived from its events alone.
///
/// It is brought up to date in the transaction that appends, and can be dropped and rebuilt.
enum SessionProjection {
    static let table = "session_summary"

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE session_summary (
                    session INTEGER PRIMARY KEY,
                    question TEXT NOT NULL,
                    opened_at INTEGER NOT NULL,
                    updated_at INTEGER NOT NULL,
                    event_count INTEGER NOT NULL,
                    outcome TEXT,
                    answer TEXT,
                    usage TEXT,
                    cost TEXT
                ) STRICT;
                CREATE INDEX session_summary_opened_at ON session_summary (opened_at DESC);
                """
        )
    }

    /// Takes in events of one session: those just appended, or the telling ones of a rebuild.
    static func record(_ events: [Event], of session: Int64, in db: Database) throws {
        guard let last = events.last else { return }
        if let first = events.first, first.sequence == 1 {
            var question = ""
            if case .sessionOpened(let opened) = first.fact { question = opened.question }
            let insert = try db.cachedStatement(
                sql: """
                    INSERT INTO session_summary
                        (session, question, opened_at, updated_at, event_count)
                    VALUES (?, ?, ?, ?, ?)
                    """
            )
            try insert.bind(session, at: 0)
            try insert.bind(question, at: 1)
            try insert.bind(first.time.microseconds, at: 2)
            try insert.bind(last.time.microseconds, at: 3)
            try insert.bind(last.sequence, at: 4)
            try insert.run()
        } else {
            let update = try db.cachedStatement(
                sql: "UPDATE session_summary SET updated_at = ?, event_count = ? WHERE session = ?"
            )
            try update.bind(last.time.microseconds, at: 0)
            try update.bind(last.sequence, at: 1)
            try update.bind(session, at: 2)
            try update.run()
        }
        for event in events {
            switch event.fact {
            case .sessionClosed(let closed): try record(closed, of: session, in: db)
            case .sessionResumed: try reopen(session, in: db)
            default: continue
            }
        }
    }

    /// An end that was taken back is none.
    private static func reopen(_ session: Int64, in db: Database) throws {
        let update = try db.cachedStatement(
            sql: """
                UPDATE session_summary SET outcome = NULL, answer = NULL, usage = NULL, cost = NULL
                WHERE session = ?
                """
        )
        try update.bind(session, at: 0)
        try update.run()
        try OutcomeProjection.forget(session, in: db)
    }

    private static func record(
        _ closed: SessionClosed,
        of session: Int64,
        in db: Database
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        func json(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        let update = try db.cachedStatement(
            sql: """
                UPDATE session_summary SET outcome = ?, answer = ?, usage = ?, cost = ?
                WHERE session = ?
                """
        )
        try update.bind(closed.outcome.rawValue, at: 0)
        try update.bind(closed.answer, at: 1)
        try update.bind(try json(closed.usage), at: 2)
        try update.bind(try json(closed.cost), at: 3)
        try update.bind(session, at: 4)
        try update.run()
    }

    /// Drops the list and makes it again from the events.
    static func rebuild(_ db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS session_summary")
        try create(db)
        let codec = EventCodec()
        for session in try Int64.fetchAll(db, sql: "SELECT id FROM session") {
            // Only these events tell anything; reading the streamed text between would take most
            // of the time.
            let telling = try [
                event(of: session, where: "true ORDER BY sequence LIMIT 1", codec, db),
                event(
                    of: session,
                    where: "type IN ('sessionClosed', 'sessionResumed')"
                        + " ORDER BY sequence DESC LIMIT 1",
                    codec,
                    db
                ),
                event(of: session, where: "true ORDER BY sequence DESC LIMIT 1", codec, db),
            ]
            try record(telling.compactMap { $0 }, of: session, in: db)
        }
    }

    private static func event(
        of session: Int64,
        where condition: String,
        _ codec: EventCodec,
        _ db: Database
    ) throws -> Event? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(EventRow.columns) FROM event WHERE session = ? AND \(condition)
                """
        )
        try statement.bind(session, at: 0)
        return try statement.firstRow { codec.decode(EventRow.read(statement)) }
    }
}
