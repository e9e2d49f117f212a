import PodiumCore

@testable import PodiumProviders
import Testing

@Suite struct ServerSentEventParserTests {
    private func parse(_ chunks: [[UInt8]], limit: Int = 1 << 20) throws -> [ServerSentEvent] {
        var parser = ServerSentEventParser(limit: limit)
        var events: [ServerSentEvent] = []
        for chunk in chunks { try parser.feed(chunk, into: &events) }
        return events
    }

    private func parse(_ text: String) throws -> [ServerSentEvent] {
        try parse([Array(text.utf8)])
    }

    @Test func `the examples of the specification are read`() throws {
        let stocks = try parse("data: YHOO\ndata: +2\ndata: 10\n\n")
        #expect(stocks.map(\.text) == ["YHOO\n+2\n10"])

        let ids = try parse(
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\n"
        )
        #expect(ids.map(\.text) == ["first event", "second event"])
        #expect(ids.map(\.lastEventID) == ["1", ""])

        // The third block is unfinished and is dropped.
        #expect(try parse("data\n\ndata\ndata\n\ndata:").map(\.text) == ["", "\n"])
        #expect(try parse("data:test\n\ndata: test\n\n").map(\.text) == ["test", "test"])
    }

    @Test func `lines end with LF, CR or CRLF`() throws {
        for end in ["\n", "\r", "\r\n"] {
            let events = try parse("event: a\(end)data: 1\(end)\(end)data: 2\(end)\(end)")
            #expect(events.map(\.text) == ["1", "2"])
            #expect(events.map(\.type) == ["a", "message"])
        }
    }

    @Test func `a CRLF split between chunks is one line end`() throws {
        let events = try parse(["data: 1\r", "\ndata: 2\r", "\n\r", "\n"].map { Array($0.utf8) })
        #expect(events.map(\.text) == ["1\n2"])
    }

    @Test func `one byte order mark is dropped, also when it comes in pieces`() throws {
        let text = Array("data: 1\n\n".utf8)
        #expect(try parse([[0xEF], [0xBB], [0xBF] + text]).map(\.text) == ["1"])
        // A second one makes the field's name unknown.
        #expect(try parse([[0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + text]).isEmpty)
        // Half a mark is part of the first line.
        #expect(try parse([[0xEF, 0xBB], text + text]).map(\.text) == ["1"])
    }

    @Test func `comments, unknown fields and blocks without data give no event`() throws {
        #expect(try parse(": ping\n\nfoo: bar\n\nevent: x\n\n").isEmpty)
        #expect(try parse("event: x\n\ndata: 1\n\n").map(\.type) == ["message"])
    }

    @Test func `an id with a null is ignored and an id stays until the next`() throws {
        let events = try parse("id: 7\ndata: a\n\nid: \0\ndata: b\n\n")
        #expect(events.map(\.lastEventID) == ["7", "7"])
    }

    @Test func `a reconnection time must be digits`() throws {
        var parser = ServerSentEventParser()
        var events: [ServerSentEvent] = []
        try parser.feed(Array("retry: 1500\nretry: 2s\nretry: -1\n\n".utf8), into: &events)
        #expect(parser.reconnectionMilliseconds == 1500)
    }

    @Test func `malformed text is replaced`() throws {
        let events = try parse([Array("data: a".utf8) + [0xFF] + Array("b\n\n".utf8)])
        #expect(events.map(\.text) == ["a\u{FFFD}b"])
    }

    @Test func `an event beyond the limit is refused, and those before it are kept`() {
        let endlessLine = Array("data: ok\n\n".utf8) + Array(repeating: 65, count: 200)
        let endlessEvent = Array("data: ok\n\n".utf8) + Array("data: 0123456789\n".utf8)
        for (start, repeated) in [(endlessLine, [65]), (endlessEvent, Array("data: x\n".utf8))] {
            var parser = ServerSentEventParser(limit: 100)
            var events: [ServerSentEvent] = []
            #expect(throws: ServerSentEventParser.LimitExceeded(limit: 100)) {
                try parser.feed(start, into: &events)
                for _ in 0..<200 { try parser.feed(repeated, into: &events) }
            }
            #expect(events.map(\.text) == ["ok"])
        }
    }

    @Test(arguments: 0..<60) func `the events do not depend on how the bytes are cut`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let atoms = [
            "data", ":", " ", "\n", "\r", "\r\n", "\n\n", "event", "id", "retry", "é漢🙂", "x", "\0",
            "data: {\"a\":1}\n\n", "\u{FEFF}",
        ]
        var bytes: [UInt8] = Bool.random(using: &generator) ? [0xEF, 0xBB, 0xBF] : []
        for _ in 0..<Int.random(in: 0...300, using: &generator) {
            bytes += Array((atoms.randomElement(using: &generator) ?? "").utf8)
            if Int.random(in: 0..<20, using: &generator) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &generator))
            }
        }
        let whole = try parse([bytes])
        for _ in 0..<5 {
            #expect(try parse(bytes.cutAtRandom(using: &generator)) == whole, "seed \(seed)")
        }
        #expect(try parse(bytes.map { [$0] }) == whole, "seed \(seed)")
    }

    @Test func `what is no field is kept aside, up to a limit`() throws {
        var parser = ServerSentEventParser()
        var events: [ServerSentEvent] = []
        try parser.feed(Array("{\"a\": 1,\n: comment\ndata: x\n\n}\n".utf8), into: &events)
        #expect(events.map(\.text) == ["x"])
        #expect(parser.strayBytes == Array("{\"a\": 1,\n}\n".utf8))
        for _ in 0..<5 {
            try parser.feed(Array(repeating: 0x61, count: 9999) + [0x0A], into: &events)
        }
        #expect(parser.strayBytes.count < 17_000)
    }
}
