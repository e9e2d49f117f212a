import Foundation
import Glibc
import Testing

private let localModel = ProcessInfo.processInfo.environment["PODIUM_TEST_LOCAL_MODEL"]

extension EndToEndTests {
    /// A real model behind a real server: `scripts/local-model`.
    @Suite(.enabled(if: localModel != nil, "PODIUM_TEST_LOCAL_MODEL names no server"))
    struct LocalModelTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            try scratch.configure(
                """
                providers:
                  local: {dialect: openai-chat, base_url: "\(localModel ?? "")"}
                workers:
                  - {name: smol, provider: local, model: SmolLM2-135M-Instruct, \
                strengths: short factual text, price: {input: 0.1, output: 0.4}, max_tokens: 64}
                pools: {default: [smol]}
                conductor: {kind: prompted, worker: smol}
                """
            )
        }

        @Test func `a real model plans and answers, piece by piece`() throws {
            let run = try scratch.run("run", "--json", "What is the capital of France?")
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            let events = try run.objects()
            let last = try #require(events.last)
            #expect(last["outcome"] as? String == "answered")
            #expect((last["answer"] as? String)?.isEmpty == false)

            let steps = events.filter {
                $0["type"] as? String == "attemptStarted"
                    && ($0["agent"] as? String)?.hasPrefix("s") == true
            }
            #expect(steps.contains { $0["worker"] as? String == "smol" })
            let attempts = Set(steps.compactMap { $0["attempt"] as? Int })
            let pieces = events.filter {
                $0["type"] as? String == "textAppended"
                    && attempts.contains($0["attempt"] as? Int ?? 0)
            }
            #expect(pieces.count > 1)
            let ends = events.filter { $0["type"] as? String == "attemptFinished" }
            #expect(!ends.isEmpty)
            for end in ends {
                let used = try #require(end["used"] as? [String: Any])
                #expect(used["isEstimate"] as? Bool == false)
                let usage = try #require(used["usage"] as? [String: Any])
                #expect(try #require(usage["output"] as? Int) > 0)
            }
        }

        @Test(
            arguments: zip(
                [
                    ["--variant", "plan"], ["--variant", "ultra"], ["--variant", "mini"],
                    ["--rounds", "2", "--nesting", "2", "--on-failure", "stop"],
                ],
                [
                    "What is 17 times 3?", "Decode the Morse message \"... --- ...\".",
                    "What is 17 times 3?", "Decode the Morse message \"... --- ...\".",
                ]
            )
        )
        func `whatever a small model writes as conductor, the run comes to an end and says why`(
            options: [String],
            question: String
        ) throws {
            let process = try scratch.start(
                ["run", "--json", "--budget-time", "60"] + options + [question]
            )
            let run = try scratch.finish(process)
            #expect([0, 1, 3].contains(run.status), "\(run.output)\(run.errors)")
            let events = try run.objects()
            let last = try #require(events.last)
            #expect(last["type"] as? String == "sessionClosed")
            // Nonsense is mended, or given up with the reason; either is in the record.
            for event in events where event["type"] as? String == "planRejected" {
                let error = try #require(event["error"] as? [String: Any])
                #expect((error["message"] as? String)?.isEmpty == false)
                #expect(["repair", "fallback", "keep"].contains(event["remedy"] as? String ?? ""))
            }
            let file = try scratch.write(run.output, to: "run.jsonl")
            #expect(try scratch.run("sessions", "verify", file).status == 0)
        }

        @Test func `setup asks the model's server, and the model it finds answers`() throws {
            let fresh = try Scratch()
            let setup = try fresh.run("setup", "--server", localModel ?? "")
            #expect(setup.status == 0, "\(setup.errors)")
            #expect(setup.errors.contains("1 found: SmolLM2-135M-Instruct."))
            let plan = try fresh.write(
                "steps: [{worker: SmolLM2-135M-Instruct, subtask: \"Answer the question.\"}]",
                to: "plan.yaml"
            )
            let run = try fresh.run("run", "--conductor", plan, "What is the capital of France?")
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            #expect(run.output.contains("Answer: "))
            // The file that the script prints has the model already.
            let added = try scratch.run("setup", "--add", "--server", localModel ?? "")
            #expect(added.status == 0)
            #expect(added.errors.contains("has all that was found"))
        }

        @Test func `a GGUF file is served by its own name, and written into the configuration`()
            throws
        {
            let outer = ProcessInfo.processInfo.environment
            let cache = try #require(
                outer["XDG_CACHE_HOME"] ?? outer["HOME"].map { $0 + "/.cache" }
            )
            let folder = cache + "/podium/local-model"
            let files = FileManager.default.enumerator(atPath: folder + "/venv/lib")
            let packaged = try #require(
                files?.compactMap { $0 as? String }.first { $0.hasSuffix(".gguf") }
            )
            let fresh = try Scratch()
            let file = fresh.path + "/My tiny model.gguf"
            try FileManager.default.createSymbolicLink(
                atPath: file,
                withDestinationPath: "\(folder)/venv/lib/\(packaged)"
            )
            let server = try ChildProcess(
                ProgramFile.repository + "/scripts/local-model",
                [
                    "--dir", folder, "--gguf", file, "--port", "0", "--write-config",
                    "--exit-with-parent",
                ],
                environment: fresh.environment,
                errors: fresh.path + "/server-errors"
            )
            defer { server.signal(SIGTERM) }
            try server.read { $0.contains("(Ctrl-C stops it).") }
            #expect(server.text.hasPrefix("My-tiny-model is ready at http://127.0.0.1:"))
            #expect(try fresh.read("server-errors").contains("1 found: My-tiny-model."))
            let models = try fresh.run("models", "--json").objects()
            #expect(models.map { $0["model"] as? String } == ["My-tiny-model"])
            let plan = try fresh.write(
                "steps: [{worker: My-tiny-model, subtask: \"Answer the question.\"}]",
                to: "plan.yaml"
            )
            let run = try fresh.run("run", "--conductor", plan, "What is the capital of France?")
            #expect(run.status == 0, "\(run.output)\(run.errors)")
        }

        @Test func `the workbench streams a real model`() throws {
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM 'What is the capital of France?'")
            try terminal.wait(for: "✓ answered", "smol", "answer")
            try terminal.press("q")
            try expectTerminalBack(terminal)
        }
    }
}
