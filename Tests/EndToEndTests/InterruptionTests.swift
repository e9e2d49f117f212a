import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// What was shown is stored, however the process ends.
    struct InterruptionTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private static let plan = """
            model_id = [0]
            subtasks = ["Explain it."]
            access_list = [[]]
            """

        @Test func `a killed run keeps what it showed and counts as interrupted`() throws {
            try scratch.serve(
                .text([Self.plan]),
                .held(["Shorter waves are ", "scattered more"])
            )
            let process = try scratch.start(["run", "--json", "Why is the sky blue?"])
            try process.read { $0.contains("scattered more") }
            process.signal(SIGKILL)
            let shown = try scratch.finish(process)
            #expect(shown.status == 128 + SIGKILL)

            let sessions = try scratch.run("sessions", "list", "--json").objects()
            let session = try #require(sessions.first)
            #expect(sessions.count == 1)
            #expect(session["status"] as? String == "interrupted")
            let id = try #require(session["session"] as? String)
            let kept = try scratch.run("sessions", "show", id, "--json")
            #expect(kept.lines.starts(with: shown.lines))
        }

        @Test func `a killed workbench keeps what was on its screen`() throws {
            try scratch.serve(
                .text([Self.plan]),
                .held(["Shorter waves are ", "scattered more\n"])
            )
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("echo $$ >pid; exec $PODIUM 'Why is the sky blue?'")
            try terminal.wait(for: "scattered more", "1 remote")
            let pid = try #require(
                pid_t(try scratch.read("pid").trimmingCharacters(in: .whitespacesAndNewlines))
            )
            #expect(kill(pid, SIGKILL) == 0)

            // The pane ends with the process; the store tells when the lock is free.
            var status: String?
            for _ in 0..<TmuxSession.tries where status != "interrupted" {
                let session = try scratch.run("sessions", "list", "--json").objects().first
                status = session?["status"] as? String
            }
            #expect(status == "interrupted")
            let id = try #require(
                try scratch.run("sessions", "list", "--json").objects().first?["session"] as? String
            )
            let told = try scratch.run("sessions", "show", id)
            #expect(told.output.contains("scattered more"))
            #expect(told.output.contains("it was interrupted"))
        }

        @Test func `a session that was broken off goes on from its replay`() throws {
            try scratch.serve(
                .text([Self.plan]),
                .held(["Half a tho"]),
                .text(["Shorter waves are scattered more."])
            )
            let process = try scratch.start(["run", "--json", "Why is the sky blue?"])
            try process.read { $0.contains("Half a tho") }
            process.signal(SIGKILL)
            _ = try process.finish()

            let id = try scratch.latestSession()
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM replay \(id)")
            try terminal.wait(for: "replay, end", "C resume", "Half a tho")
            try terminal.press("C")
            try terminal.wait(for: "✓ answered", "Shorter waves are scattered more.")
            try terminal.press("q")
            try expectTerminalBack(terminal)
            let sessions = try scratch.run("sessions", "list", "--json").objects()
            #expect(sessions.compactMap { $0["status"] as? String } == ["answered"])
        }

        @Test func `an interrupted session is replayed and leaves room for the next`() throws {
            try scratch.serve(.held(["Half a tho"]))
            let process = try scratch.start(["run", "--json", "Why is the sky blue?"])
            try process.read { $0.contains("Half a tho") }
            process.signal(SIGKILL)
            _ = try process.finish()

            let config = try scratch.write("conductor: embedded\n", to: "embedded.yaml")
            let next = try scratch.run("run", "--config", config, "What is 6 times 7?")
            #expect(next.status == 0, "\(next.errors)")
            let statuses = try scratch.run("sessions", "list", "--json").objects()
                .compactMap { $0["status"] as? String }
            #expect(statuses == ["answered", "interrupted"])
        }
    }
}
