import Foundation
import Testing

extension EndToEndTests {
    /// Descriptors, files, threads and dumps: what the system gives and what it keeps.
    struct ScarcityTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
        func `without standard streams nothing is written where it does not belong`(
            closed: String
        ) throws {
            let run = try scratch.shell(#""$PODIUM" run "What is 6 times 7?" \#(closed)"#)
            #expect(run.status == 0, "\(run.errors)")
            let session = try scratch.latestSession()
            #expect(try scratch.run("sessions", "verify", session).status == 0)
            #expect(try scratch.run("doctor", "--offline").output.contains("no fault found"))
        }

        @Test(arguments: [6, 8, 12, 16, 24, 40, 63])
        func `too few open files are one clear refusal`(limit: Int) throws {
            let run = try scratch.shell(
                #"ulimit -n \#(limit); exec "$PODIUM" run "What is 6 times 7?""#
            )
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("podium: only \(limit) files may be open at once"))
            #expect(run.errors.contains("ulimit -n"))
        }

        @Test func `a soft limit is raised`() throws {
            let run = try scratch.shell(
                #"ulimit -S -n 16; exec "$PODIUM" run "What is 6 times 7?""#
            )
            #expect(run.status == 0, "\(run.errors)")
        }

        @Test func `too little memory for threads ends it with a reason`() throws {
            // Enough to be loaded; the stacks of threads are beyond it.
            for kilobytes in stride(from: 120_000, through: 200_000, by: 20_000) {
                let run = try scratch.shell(
                    """
                    ulimit -v \(kilobytes)
                    timeout 60 "$PODIUM" run "What is 6 times 7?"
                    """
                )
                #expect(run.status != 124, "\(kilobytes): it hangs")
            }
        }

        @Test func `no dump is left of the memory that keys are in`() throws {
            try scratch.serve(.held(["Thinking"]))
            let process = try scratch.start(["run", "--json", "Why?"])
            try process.read { $0.contains("Thinking") }
            let limits = try String(contentsOfFile: "/proc/\(process.pid)/limits", encoding: .utf8)
            let core = try #require(limits.split(separator: "\n").first { $0.contains("core") })
            #expect(core.split(separator: " ")[4] == "0")
            let filter = try String(
                contentsOfFile: "/proc/\(process.pid)/coredump_filter",
                encoding: .utf8
            )
            #expect(filter.trimmingCharacters(in: .whitespacesAndNewlines) == "00000000")
            process.signal(SIGKILL)
            _ = try process.finish()
        }

        @Test(arguments: ["000", "022", "777"])
        func `what is written is its owner's alone, under any umask`(mask: String) throws {
            let state = scratch.path + "/state"
            let run = try scratch.shell(
                """
                umask \(mask)
                "$PODIUM" run "What is 6 times 7?"
                find "$PODIUM_DATA" "$XDG_STATE_HOME" -printf '%m %y %p\\n'
                """,
                environment: ["XDG_STATE_HOME": state]
            )
            #expect(run.status == 0, "\(run.errors)")
            let files = run.lines.filter { $0.contains(scratch.path) }
            #expect(files.contains { $0.hasSuffix("podium.sqlite") })
            #expect(files.contains { $0.hasSuffix("podium.log") })
            #expect(files.allSatisfy { $0.hasPrefix("700 d") || $0.hasPrefix("600 f") }, "\(files)")
        }

        @Test func `a log is no way into another file`() throws {
            let state = scratch.path + "/state"
            try scratch.write("mine\n", to: "mine")
            let run = try scratch.shell(
                """
                mkdir -p "$XDG_STATE_HOME/podium"
                ln -s "\(scratch.path)/mine" "$XDG_STATE_HOME/podium/podium.log"
                "$PODIUM" run "What is 6 times 7?"
                """,
                environment: ["XDG_STATE_HOME": state]
            )
            #expect(run.status == 0)
            #expect(try scratch.read("mine") == "mine\n")
        }
    }
}
