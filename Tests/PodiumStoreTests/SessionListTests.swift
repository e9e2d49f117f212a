import GRDB
import PodiumCore
@testable import PodiumStore
import Testing

struct SessionListTests {
    @Test func `a summary follows the events`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession("Why?\u{0}!", events: 3), to: .first)
        let open = try #require(try store.session(.first))
        #expect(
            open
                == SessionSummary(
                    id: .first,
                    question: "Why?\u{0}!",
                    openedAt: Timestamp(microseconds: 1_000_001),
                    updatedAt: Timestamp(microseconds: 1_000_003),
                    eventCount: 3,
                    status: .interrupted
                )
        )
        try store.append([closed(sequence: 4)], to: .first)
        let summary = try #require(try store.session(.first))
        #expect(summary.status == .answered)
        #expect(summary.answer == "Rayleigh scattering.")
        #expect(summary.usage == Usage(input: 10, output: 20))
        #expect(summary.cost == Cost(picodollars: 30, nominal: 4))
        #expect(summary.eventCount == 4)
        #expect(summary.updatedAt == Timestamp(microseconds: 2_000_000))
        #expect(try store.session(.second) == nil)
    }

    @Test(arguments: SessionClosed.Outcome.allCases)
    func `each outcome has its status`(outcome: SessionClosed.Outcome) throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(
            openSession(events: 1) + [closed(outcome, answer: nil, sequence: 2)],
            to: .first
        )
        #expect(try store.session(.first)?.status.rawValue == outcome.rawValue)
    }

    @Test func `the latest session comes first`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        for (name, time) in [("b", 20), ("a", 10), ("d", 30), ("c", 30)] as [(String, Int64)] {
            try store.append(openSession(events: 1, at: time), to: SessionID(rawValue: name))
        }
        #expect(try store.sessions(limit: 10).map(\.id.rawValue) == ["d", "c", "b", "a"])
        #expect(try store.sessions(limit: 2).map(\.id.rawValue) == ["d", "c"])
        #expect(try store.sessions(limit: 0).isEmpty)
        #expect(try store.sessions(limit: .min).isEmpty)
    }

    @Test func `those that measured somebody are not among those that were asked`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        let programs = ["podium 1", "podium 1 (measuring)", "(measuring) podium", "podium 2"]
        for (number, program) in programs.enumerated() {
            var opened = SessionOpened.asking("Why?")
            opened.program = program
            #expect(opened.isMeasuring == (number == 1))
            try store.append(
                [
                    Event(
                        sequence: 1,
                        time: Timestamp(microseconds: Int64(number)),
                        fact: .sessionOpened(opened)
                    )
                ],
                to: SessionID(rawValue: "\(number)")
            )
        }
        #expect(try store.asked(limit: 10).map(\.id.rawValue) == ["3", "2", "0"])
        #expect(try store.asked(limit: 2).map(\.id.rawValue) == ["3", "2"])
        #expect(try store.sessions(limit: 10).count == 4)
        #expect(try store.asked(limit: .min).isEmpty)
        // A damaged event hides nothing and breaks nothing.
        try store.write { db in try db.execute(sql: "UPDATE event SET body = '{' WHERE session = 2")
        }
        #expect(try store.asked(limit: 10).count == 4)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `the rebuilt list equals the one kept while appending`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        for number in 0..<12 {
            let id = SessionID(rawValue: "session-\(number)")
            let events = random.session(events: Int.random(in: 1...60, using: &random))
            for batch in random.batches(of: events) { try store.append(batch, to: id) }
        }
        let kept = try Self.projection(of: store)
        #expect(kept.count == 12)
        try store.rebuildProjections()
        #expect(try Self.projection(of: store) == kept, "seed \(seed)")
    }

    @Test func `a list that is missing is rebuilt on opening`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession() + [closed(sequence: 4)], to: .first)
        let summary = try store.session(.first)
        try store.write { db in try db.execute(sql: "DROP TABLE session_summary") }
        store.close()
        #expect(try directory.store().session(.first) == summary)
    }

    @Test func `statistics count what is stored`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        #expect(try store.statistics().events == 0)
        try store.append(openSession(events: 3), to: .first)
        try store.append(openSession(events: 4), to: .second)
        let statistics = try store.statistics()
        #expect(statistics.sessions == 2)
        #expect(statistics.events == 7)
        #expect(statistics.databaseBytes > 0)
        #expect(statistics.writeAheadLogBytes > 0)
        #expect(try store.schemaVersion() == SQLiteEventStore.latestSchemaVersion)
        #expect(try store.quickCheck() == [])
    }

    /// Every value of the table, in the order of its key.
    private static func projection(of store: SQLiteEventStore) throws -> [[DatabaseValue]] {
        try store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM session_summary ORDER BY session")
                .map { Array($0.databaseValues) }
        }
    }
}
