import Foundation
import PodiumCore
import Testing

/// The sessions that come along were recorded by earlier versions.
struct BundledSessionTests {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../sessions").standardizedFileURL

    private func events(_ name: String) throws -> [Event] {
        let url = Self.directory.appending(path: name)
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            try JSONLine().event(from: String($0)).event
        }
    }

    @Test(arguments: ["coded-calculation.jsonl", "two-coded-numbers.jsonl"])
    func `a bundled session can be read whole, and keeps the rules of a run`(name: String) throws {
        var audit = SessionAudit(session: SessionID(rawValue: "bundled"))
        for event in try events(name) { audit.check(event) }
        #expect(audit.findings.isEmpty)
        #expect(audit.state.unknownEvents == 0)
        #expect(audit.state.closed?.outcome == .answered)
    }

    @Test func `every bundled session is read here`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.directory.path)
        #expect(
            files.filter { $0.hasSuffix(".jsonl") }.sorted() == [
                "coded-calculation.jsonl", "two-coded-numbers.jsonl",
            ]
        )
    }
}
