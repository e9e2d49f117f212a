import FoundationEssentials
import GRDB
public import PodiumCore

extension SQLiteEventStore {
    public func sessions(limit: Int) throws(StoreError) -> [SessionSummary] {
        guard limit > 0 else { return [] }
        return try summaries(
            where: "true ORDER BY session_summary.opened_at DESC, name DESC LIMIT ?"
        ) { try $0.bind(limit, at: 0) }
    }

    /// The latest sessions that a person asked, without those that measured somebody.
    public func asked(limit: Int) throws(StoreError) -> [SessionSummary] {
        guard limit > 0 else { return [] }
        return try summaries(
            where: """
                NOT EXISTS (
                    SELECT 1 FROM event WHERE event.session = session.id AND sequence = 1 AND
                        CASE WHEN json_valid(body) THEN body ->> '$.program' LIKE '%' || ?
                        ELSE false END
                )
                ORDER BY session_summary.opened_at DESC, name DESC LIMIT ?
                """
        ) {
            try $0.bind(SessionOpened.measuringMark, at: 0)
            try $0.bind(limit, at: 1)
        }
    }

    /// The latest sessions that a client of the endpoint asked.
    ///
    /// - Parameter client: the name of its key; empty for those that asked without one.
    public func asked(by client: String, limit: Int) throws(StoreError) -> [SessionSummary] {
        guard limit > 0, try read(Schema.holdsClients) else { return [] }
        return try summaries(
            where: """
                session_summary.session IN (
                    SELECT session FROM client_session WHERE client = ?
                    ORDER BY session DESC LIMIT ?
                )
                ORDER BY session_summary.opened_at DESC, name DESC
                """
        ) {
            try $0.bind(client, at: 0)
            try $0.bind(limit, at: 1)
        }
    }

    public func session(_ id: SessionID) throws(StoreError) -> SessionSummary? {
        try summaries(where: "name = ?") { try $0.bind(id.rawValue, at: 0) }.first
    }

    private func summaries(
        where condition: String,
        bind: (Statement) throws -> Void
    ) throws(StoreError) -> [SessionSummary] {
        let decoder = JSONDecoder()
        var found = try read { db in
            let verdict = try VerdictTable.columns(in: db)
            let workers = try AttemptProjection.workersColumn(in: db)
            let client = try ClientProjection.columns(in: db)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT name, question, session_summary.opened_at, updated_at, event_count,
                        session_summary.outcome, answer, usage, cost, \(verdict.names), \(workers), \(client.names)
                    FROM session_summary JOIN session ON session.id = session_summary.session
                    \(verdict.join) \(client.join)
                    WHERE \(condition)
                    """
            )
            try bind(statement)
            var found: [SessionSummary] = []
            try statement.forEachRow { found.append(Self.summary(statement, decoder)) }
            return found
        }
        // Asked after the read, so that no file is touched while a snapshot is held open.
        for index in found.indices
        where found[index].status == .interrupted
            && locks.isHeld(found[index].id)
        {
            found[index].status = .running
        }
        return found
    }

    private static func summary(
        _ row: Statement,
        _ decoder: JSONDecoder
    ) -> SessionSummary {
        func value<Value: Decodable>(at index: Int, or zero: Value) -> Value {
            guard let json = row.optionalText(at: index) else { return zero }
            return (try? decoder.decode(Value.self, from: Data(json.utf8))) ?? zero
        }
        return SessionSummary(
            id: SessionID(rawValue: row.text(at: 0)),
            question: row.text(at: 1),
            openedAt: Timestamp(microseconds: row.integer(at: 2)),
            updatedAt: Timestamp(microseconds: row.integer(at: 3)),
            eventCount: Int(row.integer(at: 4)),
            status: row.optionalText(at: 5).flatMap(SessionSummary.Status.init) ?? .interrupted,
            answer: row.optionalText(at: 6),
            usage: value(at: 7, or: .zero),
            cost: value(at: 8, or: .zero),
            verdict: AnswerVerdict(row, at: 9),
            workers: (row.optionalText(at: 12) ?? "").split(separator: "\n").map(String.init),
            client: row.optionalText(at: 13).flatMap { name in
                ClientRequest.API(rawValue: row.text(at: 14)).map {
                    SessionSummary.Client(name: name, api: $0, model: row.text(at: 15))
                }
            }
        )
    }
}
