import Foundation
import Testing

extension EndToEndTests {
    /// Real programs against servers: finding them, reaching them, recording them.
    struct ProviderTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private static let plan = """
            model_id = [0]
            subtasks = ["Say it."]
            access_list = [[]]
            """

        @Test func `a proxy of the environment is used for other machines`() throws {
            let proxy = try FakeChatServer([.text([Self.plan]), .text(["through the proxy"])])
            try scratch.configure(baseURL: "http://models.invalid/v1")
            try scratch.configure(
                try scratch.read("config/podium/config.yaml").replacingOccurrences(
                    of: "base_url:",
                    with: "allow_insecure: true, base_url:"
                )
            )
            let environment = ["http_proxy": "http://127.0.0.1:\(proxy.port)"]
            let run = try scratch.run("run", "Anyone there?", environment: environment)
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            #expect(run.output.contains("Answer: through the proxy"))
            let none = try scratch.run("run", "Anyone there?")
            #expect(none.output.contains("models.invalid"))
            withExtendedLifetime(proxy) {}
        }

        @Test func `a recorded run is played back without its server`() throws {
            let tape = scratch.path + "/tape.jsonl"
            do {
                let server = try FakeChatServer([.text([Self.plan]), .text(["for", "ty-two"])])
                try scratch.configure(baseURL: server.baseURL)
                let run = try scratch.run("record", tape, "How many?")
                #expect(run.status == 0, "\(run.output)\(run.errors)")
            }
            try scratch.configure(
                """
                providers: {tape: {dialect: cassette, file: "\(tape)"}}
                workers: [{name: remote, provider: tape, model: test-model}]
                conductor: {kind: prompted, worker: remote}
                """
            )
            let run = try scratch.run("run", "How many?")
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            #expect(run.output.contains("Answer: forty-two"))
            let again = try scratch.run("record", tape, "How many?")
            #expect(again.status == 2)
            #expect(again.errors.contains("is there already"))
        }

        @Test func `a provider whose key is missing is left to others`() throws {
            let server = try FakeChatServer([.text(["here I am"])])
            try scratch.configure(
                """
                providers:
                  locked: {base_url: "\(server.baseURL)", key_env: NOT_SET}
                  open: {base_url: "\(server.baseURL)"}
                workers:
                  - {name: locked, provider: locked, model: a, fallbacks: [open]}
                  - {name: open, provider: open, model: b}
                """
            )
            let plan = try scratch.write(
                """
                steps:
                  - {worker: locked, subtask: "Say it."}
                  - {worker: locked, subtask: "Say it again."}
                """,
                to: "plan.yaml"
            )
            let run = try scratch.run("run", "--json", "--conductor", plan, "Who?")
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            let events = try run.objects()
            let left = events.first { $0["type"] as? String == "workerLeft" }
            #expect(left?["worker"] as? String == "locked")
            #expect((left?["reason"] as? String)?.contains("NOT_SET is not set") == true)
            #expect(events.last?["answer"] as? String == "here I am")
            withExtendedLifetime(server) {}
        }

        @Test func `the day's budget of a provider holds across runs`() throws {
            let server = try FakeChatServer([.text(["ok"])])
            try scratch.configure(
                """
                providers:
                  server: {base_url: "\(server.baseURL)", limits: {usd_per_day: 0.0001}}
                workers:
                  - {name: remote, provider: server, model: m, price: {input: 1, output: 2}}
                """
            )
            let plan = try scratch.write(
                "steps: [{worker: remote, subtask: \"Say it.\"}]",
                to: "plan.yaml"
            )
            let first = try scratch.run("run", "--conductor", plan, "One?")
            #expect(first.status == 0, "\(first.output)\(first.errors)")
            let second = try scratch.run("run", "--conductor", plan, "Two?")
            #expect(second.status == 1)
            #expect(second.output.contains("The day's budget for server is used up"))
            withExtendedLifetime(server) {}
        }

