import Foundation
import Testing

extension EndToEndTests {
    /// A run on the terminal's own screen, as one stream of text or as sentences.
    struct ViewTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            // Who does what must not change with what is learned.
            try scratch.configure("conductor: rules\n")
        }

        private static let plan = """
            steps:
              - {worker: remote, subtask: "Count to seventy."}
              - {worker: remote, subtask: "Go on.", access: previous}
            """

        /// More lines than the screen has.
        private func lines(_ name: String) -> [String] {
            (1...70).map { "\(name) line \($0) of é漢" }
        }

        @Test func `the views tell all of a run, and each of them nothing twice`() throws {
            try scratch.serve(
                .text(lines("first").map { $0 + "\n" }),
                .held(lines("second").map { $0 + "\n" })
            )
            try scratch.write(Self.plan, to: "plan.yaml")
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM --ask --conductor plan.yaml 'Can you count?'")
            try terminal.wait(for: "? approve?")

            try terminal.press("V")
            try terminal.wait(
                for: "[stream]",
                "? Can you count?",
                "! 1 remote · Count to seventy.",
                "! 2 remote · Go on. (sees 1)",
                "The plan waits for approval (:approve)."
            )
            #expect(try terminal.value("#{alternate_on}") == "0")
            try terminal.press("Escape")
            try terminal.wait(for: "? approve?", "workflow")
            #expect(try terminal.value("#{alternate_on}") == "1")
            try terminal.press("a")
            try terminal.wait(for: "│ first line 1 ", "│ second line 70")
            try terminal.press("V")
            try terminal.wait(for: "2 remote │ second line 70")
            try terminal.press("V")
            try terminal.wait(for: "2 remote | second line 70")
            try terminal.press("V")
            try terminal.wait(for: "workflow", "│ second line 70")

            try decide(in: terminal)
            try expectAllToldOnce(terminal)
        }

        /// Decides by words in the stream, interrupts the run there, and quits.
        private func decide(in terminal: TmuxSession) throws {
            try terminal.press("V")
            try terminal.wait("the stream again") {
                $0.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("q quit")
            }
            try terminal.type(":cancel 9é")
            try terminal.press("BSpace", "Enter")
            try terminal.wait(for: ":cancel 9", "9 is no step")
            // Up has the line before again, ctrl-u empties it.
            try terminal.type(":")
            try terminal.press("Up")
            try terminal.wait("the line before again") { screen in
                screen.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix(":cancel 9")
            }
            try terminal.press("C-u")
            try terminal.type("hold")
            try terminal.press("Enter")
            try terminal.wait(for: "! person holds the run")
            // The first gives the typing up, the second interrupts.
            try terminal.type(":repl")
            try terminal.wait(for: ":repl")
            try terminal.press("C-c")
            try terminal.press("C-c")
            try terminal.wait(for: "The run is over.")
            try terminal.press("q")
            try expectTerminalBack(terminal)
        }

        private func expectAllToldOnce(_ terminal: TmuxSession) throws {
            let id = try scratch.latestSession()
            #expect(try scratch.overrides(of: id).last == #"{"kind":"hold"}"#)
            let stored = try scratch.events(of: id)
                .filter { $0["type"] as? String == "textAppended" }
                .compactMap { $0["text"] as? String }.joined()
            let written = stored.split(separator: "\n").map(String.init)
            #expect(written == lines("first") + lines("second"))

            let history = try terminal.history()
            for separator in ["│", "|"] {
                let told = history.filter { $0.contains("remote \(separator) ") }.compactMap {
                    $0.components(separatedBy: "remote \(separator) ").last
                }
                #expect(told == written)
            }
            for once in ["? Can you count?", "Question: Can you count?", "▸ 2 remote begins"] {
                #expect(history.count { $0 == once } == 1, "\(once)")
            }
        }

        @Test(arguments: [("stream", "▸ 1 reckoner begins"), ("plain", "(reckoner) starts.")])
        func `a run begins in the view that is asked for`(view: String, line: String) throws {
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM --view \(view) '6 * 7'")
            try terminal.wait(for: line, "Answer: 42", "The run is over.")
            #expect(try terminal.value("#{alternate_on}") == "0")
            try terminal.press("Escape")
            try terminal.wait(for: "✓ answered", "workflow", "Answer: 42")
            try terminal.press("q")
            try expectTerminalBack(terminal)
            #expect(try terminal.history().contains { $0.contains(line) })
        }
    }
}
