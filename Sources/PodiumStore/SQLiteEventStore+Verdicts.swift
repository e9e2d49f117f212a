import FoundationEssentials
import GRDB
public import PodiumCore

extension SQLiteEventStore: VerdictRecords {
    public func setVerdict(
        _ verdict: AnswerVerdict?,
        on session: SessionID
    ) throws(StoreError) {
        try write { db in
            let key = try Self.keyOfAnswered(session, in: db)
            if let verdict {
                try VerdictTable.set(verdict, on: key, in: db)
            } else {
                try VerdictTable.remove(from: key, in: db)
            }
        }
    }

    private static func keyOfAnswered(_ session: SessionID, in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, answer IS NOT NULL
                FROM session_summary JOIN session ON session.id = session_summary.session
                WHERE name = ?
                """
        )
        try statement.bind(session.rawValue, at: 0)
        let found = try statement.firstRow { (statement.integer(at: 0), statement.integer(at: 1)) }
        guard let (key, hasAnswer) = found else {
            throw StoreError(
                .other,
                "There is no session \(session) to judge.",
                advice: "`podium sessions list` shows those there are."
            )
        }
        guard hasAnswer == 1 else {
            throw StoreError(
                .other,
                "Session \(session) has no answer that could be right or wrong.",
                advice: "A session that has not ended can be judged when it has."
            )
        }
        return key
    }

    public func verdict(on session: SessionID) throws(StoreError) -> AnswerVerdict? {
        try self.session(session)?.verdict
    }

    public func outcomes(
        kinds: QuestionKinds,
        limit: Int
    ) throws(StoreError) -> [WorkerOutcome] {
        let sessions = try closedSessions(limit: limit)
        var outcomes: [WorkerOutcome] = []
        var fresh: [(session: Int64, entry: OutcomeProjection.Entry)] = []
        for session in sessions {
            let entry: OutcomeProjection.Entry
            if let known = session.entry {
                entry = known
            } else {
                entry = try fold(session.id, kinds: kinds)
                fresh.append((session.key, entry))
            }
            outcomes += entry.contributions.map {
                WorkerOutcome($0, to: session.id, kind: entry.kind, verdict: session.verdict)
            }
        }
        keep(fresh)
        return outcomes
    }

    /// Later, and only if it can be: it saves the next one who asks the folding, and nobody waits for it.
    private func keep(_ fresh: [(session: Int64, entry: OutcomeProjection.Entry)]) {
        guard let writer, !fresh.isEmpty else { return }
        writer.asyncWriteWithoutTransaction { db in
            try? db.inOneTransaction { db in try OutcomeProjection.record(fresh, in: db) }
        }
    }

    private func fold(
        _ session: SessionID,
        kinds: QuestionKinds
    ) throws(StoreError) -> OutcomeProjection.Entry {
        var state = SessionState(id: session)
        for event in try events(of: session, after: 0, limit: .max) { state.apply(event) }
        return OutcomeProjection.Entry(state, kinds: kinds)
    }

    /// A closed session, with its entry where that is known.
    private struct ClosedSession {
        var key: Int64
        var id: SessionID
        var verdict: AnswerVerdict.Value?
        var entry: OutcomeProjection.Entry?
    }

    private func closedSessions(limit: Int) throws(StoreError) -> [ClosedSession] {
        guard limit > 0 else { return [] }
        let decoder = JSONDecoder()
        return try read { db in
            let verdict = try VerdictTable.columns(in: db)
            let outcome = try OutcomeProjection.columns(in: db)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT session.id, session.name, \(verdict.names), \(outcome.names)
                    FROM session_summary JOIN session ON session.id = session_summary.session
                    \(verdict.join) \(outcome.join)
                    WHERE outcome IS NOT NULL ORDER BY opened_at DESC, name DESC LIMIT ?
                    """
            )
            try statement.bind(limit, at: 0)
            var sessions: [ClosedSession] = []
            try statement.forEachRow {
                sessions.append(
                    ClosedSession(
                        key: statement.integer(at: 0),
                        id: SessionID(rawValue: statement.text(at: 1)),
                        verdict: AnswerVerdict(statement, at: 2)?.value,
                        entry: OutcomeProjection.Entry(statement, at: 5, decoder)
                    )
                )
            }
            return sessions
        }
    }
}
