import GRDB
import PodiumCore

/// The events of one transaction of a session, encoded: what is left to do is for the one thread that
/// writes.
struct EventBatch: Sendable {
    private let session: SessionID
    private let events: [Event]
    private let rows: [StoredEvent]

    /// - Parameters:
    ///   - events: at least one.
    ///   - path: the database, for messages.
    init(_ events: [Event], of session: SessionID, for path: String) throws(StoreError) {
        self.session = session
        self.events = events
        try session.checkUsable()
        try Self.checkOrder(events, in: session)
        rows = try translatingErrors(about: path) {
            // One a batch: it is not shared between threads, and making it costs less than a row.
            let codec = EventCodec()
            return try events.map { try codec.encode($0) }
        }
        guard events[0].sequence > 1 || rows[0].type == FactKind.sessionOpened.rawValue else {
            throw StoreError(
                .sequence,
                "Session \(session) cannot begin with \(rows[0].type).",
                advice: "The first event of a session is sessionOpened."
            )
        }
    }

    /// Whether they begin the session, of which nothing is lost as long as they are not stored.
    var isBeginning: Bool { events[0].sequence == 1 }

    /// Writes the events and brings up to date what is derived from them. To be called inside a
    /// transaction.
    ///
    /// - Throws: `StoreError` when the events do not follow the last stored one; nothing of them has
    ///   been written then. `DatabaseError` when SQLite fails, which may be after some.
    func write(in db: Database) throws {
        let (known, last) = try position(in: db)
        guard events[0].sequence == (last ?? 0) + 1 else {
            throw StoreError(
                .sequence,
                "Event \(events[0].sequence) of session \(session) cannot be stored: the last one"
                    + " stored is \(last ?? 0).",
                advice: "Another writer was there first, or events are missing; read the"
                    + " session again before going on."
            )
        }
        let key = try known ?? register(in: db)
        let insertion = try db.cachedStatement(sql: EventRow.insertion)
        for row in rows { try EventRow.insert(row, of: key, by: insertion) }
        try SessionProjection.record(events, of: key, in: db)
        try AttemptProjection.record(events, of: key, in: db)
        try ClientProjection.record(events, of: key, in: db)
    }

    private static func checkOrder(
        _ events: [Event],
        in session: SessionID
    ) throws(StoreError) {
        // Sequences may come from an imported file, so that none may overflow here.
        var expected = events[0].sequence
        for event in events {
            guard event.sequence == expected, expected > 0, expected < .max else {
                throw StoreError(
                    .sequence,
                    "Event \(event.sequence) of session \(session) is out of order: \(expected)"
                        + " was expected.",
                    advice: "Events are numbered from 1, without gaps."
                )
            }
            expected += 1
        }
    }

    /// The key of the session and the sequence of its last event.
    private func position(in db: Database) throws -> (key: Int64?, last: Int?) {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, (SELECT max(sequence) FROM event WHERE event.session = session.id)
                FROM session WHERE name = ?
                """
        )
        try statement.bind(session.rawValue, at: 0)
        return try statement.firstRow {
            (statement.integer(at: 0), statement.optionalInteger(at: 1).map { Int($0) })
        } ?? (nil, nil)
    }

    private func register(in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(sql: "INSERT INTO session (name) VALUES (?)")
        try statement.bind(session.rawValue, at: 0)
        try statement.run()
        return db.lastInsertedRowID
    }
}
