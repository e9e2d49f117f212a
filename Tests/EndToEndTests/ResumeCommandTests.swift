import Testing

extension EndToEndTests {
    /// `podium resume ID`, with a decision and without: two steps, each with a server of its own.
    struct ResumeCommandTests {
        let scratch: Scratch
        private let plan: String

        init() throws {
            scratch = try Scratch()
            plan = try scratch.write(
                """
                steps:
                  - {worker: one, subtask: "Begin."}
                  - {worker: two, subtask: "Go on.", access: previous}
                """,
                to: "plan.yaml"
            )
        }

        private static let refusal = FakeChatServer.Reply.refusal(
            status: 400,
            body: #"{"error": {"message": "out of order"}}"#
        )

        private struct Servers {
            var one: FakeChatServer
            var two: FakeChatServer
            var other: FakeChatServer

            init(two replies: [FakeChatServer.Reply]) throws {
                one = try FakeChatServer([.text(["The beginning."])])
                two = try FakeChatServer(replies)
                other = try FakeChatServer([.text(["By another."])])
            }

            var calls: [Int] { [one, two, other].map(\.requests.count) }
        }

        private func serve(_ replies: FakeChatServer.Reply...) throws -> Servers {
            let servers = try Servers(two: replies)
            try scratch.configure(
                """
                providers:
                  a: {base_url: "\(servers.one.baseURL)"}
                  b: {base_url: "\(servers.two.baseURL)"}
                  c: {base_url: "\(servers.other.baseURL)"}
                workers:
                  - {name: one, provider: a, model: m, price: {input: 1, output: 2}, fallbacks: []}
                  - {name: two, provider: b, model: m, price: {input: 1, output: 2}, fallbacks: []}
                  - {name: other, provider: c, model: m, price: {input: 1, output: 2}}
                conductor: \(plan)
                limits: {retries: 0, replans: 0}
                """
            )
            return servers
        }

        /// Asks, and fails at the second step; returns the session.
        private func fail() throws -> String {
            let run = try scratch.run("run", "What now?")
            #expect(run.status == 1, "\(run.output)\(run.errors)")
            #expect(run.errors.hasPrefix("podium: no answer: "))
            #expect(run.errors.contains("out of order"))
            #expect(run.errors.split(separator: "\n").count == 1)
            return try scratch.latestSession()
        }

        @Test func `a step is done once more, and what was finished is not`() throws {
            let servers = try serve(Self.refusal, .text(["The end."]))
            let id = try fail()
            let run = try scratch.run("resume", id, "retry", "2")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.lines.contains("Answer: The end."))
            #expect(run.errors.isEmpty)
            #expect(servers.calls == [1, 2, 0])
        }

        @Test func `a step goes to another worker`() throws {
            let servers = try serve(Self.refusal)
            let id = try fail()
            let run = try scratch.run("resume", id, "reroute", "2", "other", "--json")
            #expect(run.status == 0, "\(run.errors)")
            #expect(try run.objects().last?["answer"] as? String == "By another.")
            #expect(servers.calls == [1, 1, 1])
            #expect(try scratch.run("sessions", "verify", id).status == 0)
        }

        @Test func `without a decision what failed is done again, and may fail again`() throws {
            let servers = try serve(Self.refusal, Self.refusal, .text(["At last."]))
            let id = try fail()
            let again = try scratch.run("resume", id)
            #expect(again.status == 1)
            #expect(again.errors.contains("podium: no answer: "))
            #expect(try scratch.run("resume", id).lines.contains("Answer: At last."))
            #expect(servers.calls == [1, 3, 0])
        }

        @Test func `an answered session says that it has its answer`() throws {
            let servers = try serve(.text(["The end."]))
            #expect(try scratch.run("run", "What now?").status == 0)
            let id = try scratch.latestSession()
            for words in [[], ["retry", "2"], ["budget", "tokens=5000"]] {
                let run = try scratch.finish(scratch.start(["resume", id] + words))
                #expect(run.status == 1)
                #expect(run.output.isEmpty)
                #expect(run.errors.contains("has its answer"))
            }
            #expect(servers.calls == [1, 1, 0])
        }

        @Test(
            arguments: [
                (["retry", "9"], 2), (["reroute", "2", "nobody"], 1), (["frobnicate"], 2),
                (["approve"], 1), (["withdraw", "nobody"], 1),
            ] as [([String], Int32)]
        )
        func `a decision that cannot be done is told, and nothing is changed`(
            words: [String],
            status: Int32
        ) throws {
            let servers = try serve(Self.refusal)
            let id = try fail()
            let before = try scratch.run("sessions", "show", id, "--json").output
            let run = try scratch.finish(scratch.start(["resume", id] + words))
            #expect(run.status == status, "\(run.errors)")
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("podium: "))
            #expect(try scratch.run("sessions", "show", id, "--json").output == before)
            #expect(servers.calls == [1, 1, 0])
        }

        @Test func `a spent budget is raised, and only then the run goes on`() throws {
            let servers = try serve(.text(["The end."]))
            let stopped = try scratch.run("run", "--budget-tokens", "50", "What now?")
            #expect(stopped.status == 3)
            #expect(
                stopped.errors.hasPrefix("podium: no answer: The budget of 50 tokens is spent.")
            )
            let id = try scratch.latestSession()
            let before = try scratch.run("sessions", "show", id, "--json").output
            let alone = try scratch.run("resume", id)
            #expect(alone.status == 3)
            #expect(alone.errors.contains("podium resume \(id) budget "))
            #expect(try scratch.run("sessions", "show", id, "--json").output == before)

            let run = try scratch.run("resume", id, "budget", "tokens=5000")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.lines.contains("Answer: The end."))
            #expect(servers.calls == [1, 1, 0])
        }
    }
}
