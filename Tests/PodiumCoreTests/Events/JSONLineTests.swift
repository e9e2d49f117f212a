import PodiumCore
import PodiumTesting
import Testing

struct JSONLineTests {
    private let line = JSONLine()
    private let session = SessionID(rawValue: "20261123-233812-k3f9")

    @Test func `a line is one JSON object with the header first`() throws {
        let event = Event(
            sequence: 3,
            time: Timestamp(microseconds: 1_795_477_092_345_678),
            fact: .textAppended(TextAppended(attempt: AttemptID(1), text: "a \"b\"\n"))
        )
        #expect(
            try line.text(of: event, in: session) == #"""
                {"session":"20261123-233812-k3f9","sequence":3,"time":"2026-11-23T23:38:12.345678Z",\#
                "type":"textAppended","version":1,"attempt":1,"text":"a \"b\"\n"}
                """#
        )
    }

    @Test func `a line holds nothing a terminal acts on`() throws {
        for fact in FactSamples.all {
            let event = Event(sequence: 1, time: Timestamp(microseconds: 0), fact: fact)
            let text = try line.text(of: event, in: session)
            let active = text.unicodeScalars.filter { scalar in
                scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                    || (0x202A...0x202E).contains(scalar.value)
            }
            #expect(active.isEmpty, "\(text)")
        }
    }

    @Test func `fields may come in any order, and new ones do no harm`() throws {
        let text = """
            {"attempt":2,"later":{"a":[]},"version":1,"step":1,"type":"stepFinished",\
            "time":"2026-01-02T03:04:05Z","sequence":9,"session":"s"}
            """
        let read = try line.event(from: text)
        #expect(read.session == SessionID(rawValue: "s"))
        #expect(
            read.event.fact
                == .stepFinished(StepFinished(step: StepID(1), attempt: AttemptID(2)))
        )
    }

    @Test(arguments: [
        "", "{", "null", "[]", "{}", "text", "{\"session\":\"s\"}",
        #"{"session":"s","sequence":"1","time":"2026-01-02T03:04:05Z","type":"t","version":1}"#,
        #"{"session":"s","sequence":1.5,"time":"2026-01-02T03:04:05Z","type":"t","version":1}"#,
        #"{"session":"s","sequence":1,"time":"yesterday","type":"t","version":1}"#,
        #"{"session":"s","sequence":1,"time":"2026-02-30T03:04:05Z","type":"t","version":1}"#,
        #"{"session":"s","sequence":1,"time":"2026-01-02T03:04:05Z","type":null,"version":1}"#,
    ])
    func `what is no event is refused`(text: String) {
        #expect(throws: JSONLine.ReadError.self) { try line.event(from: text) }
    }

    @Test func `an error quotes the time it cannot read`() throws {
        let error = try #require(throws: JSONLine.ReadError.self) {
            try line.event(
                from: #"{"session":"s","sequence":1,"time":"noon","type":"t","version":1}"#
            )
        }
        #expect(error.description == "noon is no time such as 2026-11-23T23:38:12.345678Z")
    }

    @Test func `damaged lines and random bytes never trap, and what is read can be written`() throws
    {
        let lines = try FactSamples.all.map {
            try line.text(
                of: Event(sequence: 1, time: Timestamp(microseconds: 0), fact: $0),
                in: session
            )
        }
        for seed in UInt64(1)...3_000 {
            var random = SeededGenerator(seed: seed)
            var bytes =
                random.once(in: 5)
                ? (0..<Int.random(in: 0...80, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                } : Array(lines[Int.random(in: 0..<lines.count, using: &random)].utf8)
            let marks = Array("{}[]\",:\\0-.eEnull\u{0}\n".utf8)
            for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.remove(at: position)
                case 1: bytes[position] = marks[Int.random(in: 0..<marks.count, using: &random)]
                default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: position)
                }
            }
            guard let read = try? line.event(from: String(decoding: bytes, as: UTF8.self)) else {
                continue
            }
            let again = try line.text(of: read.event, in: read.session)
            let reread = try line.event(from: again)
            #expect(reread == read, "seed \(seed)")
        }
    }

    @Test func `a line nested without end is refused or read, and does not trap`() {
        for opener in ["[", "{\"a\":"] {
            let text =
                #"{"session":"s","sequence":1,"time":"2026-01-02T03:04:05Z","type":"t","version":1,"x":"#
                + String(repeating: opener, count: 100_000)
            #expect(throws: JSONLine.ReadError.self) { try line.event(from: text) }
        }
    }
}
