import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// A run in one process, watched and steered from others.
    struct SteeringTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            // Who does what must not change with what is learned.
            try scratch.configure("conductor: rules\n")
        }

        /// A run whose plan of four steps waits for approval.
        private func owner(_ arguments: String...) throws -> (process: ChildProcess, id: String) {
            let process = try scratch.start(
                ["run", "--json", "--ask"] + arguments + [Sample.product],
                errors: "owner-errors"
            )
            try process.read { $0.contains("\"planAccepted\"") }
            let line = try #require(process.text.split(separator: "\n").first)
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let id = try #require((object as? [String: Any])?["session"] as? String)
            return (process, id)
        }

        private func decide(_ id: String, _ words: String) throws -> ProgramRun {
            let arguments = words.split(separator: " ").map(String.init)
            return try scratch.finish(
                scratch.start(["override", "--author", "ann", id] + arguments)
            )
        }

        @Test func `every override reaches a run in another process, or is refused with why`()
            throws
        {
            let (process, id) = try owner()
            defer { process.signal(SIGKILL) }
            let script: [(words: String, refusal: String?)] = [
                ("hold", nil), ("hold", "held already"), ("continue", nil),
                ("reroute 3 guesser", nil), ("undo", nil), ("reroute 3 nobody", "no worker nobody"),
                ("edit 3 Multiply the two numbers above.", nil), ("undo", nil),
                ("access 3 1", nil), ("undo", nil), ("access 1 3", "only steps before it"),
                ("insert after 3 checker Check the product.", nil), ("delete 4", nil),
                ("retry 1", "has not begun"), ("cancel 1", "is not being done"),
                ("skip 2", nil), ("undo", nil), ("write 2 Answer: NINETEEN", nil),
                ("withdraw merger", nil), ("reroute 3 merger", "out of the pool"),
                ("readmit merger", nil), ("budget tokens=100000 seconds=600", nil),
                ("approve", nil),
            ]
            for (words, refusal) in script {
                let run = try decide(id, words)
                #expect(run.status == (refusal == nil ? 0 : 1), "\(words): \(run.errors)")
                if let refusal { #expect(run.errors.contains(refusal), "\(words): \(run.errors)") }
            }
            #expect(try process.finish() == 0)
            let events = try ProgramRun(bytes: process.bytes, errors: "", status: 0).objects()
            #expect(events.last?["answer"] as? String == Sample.productAnswer)
            let applied = events.filter { $0["type"] as? String == "overrideApplied" }
            #expect(applied.count == script.count { $0.refusal == nil })
            for event in applied {
                let request = try #require(event["request"] as? [String: Any])
                #expect(request["author"] as? String == "ann")
                #expect(event["before"] != nil && event["after"] != nil)
            }
            // What was written by hand was neither called nor paid for.
            let calls = events.filter { $0["type"] as? String == "attemptStarted" }
            let second = calls.filter { $0["agent"] as? String == "s2" }
            #expect(second.compactMap { $0["worker"] as? String } == ["person"])
            #expect(try scratch.run("sessions", "verify", id).status == 0)
        }

        @Test func `a plan can be asked for again, and a run ended, from another process`() throws {
            let (process, id) = try owner()
            defer { process.signal(SIGKILL) }
            #expect(try decide(id, "replan without the checker").status == 0)
            try process.read { $0.contains("\"workflow\":2") }
            #expect(try decide(id, "write 1 Answer: FORTY TWO").status == 0)
            #expect(try decide(id, "finish").status == 0)
            #expect(try process.finish() == 0)
            #expect(process.text.contains("\"answer\":\"FORTY TWO\""))
            let late = try decide(id, "hold")
            #expect(late.status == 1)
            #expect(late.errors.contains("is over"))
        }

        @Test func `of two people the one who saw less is refused`() throws {
            let (process, id) = try owner()
            defer { process.signal(SIGKILL) }
            let seen = "\(process.text.split(separator: "\n").count)"
            #expect(try decide(id, "reroute 3 guesser").status == 0)
            let run = try scratch.run(
                "override",
                "--based-on",
                seen,
                "--author",
                "bob",
                id,
                "edit",
                "3",
                "Add."
            )
            #expect(run.status == 1)
            #expect(run.errors.contains("Look again"))
            // A number means the step that it was when it was seen, whatever came in between.
            #expect(try decide(id, "insert first guesser Say hello.").status == 0)
            let number = try scratch.run(
                "override",
                "--based-on",
                seen,
                "--author",
                "bob",
                id,
                "edit",
                "1",
                "Decode it."
            )
            #expect(number.status == 0, "\(number.errors)")
            #expect(try decide(id, "finish").status == 0)
            _ = try process.finish()
            let edited = process.text.split(separator: "\n").last { $0.contains("\"rewrite\"") }
            #expect(edited?.contains("\"kind\":\"rewrite\",\"step\":1") == true)
        }

        @Test func `another process sees what the owner stores, to its end`() throws {
            let (process, id) = try owner()
            defer { process.signal(SIGKILL) }
            let watcher = try scratch.start(["watch", "--json", id], errors: "watch-errors")
            try watcher.read { $0.contains("\"planAccepted\"") }
            #expect(try decide(id, "approve").status == 0)
            #expect(try process.finish() == 0)
            #expect(try watcher.finish() == 0)
            #expect(watcher.text == process.text)
        }

        @Test func `a killed run goes on in another process and pays only for what was in flight`()
            throws
        {
            let plan = """
                model_id = [0, 0]
                subtasks = ["Name a colour.", "Name a second one."]
                access_list = [[], [0]]
                """
            try scratch.serve(.text([plan]), .text(["Blue."]), .held(["Gr"]))
            let process = try scratch.start(["run", "--json", "Which?"], errors: "owner-errors")
            try process.read { $0.contains("\"text\":\"Gr\"") }
            let listed = try scratch.run("sessions", "list").output
            let id = try #require(listed.split(separator: " ").first.map(String.init))
            let taken = try scratch.run("resume", id)
            #expect(taken.status == 1)
            #expect(taken.errors.contains("live process"))
            process.signal(SIGKILL)
            _ = try process.finish()

            let lost = try scratch.run("override", id, "hold")
            #expect(lost.status == 1)
            #expect(lost.errors.contains("podium resume"))
            try scratch.serve(.text(["Green."]))
            let resumed = try scratch.run("resume", "--json", id)
            #expect(resumed.status == 0, "\(resumed.errors)")
            let events = try resumed.objects()
            #expect(events.last?["answer"] as? String == "Green.")
            let calls = events.filter { $0["type"] as? String == "attemptStarted" }
            #expect(calls.compactMap { $0["agent"] as? String } == ["w1", "s1", "s2", "s2"])
            #expect(try scratch.run("sessions", "verify", id).status == 0)
            #expect(try scratch.run("resume", id).errors.contains("has its answer"))
        }

        @Test func `plans are approved by typing, where a person is asked`() throws {
            let run = try scratch.run(
                "run",
                "--ask",
                Sample.product,
                input: "reroute 9 x\nskip 4\napprove\n"
            )
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("9 is no step"))
            #expect(run.output.contains("skips step 4"))
            #expect(run.lines.contains("Answer: \(Sample.productAnswer)"))
        }
    }
}
