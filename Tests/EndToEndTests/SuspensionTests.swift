import Glibc
import Testing

extension EndToEndTests {
    /// The terminal is someone else's for a while in the middle of a run.
    struct SuspensionTests {
        let scratch: Scratch
        private let gate = FakeChatServer.Gate()

        init() throws {
            scratch = try Scratch()
            try scratch.serve(
                .text([ScriptedPlan.explain]),
                .gated(["The first words.\n", "The second words.\n", "The last words.\n"], gate)
            )
        }

        private func run(_ setting: String = "") throws -> TmuxSession {
            let terminal = try TmuxSession(scratch)
            try terminal.shell("\(setting) $PODIUM 'Why is the sky blue?'")
            try terminal.wait(for: "The first words.", "running")
            return terminal
        }

        private func expectEnd(_ terminal: TmuxSession) throws {
            gate.open()
            try terminal.wait(
                for: "The first words.",
                "The second words.",
                "The last words.",
                "answered"
            )
            try terminal.press("q")
            try expectTerminalBack(terminal)
        }

        @Test func `a run that was suspended goes on and shows what came meanwhile`() throws {
            let terminal = try run()
            defer { terminal.end() }
            try terminal.press("C-z")
            try terminal.wait("the shell") { $0.contains("ready>") && !$0.contains("workflow") }
            #expect(try terminal.value("#{mouse_any_flag}") == "0")
            gate.open()
            try terminal.shell("fg")
            try terminal.wait(for: "The second words.", "running")
            try expectEnd(terminal)
        }

        @Test func `the stream is suspended too, and the keyboard is the shell's meanwhile`() throws
        {
            let terminal = try run()
            defer { terminal.end() }
            try terminal.press("V")
            try terminal.wait(for: "│ The first words.")
            try terminal.press("C-z")
            try terminal.wait(for: "ready>")
            try terminal.shell("echo back in $((40+2))")
            try terminal.wait(for: "back in 42")
            try terminal.shell("fg")
            gate.open()
            try terminal.wait(for: "│ The second words.")
            try terminal.press("Escape")
            try expectEnd(terminal)
        }

        @Test func `what comes while a pager is open is there after it, Ctrl-Z in it too`() throws {
            try scratch.write("cat \"$1\"; echo paging; read line\n", to: "pager")
            let terminal = try run("PAGER='sh pager'")
            defer { terminal.end() }
            try terminal.press("2", "p")
            try terminal.wait("the pager") { $0.contains("paging") && !$0.contains("workflow") }
            gate.open()
            try scratch.waitUntilStored("The second words.")
            try terminal.press("C-z")
            try terminal.wait(for: "paging", "ready>")
            try terminal.shell("echo back in $((40+2))")
            try terminal.wait(for: "back in 42")
            try terminal.shell("fg")
            try terminal.press("Enter")
            try terminal.wait(for: "The second words.", "running")
            try expectEnd(terminal)
        }

        @Test func `a copied text arrives in tmux`() throws {
            let terminal = try run()
            defer { terminal.end() }
            try terminal.set("set-clipboard", "on")
            try terminal.press("2", "y")
            try terminal.wait(for: "Copied")
            #expect(try terminal.copied() == "The first words.\n")
            gate.open()
            try expectEnd(terminal)
        }
    }
}
