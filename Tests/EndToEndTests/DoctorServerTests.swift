import Testing

extension EndToEndTests {
    /// `podium doctor` and the servers of the configuration.
    struct DoctorServerTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private static let key = "sk-planted-7f3a9c51e08d42b6"

        /// A list of models as a success; the server sends any status and body.
        private static let list = FakeChatServer.Reply.refusal(
            status: 200,
            body: #"{"data": [{"id": "sage-3"}, {"id": "smol:latest"}]}"#
        )

        private func configure(_ url: String, _ workers: String) throws {
            try scratch.configure(
                """
                providers:
                  here: {base_url: "\(url)", key_env: PLANTED_KEY}
                workers: [\(workers)]
                """
            )
        }

        private func doctor(_ arguments: String...) throws -> ProgramRun {
            try scratch.finish(
                scratch.start(
                    ["doctor"] + arguments,
                    environment: ["PLANTED_KEY": Self.key, "TERM": "xterm-256color"]
                )
            )
        }

        @Test func `a server that answers is told, and which workers' models it lists`() throws {
            let server = try FakeChatServer([Self.list])
            try configure(
                server.baseURL,
                """
                {name: a, provider: here, model: sage-3}, {name: b, provider: here, model: smol}, \
                {name: c, provider: here, model: sgae-3}
                """
            )
            let run = try doctor()
            #expect(
                run.output.contains("server of here: \(server.baseURL) answers and lists 2 models")
            )
            #expect(run.lines.contains("ok       model of a: sage-3 is in the list of here"))
            #expect(run.lines.contains("ok       model of b: smol is in the list of here"))
            #expect(run.lines.contains("warning  model of c: sgae-3 is not in the list of here"))
            #expect(run.output.contains("Did you mean sage-3?"))
            #expect(!run.output.contains(Self.key.suffix(12)))
            #expect(run.errors.isEmpty)
            #expect(server.requests.count == 1)
        }

        @Test func `a server that refuses is told in its own words, without the key`() throws {
            let body = #"{"error": {"message": "no such key \#(Self.key)"}}"#
            let server = try FakeChatServer([.refusal(status: 401, body: body)])
            try configure(server.baseURL, "{name: a, provider: here, model: m}")
            let run = try doctor()
            #expect(run.status == 1)
            #expect(run.output.contains("problem  server of here: "))
            #expect(run.output.contains("no such key [key]"))
            #expect(!run.output.contains(Self.key.suffix(12)))
        }

        @Test func `a server that is not there is told with its address`() throws {
            let port = FakeChatServer.closedPort()
            try configure("http://127.0.0.1:\(port)/v1", "{name: a, provider: here, model: m}")
            let run = try doctor()
            #expect(run.status == 1)
            let line = run.lines.first { $0.hasPrefix("problem  server of here: ") }
            #expect(line?.contains("127.0.0.1:\(port)") == true)
        }

        @Test func `a server that says nothing is not waited for long`() throws {
            let server = try FakeChatServer([.held([])])
            try configure(server.baseURL, "{name: a, provider: here, model: m}")
            let clock = ContinuousClock()
            let begun = clock.now
            let run = try doctor()
            #expect(run.output.contains("problem  server of here: "))
            #expect(clock.now - begun < .seconds(30))
            withExtendedLifetime(server) {}
        }

        @Test func `offline no server is asked`() throws {
            let server = try FakeChatServer([Self.list])
            try configure(server.baseURL, "{name: a, provider: here, model: sage-3}")
            let run = try doctor("--offline")
            #expect(!run.output.contains("server of here"))
            #expect(server.requests.isEmpty)
        }

        @Test func `a server whose key is missing is not asked`() throws {
            let server = try FakeChatServer([Self.list])
            try configure(server.baseURL, "{name: a, provider: here, model: sage-3}")
            let run = try scratch.run("doctor")
            #expect(run.output.contains("problem  key of here: PLANTED_KEY not set"))
            #expect(server.requests.isEmpty)
        }
    }
}
