import GRDB
public import PodiumCore

extension SQLiteEventStore {
    public func append(_ events: [Event], to session: SessionID) throws(StoreError) {
        guard !events.isEmpty else { return }
        let batch = try EventBatch(events, of: session, for: databasePath)
        try write { db in try batch.write(in: db) }
    }

    public nonisolated(nonsending) func commit(
        _ events: [Event],
        to session: SessionID
    ) async throws {
        guard !events.isEmpty else { return }
        guard let committer else { throw openedForReading }
        try await committer.commit(EventBatch(events, of: session, for: databasePath))
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
}
