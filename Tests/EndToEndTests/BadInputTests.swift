import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Mistakes and broken surroundings: one clear error, a status, never a crash.
    struct BadInputTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private func expectRefusal(
            _ run: ProgramRun,
            status: Int32? = nil,
            says words: String...,
            location: SourceLocation = #_sourceLocation
        ) {
            #expect(run.status != 0, sourceLocation: location)
            if let status { #expect(run.status == status, sourceLocation: location) }
            #expect(run.output.isEmpty, sourceLocation: location)
            #expect(!run.isCrash, sourceLocation: location)
            #expect(run.errors.hasPrefix("podium: "), sourceLocation: location)
            for word in words {
                #expect(run.errors.contains(word), sourceLocation: location)
            }
        }

        @Test(arguments: [
            (["train", "--price", "-1"], "--price is 0 to 1"),
            (["train", "--problems", "-20"], "--problems is 10 to 100000"),
            (["eval", "--gym", "--price", "-.5"], "--price is 0 to 1"),
            (["sessions", "list", "-l", "-3"], "--limit must be greater than 0"),
            (["run", "--json", "-3", "What is 6 * 7?"], "-3"),
        ])
        func `a number below 0 is told to be wrong, not to be missing`(
            _ arguments: [String],
            _ reason: String
        ) throws {
            let run = try scratch.finish(scratch.start(arguments))
            #expect(run.status == 2)
            #expect(run.errors.contains(reason), "\(run.errors)")
            #expect(!run.errors.lowercased().contains("missing"), "\(run.errors)")
        }

        @Test func `an unknown key in the configuration is named with its place`() throws {
            try scratch.configure(
                """
                providers:
                  local: {dialect: openai-chat, base_url: http://127.0.0.1:8080/v1, tempature: 1}
                """
            )
            let run = try scratch.run("run", "What is 6 times 7?")
            expectRefusal(run, status: 2, says: "tempature", "config.yaml:2")
        }

        @Test func `a YAML error is shown with its line`() throws {
            try scratch.configure("providers:\n  local: {dialect: openai-chat\nworkers: ]\n")
            expectRefusal(
                try scratch.run("run", "What is 6 times 7?"),
                status: 2,
                says: "config.yaml:3"
            )
        }

        @Test func `a worker that is missing is named`() throws {
            try scratch.configure("pools: {default: [nobody]}\n")
            expectRefusal(
                try scratch.run("run", "What is 6 times 7?"),
                status: 2,
                says: "nobody",
                "config.yaml:1"
            )
        }

        @Test func `doctor finds what is wrong with a configuration`() throws {
            try scratch.configure("pools: {default: [nobody]}\n")
            let run = try scratch.run("doctor")
            #expect(run.status == 1)
            #expect(run.output.contains("nobody"))
            #expect(run.output.contains("fix:"))
        }

        @Test func `a refused connection fails the run and names the address`() throws {
            let port = FakeChatServer.closedPort()
            try scratch.configure(
                baseURL: "http://127.0.0.1:\(port)/v1",
                extra: "limits: {retries: 0}\n"
            )
            let run = try scratch.run("run", "--json", "Why is the sky blue?")
            #expect(run.status == 1)
            #expect(!run.isCrash)
            let last = try #require(try run.objects().last)
            #expect(last["outcome"] as? String == "failed")
            #expect(run.output.contains("127.0.0.1:\(port)"))
        }

        @Test func `a reply that is no plan is repaired, then one worker answers`() throws {
            try scratch.serve(
                .text(["I would rather ", "talk about it."]),
                .text(["Still no plan."]),
                .text(["Because of scattering."])
            )
            let run = try scratch.run("run", "--json", "Why is the sky blue?")
            #expect(run.status == 0)
            let events = try run.objects()
            let rejections = events.filter { $0["type"] as? String == "planRejected" }
            #expect(rejections.map { $0["remedy"] as? String } == ["repair", "fallback"])
            let accepted = try #require(events.first { $0["type"] as? String == "planAccepted" })
            #expect(accepted["origin"] as? String == "fallback")
            #expect(events.last?["answer"] as? String == "Because of scattering.")
        }

        @Test func `an error of the server is told in its own words`() throws {
            try scratch.serve(
                .refusal(status: 401, body: #"{"error": {"message": "no such key"}}"#)
            )
            let run = try scratch.run("run", "Why is the sky blue?")
            #expect(run.status == 1)
            #expect(run.output.contains("no such key"))
            #expect(!run.isCrash)
        }

        @Test func `a database of a newer version is refused and left alone`() throws {
            #expect(try scratch.run("run", "What is 6 times 7?").status == 0)
            let path = scratch.data + "/podium.sqlite"
            let pragma = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute(sys.argv[2])"
            let python = try ChildProcess(
                "python3",
                ["-c", pragma, path, "PRAGMA user_version = 99"],
                environment: scratch.environment,
                errors: scratch.path + "/python-errors"
            )
            #expect(try python.finish() == 0)
            let before = FileManager.default.contents(atPath: path)
            for arguments in [["run", "What is 6 times 7?"], ["sessions", "list"]] {
                let run = try scratch.finish(scratch.start(arguments))
                expectRefusal(run, says: "version 99", "newer")
            }
            #expect(FileManager.default.contents(atPath: path) == before)
        }

        @Test func `a database that is none is refused and left alone`() throws {
            try FileManager.default.createDirectory(
                atPath: scratch.data,
                withIntermediateDirectories: true
            )
            let text = String(repeating: "These are my notes, not a database. ", count: 100)
            try scratch.write(text, to: "data/podium.sqlite")
            expectRefusal(try scratch.run("run", "What is 6 times 7?"), says: "podium.sqlite")
            #expect(try scratch.read("data/podium.sqlite") == text)
        }

        @Test func `a data directory below a regular file is refused`() throws {
            let file = try scratch.write("mine", to: "file")
            expectRefusal(
                try scratch.run("run", "--data", file + "/data", "What is 6 times 7?"),
                says: file
            )
            #expect(try scratch.read("file") == "mine")
        }

        @Test func `sessions and replays that are not there are named`() throws {
            _ = try scratch.run("run", "What is 6 times 7?")
            for arguments in [
                ["sessions", "show", "nothing"], ["replay", "nothing", "--plain"],
                ["replay", "no/nothing.jsonl", "--plain"],
            ] {
                expectRefusal(try scratch.finish(scratch.start(arguments)), says: "nothing")
            }
        }

        @Test(arguments: ["", "\n", "{", "[]\n", "{\"type\": 1}\n", "\u{0}\u{1}\n", "null\nnull\n"])
        func `a file that is no session is refused`(text: String) throws {
            let file = try scratch.write(text, to: "broken.jsonl")
            expectRefusal(try scratch.run("replay", file, "--plain"), says: "broken.jsonl")
        }

        @Test func `the workbench needs a terminal`() throws {
            expectRefusal(try scratch.run(), status: 2, says: "terminal", "podium run")
        }

        @Test(
            arguments: [
                ("env -u TERM $PODIUM", "TERM"), ("TERM=dumb $PODIUM", "dumb"),
                ("$PODIUM --theme nothing", "nothing"), ("$PODIUM --data input", "input"),
            ])
        func `a terminal that cannot show the workbench gets one clear error`(
            command: String,
            word: String
        ) throws {
            try scratch.write("a file", to: "input")
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("\(command) 2>errors; echo $? >status.new; mv status.new status")
            try terminal.wait("the status") { _ in scratch.exists("status") }
            #expect(try scratch.read("status") != "0\n")
            let errors = try scratch.read("errors")
            #expect(errors.hasPrefix("podium: ") && errors.contains(word), "\(errors)")
            #expect(!errors.contains("Fatal error"))
            try expectTerminalBack(terminal)
        }

        @Test func `a terminal of ten by three gets an error, not a screen`() throws {
            let terminal = try TmuxSession(scratch, columns: 10, rows: 3)
            defer { terminal.end() }
            try terminal.shell("$PODIUM 2>errors; echo $? >status.new; mv status.new status")
            try terminal.wait("the status") { _ in scratch.exists("status") }
            #expect(try scratch.read("status") == "1\n")
            #expect(try scratch.read("errors").contains("10×3"))
        }
    }
}
