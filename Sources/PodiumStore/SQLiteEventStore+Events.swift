import GRDB
public import PodiumCore

extension SQLiteEventStore {
    public func append(_ events: [Event], to session: SessionID) throws(StoreError) {
        guard let first = events.first else { return }
        try session.checkUsable()
        try Self.checkOrder(events, in: session)
        let rows = try translatingErrors(about: databasePath) {
            // One a call: it is not shared between threads, and making it costs less than a row.
            let codec = EventCodec()
            return try events.map { try codec.encode($0) }
        }
        guard first.sequence > 1 || rows[0].type == FactKind.sessionOpened.rawValue else {
            throw StoreError(
                .sequence,
                "Session \(session) cannot begin with \(rows[0].type).",
                advice: "The first event of a session is sessionOpened."
            )
        }
        try write { db in
            let (key, last) = try Self.position(of: session, in: db)
            guard first.sequence == (last ?? 0) + 1 else {
                throw StoreError(
                    .sequence,
                    "Event \(first.sequence) of session \(session) cannot be stored: the last one"
                        + " stored is \(last ?? 0).",
                    advice: "Another writer was there first, or events are missing; read the"
                        + " session again before going on."
                )
            }
            let session = try key ?? Self.register(session, in: db)
            let insertion = try db.cachedStatement(sql: EventRow.insertion)
            for row in rows { try EventRow.insert(row, of: session, by: insertion) }
            try SessionProjection.record(events, of: session, in: db)
            try AttemptProjection.record(events, of: session, in: db)
        }
    }

    public func events(
        of session: SessionID,
        after sequence: Int,
        limit: Int
    ) throws(StoreError) -> [Event] {
        guard limit > 0 else { return [] }
        let codec = EventCodec()
        return try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(EventRow.columns) FROM event
                    WHERE session = (SELECT id FROM session WHERE name = ?) AND sequence > ?
                    ORDER BY sequence LIMIT ?
                    """
            )
            try statement.bind(session.rawValue, at: 0)
            try statement.bind(sequence, at: 1)
            try statement.bind(limit, at: 2)
            var events: [Event] = []
            try statement.forEachRow { events.append(codec.decode(EventRow.read(statement))) }
            return events
        }
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

    /// The key of a session and the sequence of its last event.
    private static func position(
        of session: SessionID,
        in db: Database
    ) throws -> (key: Int64?, last: Int?) {
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

    private static func register(_ session: SessionID, in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(sql: "INSERT INTO session (name) VALUES (?)")
        try statement.bind(session.rawValue, at: 0)
        try statement.run()
        return db.lastInsertedRowID
    }
}
