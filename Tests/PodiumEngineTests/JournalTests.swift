import PodiumCore
import PodiumEngine
import PodiumTesting
import Testing

struct JournalTests {
    @Test func `a cursor gets what came after it and no more than its limit`() {
        let events = (5...9).map { number in
            Event(
                sequence: number,
                time: Timestamp(microseconds: Int64(number)),
                fact: .textAppended(TextAppended(attempt: AttemptID(1), text: "\(number)"))
            )
        }
        let journal = Journal(
            session: SessionID(rawValue: "s"),
            store: InMemoryEventStore(),
            events: events
        )
        #expect(journal.events(after: 0).map(\.sequence) == [5, 6, 7, 8, 9])
        #expect(journal.events(after: 6).map(\.sequence) == [7, 8, 9])
        #expect(journal.events(after: 6, limit: 2).map(\.sequence) == [7, 8])
        #expect(journal.events(after: 9).isEmpty)
        #expect(journal.events(after: 99).isEmpty)
    }
}
