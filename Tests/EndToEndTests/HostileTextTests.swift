import Foundation
import Testing

extension EndToEndTests {
    /// Text from a model never reaches a terminal as control sequences.
    struct HostileTextTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        /// A title, a cleared screen, colours by 7-bit and 8-bit sequences, a device query, an
        /// override of the reading direction, a carriage return, backspaces.
        private static let hostile = [
            "start\u{1B}]0;owned\u{07}", "\u{1B}[2J\u{1B}[31m", "red\u{9B}31m\u{9D}0;owned\u{9C}",
            "\u{1B}", "[6n\u{1B}P+q\u{1B}\\", "\u{202E}evil\u{2066}",
            "x\rZ\u{8}\u{8}\u{7F}\u{0}end",
        ]

        private func serve() throws {
            let plan = """
                model_id = [0]
                subtasks = ["Do \u{1B}[31m\u{9B}1m\u{202E}it."]
                access_list = [[]]
                """
            try scratch.serve(.text(["Hm\u{1B}[2J\u{202E} "] + [plan]), .text(Self.hostile))
        }

        @Test func `plain and stored output hold marks, not controls`() throws {
            try serve()
            let run = try scratch.run("run", "--plain", "Why \u{1B}[31mis\u{9B} it \u{202E}so?")
            #expect(run.status == 0)
            #expect(run.controls.isEmpty)
            #expect(run.output.contains("␛]0;owned␇"))
            #expect(run.output.contains("‹U+202E›evil"))
            #expect(run.output.contains("‹U+009B›31m"))

            let id = try #require(
                try scratch.run("sessions", "list", "--json").objects().first?["session"] as? String
            )
            for again in [
                try scratch.run("sessions", "list"), try scratch.run("sessions", "show", id),
                try scratch.run("replay", id, "--plain"),
            ] {
                #expect(again.status == 0)
                #expect(again.controls.isEmpty)
            }
        }

        @Test func `json escapes controls and keeps the text`() throws {
            try serve()
            let run = try scratch.run("run", "--json", "Why?")
            #expect(run.status == 0)
            #expect(run.controls.isEmpty)
            let answer = try #require(try run.objects().last?["answer"] as? String)
            #expect(answer.contains("\u{1B}]0;owned\u{07}"))
            #expect(answer.contains("\u{202E}evil"))
        }

        @Test func `an error of a server is shown without its controls`() throws {
            try scratch.serve(
                .refusal(
                    status: 400,
                    body:
                        #"{"error": {"message": "bad \u001b]0;owned\u0007 \u009b2J \u202edlrow"}}"#
                )
            )
            let run = try scratch.run("run", "--plain", "Why?")
            #expect(run.status == 1)
            #expect(run.output.contains("dlrow"))
            #expect(run.controls.isEmpty)
        }

        @Test func `the screen shows marks, and the terminal stays as it was`() throws {
            try serve()
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            let title = try terminal.value("#{pane_title}")
            try terminal.shell("$PODIUM 'Why is it so?'")
            let screen = try terminal.wait(for: "answered", "␛]0;owned␇", "‹U+202E›evil", "end")
            #expect(screen.terminalControls.isEmpty)
            #expect(screen.contains("‹U+009B›31m"))
            #expect(screen.contains("workflow"))
            #expect(try terminal.value("#{pane_title}") == "✓ podium: Why is it so?")
            #expect(try terminal.value("#{alternate_on}") == "1")
            try terminal.press("q")
            try expectTerminalBack(terminal)
            #expect(try terminal.value("#{pane_title}") == title)
        }

        @Test func `a command line is told back without its controls`() throws {
            for arguments in [
                ["run", "--\u{1B}[31mx", "y"], ["run", "--config", "\u{1B}[31m\u{9B}.yaml", "x"],
                ["replay", "\u{1B}[31m\u{202E}", "--plain"],
                ["run", "--pool", "\u{1B}]0;x\u{7}", "x"],
            ] {
                let run = try scratch.finish(scratch.start(arguments))
                #expect(run.status != 0)
                #expect(run.errors.terminalControls.isEmpty, "\(arguments)")
            }
        }
    }
}
