import Foundation
import Testing

extension EndToEndTests {
    /// The rules of a run, as the command line gives them.
    struct RunRuleTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test func `mini takes turns until a verifier accepts, and says that it goes by a rule`()
            throws
        {
            let run = try scratch.run(
                "run",
                "--variant",
                "mini",
                "How many r's are in \"strawberry\"?"
            )
            #expect(run.status == 0)
            #expect(run.output.contains("by a rule: no selector is trained yet"))
            #expect(run.output.contains("as worker"))
            #expect(run.output.contains("as verifier"))
            #expect(run.output.contains("ACCEPT"))
            #expect(run.lines.contains("Answer: 3"))
        }

        @Test func `ultra asks for another round, and a right answer is kept`() throws {
            let run = try scratch.run("run", "--json", "--variant", "ultra", Sample.product)
            #expect(run.status == 0)
            let types = try run.objects().compactMap { $0["type"] as? String }
            #expect(types.contains("workflowBegun"))
            #expect(types.contains("answerKept"))
            #expect(try run.objects().last?["answer"] as? String == Sample.productAnswer)
        }

        @Test func `budgets of every kind end a run with status 3`() throws {
            for option in [["--budget-tokens", "20"], ["--budget-steps", "1"]] {
                let process = try scratch.start(["run", "--json"] + option + [Sample.product])
                let run = try scratch.finish(process)
                #expect(run.status == 3, "\(option): \(run.output)")
                let reached = try run.objects().filter { $0["type"] as? String == "budgetReached" }
                #expect(reached.last?["remedy"] as? String == "stop")
            }
        }

        @Test func `a budget of time ends a run whose worker says nothing`() throws {
            try scratch.serve(.held(["thinking"]))
            let run = try scratch.run("run", "--json", "--budget-time", "0.5", "Why?")
            #expect(run.status == 3, "\(run.output)")
            #expect(run.output.contains("\"kind\":\"time\""))
        }

        @Test func `a run that may degrade takes the shortest way to an answer`() throws {
            let run = try scratch.run(
                "run",
                "--json",
                "--budget-steps",
                "2",
                "--on-budget",
                "degrade",
                Sample.product
            )
            let events = try run.objects()
            #expect(
                events.contains {
                    $0["type"] as? String == "budgetReached" && $0["remedy"] as? String == "degrade"
                }
            )
        }

        @Test func `a pool is restricted by name, tag, place and price`() throws {
            let named = try scratch.run(
                "run",
                "--json",
                "--workers",
                "reckoner,checker",
                "What is 6 times 7?"
            )
            let opened = try #require(try named.objects().first)
            let pool = try #require(opened["pool"] as? [[String: Any]])
            #expect(pool.compactMap { $0["name"] as? String } == ["reckoner", "checker"])

            for (arguments, words) in [
                (["--workers", "reckoner,nobody"], "no worker nobody"),
                (["--tag", "purple"], "tagged purple"),
                (["--variant", "mini", "--conductor", "p.yaml"], "mini needs a conductor"),
                (["--budget-steps", "0"], "greater than 0"), (["--budget", "0"], "greater than 0"),
                (["--rounds", "0"], "from 1 to 10"), (["--variant", "giga"], "giga"),
            ] {
                try scratch.write(
                    "steps: [{worker: reckoner, subtask: Answer.}]",
                    to: "p.yaml"
                )
                let process = try scratch.start(
                    ["run"] + arguments.map { $0 == "p.yaml" ? scratch.path + "/p.yaml" : $0 }
                        + ["What is 6 times 7?"]
                )
                let run = try scratch.finish(process)
                #expect(run.status == 2, "\(arguments): \(run.output)")
                #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
            }
        }

        @Test func `local only leaves out what is elsewhere`() throws {
            try scratch.configure(baseURL: "https://models.example.com/v1")
            let run = try scratch.run("run", "--local-only", "Why?")
            #expect(run.status == 2)
            #expect(run.errors.contains("local only"))
        }

        @Test func `a plan with a cycle or an unknown worker is refused before anything runs`()
            throws
        {
            for (step, words) in [
                ("{worker: reckoner, subtask: a, access: [1]}", "only steps before it"),
                ("{worker: nobody, subtask: a}", "nobody"),
            ] {
                let file = try scratch.write(
                    "steps: [\(step), {worker: checker, subtask: b, access: [0]}]",
                    to: "cycle.yaml"
                )
                let run = try scratch.run("run", "--conductor", file, "What is 6 times 7?")
                #expect(run.status == 2)
                #expect(run.errors.contains(words), "\(run.errors)")
            }
        }

        @Test(
            arguments: [
                "single", "chain", "best-of-three", "self-consistency", "mixture-of-agents",
                "debate",
            ]
        )
        func `every plan that comes with the program runs with the embedded pool`(
            name: String
        ) throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            let plan = root.appending(path: "plans/\(name).yaml").path
            let question =
                name == "chain"
                ? "Decode the Caesar text \"adlscl aptlz mvbyallu\" and compute what it says."
                : "What is 12 * 14?"
            let run = try scratch.run("run", "--json", "--conductor", plan, question)
            #expect(run.status == 0, "\(run.output.suffix(600))\(run.errors)")
            #expect(try run.objects().last?["answer"] as? String == "168")
            let file = try scratch.write(run.output, to: "run.jsonl")
            #expect(try scratch.run("sessions", "verify", file).status == 0)
        }

        @Test func `a second run is forecast from the first ones, and compared afterwards`() throws
        {
            let rules = ["run", "--conductor", "rules"]
            for _ in 0..<3 {
                _ = try scratch.finish(scratch.start(rules + ["What is 6 times 7?"]))
            }
            let run = try scratch.finish(scratch.start(rules + ["What is 12 times 7?"]))
            #expect(run.output.contains("Forecast: "))
            #expect(run.output.contains("four times of five"))
            #expect(run.lines.last?.hasPrefix("Forecast ") == true)
        }

        @Test func `a stored session is verified, and damage is told`() throws {
            let run = try scratch.run("run", "--json", Sample.product)
            let sound = try scratch.write(run.output, to: "sound.jsonl")
            let verified = try scratch.run("sessions", "verify", sound)
            #expect(verified.status == 0)
            #expect(verified.output.contains("is sound"))

            let damaged = run.output.replacing("\"saw\":[2,3]", with: "\"saw\":[2]")
            #expect(damaged != run.output)
            let file = try scratch.write(damaged, to: "damaged.jsonl")
            let refused = try scratch.run("sessions", "verify", file)
            #expect(refused.status == 1)
            #expect(refused.output.contains("something else than its access list"))
        }
    }
}
