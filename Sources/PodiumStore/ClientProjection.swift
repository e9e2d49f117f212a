import GRDB
import PodiumCore

/// Who asked the sessions that clients of the endpoint asked, and what each comes to, derived from their
/// events alone. Sessions of persons are not in it.
///
/// It is brought up to date in the transaction that appends, and can be dropped and rebuilt. Its rows are
/// short, so that all of them are read in a few milliseconds.
enum ClientProjection {
    static let table = "client_session"

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE client_session (
                    session INTEGER PRIMARY KEY,
                    client TEXT NOT NULL,
                    api TEXT NOT NULL,
                    model TEXT NOT NULL,
                    opened_at INTEGER NOT NULL,
                    outcome TEXT,
                    calls INTEGER NOT NULL DEFAULT 0,
                    tokens INTEGER NOT NULL DEFAULT 0,
                    picodollars INTEGER NOT NULL DEFAULT 0,
                    nominal INTEGER NOT NULL DEFAULT 0,
                    has_unknown INTEGER NOT NULL DEFAULT 0
                ) STRICT;
                """
        )
    }

    /// Columns of a query that joins the table, or that stand in for it in a file without it.
    static func columns(in db: Database) throws -> (names: String, join: String) {
        guard try Schema.holdsClients(db) else { return ("NULL, NULL, NULL", "") }
        return (
            "client_session.client, client_session.api, client_session.model",
            "LEFT JOIN client_session ON client_session.session = session.id"
        )
    }

    /// What an event means for its session's row.
    private enum Change {
        case callBegan
        case callEnded(AttemptUsage)
        /// Nil when an end was taken back.
        case ended(SessionClosed.Outcome?)

        /// Nil for most events: those of text.
        init?(_ fact: Fact) {
            switch fact {
            case .attemptStarted: self = .callBegan
            case .attemptFinished(let fact): self = .callEnded(fact.used)
            case .attemptFailed(let fact): self = .callEnded(fact.used)
            case .attemptCancelled(let fact): self = .callEnded(fact.used)
            case .sessionClosed(let fact): self = .ended(fact.outcome)
            case .sessionResumed: self = .ended(nil)
            default: return nil
            }
        }
    }

    /// The part of a row that changes.
    private struct Tally {
        var outcome: String?
        /// Calls that have begun and not ended.
        var calls: Int
        var tokens: Int
        var cost: Cost

        mutating func apply(_ change: Change) {
            switch change {
            case .callBegan: calls += 1
            case .callEnded(let used):
                calls = max(0, calls - 1)
                tokens = tokens.addingClamped(used.usage.total)
                cost += used.cost
            case .ended(let outcome): self.outcome = outcome?.rawValue
            }
        }
    }

    /// Takes in events of one session, those just appended or all of a rebuild.
    static func record(_ events: [Event], of session: Int64, in db: Database) throws {
        if let first = events.first, first.sequence == 1 {
            // Nothing else is to be found for a person's session.
            guard case .sessionOpened(let opened) = first.fact, let client = opened.client else {
                return
            }
            let insert = try db.cachedStatement(
                sql: """
                    INSERT INTO client_session (session, client, api, model, opened_at)
                    VALUES (?, ?, ?, ?, ?)
                    """
            )
            try insert.bind(session, at: 0)
            try insert.bind(client.client, at: 1)
            try insert.bind(client.api.rawValue, at: 2)
            try insert.bind(client.model, at: 3)
            try insert.bind(first.time.microseconds, at: 4)
            try insert.run()
        }
        let changes = events.compactMap { Change($0.fact) }
        guard !changes.isEmpty, var tally = try tally(of: session, in: db) else { return }
        for change in changes { tally.apply(change) }
        try write(tally, of: session, in: db)
    }

    private static func tally(of session: Int64, in db: Database) throws -> Tally? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT outcome, calls, tokens, picodollars, nominal, has_unknown
                FROM client_session WHERE session = ?
                """
        )
        try statement.bind(session, at: 0)
        return try statement.firstRow {
            Tally(
                outcome: statement.optionalText(at: 0),
                calls: Int(statement.integer(at: 1)),
                tokens: Int(statement.integer(at: 2)),
                cost: Cost(statement, at: 3)
            )
        }
    }

    private static func write(_ tally: Tally, of session: Int64, in db: Database) throws {
        let update = try db.cachedStatement(
            sql: """
                UPDATE client_session
                SET outcome = ?, calls = ?, tokens = ?, picodollars = ?, nominal = ?, has_unknown = ?
                WHERE session = ?
                """
        )
        try update.bind(tally.outcome, at: 0)
        try update.bind(tally.calls, at: 1)
        try update.bind(tally.tokens, at: 2)
        try update.bind(tally.cost.picodollars, at: 3)
        try update.bind(tally.cost.nominal, at: 4)
        try update.bind(tally.cost.hasUnknown ? 1 : 0, at: 5)
        try update.bind(session, at: 6)
        try update.run()
    }

    /// Drops the table and makes it again from the events.
    static func rebuild(_ db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
        try create(db)
        let codec = EventCodec()
        let sessions = try Int64.fetchAll(
            db,
            sql: """
                SELECT session.id FROM session JOIN event
                    ON event.session = session.id AND event.sequence = 1
                WHERE CASE WHEN json_valid(body) THEN body ->> '$.client' IS NOT NULL
                    ELSE false END
                """
        )
        for session in sessions {
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(EventRow.columns) FROM event
                    WHERE session = ? AND (sequence = 1 OR type IN ('attemptStarted',
                        'attemptFinished', 'attemptFailed', 'attemptCancelled', 'sessionClosed',
                        'sessionResumed'))
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

extension Cost {
    /// From picodollars, nominal units and whether a part is unknown, in this order.
    init(_ row: Statement, at index: Int) {
        self.init(
            picodollars: row.integer(at: index),
            nominal: row.integer(at: index + 1),
            hasUnknown: row.integer(at: index + 2) != 0
        )
    }
}
