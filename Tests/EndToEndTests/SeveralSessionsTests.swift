import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Two questions in one workbench.
    struct SeveralSessionsTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private static let plan = """
            model_id = [0]
            subtasks = ["Explain it."]
            access_list = [[]]
            """

        @Test func `two questions run side by side, one held, and a kill loses neither`() throws {
            try scratch.serve(
                .text([Self.plan]),
                .held(["Shorter waves are ", "scattered more\n"]),
                .text([Self.plan]),
                .text(["It is salt."])
            )
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("echo $$ >pid; exec $PODIUM 'Why is the sky blue?'")
            try terminal.wait(for: "scattered more", "running")
            try terminal.press("Space")
            try terminal.wait(for: "? held")

            // What runs goes on, and is listed.
            try terminal.press("o")
            try terminal.wait(for: "open sessions", "? Why is the sky blue?", "held")
            try terminal.press("BTab")
            try terminal.type("Why is the sea salt?")
            try terminal.press("Enter")
            try terminal.wait(for: "✓ answered", "It is salt.")
            try terminal.press("{")
            try terminal.wait(for: "scattered more", "? held")
            try terminal.press("o")
            try terminal.wait(for: "open sessions", "past sessions", "✓ Why is the sea salt?")

            let pid = try #require(
                pid_t(try scratch.read("pid").trimmingCharacters(in: .whitespacesAndNewlines))
            )
            #expect(kill(pid, SIGKILL) == 0)
            var stored: [String: String] = [:]
            for _ in 0..<TmuxSession.tries where stored["Why is the sky blue?"] != "interrupted" {
                let sessions = try scratch.run("sessions", "list", "--json").objects()
                for session in sessions {
                    let question = session["question"] as? String ?? ""
                    stored[question] = session["status"] as? String
                }
            }
            #expect(
                stored == [
                    "Why is the sky blue?": "interrupted", "Why is the sea salt?": "answered",
                ]
            )
        }

        @Test func `a plan that waits rings the bell once, and the title says so`() throws {
            try scratch.serve(.text([Self.plan]))
            let program = try TerminalProgram(scratch, ["--ask", "Why is the sky blue?"])
            try program.read(until: "approve?")
            try program.read(until: "\u{1B}]2;? podium: Why is the sky blue?\u{1B}\\")
            program.type("qy")
            _ = try program.finish()
            let bells = program.text.components(separatedBy: "\u{07}").count - 1
            #expect(bells == 1)
            #expect(program.text.contains("\u{1B}[23;2t"), "the title is given back")
            #expect(TerminalBytes(program.bytes).isGivenBack)
        }
    }
}
