import Foundation
import Testing

extension EndToEndTests {
    /// Whatever the place from which words come, no command sends a terminal what could steer it.
    struct HostileOutputTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        /// A colour, a cleared screen by an 8-bit sequence, a title, a change of direction, a separator of
        /// lines, an annotation, a tag, a carriage return.
        private static let hostile =
            "x\u{1B}[31m\u{9B}2J\u{1B}]0;owned\u{07}\u{202E}\u{2028}\u{FFF9}\u{E0041}\rz"

        /// The same in a text of JSON.
        private static let escaped =
            #"x\u001b[31m\u009b2J\u001b]0;owned\u0007\u202e\u2028\ufff9\udb40\udc41\rz"#

        private func expectClean(
            _ command: [String],
            environment: [String: String] = [:],
            showing mark: String? = "x",
            place: SourceLocation = #_sourceLocation
        ) throws {
            let run = try scratch.finish(try scratch.start(command, environment: environment))
            let told = run.output + run.errors
            #expect(told.terminalControls.isEmpty, "\(command)", sourceLocation: place)
            #expect(!run.isCrash, "\(command): \(run.errors)", sourceLocation: place)
            // What was meant to be told is told.
            if let mark { #expect(told.contains(mark), "\(command)", sourceLocation: place) }
        }

        @Test func `files of sessions`() throws {
            #expect(try scratch.run("run", "What is 6 times 7?").status == 0)
            let session = try scratch.latestSession()
            let text = try scratch.run("sessions", "show", session, "--json").output
            let file = try scratch.write(
                text.replacing(session, with: Self.escaped)
                    .replacing("What is 6 times 7?", with: Self.escaped),
                to: "session.jsonl"
            )
            for command in [
                ["sessions", "show", file], ["sessions", "show", file, "--json"],
                ["sessions", "verify", file], ["replay", file, "--plain"],
                ["replay", file, "--json"],
            ] {
                try expectClean(command)
            }
            let damaged = try scratch.write(
                text.replacing(#""outcome":"answered""#, with: #""outcome":"\#(Self.escaped)""#),
                to: "damaged.jsonl"
            )
            try expectClean(["sessions", "verify", damaged], showing: nil)
            try expectClean(["sessions", "show", scratch.path + "/\(Self.hostile).jsonl"])
        }

        @Test func `rows of the store`() throws {
            #expect(try scratch.run("run", "What is 6 times 7?").status == 0)
            let session = try scratch.latestSession()
            try scratch.write(
                """
                import sqlite3, sys
                store = sqlite3.connect(sys.argv[1])
                text = sys.argv[2]
                store.execute("UPDATE session SET name = ?", (text,))
                store.execute("UPDATE session_summary SET question = ?, answer = ?", (text, text))
                store.execute("INSERT INTO verdict VALUES (1, 'right', ?, 0)", (text,))
                store.execute("UPDATE attempt_record SET worker = ?", (text,))
                store.commit()
                """,
                to: "plant.py"
            )
            let planted = try scratch.shell(
                "python3 '\(scratch.path)/plant.py' '\(scratch.data)/podium.sqlite' \"$TEXT\"",
                environment: ["TEXT": Self.hostile]
            )
            try #require(planted.status == 0, "\(planted.errors)")
            for command in [
                ["sessions", "list"], ["sessions", "list", "--json"], ["sessions", "show", "x"],
                ["sessions", "verify", "x"], ["sessions", "verdict", "x", "wrong"],
                ["watch", "x"], ["replay", "x", "--plain"],
            ] {
                try expectClean(command)
            }
            try expectClean(["scores"], showing: nil)
            try expectClean(["scores", "--json"], showing: nil)
            try expectClean(["learn", "list"], showing: nil)
            try expectClean(["sessions", "verdict", session, "wrong"], showing: session)
        }

        @Test(arguments: [
            "TERM", "COLORTERM", "LANG", "LC_ALL", "PODIUM_DATA", "HOME", "XDG_CONFIG_HOME",
        ])
        func `the environment, as the doctor tells it`(name: String) throws {
            // A path has no slash too many.
            let value = name.contains("_") || name == "HOME" ? scratch.path + "/" : ""
            try expectClean(
                ["doctor", "--offline"],
                environment: [name: value + Self.hostile, "PODIUM_CONFIG": Self.hostile],
                showing: nil
            )
        }

        @Test func `configuration, prices, plans and themes`() throws {
            // YAML has no halves of characters.
            let name = "\"" + Self.escaped.replacing(#"\udb40\udc41"#, with: #"\U000e0041"#) + "\""
            let texts = [
                "workers: [{name: \(name), provider: embedded, model: m}]",
                "providers: {\(name): {base_url: \(name)}}", "\(name): 1",
                "interface: {theme: \(name)}", "conductor: {kind: \(name)}",
                "limits: {retries: 0}\nproviders: {a: {base_url: \"http://127.0.0.1:9/v1\"}}\n"
                    + "workers: [{name: w, provider: a, model: \(name)}]",
            ]
            for (number, text) in texts.enumerated() {
                let file = try scratch.write(text, to: "config\(number).yaml")
                for command in [
                    ["config"], ["config", "check"], ["models"], ["models", "--json"],
                    ["doctor", "--offline"], ["run", "What is 2+2?"],
                ] {
                    try expectClean(command + ["--config", file], showing: nil)
                }
            }
            let plan = try scratch.write(
                "steps: [{worker: \(name), subtask: \(name)}]",
                to: "p.yaml"
            )
            try expectClean(["run", "--conductor", plan, "What is 2+2?"])
            try FileManager.default.createDirectory(
                atPath: scratch.data,
                withIntermediateDirectories: true
            )
            let price = #"{"openai": {"\#(Self.escaped)": {"input": "\#(Self.escaped)"}}}"#
            let list = try scratch.write(price, to: "data/prices.json")
            for command in [
                ["prices", "list"], ["prices", "list", "--json"], ["doctor", "--offline"],
                ["prices", "update", "--from", list],
            ] {
                try expectClean(command, showing: nil)
            }
            let theme = try scratch.write("scheme: \(name)\nbase00: \(name)\n", to: "t.yaml")
            for command in [["themes", "show", theme], ["themes", "show", Self.hostile]] {
                try expectClean(command)
            }
        }

        @Test func `names that were typed`() throws {
            let hostile = Self.hostile
            for command in [
                ["sessions", "show", hostile], ["sessions", "verify", hostile], ["watch", hostile],
                ["sessions", "verdict", hostile, "right"], ["sessions", "verdict", "x", hostile],
                ["resume", hostile], ["override", hostile, "hold"], ["override", "x", hostile],
                ["replay", hostile, "--plain"], ["learn", "show", hostile],
                ["learn", "remove", hostile], ["policy", hostile], ["eval", hostile],
                ["matrix", "show", hostile], ["matrix", "import", hostile],
                ["train", "--set", hostile], ["run", "--workers", hostile, "Why?"],
                ["run", "--conductor", hostile, "Why?"], ["run", "--file", hostile],
                ["run", "--data", scratch.path + "/\(hostile)/\0", "Why?"],
                ["models", "discover", hostile], ["prices", "list", "--vendor", hostile],
                ["gym", hostile], ["questions", hostile], ["record", hostile, "Why?"], [hostile],
                ["run", "--\(hostile)"], ["config", hostile], ["themes", hostile],
            ] {
                try expectClean(command, showing: nil)
            }
        }
    }
}
