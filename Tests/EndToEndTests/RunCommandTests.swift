import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// `podium run`, for scripts and pipes.
    struct RunCommandTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test func `json prints every event as an object a line and the end last`() throws {
            let run = try scratch.run("run", "--json", "What is 6 times 7?")
            #expect(run.status == 0)
            #expect(run.errors.isEmpty)
            let events = try run.objects()
            let sessions = Set(events.compactMap { $0["session"] as? String })
            #expect(sessions.count == 1)
            #expect(events.compactMap { $0["sequence"] as? Int } == Array(1...events.count))
            #expect(events.allSatisfy { $0["time"] is String && $0["type"] is String })
            #expect(events.first?["type"] as? String == "sessionOpened")

            let last = try #require(events.last)
            #expect(last["type"] as? String == "sessionClosed")
            #expect(last["outcome"] as? String == "answered")
            #expect(last["answer"] as? String == "42")
            #expect(last["cost"] is [String: Any])
            let usage = try #require(last["usage"] as? [String: Any])
            #expect(try #require(usage["output"] as? Int) > 0)
        }

        @Test func `a question for several workers is answered by several`() throws {
            let run = try scratch.run("run", "--json", "--conductor", "rules", Sample.product)
            #expect(run.status == 0)
            let events = try run.objects()
            let steps = events.filter {
                $0["type"] as? String == "attemptStarted" && $0["agent"] as? String != "w1"
            }
            #expect(Set(steps.compactMap { $0["worker"] as? String }).count >= 3)
            #expect(events.last?["answer"] as? String == Sample.productAnswer)
        }

        @Test func `plain tells the steps and the answer`() throws {
            let run = try scratch.run("run", "--plain", "--conductor", "rules", Sample.product)
            #expect(run.status == 0)
            #expect(run.output.contains("The workflow has 4 steps:"))
            #expect(run.lines.contains("Answer: \(Sample.productAnswer)"))
            #expect(run.lines.last?.hasPrefix("Used in ") == true)
            #expect(run.controls.isEmpty)
        }

        @Test func `every sample question is answered`() throws {
            let listing = try scratch.run("samples")
            #expect(listing.status == 0)
            let questions = listing.lines.filter { $0.hasPrefix("  ") }
            #expect(questions.count > 5)
            for question in questions {
                let run = try scratch.run("run", "--plain", "-", input: question)
                #expect(run.status == 0, "\(question)\n\(run.output)")
            }
        }

        @Test func `a question comes from standard input or a file`() throws {
            let file = try scratch.write("What is 6 times 7?\n", to: "question.txt")
            for run in [
                try scratch.run("run", "-", input: "What is 6 times 7?"),
                try scratch.run("run", "--file", file),
            ] {
                #expect(run.status == 0)
                #expect(run.lines.contains("Answer: 42"))
            }
        }

        @Test func `a question nobody understands fails and says why`() throws {
            let run = try scratch.run("run", "colourless green ideas")
            #expect(run.status == 1)
            #expect(run.output.contains("There is no answer."))
            #expect(run.output.contains("no general model"))
        }

        @Test(arguments: ["--plain", "--json"])
        func `a run without an answer says why on standard error, in a line`(form: String) throws {
            let run = try scratch.run("run", form, "colourless green ideas")
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("podium: no answer: "))
            #expect(run.errors.split(separator: "\n").count == 1)
            #expect(try scratch.run("run", form, "What is 6 times 7?").errors.isEmpty)
        }

        @Test func `a spent budget ends with status 3`() throws {
            let run = try scratch.run("run", "--json", "--budget-tokens", "10", Sample.product)
            #expect(run.status == 3)
            #expect(try run.objects().last?["outcome"] as? String == "budget")
        }

        @Test func `an interrupt ends a run that hangs, with its end stored`() throws {
            try scratch.serve(.held(["I am think"]))
            let process = try scratch.start(["run", "--json", "Why is the sky blue?"])
            try process.read { $0.contains("I am think") }
            process.signal(SIGINT)
            let run = try scratch.finish(process)
            #expect(run.status == 130)
            let last = try #require(try run.objects().last)
            #expect(last["type"] as? String == "sessionClosed")
            #expect(last["outcome"] as? String == "cancelled")
            let sessions = try scratch.run("sessions", "list", "--json").objects()
            #expect(sessions.map { $0["status"] as? String } == ["cancelled"])
        }

        @Test(
            arguments: [
                ["run"], ["run", ""], ["run", "-"], ["run", "--nonsense", "x"],
                ["run", "--plain", "--json", "x"], ["run", "--budget", "-1", "x"],
                ["run", "--budget-tokens", "many", "x"], ["run", "--pool", "nobody", "x"],
                ["run", "--conductor", "nobody", "x"], ["run", "--file", "missing.txt"],
                ["run", "--config", "missing.yaml", "x"],
            ])
        func `wrong usage ends with status 2 and one message`(arguments: [String]) throws {
            let run = try scratch.finish(scratch.start(arguments))
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(!run.errors.isEmpty)
            #expect(!run.isCrash, "\(run.errors)")
        }
    }
}

/// A sample question that needs several workers, and what comes out.
enum Sample {
    static let productTitle = "Two coded numbers at once, then their product"
    static let product = """
        Decode the Morse messages "..-. --- .-. - -.-- / - .-- ---" and "-. .. -. . - . . -." \
        and multiply the two numbers.
        """
    static let productAnswer = "798"
}
