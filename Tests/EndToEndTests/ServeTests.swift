import Foundation
import Glibc
import PodiumCore
import PodiumTesting
import Testing

private let clients = ProcessInfo.processInfo.environment["PODIUM_TEST_CLIENTS"]

extension EndToEndTests {
    /// The endpoint as its clients meet it.
    struct ServeTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        /// - Parameter isKeyed: whether there is a key already.
        private func serve(
            _ arguments: String...,
            keyed isKeyed: Bool = false
        ) throws -> (process: ChildProcess, port: Int) {
            if isKeyed { #expect(try scratch.run("keys", "add", "first").status == 0) }
            let process = try scratch.start(
                ["serve", "--port", "0"] + arguments,
                errors: "server-errors"
            )
            try process.read { $0.hasSuffix("\n") }
            let port = try #require(
                process.text.trimmed.split(separator: ":").last.flatMap { Int($0) }
            )
            return (process, port)
        }

        private func ask(_ question: String, _ more: String = "", at port: Int) throws
            -> LoopbackClient
        {
            let client = try LoopbackClient(port: port, patience: 120)
            let asked = String(decoding: try JSONLine.encoded(question), as: UTF8.self)
            client.post(
                "/v1/chat/completions",
                #"{"model":"podium","messages":[{"role":"user","content":\#(asked)}]\#(more)}"#
            )
            return client
        }

        /// The session that a client waits for, as soon as its plan waits for a person.
        private func held() throws -> String {
            for _ in 0..<200 {
                let list = try scratch.run("sessions", "list", "--json")
                if let session = try? list.objects().first?["session"] as? String {
                    let lines = try scratch.run("sessions", "show", session, "--json").output
                    if lines.contains("\"planAccepted\"") { return session }
                }
                usleep(50_000)
            }
            throw ChildProcess.Failed(description: "no plan waits")
        }

        private func override(_ words: String...) throws {
            let run = try scratch.finish(scratch.start(["override", "--author", "ann"] + words))
            #expect(run.status == 0, "\(words): \(run.errors)")
        }

        /// A program of `Clients`, run by the Python that has the SDKs.
        private func start(_ program: String, _ arguments: String...) throws -> ChildProcess {
            let script = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Clients/\(program)").path
            return try ChildProcess(
                try #require(clients),
                ["-I", script] + arguments,
                environment: scratch.environment,
                errors: "\(scratch.path)/errors"
            )
        }

        @Test(.enabled(if: clients != nil, "PODIUM_TEST_CLIENTS names no Python"))
        func `the vendors' own SDKs are content`() throws {
            let (process, port) = try serve()
            defer { process.signal(SIGKILL) }
            let run = try scratch.finish(start("sdks.py", "http://127.0.0.1:\(port)"))
            #expect(run.status == 0, "\(run.output)\(run.errors)")
        }

        @Test(.enabled(if: clients != nil, "PODIUM_TEST_CLIENTS names no Python"))
        func `tools and images go through, from each API to each vendor`() throws {
            let vendor = try start("vendor.py")
            defer { vendor.signal(SIGKILL) }
            try vendor.read { $0.hasSuffix("\n") }
            let root = vendor.text.trimmed
            try scratch.configure(
                """
                providers:
                  chat: {dialect: openai-chat, base_url: "\(root)/v1"}
                  responses: {dialect: openai-responses, base_url: "\(root)/v1"}
                  messages: {dialect: anthropic, base_url: "\(root)"}
                  google: {dialect: gemini, base_url: "\(root)"}
                workers:
                  - {name: ann, provider: chat, model: m, takes: [tools, images]}
                  - {name: ben, provider: responses, model: m}
                  - {name: cleo, provider: messages, model: m}
                  - {name: dora, provider: google, model: gemini-3-pro}
                pools: {default: [ann, ben, cleo, dora, abacus]}
                """
            )
            let (process, port) = try serve()
            defer { process.signal(SIGKILL) }
            let run = try scratch.finish(
                start("tools.py", "http://127.0.0.1:\(port)", "ann", "ben", "cleo", "dora")
            )
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            for model in ["podium", "ann", "cleo"] {
                let run = try scratch.finish(start("strict.py", "http://127.0.0.1:\(port)", model))
                #expect(run.status == 0, "\(model): \(run.output)\(run.errors)")
            }
        }

