import Foundation
import Testing

extension EndToEndTests {
    /// What persons say of answers, and how the workers stand by that.
    struct VerdictTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            // Who does what must not change with what is learned.
            try scratch.configure("conductor: rules\n")
        }

        /// Asks a question and gives the session's id.
        private func ask(_ question: String) throws -> String {
            let run = try scratch.run("run", "--json", question)
            return try #require(try run.objects().first?["session"] as? String)
        }

        /// `right wrong unjudged` of a worker on a kind of question.
        private func score(of worker: String, on kind: String) throws -> String? {
            let run = try scratch.run("scores", "--json", "--kind", kind)
            #expect(run.status == 0, "\(run.errors)")
            let row = try run.objects().first { $0["worker"] as? String == worker }
            let figures = ["right", "wrong", "unjudged"].compactMap { row?[$0] as? Int }
            return row == nil ? nil : figures.map(String.init).joined(separator: " ")
        }

        @Test func `a verdict is given, changed and taken back, and the scores follow`() throws {
            let id = try ask("What is 17 * 23 + 4?")
            let events = try scratch.run("sessions", "show", id, "--json").bytes
            #expect(try score(of: "reckoner", on: "arithmetic") == "0 0 1")
            let given = try scratch.run("sessions", "verdict", id, "right")
            #expect(given.status == 0, "\(given.errors)")
            #expect(given.output.contains("is right"))
            #expect(try score(of: "reckoner", on: "arithmetic") == "1 0 0")
            let listed = try scratch.run("sessions", "list", "--json").objects()
            #expect(listed.first?["verdict"] as? String == "right")
            let prefix = String(id.prefix(id.count - 2))
            #expect(try scratch.run("sessions", "verdict", prefix, "wrong").status == 0)
            #expect(try score(of: "reckoner", on: "all") == "0 1 0")
            #expect(try scratch.run("sessions", "verdict", id, "none").status == 0)
            #expect(try score(of: "reckoner", on: "all") == "0 0 1")
            // The session itself is as it was.
            #expect(try scratch.run("sessions", "show", id, "--json").bytes == events)
            #expect(try scratch.run("sessions", "verify", id).status == 0)
        }

        @Test func `without a verdict a checker's word counts`() throws {
            _ = try ask(Sample.product)
            let kind = "language, then arithmetic"
            #expect(try score(of: "linguist", on: kind) == "1 0 0")
            #expect(try score(of: "reckoner", on: kind) == "1 0 0")
            #expect(try score(of: "checker", on: kind) == "0 0 1")
        }

        @Test func `scores are a table of all kinds, and only of what there is`() throws {
            let empty = try scratch.run("scores")
            #expect(empty.status == 0)
            #expect(empty.errors.contains("No session has ended yet"))
            let id = try ask("What is 2 + 2?")
            #expect(try scratch.run("sessions", "verdict", id, "right").status == 0)
            let table = try scratch.run("scores")
            #expect(
                table.lines == [
                    "kind        worker    right  wrong  unjudged  95 % range",
                    "all         reckoner  1      0      0         21–100 %",
                    "arithmetic  reckoner  1      0      0         21–100 %",
                ]
            )
            let unknown = try scratch.run("scores", "--kind", "poetry")
            #expect(unknown.status == 2)
            #expect(unknown.errors.contains("all; arithmetic"))
        }

        @Test func `what cannot be judged is told`() throws {
            let none = try scratch.run("sessions", "verdict", "2026", "right")
            #expect(none.status == 1)
            #expect(none.errors.contains("no sessions yet"))
            let id = try ask("What is 2 + 2?")
            let unknown = try scratch.run("sessions", "verdict", "1999", "right")
            #expect(unknown.status == 1)
            #expect(unknown.errors.contains("no session 1999"))
            let choice = try scratch.run("sessions", "verdict", id, "maybe")
            #expect(choice.status == 2)
            #expect(choice.errors.contains("right"))
            let failed = try ask("Who wrote Hamlet?")
            let judged = try scratch.run("sessions", "verdict", failed, "wrong")
            #expect(judged.status == 1)
            #expect(judged.errors.contains("no answer"))
        }
    }
}
