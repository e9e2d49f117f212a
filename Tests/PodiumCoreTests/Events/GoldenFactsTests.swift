import Foundation
import PodiumCore
import PodiumTesting
import Testing

/// What is stored and printed is a promise to every later version and to other programs.
///
/// `facts.jsonl` holds the line of every sample. Its lines change only with a fact's version, or by a
/// field that is new and may be absent: `PODIUM_RECORD_FACTS=1` records them anew.
struct GoldenFactsTests {
    private let golden = GoldenFile(
        "facts.jsonl",
        in: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Golden"),
        variable: "PODIUM_RECORD_FACTS"
    )
    private let line = JSONLine()
    private let session = SessionID(rawValue: "20261123-233812-k3f9")

    private var events: [Event] {
        FactSamples.all.enumerated().map { index, fact in
            Event(
                sequence: index + 1,
                time: Timestamp(microseconds: 1_795_477_092_345_678),
                fact: fact
            )
        }
    }

    private func lines() throws -> [Substring] { try golden.text().split(separator: "\n") }

    @Test func `every fact is written as it was promised, byte for byte`() throws {
        let lines = try events.map { try line.text(of: $0, in: session) }
        try golden.verify(lines.map { $0 + "\n" }.joined())
    }

    @Test func `every promised line is read as the fact it was`() throws {
        let read = try lines().map { try line.event(from: String($0)) }
        #expect(read.map(\.event) == events)
        #expect(read.allSatisfy { $0.session == session })
    }

    @Test func `every kind of fact has a promised line`() throws {
        let kinds = try lines().map {
            try EventCodec().encode(line.event(from: String($0)).event).type
        }
        #expect(Set(kinds) == Set(FactKind.allCases.map(\.rawValue)))
    }
}
