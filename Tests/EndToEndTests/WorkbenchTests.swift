import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// The workbench in a real terminal.
    struct WorkbenchTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test func `a sample is answered live, kept, and found again`() throws {
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM")
            try terminal.wait(for: "question", "samples", Sample.productTitle, "enter ask")
            #expect(try terminal.value("#{alternate_on}") == "1")

            try chooseSample(in: terminal)
            try terminal.wait(for: "workflow", "conductor", "model_id")
            let answered = try terminal.wait(for: "✓ answered", "answer", Sample.productAnswer)
            // By the learned policy, which says what it weighed; whom it asks is its own affair.
            #expect(answered.contains("(policy "))
            #expect(answered.contains("%  right 1.00"))
            #expect(answered.contains("FORTY TWO"))
            #expect(answered.contains("meter"))

            try terminal.press("o")
            try terminal.wait(for: "past sessions", "✓ Decode the Morse", "answered")
            try terminal.press("Tab", "Enter")
            try terminal.wait(for: "play/pause")
            try terminal.press("End")
            let replayed = try terminal.wait(for: "✓ answer", Sample.productAnswer, "(policy ")
            #expect(replayed.contains("42 * 19 = 798"))

            try terminal.press("q")
            try expectTerminalBack(terminal)
        }

        @Test func `the screen follows every size of the terminal`() throws {
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM '6 * 7'")
            var last = ""
            // Of the frames around the end the last, when two looks agree.
            let first = try terminal.wait("the end of the run") { screen in
                defer { last = screen }
                return screen == last
                    && ["✓ answered", "Answer: 42", "enter zoom"].allSatisfy(screen.contains)
            }

            try terminal.resize(columns: 80, rows: 24)
            try terminal.wait("80×24") { isWhole($0, 80, 24) && $0.contains("Answer: 42") }
            try terminal.resize(columns: 200, rows: 60)
            try terminal.wait("200×60") { isWhole($0, 200, 60) && $0.contains("Answer: 42") }
            try terminal.resize(columns: 30, rows: 8)
            try terminal.wait("30×8") { isWhole($0, 30, 8) }
            try terminal.resize(columns: 10, rows: 3)
            try terminal.wait(for: "too small")
            try terminal.resize(columns: 120, rows: 36)
            try terminal.wait("the screen as it was") { $0 == first }

            try terminal.press("q")
            try expectTerminalBack(terminal)
        }

        @Test func `an interrupted run says so and the terminal comes back`() throws {
            try scratch.serve(.held(["I am thinking about it."]))
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM 'Why is the sky blue?'")
            try terminal.wait(for: "I am thinking about it.", "running")
            try terminal.press("q")
            try terminal.wait(for: "Interrupt it and quit?")
            try terminal.press("n")
            try terminal.wait("the question goes") { !$0.contains("Interrupt it and quit?") }
            try terminal.press("C-c")
            try terminal.wait(for: "cancelled", "I am thinking about it.")
            try terminal.press("C-c")
            try expectTerminalBack(terminal)
        }

        @Test(arguments: ["", "--view stream"])
        func `leaving a run that goes on tells so by the status`(option: String) throws {
            try scratch.serve(.held(["I am thinking about it.\n"]))
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM \(option) 'Why is the sky blue?'; echo status=$?")
            try terminal.wait(for: "I am thinking about it.")
            try terminal.press("q")
            try terminal.wait(for: "Interrupt it and quit?")
            try terminal.press("y")
            try terminal.wait(for: "status=130")
        }

        @Test func `the help lists the keys and goes away`() throws {
            let terminal = try TmuxSession(scratch, columns: 80, rows: 24)
            defer { terminal.end() }
            try terminal.shell("$PODIUM")
            try terminal.wait(for: "samples", "enter ask")
            try terminal.press("?")
            try terminal.wait(for: "Ask the question, or open what is selected")
            try terminal.press("Escape")
            try terminal.wait("the help goes") { !$0.contains("or open what is selected") }
            try terminal.press("Tab", "q")
            try expectTerminalBack(terminal)
        }

        @Test func `suspending gives the shell and resuming the screen`() throws {
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM")
            try terminal.wait(for: "samples", "enter ask")
            try terminal.press("C-z")
            try terminal.wait("the shell") { $0.contains("ready>") && !$0.contains("samples") }
            try terminal.shell("fg")
            try terminal.wait(for: "samples", "enter ask")
            try terminal.press("Tab", "q")
            try expectTerminalBack(terminal)
        }

        @Test func `an unknown terminal is taken for a common one, and the screen says so`() throws
        {
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("TERM=no-such-terminal $PODIUM")
            try terminal.wait(
                for: "samples",
                "no description of the terminal \"no-such-terminal\""
            )
            try terminal.press("Tab", "q")
            try expectTerminalBack(terminal)
        }

        private func chooseSample(in terminal: TmuxSession) throws {
            try terminal.press("Tab")
            let titles = try scratch.run("samples").lines.filter { !$0.hasPrefix("  ") }
            let position = try #require(titles.firstIndex(of: Sample.productTitle))
            for _ in 0..<position { try terminal.press("Down") }
            try terminal.wait(for: "\(position + 1) of \(titles.count)")
            try terminal.press("Enter")
        }

        private func isWhole(_ screen: String, _ columns: Int, _ rows: Int) -> Bool {
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            // Where there is least room, the answer has all of it.
            return lines.count == rows && (screen.contains("workflow") || rows < 9)
                && lines.contains { $0.count == columns && $0.hasSuffix("╮") || $0.hasSuffix("┓") }
                && lines.last?.contains("keys") == true
        }
    }

}

/// The shell answers, on its own screen, and shows what is typed.
func expectTerminalBack(_ terminal: TmuxSession) throws {
    try terminal.wait(for: "ready>")
    #expect(try terminal.value("#{alternate_on}") == "0")
    try terminal.shell("echo is $((6*7)).")
    let screen = try terminal.wait(for: "is 42.")
    #expect(screen.contains("echo is $((6*7))."))
    #expect(try terminal.value("#{cursor_flag}") == "1")
    #expect(try terminal.value("#{mouse_any_flag}") == "0")
}
