import Foundation
import Testing

extension EndToEndTests {
    /// The database as the world leaves it: held, half made, or no database at all.
    struct StorePlaceTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private var database: String { scratch.data + "/podium.sqlite" }

        /// The write-ahead log.
        private func log() -> Data {
            FileManager.default.contents(atPath: database + "-wal") ?? Data()
        }

        @Test func `after each command all that is stored is in the one file`() throws {
            for _ in 0..<3 { #expect(try scratch.run("run", "What is 6 times 7?").status == 0) }
            let session = try scratch.latestSession()
            for command in [
                ["sessions", "verdict", session, "right"], ["watch", session], ["scores"],
                ["sessions", "list"], ["doctor", "--offline"],
            ] {
                _ = try scratch.finish(try scratch.start(command))
                // A reader may leave an empty one.
                #expect(log().isEmpty, "\(command)")
            }
            let copy = try Scratch()
            try FileManager.default.createDirectory(
                atPath: copy.data,
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(
                atPath: database,
                toPath: copy.data + "/podium.sqlite"
            )
            #expect(try copy.run("sessions", "list").lines.count == 3)
        }

        @Test func `what is no file is not waited for`() throws {
            let made = try scratch.shell(
                "mkdir -p '\(scratch.data)' && mkfifo '\(database)'"
            )
            #expect(made.status == 0)
            for command in [
                ["run", "What is 2+2?"], ["sessions", "list"], ["doctor", "--offline"],
            ] {
                let run = try scratch.finish(try scratch.start(command))
                #expect(run.status == 1)
                #expect((run.errors + run.output).contains("is not a file"), "\(command)")
            }
        }

        @Test func `a first start that was cut off counts as none`() throws {
            try FileManager.default.createDirectory(
                atPath: scratch.data,
                withIntermediateDirectories: true
            )
            _ = FileManager.default.createFile(atPath: database, contents: nil)
            let list = try scratch.run("sessions", "list")
            #expect(list.status == 0)
            #expect(list.errors.contains("There are no sessions yet"))
            #expect(try scratch.run("run", "What is 6 times 7?").status == 0)
            #expect(try scratch.run("sessions", "list").lines.count == 1)
        }

        @Test func `a store that another process opens is waited for, with a word`() throws {
            let run = try scratch.shell(
                """
                mkdir -p "$PODIUM_DATA/locks"
                (exec 9<"$PODIUM_DATA/locks"; flock 9; sleep 3) & sleep 0.5
                "$PODIUM" run "What is 6 times 7?"
                """
            )
            #expect(run.status == 0)
            #expect(run.errors.contains("which another process is opening"))
        }

        @Test func `a workbench that waits for the store is left by Ctrl-C`() throws {
            let holder = try ChildProcess(
                "/bin/sh",
                [
                    "-c",
                    "mkdir -p \"$PODIUM_DATA/locks\"; exec 9<\"$PODIUM_DATA/locks\"; flock 9; echo held; sleep 60",
                ],
                environment: scratch.environment,
                errors: scratch.path + "/holder"
            )
            try holder.read { $0.contains("held") }
            let program = try TerminalProgram(scratch)
            try program.read(until: "which another process is opening")
            program.type("\u{3}")
            #expect(try program.finish() == 130)
            #expect(program.settings == program.initialSettings)
            holder.signal(SIGKILL)
        }

        @Test func `a writer that holds the database for long costs nothing but time`() throws {
            #expect(try scratch.run("run", "What is 6 times 7?").status == 0)
            let judged = try scratch.latestSession()
            try scratch.write(
                """
                import sqlite3, sys, time
                held = sqlite3.connect(sys.argv[1], isolation_level=None)
                held.execute("BEGIN IMMEDIATE")
                print("held", flush=True)
                time.sleep(7)
                """,
                to: "hold.py"
            )
            let holder = try ChildProcess(
                "/usr/bin/env",
                ["python3", scratch.path + "/hold.py", database],
                environment: scratch.environment,
                errors: scratch.path + "/holder"
            )
            try holder.read { $0.contains("held") }
            let verdict = try scratch.start(
                ["sessions", "verdict", judged, "right"],
                errors: "verdict"
            )
            let run = try scratch.run("run", "What is 6 times 7?")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains(", which another process"))
            #expect(try verdict.finish() == 0)
            #expect(try scratch.read("verdict").contains(", which another process"))
            #expect(try scratch.run("sessions", "verify", scratch.latestSession()).status == 0)
        }
    }
}
