@testable import PodiumCore
import PodiumTesting
import Testing

struct SessionLinesTests {
    private static let session = SessionID(rawValue: "20261123-233812-k3f9")
    private let line = JSONLine()

    private func event(_ lines: inout SessionLines, _ text: String) throws -> Event {
        var text = text
        return try text.withUTF8 { try lines.event(from: $0) }
    }

    private func textEvent(_ lines: inout SessionLines, _ bytes: [UInt8]) -> Event? {
        bytes.withUnsafeBufferPointer { lines.textEvent(in: $0) }
    }

    /// A reader that has read the first line of the session.
    private func begun() throws -> SessionLines {
        var lines = SessionLines()
        let opened = try #require(FactSamples.all.first)
        let first = Event(sequence: 1, time: Timestamp(microseconds: 0), fact: opened)
        _ = try event(&lines, line.text(of: first, in: Self.session))
        return lines
    }

    private static let texts = [
        "", "plain ", "two\nlines", "tab\tand \"quotes\" and \\ and /", "é 漢字 👍🏽", "\u{1b}[31m",
        "\u{7f}\u{202e}\r\n",
    ]

    private func piece(_ text: String, _ channel: TextAppended.Channel, _ time: Int64) -> Event {
        let piece = TextAppended(attempt: AttemptID(7), channel: channel, text: text)
        return Event(
            sequence: 2,
            time: Timestamp(microseconds: 1_795_477_092_345_678 + time),
            fact: .textAppended(piece)
        )
    }

    @Test func `every event comes back as it was written`() throws {
        var lines = SessionLines()
        for (index, fact) in FactSamples.all.enumerated() {
            let event = Event(
                sequence: index + 1,
                time: Timestamp(microseconds: Int64(index) * 7_654_321),
                fact: fact
            )
            #expect(try self.event(&lines, line.text(of: event, in: Self.session)) == event)
        }
        #expect(lines.session == Self.session)
        #expect(lines.sequence == FactSamples.all.count)
    }

    @Test func `usual text is read directly, also at the turn of a minute`() throws {
        var lines = try begun()
        for text in Self.texts.prefix(5) {
            for time: Int64 in [0, 47_000_000, 48_000_000, -60_000_000] {
                for channel in [TextAppended.Channel.answer, .reasoning] {
                    let event = piece(text, channel, time)
                    let bytes = Array(try line.text(of: event, in: Self.session).utf8)
                    #expect(textEvent(&lines, bytes) == event)
                }
            }
        }
    }

    @Test func `what is read directly is what any reader finds, also in damaged lines`() throws {
        var lines = try begun()
        var direct = 0
        for seed in UInt64(1)...20_000 {
            var random = SeededGenerator(seed: seed)
            let text = Self.texts.randomElement(using: &random) ?? ""
            let event = piece(text, .answer, Int64.random(in: 0...90_000_000, using: &random))
            var bytes = Array(try line.text(of: event, in: Self.session).utf8)
            let marks = Array("{}[]\",:\\0-.eEnu90Z \u{0}\n".utf8) + [0xFF, 0xC3]
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                let mark = marks.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.remove(at: position)
                case 1: bytes[position] = mark
                default: bytes.insert(mark, at: position)
                }
            }
            guard let read = textEvent(&lines, bytes) else { continue }
            direct += 1
            let other = try line.anyEvent(from: String(decoding: bytes, as: UTF8.self))
            #expect(other.event == read && other.session == Self.session, "seed \(seed)")
        }
        #expect(direct > 2_000)
    }

    @Test func `a known fact is read as any line is, also a damaged one`() throws {
        let samples = try FactSamples.all.map {
            let event = Event(sequence: 1, time: Timestamp(microseconds: 0), fact: $0)
            return Array(try line.text(of: event, in: Self.session).utf8)
        }
        var known = 0
        for seed in UInt64(1)...6_000 {
            var random = SeededGenerator(seed: seed)
            var bytes = samples.randomElement(using: &random) ?? []
            // No exponents: a number beyond all numbers in a field that is not read is none of these.
            let marks = Array("{}[]\",:\\0-.nul1Ns \u{0}\n".utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                let mark = marks.randomElement(using: &random) ?? 0
                if random.once(in: 2) { bytes[position] = mark } else { bytes.remove(at: position) }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let read = line.knownEvent(from: text) else { continue }
            known += 1
            let other = try line.anyEvent(from: text)
            #expect(other.event == read.event && other.session == read.session, "seed \(seed)")
        }
        #expect(known > 700)
    }

    @Test func `a gap, another session and what is no text are told`() throws {
        func failure(_ bytes: [UInt8]) throws -> String {
            var lines = try begun()
            let error = try #require(throws: JSONLine.ReadError.self) {
                try bytes.withUnsafeBufferPointer { try lines.event(from: $0) }
            }
            return error.message
        }
        var late = piece("a", .answer, 0)
        late.sequence = 3
        let gap = try line.text(of: late, in: Self.session)
        #expect(try failure(Array(gap.utf8)) == "the sequence is 3, expected 2")
        let other = try line.text(
            of: piece("a", .answer, 0),
            in: SessionID(rawValue: "other")
        )
        #expect(try failure(Array(other.utf8)) == "this line belongs to another session, other")
        #expect(try failure([0x7B, 0xFF]) == "this is not UTF-8 text")
    }
}
