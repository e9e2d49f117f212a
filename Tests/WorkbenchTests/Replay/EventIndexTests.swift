import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// The rows of a recording, and its landmarks.
struct EventIndexTests {
    private static let other = Fact.workerReturned(WorkerReturned(worker: "w"))

    private static func piece(_ attempt: Int, _ text: String = "abc") -> Fact {
        .textAppended(TextAppended(attempt: AttemptID(attempt), text: text))
    }

    private static func events(_ facts: [Fact]) -> [Event] {
        facts.enumerated().map { index, fact in
            Event(
                sequence: index + 1,
                time: Timestamp(microseconds: Int64(index) * 1_000),
                fact: fact
            )
        }
    }

    private func spans(_ facts: [Fact]) -> [String] {
        EventIndex(Self.events(facts)).rows.map { row in
            "\(row.first)-\(row.last)" + (row.bytes.map { " \($0) B" } ?? "")
        }
    }

    @Test func `text of one call between two other events is one row, with its size`() {
        let facts = [Self.other, Self.piece(1), Self.piece(1, "é"), Self.other, Self.piece(1)]
        #expect(spans(facts) == ["1-1", "2-3 5 B", "4-4", "5-5 3 B"])
    }

    @Test func `calls that write at once have a row each, in the order in which they end`() {
        let facts = [Self.piece(1), Self.piece(2), Self.piece(2), Self.piece(1), Self.other]
        #expect(spans(facts) == ["2-3 6 B", "1-4 6 B", "5-5"])
    }

    @Test func `nothing has no rows`() {
        let index = EventIndex([])
        #expect(index.rows.isEmpty && index.markers.isEmpty)
        #expect(index.row(at: 0, in: []) == nil)
        #expect(index.row(at: 1, in: []) == nil)
        #expect(index.marker(after: 0, forward: true) == nil)
    }

    @Test(arguments: 0..<60) func `every event is in one row, and found there`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        // More calls than one writes with, and such as there are none.
        let calls = seed.isMultiple(of: 2) ? 4 : 70
        let facts = (0..<300).map { _ in
            Int.random(in: 0..<9, using: &random) == 0
                ? Self.other : Self.piece(Int.random(in: -1...calls, using: &random))
        }
        let events = Self.events(facts)
        let index = EventIndex(events)
        #expect(zip(index.rows, index.rows.dropFirst()).allSatisfy { $0.last < $1.last })
        #expect(index.rows.compactMap(\.bytes).reduce(0, +) == facts.count { $0 != Self.other } * 3)
        for (place, event) in events.enumerated() {
            let found = index.row(at: place + 1, in: events).map { index.rows[$0] }
            guard let found else {
                Issue.record("seed \(seed): event \(place + 1) is in no row")
                continue
            }
            #expect((found.first...found.last).contains(place + 1), "seed \(seed)")
            let isText = event.fact != Self.other
            #expect((found.bytes != nil) == isText, "seed \(seed)")
            #expect(isText == false || events[found.last - 1].fact == event.fact, "seed \(seed)")
        }
    }

    @Test func `the landmarks of a session are found from any place, forwards and backwards`() {
        let events = ReplaySession.history.events
        let index = EventIndex(events)
        let all = events.enumerated().filter { Landmark($1.fact) != nil }.map { $0.offset + 1 }
        #expect(index.markers.map(\.position) == all)
        for position in 0...events.count {
            let next = index.marker(after: position, forward: true)?.position
            let before = index.marker(after: position, forward: false)?.position
            #expect(next == all.first { $0 > position })
            #expect(before == all.last { $0 < position })
        }
    }

    @Test func `what happened has all landmarks`() {
        let found = Set(ReplaySession.history.events.compactMap { Landmark($0.fact) })
        #expect(found == Set(Landmark.allCases).subtracting([.stopped]))
    }
}
