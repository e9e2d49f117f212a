import Glibc
import Testing

extension EndToEndTests {
    /// However the program ends, the terminal is given back, and what it showed is kept.
    struct TerminalRestoreTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            try scratch.serve(
                .text([ScriptedPlan.explain]),
                .held(["Shorter waves are scattered more\n"])
            )
        }

        private func running() throws -> TerminalProgram {
            let program = try TerminalProgram(scratch, ["Why is the sky blue?"])
            try program.read(until: "scattered more")
            return program
        }

        /// The stored session: its status, and its events as lines.
        private func stored() throws -> (status: String?, events: ProgramRun) {
            let sessions = try scratch.run("sessions", "list", "--json").objects()
            let session = try #require(sessions.first)
            #expect(sessions.count == 1)
            let id = try #require(session["session"] as? String)
            return (session["status"] as? String, try scratch.run("sessions", "show", id, "--json"))
        }

        @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGINT])
        func `a program that is told to end tells the session's end too`(signal: Int32) throws {
            let program = try running()
            #expect(!TerminalBytes(program.bytes).isGivenBack)
            program.signal(signal)
            #expect(try program.finish() == 128 + signal)
            #expect(TerminalBytes(program.bytes).isGivenBack)
            #expect(program.settings == program.initialSettings)
            let (status, events) = try stored()
            #expect(status == "cancelled")
            #expect(events.output.contains("scattered more"))
            #expect(events.output.contains("Interrupted by the person.") == (signal == SIGINT))
            #expect(events.lines.last?.contains("sessionClosed") == true)
        }

        @Test(arguments: [SIGSEGV, SIGTRAP, SIGABRT])
        func `a crash gives the terminal back and keeps what was shown`(signal: Int32) throws {
            let program = try running()
            program.signal(signal)
            #expect(try program.finish() == 128 + signal)
            #expect(TerminalBytes(program.bytes).isGivenBack)
            #expect(program.settings == program.initialSettings)
            let (status, events) = try stored()
            #expect(status == "interrupted")
            #expect(events.output.contains("scattered more"))
        }

        @Test func `a terminal that is closed ends the run and keeps it`() throws {
            let program = try running()
            program.hangUp()
            #expect(try program.finish() == 129)
            let (status, events) = try stored()
            #expect(status == "cancelled")
            #expect(events.output.contains("scattered more"))
        }
    }
}
