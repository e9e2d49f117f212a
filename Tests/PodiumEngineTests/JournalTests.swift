import PodiumCore
@testable import PodiumEngine
import PodiumTesting
import Testing

struct JournalTests {
    @Test func `a cursor gets what came after it and no more than its limit`() throws {
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
        #expect(try journal.events(after: 0).map(\.sequence) == [5, 6, 7, 8, 9])
        #expect(try journal.events(after: 6).map(\.sequence) == [7, 8, 9])
        #expect(try journal.events(after: 6, limit: 2).map(\.sequence) == [7, 8])
        #expect(try journal.events(after: 9).isEmpty)
        #expect(try journal.events(after: 99).isEmpty)
    }

    @Test func `who is far behind gets from the store what is no longer held`() async throws {
        let session = SessionID(rawValue: "s")
        let store = InMemoryEventStore()
        let journal = Journal(session: session, store: store)
        let events = (1...1_000).map { number in
            Event(
                sequence: number,
                time: Timestamp(microseconds: Int64(number)),
                fact: .textAppended(TextAppended(attempt: AttemptID(1), text: "\(number)"))
            )
        }
        for event in events { try await journal.append([event]) }
        #expect(try journal.events(after: 0) == events)
        #expect(try journal.events(after: 10, limit: 5) == Array(events[10..<15]))
        // What is held needs no store, and nothing falls between the two.
        for cursor in 990..<1_000 {
            #expect(try journal.events(after: cursor) == Array(events[cursor...]))
        }
        for cursor in stride(from: 700, to: 1_000, by: 7) {
            #expect(try journal.events(after: cursor).first == events[cursor])
        }
        // So is a session that was taken over.
        let taken = Journal(session: session, store: store, events: events)
        #expect(try taken.events(after: 0) == events)
    }
}
