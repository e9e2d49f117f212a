import Foundation
import Testing

extension EndToEndTests {
    /// Sessions that were run before, and those that come with the program.
    struct HistoryTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            // Who does what must not change with what is learned.
            try scratch.configure("conductor: rules\n")
        }

        @Test func `a session is replayed word for word`() throws {
            let run = try scratch.run("run", "--json", Sample.product)
            let id = try #require(try run.objects().first?["session"] as? String)
            #expect(try scratch.run("replay", id, "--json").bytes == run.bytes)
            #expect(try scratch.run("sessions", "show", id, "--json").bytes == run.bytes)
            let told = try scratch.run("replay", id, "--plain")
            #expect(told.status == 0)
            #expect(told.lines.contains("Answer: \(Sample.productAnswer)"))
            #expect(try scratch.run("sessions", "show", id).bytes == told.bytes)
        }

        @Test func `a session that was saved to a file is replayed from it`() throws {
            let run = try scratch.run("run", "--json", Sample.product)
            let file = try scratch.write(run.output, to: "saved.jsonl")
            let told = try scratch.run("replay", file, "--plain")
            #expect(told.status == 0)
            #expect(told.lines.contains("Answer: \(Sample.productAnswer)"))
        }

        @Test func `a saved session is replayed on the screen`() throws {
            let run = try scratch.run("run", "--json", Sample.product)
            try scratch.write(run.output, to: "saved.jsonl")
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM replay saved.jsonl")
            try terminal.wait(for: "workflow", "play/pause")
            try terminal.press("End")
            try terminal.wait(for: "✓ answer", Sample.productAnswer, "4 checker")
            try terminal.press("Home")
            try terminal.wait("the beginning") { !$0.contains("4 checker") }
            try terminal.press("q")
            try expectTerminalBack(terminal)
        }

        @Test func `without a session the replay is chosen, of recordings too`() throws {
            _ = try scratch.run("run", Sample.product)
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM replay")
            try terminal.wait(for: "watch again", "1 of 3")
            try terminal.type("recording morse")
            try terminal.wait(for: "A recording that comes with Podium.", "1 of 1")
            try terminal.press("Enter")
            try terminal.wait(for: "workflow", "play/pause", "/119")
            try terminal.press("End", "J")
            try terminal.wait(for: "119/119", "The run ends with an answer.", "23 of 23")
            try terminal.press("q")
            try expectTerminalBack(terminal)
            let run = try scratch.run("replay", "--plain")
            #expect(run.status == 2 && run.errors.contains("podium sessions list"))
        }

        @Test func `every recorded session that comes along can be replayed`() throws {
            let directory = ProgramFile.repository + "/sessions"
            let names = try FileManager.default.contentsOfDirectory(atPath: directory)
                .filter { $0.hasSuffix(".jsonl") }
            #expect(!names.isEmpty)
            for name in names {
                let run = try scratch.run("replay", "\(directory)/\(name)", "--plain")
                #expect(run.status == 0, "\(name): \(run.errors)")
                #expect(run.output.contains("Answer: "), "\(name)")
                #expect(run.controls.isEmpty, "\(name)")
            }
        }

        @Test func `sessions are listed the latest first`() throws {
            let questions = ["What is 6 times 7?", "What is 2 + 2?", "What is 3 * 3?"]
            for question in questions { _ = try scratch.run("run", question) }
            let sessions = try scratch.run("sessions", "list", "--json").objects()
            #expect(sessions.compactMap { $0["question"] as? String } == questions.reversed())
            #expect(sessions.compactMap { $0["answer"] as? String } == ["9", "4", "42"])
            #expect(try scratch.run("sessions", "list", "--limit", "2").lines.count == 2)
        }

        @Test func `doctor finds nothing wrong with a healthy machine`() throws {
            let run = try scratch.run("doctor", environment: ["TERM": "xterm-256color"])
            #expect(run.status == 0, "\(run.output)")
            #expect(run.output.contains("database"))
            #expect(run.errors.isEmpty)
        }
    }
}
