import PodiumCore
import PodiumStore
import Testing

struct EventRoundTripTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `any events come back as they were appended`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        let events = random.session(events: 300)
        do {
            let store = try directory.store()
            for batch in random.batches(of: events) { try store.append(batch, to: .first) }
            #expect(try store.all() == events, "seed \(seed)")
        }
        let reopened = try directory.store().all()
        #expect(reopened == events, "seed \(seed)")
        #expect(try reopened.map(Self.bytes) == events.map(Self.bytes), "seed \(seed)")
    }

    @Test func `a fact of a later version is kept byte for byte`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        let later = [
            UnknownFact(
                type: "e\u{301}",
                version: 7,
                attempt: nil,
                text: nil,
                body: "{ \"z\":1.50,\"a\" : \"e\u{301}\\u00e9\" }"
            ),
            UnknownFact(
                type: "textAppended",
                version: 2,
                attempt: 1,
                text: "\u{0}x\u{0}",
                body: ""
            ),
        ]
        let events = later.enumerated().map {
            Event(sequence: $0 + 2, time: Timestamp(microseconds: 0), fact: .unknown($1))
        }
        try store.append(openSession(events: 1) + events, to: .first)
        let stored = try store.events(of: .first, after: 1, limit: 10)
        #expect(try stored.map(Self.bytes) == events.map(Self.bytes))
    }

    @Test func `pages put together are the whole`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(events: 100), to: .first)
        try store.append(openSession("Another", events: 10), to: .second)
        var pages: [Event] = []
        while case let page = try store.events(
            of: .first,
            after: pages.last?.sequence ?? 0,
            limit: 7
        ), !page.isEmpty {
            #expect(page.count <= 7)
            pages += page
        }
        #expect(pages == openSession(events: 100))
    }

    @Test func `reading beyond the end, or an unknown session, gives nothing`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(), to: .first)
        #expect(try store.events(of: .first, after: 3, limit: 10).isEmpty)
        #expect(try store.events(of: .first, after: .max, limit: .max).isEmpty)
        #expect(try store.events(of: .first, after: .min, limit: .max).count == 3)
        #expect(try store.events(of: .first, after: 0, limit: 0).isEmpty)
        #expect(try store.events(of: .first, after: 0, limit: .min).isEmpty)
        #expect(try store.events(of: .second, after: 0, limit: 10).isEmpty)
        #expect(try store.events(of: SessionID(rawValue: "'\u{0}"), after: 0, limit: 1).isEmpty)
    }

    /// Strings compare by canonical equivalence; this does not.
    private static func bytes(of event: Event) throws -> [[UInt8]?] {
        let stored = try EventCodec().encode(event)
        return [stored.type, stored.text, stored.body].map { $0.map { Array($0.utf8) } }
    }
}
