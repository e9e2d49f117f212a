import Foundation
import Testing

extension EndToEndTests {
    /// A session that ended without an answer is gone on with where it stands.
    struct GoingOnTests {
        let scratch: Scratch
        private let server: FakeChatServer

        init() throws {
            scratch = try Scratch()
            server = try scratch.serve(.text(["Half of it."]), .text(["All of it."]))
            // Nobody listens at the first port.
            try scratch.configure(
                """
                providers:
                  server: {dialect: openai-chat, base_url: "\(server.baseURL)"}
                  gone: {dialect: openai-chat, base_url: "http://127.0.0.1:1/v1"}
                workers:
                  - {name: near, provider: server, model: m, price: {input: 1, output: 2}}
                  - {name: dead, provider: gone, model: m}
                pools: {default: [near, dead]}
                limits: {retries: 0, fallbacks: 0}
                """
            )
            let plan = """
                steps:
                  - {worker: near, subtask: "Do a half."}
                  - {worker: dead, subtask: "Do the rest.", access: previous}
                """
            try scratch.write(plan, to: "plan.yaml")
        }

        @Test(arguments: [(80, 24), (120, 36)])
        func `another worker does what failed, and nothing before it is called again`(
            columns: Int,
            rows: Int
        ) throws {
            let terminal = try TmuxSession(scratch, columns: columns, rows: rows)
            defer { terminal.end() }
            try terminal.shell("$PODIUM --conductor plan.yaml 'What is it?'")
            // The plan comes from a file: no conductor can be asked for another.
            try terminal.wait(for: "✗ no answer", "Half of it.", "C go on  R retry  r reroute")
            #expect(try terminal.screen().contains { $0 == "╯" })
            try terminal.wait(for: "C go on · R retry · r reroute")

            try terminal.press("r")
            try terminal.wait(for: "who does Step 2 (dead)?", "near", "dead (now)", " ? │")
            try terminal.type("near")
            try terminal.press("Enter")
            try terminal.wait(for: "✓ answered", "All of it.")
            #expect(try !terminal.screen().contains("go on"))

            #expect(server.requests.count == 2)
            let id = try scratch.latestSession()
            #expect(
                try scratch.overrides(of: id) == [
                    #"{"kind":"reroute","step":2,"worker":"near"}"#
                ]
            )
            #expect(try scratch.run("sessions", "verify", id).status == 0)
        }
    }
}
