import Glibc
import Testing

extension EndToEndTests {
    /// The workbench on the terminals there are, and where there is none to use.
    struct TerminalKindTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test(arguments: ["dumb", "", nil])
        func `a terminal that cannot place text is refused and stays as it was`(term: String?)
            throws
        {
            let program = try TerminalProgram(
                scratch,
                environment: term.map { ["TERM": $0] } ?? [:]
            )
            #expect(try program.finish() == 1)
            #expect(program.text.contains("TERM is \(term.map { "\"\($0)\"" } ?? "not set")"))
            #expect(program.text.contains("`podium run`"))
            #expect(!program.bytes.contains(0x1B))
            #expect(program.settings == program.initialSettings)
            let plain = try scratch.run(
                "run",
                "6 * 7",
                environment: term.map { ["TERM": $0] } ?? [:]
            )
            #expect(plain.status == 0 && plain.lines.contains("Answer: 42"))
        }

        @Test func `without a terminal the way without a screen is offered`() throws {
            let run = try scratch.run(environment: ["TERM": "xterm"])
            #expect(run.status == 2)
            #expect(run.errors.contains("`podium run \"question\"`"))
            #expect(run.bytes.isEmpty)
        }

        struct Kind: CustomStringConvertible {
            var environment: [String: String]
            var palette: TerminalBytes.Palette

            var description: String { environment.description }

            init(
                _ term: String,
                _ palette: TerminalBytes.Palette,
                _ others: [String: String] = [:]
            ) {
                environment = others.merging(["TERM": term]) { $1 }
                self.palette = palette
            }
        }

        @Test(arguments: [
            Kind("linux", .eight), Kind("xterm", .eight), Kind("screen", .eight),
            Kind("vt100", .none), Kind("vt100", .none, ["COLORTERM": "truecolor"]),
            Kind("xterm-256color", .indexed), Kind("tmux-256color", .indexed),
            Kind("xterm-256color", .direct, ["COLORTERM": "truecolor"]),
            Kind("xterm-256color", .none, ["COLORTERM": "truecolor", "NO_COLOR": "1"]),
            Kind("linux", .none, ["NO_COLOR": "1"]),
        ])
        func `a terminal gets the colours it has, answers keys and is given back`(kind: Kind) throws
        {
            let program = try TerminalProgram(scratch, environment: kind.environment)
            try program.read(until: "samples")
            #expect(program.settings != program.initialSettings)
            program.type("?")
            try program.read(until: "Ask the question, or open what is selected")
            // Out of the help, then out of the editor, then out of the program.
            program.type("q\tq")
            #expect(try program.finish() == 0)
            let written = TerminalBytes(program.bytes)
            #expect(written.isGivenBack, "\(written.modes)")
            #expect(written.palette == kind.palette)
            #expect(program.settings == program.initialSettings)
        }

        @Test func `a locale that is not installed does not cost what is not ASCII`() throws {
            let program = try TerminalProgram(
                scratch,
                environment: ["TERM": "xterm-256color", "LC_ALL": "xx_YY.UTF-8"]
            )
            try program.read(until: "samples")
            program.type("naïve 日本")
            try program.read(until: "naïve 日本")
            program.signal(SIGTERM)
            _ = try program.finish()
            let doctor = try scratch.run("doctor", environment: ["LC_ALL": "xx_YY.UTF-8"])
            #expect(doctor.output.contains("UTF-8, by C.UTF-8: xx_YY.UTF-8 is not installed"))
        }

        @Test(arguments: ["\u{1B}[M  q", "\u{1B}[M q*", "\u{1B}[32;3;4M", "\u{1B}[Mq\u{3}\u{1B}"])
        func `a mouse report of an older kind types nothing`(report: String) throws {
            let program = try TerminalProgram(
                scratch,
                environment: ["TERM": "rxvt-unicode-256color"]
            )
            try program.read(until: "Ask anything")
            program.type(report)
            program.type("6 * 7\r")
            try program.read(until: "42")
            program.signal(SIGTERM)
            _ = try program.finish()
            let question = try scratch.events(of: scratch.latestSession()).first?["question"]
            #expect(question as? String == "6 * 7")
        }

        @Test func `the doctor tells the colours that are on the screen, and what keeps more away`()
            throws
        {
            func colours(_ environment: [String: String]) throws -> String {
                try scratch.run("doctor", environment: environment).output
            }
            let direct = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
            #expect(
                try colours(direct).contains("colours: 16777216, by the description xterm-direct")
            )
            #expect(try colours(["TERM": "linux"]).contains("colours: 8, by the description linux"))
            #expect(
                try colours(["TERM": "vt100"]).contains("colours: none, by the description vt100")
            )
            #expect(
                try colours(direct.merging(["NO_COLOR": "1"]) { $1 })
                    .contains("colours: none, by NO_COLOR")
            )
            // None of its family has 24-bit colours.
            let screen = try colours(["TERM": "screen-256color", "COLORTERM": "truecolor"])
            #expect(screen.contains("warning  colours: 256, by the description screen-256color"))
            #expect(screen.contains("fix: Use a terminal type"))
        }

        @Test func `a terminal with one screen only is left empty`() throws {
            let program = try TerminalProgram(scratch, environment: ["TERM": "linux"])
            try program.read(until: "samples")
            let start = program.bytes.count
            program.type("\tq")
            #expect(try program.finish() == 0)
            let last = String(decoding: program.bytes[start...], as: UTF8.self)
            #expect(last.contains("\u{1B}[J"))
        }

        @Test func `without colour the run on the terminal's own screen has none either`() throws {
            let program = try TerminalProgram(
                scratch,
                ["--view", "stream", "6 * 7"],
                environment: ["TERM": "xterm-256color", "NO_COLOR": "1"]
            )
            try program.read(until: "The run is over")
            program.type("q")
            _ = try program.finish()
            let written = TerminalBytes(program.bytes)
            #expect(written.palette == .none)
            #expect(written.isGivenBack)
        }
    }
}
