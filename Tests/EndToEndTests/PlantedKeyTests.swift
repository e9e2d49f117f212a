import Foundation
import Testing

extension EndToEndTests {
    /// A key is planted, and then looked for in every byte that the program has written.
    struct PlantedKeyTests {
        private static let key = "sk-planted-7f3a9c51e08d42b6"
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        /// A worker whose key is the planted one.
        private func configure(_ replies: FakeChatServer.Reply...) throws -> FakeChatServer {
            let server = try FakeChatServer(replies)
            try scratch.configure(
                """
                providers:
                  server: {base_url: "\(server.baseURL)", key_env: PLANTED_KEY}
                  printed: {base_url: "\(server.baseURL)", key_command: "echo $PLANTED_KEY"}
                workers:
                  - {name: remote, provider: server, model: m, price: {input: 1, output: 2}}
                  - {name: other, provider: printed, model: m, price: {input: 1, output: 2}}
                conductor: {kind: prompted, worker: remote}
                """
            )
            return server
        }

        private var environment: [String: String] {
            ["PLANTED_KEY": Self.key, "XDG_STATE_HOME": scratch.path + "/state"]
        }

        private static let plan = """
            model_id = [0, 1]
            subtasks = ["Say it.", "Say it again."]
            access_list = [[], [0]]
            """

        /// The files under the scratch folder that hold the key or a telling part of it.
        private func leaks() throws -> [String] {
            let parts = [Self.key, String(Self.key.suffix(12)), String(Self.key.prefix(18))]
            let names = FileManager.default.enumerator(atPath: scratch.path)?.allObjects ?? []
            return try names.compactMap { name in
                guard let name = name as? String else { return nil }
                let path = "\(scratch.path)/\(name)"
                var isDirectory: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
                if isDirectory.boolValue { return nil }
                let data = try Data(contentsOf: URL(fileURLWithPath: path))
                return parts.contains { data.range(of: Data($0.utf8)) != nil } ? name : nil
            }
        }

        private func isClean(_ run: ProgramRun) -> Bool {
            !run.output.contains(Self.key.suffix(12)) && !run.errors.contains(Self.key.suffix(12))
        }

        @Test func `a server that repeats the key does not get it stored or shown`() throws {
            let half = Self.key.index(Self.key.startIndex, offsetBy: 11)
            let server = try configure(
                .text([Self.plan]),
                .text(["Your key is ", String(Self.key[..<half]), "\(Self.key[half...])."]),
                .refusal(status: 401, body: #"{"error":{"message":"Bad key \#(Self.key)"}}"#)
            )
            let tape = scratch.path + "/tape.jsonl"
            let run = try scratch.run(
                "record",
                tape,
                "--plain",
                "Which key?",
                environment: environment
            )
            #expect(run.output.contains("Your key is [key]."))
            #expect(run.output.contains("Bad key [key]"))
            #expect(isClean(run))
            #expect(try leaks().isEmpty)
            let tapeText = try scratch.read("tape.jsonl")
            #expect(tapeText.contains("[key]"))
            for command in [["sessions", "list", "--json"], ["doctor"], ["models"]] {
                let run = try scratch.finish(try scratch.start(command, environment: environment))
                #expect(isClean(run))
            }
            withExtendedLifetime(server) {}
        }

        /// Lets the Swift runtime write its report. It does not end a process that another one has
        /// aborted, so that follows.
        private func crash(_ process: ChildProcess) throws {
            process.signal(SIGABRT)
            for _ in 0..<100 where try !scratch.read("errors").contains("Backtrace took") {
                usleep(100_000)
            }
            process.signal(SIGKILL)
        }

        @Test func `neither an export nor a crash tells the key`() throws {
            let server = try configure(.text([Self.plan]), .held(["Thinking about \(Self.key)"]))
            let process = try scratch.start(
                ["run", "--json", "Which key?"],
                environment: environment
            )
            try process.read { $0.contains("Thinking about [key]") }
            try crash(process)
            let run = try scratch.finish(process)
            #expect(run.output.contains("Thinking about [key]"))
            #expect(isClean(run))
            let id = try #require(
                try scratch.run("sessions", "list", "--json").objects().first?["session"] as? String
            )
            let export = try scratch.run("sessions", "show", id, "--json", environment: environment)
            #expect(export.output.contains("Thinking about [key]"))
            #expect(isClean(export))
            #expect(try leaks().isEmpty)
            withExtendedLifetime(server) {}
        }
    }
}