        @Test func `while a client waits its workflow is steered, and it gets what came of it`()
            throws
        {
            try scratch.configure("conductor: rules\n")
            let (process, port) = try serve("--ask")
            defer { process.signal(SIGKILL) }
            let client = try ask(Sample.product, #","stream":true"#, at: port)
            let session = try held()
            try override(session, "reroute", "3", "guesser")
            try override(session, "write", "4", "Answer: 42")
            try override(session, "approve")
            let text = client.read()
            #expect(text.contains(": ann changed the run"))
            #expect(text.contains(": Step 3 (guesser) begins: guesser"), "\(text)")
            #expect(text.contains(#""content":"Answer: 42""#), "\(text)")
            #expect(text.contains("data: [DONE]"))
            #expect(text.contains(#""overrides":3"#))
        }

        @Test func `requests under way when the server is killed are found, and go on`() throws {
            let (process, port) = try serve("--ask")
            let client = try ask(Sample.product, at: port)
            let session = try held()
            process.signal(SIGKILL)
            #expect(client.read().isEmpty)
            _ = try process.finish()
            let list = try scratch.run("sessions", "list")
            #expect(list.output.contains("interrupted"), "\(list.output)")
            let run = try scratch.finish(
                scratch.start(["resume", session], input: "approve\n")
            )
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            #expect(run.output.contains(Sample.productAnswer), "\(run.output)")
        }

        @Test func `a server that is told to end lets runs end, and takes no others`() throws {
            let (process, port) = try serve("--ask")
            defer { process.signal(SIGKILL) }
            let client = try ask(Sample.product, at: port)
            let session = try held()
            process.signal(SIGTERM)
            while (try? LoopbackClient(port: port)) != nil { usleep(10_000) }
            try override(session, "approve")
            #expect(client.read().hasPrefix("HTTP/1.1 200"))
            #expect(try process.finish() == 0)
        }

        @Test func `runs that do not end in time are interrupted, and their clients told`() throws {
            let (process, port) = try serve("--ask", "--grace", "0")
            defer { process.signal(SIGKILL) }
            let client = try ask(Sample.product, at: port)
            _ = try held()
            process.signal(SIGINT)
            let text = client.read()
            #expect(text.hasPrefix("HTTP/1.1 503"), "\(text)")
            #expect(text.contains("The server was told to end."))
            #expect(try process.finish() == 0)
        }

        @Test
        func `a client's key is shown once, opens the endpoint, and is removed while it runs`()
            throws
        {
            let (process, port) = try serve("--host", "0.0.0.0", keyed: true)
            defer { process.signal(SIGKILL) }
            let made = try scratch.run(
                "keys",
                "add",
                "ann",
                "--budget",
                "0.5",
                "--pools",
                "default",
                "--requests-per-minute",
                "1000"
            )
            let key = made.output.trimmed
            #expect(made.status == 0 && key.hasPrefix("pdm_"), "\(made.output)\(made.errors)")
            let list = try scratch.run("keys", "list", "--json")
            let row = try #require(try list.objects().first { $0["name"] as? String == "ann" })
            #expect(row["budget"] as? Double == 0.5 && row["spent"] as? Double == 0)
            #expect(!list.output.contains(key) && !list.output.contains(String(key.dropFirst(13))))
            func status(_ fields: String) throws -> String {
                let client = try LoopbackClient(port: port)
                client.send(
                    "GET /v1/models HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\(fields)\r\n"
                )
                return String(client.read().prefix(12).suffix(3))
            }
            let field = "x-api-key: \(key)\r\n"
            func waitFor(_ expected: String) throws {
                for _ in 0..<200 where try status(field) != expected { usleep(50_000) }
                #expect(try status(field) == expected)
            }
            try waitFor("200")
            #expect(try status("") == "401")
            let removed = try scratch.run("keys", "remove", "ann")
            #expect(removed.status == 0, "\(removed.errors)")
            try waitFor("401")
            let again = try scratch.run("keys", "remove", "ann")
            #expect(again.status == 1 && again.errors.contains("no key of ann"))
            let wrong = try scratch.run("keys", "add", "a b")
            #expect(wrong.status == 2)
            let pool = try scratch.run("keys", "add", "cal", "--pools", "none")
            #expect(pool.status == 2 && pool.errors.contains("no pool and no worker none"))
        }

        @Test func `where it cannot listen it says why, and how to mend it`() throws {
            let (process, port) = try serve()
            defer { process.signal(SIGKILL) }
            let second = try scratch.run("serve", "--port", "\(port)")
            #expect(second.status == 2)
            #expect(second.errors.contains("taken by another program"))
            let open = try scratch.run("serve", "--host", "0.0.0.0")
            #expect(open.status == 2 && open.errors.contains("keys"))
            let wrong = try scratch.run("serve", "--port", "70000")
            #expect(wrong.status == 2 && wrong.errors.contains("--port"))
        }
    }
}
