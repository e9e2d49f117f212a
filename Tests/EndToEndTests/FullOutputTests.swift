import Foundation
import Testing

extension EndToEndTests {
    /// Standard output that takes nothing: a full disk is an error, a reader that went away is none.
    struct FullOutputTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        /// Runs the program by a shell with its output to a place.
        private func run(_ arguments: String, to place: String) throws -> ProgramRun {
            let script = try scratch.write("\"$PODIUM\" \(arguments) \(place)\n", to: "script")
            let process = try ChildProcess(
                "/bin/sh",
                [script],
                environment: scratch.environment,
                input: "/dev/null",
                errors: "\(scratch.path)/errors"
            )
            return try scratch.finish(process)
        }

        @Test(arguments: [
            "sessions list", "sessions show ID --json", "sessions show ID", "replay ID --json",
            "replay ID --plain", "watch ID", "prices list", "config", "doctor", "questions", "gym",
            "models --json", "themes", "--help", "--version", "run --help", "run 'What is 2+2?'",
            "run --json 'What is 2+2?'",
        ])
        func `a full disk is one error and a failure`(arguments: String) throws {
            #expect(try scratch.run("run", "What is 6 times 7?").status == 0)
            let arguments = arguments.replacing("ID", with: try scratch.latestSession())
            let run = try run(arguments, to: ">/dev/full")
            #expect(run.status == 1)
            let told = run.errors.split(separator: "\n")
            #expect(told.count == 1, "\(run.errors)")
            #expect(
                told.first?.hasPrefix(
                    "podium: standard output cannot be written: No space left on device."
                ) == true
            )
        }

        @Test func `a run whose output cannot be written is kept, and says where`() throws {
            let run = try run("run --json 'What is 2+2?'", to: ">/dev/full")
            let id = try scratch.latestSession()
            #expect(run.errors.contains("podium sessions show \(id)"))
            #expect(try scratch.run("sessions", "verify", id).status == 0)
        }

        @Test func `a closed pipe is quiet`() throws {
            // The reader is gone before there is anything to read.
            let run = try run("questions", to: "| { exec <&-; sleep 1; }")
            #expect(run.errors.isEmpty)
        }
    }
}