        @Test func `models tells how workers have done`() throws {
            let server = try FakeChatServer([.text(["ok"])])
            try scratch.configure(baseURL: server.baseURL)
            let plan = try scratch.write(
                "steps: [{worker: remote, subtask: \"Say it.\"}]",
                to: "plan.yaml"
            )
            _ = try scratch.run("run", "--conductor", plan, "One?")
            let models = try scratch.run("models", "--json").objects()
            #expect(models.first?["calls"] as? Int == 1)
            #expect(models.first?["successRate"] as? Double == 1)
            #expect(models.first?["outputPrice"] as? Double == 2)
            let table = try scratch.run("models")
            #expect(table.lines.first?.contains("$/M out") == true)
            #expect(table.lines.last?.contains("100%") == true)
            withExtendedLifetime(server) {}
        }

        @Test func `setup never writes a key, and never over a file`() throws {
            // The key is there, the network is not; servers on this machine may be there or not.
            let key = "sk-planted-0123456789abcdef"
            let environment = ["OPENAI_API_KEY": key, "https_proxy": "http://127.0.0.1:9"]
            let run = try scratch.run("setup", environment: environment)
            #expect(run.errors.contains("left out openai"))
            #expect(!run.errors.contains(key) && !run.output.contains(key))
            if scratch.exists("config/podium/config.yaml") {
                #expect(!(try scratch.read("config/podium/config.yaml").contains(key)))
            }
            try scratch.configure("theme: podium-dark\n")
            let again = try scratch.run("setup", environment: environment)
            #expect(again.status == 2)
            #expect(again.errors.contains("is there already"))
            #expect(try scratch.read("config/podium/config.yaml") == "theme: podium-dark\n")
        }

        @Test func `discover tells what a provider serves, or why not`() throws {
            let server = try FakeChatServer([
                .refusal(status: 200, body: #"{"data":[{"id":"tiny"},{"id":"huge"}]}"#)
            ])
            try scratch.configure(
                """
                providers:
                  here: {base_url: "\(server.baseURL)"}
                  gone: {base_url: "http://127.0.0.1:\(FakeChatServer.closedPort())/v1"}
                """
            )
            let run = try scratch.run("models", "discover")
            #expect(run.output.contains("  tiny\n  huge"))
            #expect(run.output.contains("Cannot connect"))
            let lines = try scratch.run("models", "discover", "--json").objects()
            #expect(lines.first?["model"] as? String == "tiny")
            #expect(lines.contains { $0["error"] != nil })
            let first = try scratch.run("models", "discover", "--json", "--limit", "1").objects()
            #expect(first.count { $0["provider"] as? String == "here" } == 1)
            withExtendedLifetime(server) {}
        }

        @Test func `doctor looks at cassettes and at the user's prices`() throws {
            try scratch.configure(
                """
                providers: {tape: {dialect: cassette, file: "\(scratch.path)/none.jsonl"}}
                workers: [{name: remote, provider: tape, model: m, price: {input: 1, output: 2}}]
                """
            )
            try FileManager.default.createDirectory(
                atPath: scratch.data,
                withIntermediateDirectories: true
            )
            try scratch.write("{\"format\":", to: "data/prices.json")
            let run = try scratch.run("doctor")
            #expect(run.status == 1)
            #expect(run.output.contains("problem  cassette of tape: "))
            #expect(run.output.contains("problem  prices: "))
            #expect(!run.output.contains("key of tape"))
        }

        @Test func `a key whose server's address is the person's own is told`() throws {
            let environment = [
                "AZURE_OPENAI_API_KEY": "planted", "https_proxy": "http://127.0.0.1:9",
            ]
            let run = try scratch.run("setup", "--dry-run", environment: environment)
            #expect(run.errors.contains("left out azure: AZURE_OPENAI_API_KEY is set"))
            #expect(run.errors.contains("base_url"))
        }
    }
}
