import Foundation
import PodiumCore
import Testing

extension EndToEndTests {
    /// Files as editors of all systems write them.
    struct TextFileTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        /// As Windows' editors write it.
        private func marked(_ text: String) -> String {
            "\u{FEFF}" + text.replacing("\n", with: "\r\n")
        }

        @Test func `a question in a file or on standard input begins behind a byte-order mark`()
            throws
        {
            let question = marked("What is 2+2?\n")
            let file = try scratch.write(question, to: "question.txt")
            for run in [
                try scratch.run("run", "--json", "--file", file),
                try scratch.run("run", "--json", "-", input: question),
            ] {
                let events = try run.objects()
                #expect(events.first?["question"] as? String == "What is 2+2?\n")
                #expect(events.last?["answer"] as? String == "4")
            }
        }

        @Test func `plans, settings, sets, matrices and sessions may have marks and CR LF`() throws
        {
            try scratch.configure(marked("budget:\n  steps: 7\n"))
            #expect(try scratch.run("config").output.contains("steps 7"))
            let plan = try scratch.write(
                marked("steps:\n  - {worker: abacus, subtask: \"What is 2+2?\"}\n"),
                to: "plan.yaml"
            )
            let run = try scratch.run("run", "--conductor", plan, "What is 2+2?")
            #expect(run.lines.contains("Answer: 4"))

            let set = try scratch.write(
                marked("{\"question\": \"What is 2+2?\", \"answer\": \"4\"}\n"),
                to: "set.jsonl"
            )
            #expect(try scratch.run("eval", set).status == 0)
            let matrix = try scratch.write(
                marked("{\"question\": \"What is 2+2?\", \"worker\": \"abacus\", \"reward\": 1}\n"),
                to: "matrix.jsonl"
            )
            #expect(try scratch.run("matrix", "show", matrix).output.contains("abacus"))

            let session = try scratch.run("sessions", "show", try scratch.latestSession(), "--json")
            let file = try scratch.write(marked(session.output), to: "session.jsonl")
            for arguments in [["replay", file, "--json"], ["sessions", "verify", file]] {
                #expect(try scratch.finish(scratch.start(arguments)).status == 0, "\(arguments)")
            }
        }

        @Test func `a file that is not UTF-8 is refused with the line`() throws {
            let file = "\(scratch.path)/latin.txt"
            try Data("one\ncaf\u{E9}\n".unicodeScalars.map { UInt8($0.value) })
                .write(to: URL(fileURLWithPath: file))
            let question = try scratch.run("run", "--file", file)
            #expect(question.status == 2)
            #expect(question.errors.contains("not UTF-8 text (line 2)"))
            #expect(try scratch.run("run", "What is 6 times 7?").status == 0)
            let told = try scratch.run("sessions", "show", scratch.latestSession(), "--json")
            let export = "\(scratch.path)/latin.jsonl"
            let line = Data("\(told.lines[0])\n{\"caf".utf8) + [0xE9] + Data("\"}\n".utf8)
            try line.write(to: URL(fileURLWithPath: export))
            let session = try scratch.run("sessions", "show", export)
            #expect(session.status == 1)
            #expect(session.errors.contains("line 2: this is not UTF-8 text"))
        }
    }
}
