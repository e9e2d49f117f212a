import GRDB
import PodiumCore
@testable import PodiumStore
import PodiumTesting
import Testing

/// Verdicts, and what they make of the workers' outcomes.
@Suite struct VerdictTests {
    private let directory: TemporaryDirectory
    private let store: SQLiteEventStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try directory.store()
    }

    private static let verdict = AnswerVerdict(
        .right,
        author: "ann",
        time: Timestamp(microseconds: 7)
    )
    private static let kinds = QuestionKinds { $0.contains("×") ? "arithmetic" : nil }

    /// A session of one step that `quick` answers.
    private func answer(_ id: SessionID, in store: SQLiteEventStore, days: Int = 0) throws {
        var history = HistoryBuilder(
            session: id,
            start: Timestamp(microseconds: 1_800_000_000_000_000) + .seconds(86_400 * days)
        )
        history.open(plan: .chain(1))
        history.reply(1, "42")
        try store.append(history.events, to: id)
    }

    private func told(_ store: SQLiteEventStore, limit: Int = 10) throws -> [String] {
        try store.outcomes(kinds: Self.kinds, limit: limit)
            .map { "\($0.session) \($0.worker) \($0.kind) \($0.outcome)" }
    }

    @Test func `the latest verdict counts, and can be taken back`() throws {
        try answer(.first, in: store)
        #expect(try store.verdict(on: .first) == nil)
        try store.setVerdict(Self.verdict, on: .first)
        #expect(try store.verdict(on: .first) == Self.verdict)
        #expect(try store.sessions(limit: 1).first?.verdict == Self.verdict)
        let other = AnswerVerdict(.wrong, author: "bob", time: Timestamp(microseconds: 8))
        try store.setVerdict(other, on: .first)
        #expect(try directory.store().verdict(on: .first) == other)
        try store.setVerdict(nil, on: .first)
        try store.setVerdict(nil, on: .first)
        #expect(try store.verdict(on: .first) == nil)
    }

    @Test func `what has no answer cannot be judged`() throws {
        try store.append(openSession(), to: .first)
        expectStoreError(.other, naming: "no answer") {
            try store.setVerdict(Self.verdict, on: .first)
        }
        expectStoreError(.other, naming: "no session") {
            try store.setVerdict(Self.verdict, on: .second)
        }
        #expect(try store.verdict(on: .second) == nil)
    }

    @Test func `a verdict is no event, and survives a rebuild`() throws {
        try answer(.first, in: store)
        let events = try store.all()
        try store.setVerdict(Self.verdict, on: .first)
        try store.rebuildProjections()
        #expect(try store.all() == events)
        #expect(try store.verdict(on: .first) == Self.verdict)
    }

    @Test func `outcomes follow verdicts given before and after they are first asked for`() throws {
        try answer(.first, in: store)
        try answer(.second, in: store, days: 1)
        try store.setVerdict(Self.verdict, on: .first)
        let quick = ["\(SessionID.second) quick arithmetic", "\(SessionID.first) quick arithmetic"]
        #expect(try told(store) == ["\(quick[0]) unjudged", "\(quick[1]) right"])
        try store.setVerdict(
            AnswerVerdict(.wrong, author: "bob", time: Timestamp(microseconds: 9)),
            on: .second
        )
        try store.setVerdict(nil, on: .first)
        #expect(try told(store) == ["\(quick[0]) wrong", "\(quick[1]) unjudged"])
        #expect(try told(store, limit: 1) == ["\(quick[0]) wrong"])
        #expect(try told(store, limit: 0) == [])
    }

    @Test func `a session that runs has no outcomes, and has them when it ends`() throws {
        var history = HistoryBuilder(session: .first)
        history.open(plan: .chain(1))
        try store.append(history.events, to: .first)
        #expect(try told(store) == [])
        let count = history.events.count
        history.reply(1, "42")
        try store.append(Array(history.events[count...]), to: .first)
        #expect(try told(store) == ["\(SessionID.first) quick arithmetic unjudged"])
    }

    /// What is found is kept later; whoever writes next writes after that.
    private func untilKept() throws { try store.write { _ in } }

    @Test func `what was found is kept, and found again from the events`() throws {
        try answer(.first, in: store)
        let outcomes = try told(store)
        try untilKept()
        let kept = try projection()
        #expect(kept.count == 1)
        // Without the events what is kept is all there is.
        try store.write { db in
            try db.execute(sql: "UPDATE session_outcome SET kind = 'kept'")
        }
        #expect(try told(store) == ["\(SessionID.first) quick kept unjudged"])
        try store.rebuildProjections()
        #expect(try projection().isEmpty)
        #expect(try told(store) == outcomes)
        try untilKept()
        #expect(try projection() == kept)
        try store.write { db in
            try db.execute(sql: "UPDATE session_outcome SET contributions = '{of another form}'")
        }
        #expect(try told(store) == outcomes)
        try store.write { db in try db.execute(sql: "DROP TABLE session_outcome") }
        store.close()
        #expect(try told(try directory.store()) == outcomes)
    }

    @Test func `a store that is only read tells outcomes and keeps nothing`() throws {
        try answer(.first, in: store)
        try store.setVerdict(Self.verdict, on: .first)
        let reader = try directory.store(readOnly: true)
        #expect(try told(reader) == ["\(SessionID.first) quick arithmetic right"])
        #expect(try projection().isEmpty)
        expectStoreError(.readOnly) { try reader.setVerdict(nil, on: .first) }
    }

    @Test func `a file of the version before is read as it is, and brought up to date`() throws {
        try answer(.first, in: store)
        try store.write { db in
            try db.execute(
                sql: """
                    DROP TABLE verdict;
                    DROP TABLE session_outcome;
                    DROP TABLE client_session;
                    DELETE FROM grdb_migrations
                        WHERE identifier IN ('4 verdicts and outcomes', '5 clients');
                    PRAGMA user_version = 3;
                    """
            )
        }
        store.close()
        let reader = try directory.store(readOnly: true)
        #expect(try reader.session(.first)?.answer == "42")
        #expect(try reader.verdict(on: .first) == nil)
        #expect(try told(reader) == ["\(SessionID.first) quick arithmetic unjudged"])
        reader.close()
        let store = try directory.store()
        #expect(try store.schemaVersion() == SQLiteEventStore.latestSchemaVersion)
        try store.setVerdict(Self.verdict, on: .first)
        #expect(try told(store) == ["\(SessionID.first) quick arithmetic right"])
    }

    private func projection() throws -> [[DatabaseValue]] {
        try store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM session_outcome ORDER BY session")
                .map { Array($0.databaseValues) }
        }
    }
}
