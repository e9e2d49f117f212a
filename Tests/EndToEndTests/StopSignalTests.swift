import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Signals work whatever else stands still: an output or a terminal that nobody reads, a command for
    /// a key, an editor.
    @Suite(.timeLimit(.minutes(15))) struct StopSignalTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        /// More than a pipe or a terminal holds for its reader, and then more from time to time.
        private func flood() throws -> FakeChatServer {
            let words = String(repeating: "many words ", count: 2_000)
            return try scratch.serve(
                .text([ScriptedPlan.explain]),
                .held([String](repeating: words, count: 20))
            )
        }

        /// A run whose output is full, since nobody reads it.
        private func stuckRun() throws -> (process: ChildProcess, server: FakeChatServer) {
            let server = try flood()
            let process = try scratch.start(["run", "--json", "Why is the sky blue?"])
            try process.read { $0.contains("many words") }
            // Until nothing has come into the pipe for a while.
            usleep(500_000)
            return (process, server)
        }

        @Test(arguments: [SIGINT, SIGQUIT])
        func `a run whose output nobody reads ends by a signal, and calls nobody more`(
            signal: Int32
        ) throws {
            let (process, server) = try stuckRun()
            process.signal(signal)
            let before = server.requests.count
            #expect(try process.finishUnread() == 128 + signal)
            #expect(server.requests.count == before)
            let session = try scratch.latestSession()
            let closed = try #require(try scratch.events(of: session).last)
            #expect(closed["type"] as? String == "sessionClosed")
            let reason = try #require(closed["reason"] as? String)
            #expect((reason == "Interrupted by the person.") == (signal == SIGINT))
            #expect(try scratch.run("sessions", "verify", session).status == 0)
        }

        @Test func `a second signal ends the process at once`() throws {
            let (process, _) = try stuckRun()
            process.signal(SIGINT)
            usleep(200_000)
            let start = ContinuousClock.now
            process.signal(SIGINT)
            #expect(try process.finishUnread() == 130)
            #expect(ContinuousClock.now - start < .seconds(2))
            #expect(try scratch.run("sessions", "verify", scratch.latestSession()).status == 0)
        }

        @Test func `a signal that is told twice at once is one, and the end is stored`() throws {
            try scratch.serve(.text([ScriptedPlan.explain]), .held(["Half a tho"]))
            let process = try scratch.start(["run", "--json", "Why?"])
            try process.read { $0.contains("Half a tho") }
            process.signal(SIGHUP)
            usleep(1_000)
            process.signal(SIGHUP)
            let run = try scratch.finish(process)
            #expect(run.status == 129)
            #expect(run.lines.last?.contains("sessionClosed") == true)
        }

        @Test(arguments: [SIGTERM, SIGHUP])
        func `a run that is read tells by its status which signal ended it`(signal: Int32) throws {
            try scratch.serve(.text([ScriptedPlan.explain]), .held(["Half a tho"]))
            let process = try scratch.start(["run", "--json", "Why?"])
            try process.read { $0.contains("Half a tho") }
            process.signal(signal)
            let run = try scratch.finish(process)
            #expect(run.status == 128 + signal)
            #expect(run.lines.last?.contains("sessionClosed") == true)
        }

        @Test func `what nohup says holds`() throws {
            try scratch.serve(.text([ScriptedPlan.explain]), .held(["Half a tho"]))
            let run = try scratch.shell(
                """
                trap '' HUP
                "$PODIUM" run --json 'Why?' >"$HOME/out" & pid=$!
                while ! grep -q 'Half a tho' "$HOME/out"; do sleep 0.05; done
                kill -HUP $pid; sleep 0.3; kill -0 $pid && echo alive
                kill -TERM $pid; wait $pid; echo $?
                """
            )
            #expect(run.lines == ["alive", "143"])
        }

        @Test(arguments: [SIGTERM, SIGHUP])
        func `a workbench on a terminal that nobody reads ends by a signal`(signal: Int32) throws {
            let server = try flood()
            let program = try TerminalProgram(scratch, ["Why is the sky blue?"])
            try program.read(until: "many words")
            // It draws until the terminal is full.
            usleep(1_500_000)
            program.signal(signal)
            var code: Int32 = 0
            for _ in 0..<800 where waitpid(program.pid, &code, WNOHANG) == 0 { usleep(10_000) }
            #expect((code >> 8) & 0xFF == 128 + signal)
            #expect(program.settings == program.initialSettings)
            #expect(server.requests.count == 2)
            let session = try scratch.latestSession()
            #expect(try scratch.run("sessions", "verify", session).status == 0)
            let last = try #require(try scratch.events(of: session).last)
            #expect(last["type"] as? String == "sessionClosed")
        }

        private func processes(named mark: String) throws -> [String] {
            try scratch.shell("ps -eo pid,args | grep '[s]leep \(mark)' || true").lines
        }

        @Test func `a command for a key ends with the program`() throws {
            let server = try FakeChatServer([.text(["four"])])
            let mark = "86\(getpid())"
            try scratch.configure(
                """
                providers:
                  server: {base_url: "\(server.baseURL)", key_command: "sleep \(mark); echo key"}
                workers:
                  - {name: remote, provider: server, model: m}
                conductor: {kind: prompted, worker: remote}
                """
            )
            let process = try scratch.start(["run", "Why?"])
            while try processes(named: mark).isEmpty { usleep(10_000) }
            process.signal(SIGTERM)
            #expect(try scratch.finish(process).status == 143)
            while try !processes(named: mark).isEmpty { usleep(10_000) }
        }

        @Test func `an editor ends with the program`() throws {
            try scratch.configure("conductor: rules\n")
            let mark = "87\(getpid())"
            let program = try TerminalProgram(
                scratch,
                ["--ask", Sample.product],
                environment: ["TERM": "xterm-256color", "EDITOR": "sh -c 'sleep \(mark)' --"]
            )
            try program.read(until: "approve?")
            program.type("1")
            program.type("E")
            while try processes(named: mark).isEmpty { usleep(10_000) }
            program.signal(SIGTERM)
            #expect(try program.finish() == 143)
            #expect(program.settings == program.initialSettings)
            #expect(try processes(named: mark).isEmpty)
        }
    }
}
