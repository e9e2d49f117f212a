import Foundation
import PodiumCore
import PodiumStudio
import PodiumTesting
import Testing

/// Sessions that were written to files, by whatever system and however long.
struct StoredSessionTests {
    private let bench: StudioBench

    init() throws {
        bench = try StudioBench()
    }

    /// A session with a line longer than what is read at once, and many short ones.
    private static let events: [Event] = {
        var book = HistoryBuilder()
        book.open(plan: .chain(2))
        book.text(1, String(repeating: "A long line of é and 漢字. ", count: 20_000))
        for number in 1...5_000 { book.text(1, "piece \(number)\n") }
        book.finish(1)
        book.reply(2, "Answer: 42")
        return book.events
    }()

    private static func lines() throws -> [String] {
        let session = SessionID(rawValue: "20270115-080000-test")
        return try events.map { try JSONLine().text(of: $0, in: session) }
    }

    private func open(_ text: String) throws -> StoredSession {
        try StoredSession(named: bench.write(text, to: "session.jsonl"), at: bench.places)
    }

    @Test(arguments: ["\n", "\r\n", "\n\n", "\r\n \t\r\n"])
    func `whatever ends its lines, a file is read whole`(end: String) throws {
        let text = try Self.lines().joined(separator: end)
        for whole in [text, text + end, "\u{FEFF}" + text] {
            let session = try open(whole)
            #expect(session.isFile)
            #expect(session.id.rawValue == "20270115-080000-test")
            #expect(try session.rest() == Self.events)
            #expect(try session.next() == nil)
        }
    }

    @Test func `a line that is no event is told with its number, after those before it`() throws {
        let lines = try Self.lines()
        func failure(_ lines: [String]) throws -> String {
            let session = try open(lines.joined(separator: "\n"))
            let error = try #require(throws: StudioError.self) { try session.rest() }
            return "\(error)"
        }
        #expect(
            try failure(Array(lines.prefix(4)) + ["", "{"]).contains("line 6: this is no event")
        )
        #expect(
            try failure(Array(lines.prefix(4)) + lines.dropFirst(5))
                .contains("line 5: the sequence is 6, expected 5")
        )
        let cut = lines.joined(separator: "\n").dropLast(9)
        #expect(try failure([String(cut)]).contains("line \(lines.count): this is no event"))
        let session = try open((Array(lines.prefix(3)) + ["x"]).joined(separator: "\n"))
        for event in Self.events.prefix(3) { #expect(try session.next() == event) }
    }

    @Test func `what holds no events, or is no file, is told at once`() throws {
        for text in ["", "\n \n"] {
            #expect(throws: StudioError.self) { try open(text) }
        }
        #expect(throws: StudioError.self) { try StoredSession(named: "/", at: bench.places) }
        let path = try bench.write("", to: "latin.jsonl")
        try Data([0x7B, 0xE9, 0x0A]).write(to: URL(filePath: path))
        let error = try #require(throws: StudioError.self) {
            try StoredSession(named: path, at: bench.places)
        }
        #expect("\(error)".contains("line 1: this is not UTF-8 text"))
    }

    @Test func `recordings that come along are told apart from what is none`() throws {
        let share = FileManager.default.temporaryDirectory
            .appending(path: "podium-share-\(UUID().uuidString)")
        let sessions = share.appending(path: "sessions")
        try FileManager.default.createDirectory(at: sessions, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: share) }
        let texts = [
            "whole.jsonl": try Self.lines().joined(separator: "\n"),
            "broken.jsonl": "{", "empty.jsonl": "", "other.txt": "x",
            "cut.jsonl": try Self.lines().dropLast(3).joined(separator: "\n"),
        ]
        for (name, text) in texts {
            let file = sessions.appending(path: name)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let places = Places(environment: ["PODIUM_SHARE": share.path])
        let found = Recording.all(at: places)
        let names = found.map { URL(filePath: $0.path).lastPathComponent }
        #expect(names == ["cut.jsonl", "whole.jsonl"])
        #expect(found.map(\.summary.status) == [.interrupted, .answered])
        #expect(found.last?.summary.answer == "42")
        #expect(found.last?.summary.workers == ["quick", "deep"])
        #expect(found.last?.summary.eventCount == Self.events.count)
        #expect(Recording.all(at: Places(environment: ["PODIUM_SHARE": "/nowhere"])).isEmpty)
    }

    @Test func `a session of the store is read to its end, however many pages it has`() async throws
    {
        let studio = try bench.studio()
        let id = try studio.open(RunRequest("6 * 7"))
        let count = try await studio.follow(id).all().state.sequence
        let session = try StoredSession(named: id.rawValue, at: bench.places)
        #expect(!session.isFile)
        let events = try session.rest()
        #expect(events.map(\.sequence) == Array(1...count))
    }
}
