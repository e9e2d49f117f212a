import Glibc
import Testing

extension EndToEndTests {
    /// What models write reaches the terminal as marks, whatever is opened over it.
    struct HostileOverlayTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            try scratch.serve(
                .text([
                    """
                    model_id = [0, 0]
                    subtasks = ["Look \(Self.hostile)", "Check \(Self.hostile)"]
                    access_list = [[], [0]]
                    """
                ]),
                .held(["Thought \(Self.hostile)\n"])
            )
        }

        /// A title, a question to the terminal, a cleared screen in 8-bit controls, a turned reading
        /// direction, a joiner.
        private static let hostile =
            "x\u{1B}]0;owned\u{07}\u{1B}[6n\u{9B}2J\u{202E}evil\u{2066}\u{8}\u{7F}a\u{200D}b"

        /// Everything hostile begins or ends in a way that ncurses never writes.
        private func expectHarmless(_ program: TerminalProgram) {
            let text = program.text
            for sequence in ["\u{1B}]0;", "[6n\u{1B}", "\u{1B}[6n", "\u{07}", "\u{7F}"] {
                #expect(!text.contains(sequence), "\(sequence.debugDescription)")
            }
            let scalars = text.unicodeScalars.filter { scalar in
                (0x80...0x9F).contains(scalar.value)
                    || scalar.properties.generalCategory == .format
            }
            #expect(scalars.isEmpty)
            #expect(!program.bytes.contains(0))
        }

        @Test func `lists, editors, pages and questions write marks`() throws {
            let program = try TerminalProgram(scratch, ["Why \u{202E}so?"], columns: 160, rows: 50)
            try program.read(until: "␛]0;owned␇")
            let openings = [
                ("?", "keys "), ("2r", "who does"), ("2e", "subtask of"), ("2v", "what "),
                (":", "commands"), ("q", "Interrupt it"),
            ]
            for (keys, title) in openings {
                let start = program.bytes.count
                program.type(keys)
                try program.read(until: title, from: start)
                // Ctrl-C closes what is open, but quits from the last question.
                if keys != "q" { program.type("\u{03}") }
            }
            program.type("y")
            _ = try program.finish()
            expectHarmless(program)
        }

        @Test(arguments: ["stream", "plain"])
        func `a run on the terminal's own screen writes marks`(view: String) throws {
            let program = try TerminalProgram(scratch, ["--view", view, "Why \u{202E}so?"])
            try program.read(until: "Thought x␛]0;owned␇␛[6n‹U+009B›2J‹U+202E›evil‹U+2066›")
            program.type("q")
            try program.read(until: "Interrupt it and quit?")
            program.type("y")
            _ = try program.finish()
            #expect(!program.text.contains("\u{1B}]0;") && !program.text.contains("\u{1B}[6n"))
            #expect(!program.text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
            #expect(!program.text.unicodeScalars.contains("\u{202E}"))
            #expect(TerminalBytes(program.bytes).isGivenBack)
        }
    }
}
