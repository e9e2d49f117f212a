import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Learning a policy, conducting by it, and measuring it, as a person does it.
    struct LearningTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private func plan(_ arguments: String...) throws -> String {
            let run = try scratch.finish(
                scratch.start(["run", "--json"] + arguments + [Sample.product])
            )
            let texts = try run.objects().filter { $0["type"] as? String == "textAppended" }
            return texts.compactMap { $0["text"] as? String }.joined()
        }

        @Test func `a policy that was trained conducts, and can be looked at`() throws {
            #expect(try plan().contains("(policy "))
            let shipped = try scratch.run("policy")
            #expect(shipped.output.contains("from: comes with Podium"))
            let trained = try scratch.run(
                "train",
                "--problems",
                "120",
                "--iterations",
                "3",
                "--curves",
                scratch.path
            )
            #expect(trained.status == 0, "\(trained.errors)")
            #expect(trained.errors.contains("gain over rules"))
            let own = try scratch.run("policy")
            #expect(own.output.contains("learned.policy"))
            #expect(own.output.contains("gym, 120 problems --algorithm exact --seed 1"))
            let line = try #require(own.lines.first { $0.hasPrefix("policy ") })
            let digest = line.dropFirst("policy ".count).prefix(8)
            #expect(try plan().contains("(policy \(digest)"))
            #expect(try scratch.read("curves.csv").hasPrefix("iteration,phase,utility"))
            #expect(try scratch.read("curves.svg").hasPrefix("<"))
        }

        @Test func `rules conduct where they are asked for, and where a policy is damaged`() throws
        {
            #expect(try !plan("--conductor", "rules").contains("(policy "))
            try scratch.configure("learning: {mode: observe}\n")
            #expect(try plan().contains(", not applied):"))
            try scratch.configure("learning: {mode: off}\n")
            #expect(try !plan().contains("(policy "))
            try scratch.write("{}", to: "config/podium/bad.policy")
            try scratch.configure("learning: {policy: bad.policy}\n")
            #expect(try plan().hasPrefix("The learned policy cannot be used, so the rules decide:"))
            let doctor = try scratch.run("doctor")
            #expect(doctor.output.contains("it is no policy file"))
        }

        @Test func `what a person said of answers is listed, taken back, and trained from`() throws
        {
            let run = try scratch.run("run", "--json", "What is 6 * 7?")
            let id = try #require(try run.objects().first?["session"] as? String)
            #expect(try scratch.run("learn").errors.contains("Nothing has been judged yet"))
            #expect(try scratch.run("sessions", "verdict", id, "right").status == 0)
            let listed = try scratch.run("learn", "list", "--json").objects()
            #expect(listed.map { $0["isRight"] as? Bool } == [true])
            #expect(listed.map { $0["kind"] as? String } == ["outcome"])
            #expect(listed.first?["task"] as? String == "What is 6 * 7?")
            let row = try scratch.run("learn", "export").objects()
            #expect(row.first?["reward"] as? Double == 1)
            let trained = try scratch.run(
                "train",
                "--from-history",
                "--gym",
                "--problems",
                "60",
                "--iterations",
                "2"
            )
            #expect(trained.status == 0, "\(trained.errors)")
            #expect(try scratch.run("learn", "remove", id).status == 0)
            #expect(try scratch.run("learn", "export").output.isEmpty)
        }

        @Test func `whom a person would rather ask is listed as a preference, and no label`() throws
        {
            try scratch.configure("conductor: rules\n")
            let process = try scratch.start(
                ["run", "--json", "--ask", "What is 6 * 7?"],
                errors: "owner-errors"
            )
            defer { process.signal(SIGKILL) }
            try process.read { $0.contains("\"planAccepted\"") }
            let line = try #require(process.text.split(separator: "\n").first)
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let id = try #require((object as? [String: Any])?["session"] as? String)
            #expect(try scratch.run("override", id, "reroute", "1", "abacus").status == 0)
            #expect(try scratch.run("override", id, "approve").status == 0)
            #expect(try process.finish() == 0)
            let listed = try scratch.run("learn", "list", "--json").objects()
            #expect(listed.map { $0["kind"] as? String } == ["preference"])
            #expect(listed.first?["worker"] as? String == "abacus")
            #expect(listed.first?["isRight"] == nil)
            let shown = try scratch.run("learn", "show", id)
            #expect(shown.output.contains("you preferred abacus to "), "\(shown.output)")
            #expect(!shown.output.contains("abacus (abacus)"))
            let row = try #require(try scratch.run("learn", "export").objects().first)
            #expect(row["reward"] == nil && row["over"] as? String != nil)
            // A preference alone is no outcome to train from, and beside the gym it is.
            let arguments = [
                "train", "--from-history", "--gym", "--problems", "60", "--iterations", "2",
            ]
            let trained = try scratch.finish(scratch.start(arguments))
            #expect(trained.status == 0, "\(trained.errors)")
            #expect(try scratch.run("policy").output.contains("1 times you preferred"))
            #expect(try scratch.run("learn", "remove", id + "/p1").status == 0)
            #expect(try scratch.run("learn", "export").output.isEmpty)
        }

        @Test func `a policy of the gym is measured beside what it has to beat`() throws {
            let run = try scratch.run(
                "eval",
                "--gym",
                "-n",
                "30",
                "--json",
                "--output",
                scratch.path + "/report"
            )
            #expect(run.status == 0, "\(run.errors)")
            let rows = try run.objects()
            let names = rows.compactMap { $0["conductor"] as? String }
            #expect(
                Set(names).isSuperset(of: [
                    "learned", "rules", "10 nearest tasks", "cheapest worker", "mixing singles",
                ])
            )
            let own = try #require(rows.first { $0["conductor"] as? String == "learned" })
            let utilities = ["utilityAtThirdOfPrice", "utility", "utilityAtTriplePrice"]
                .compactMap { own[$0] as? Double }
            #expect(utilities.count == 3 && utilities == utilities.sorted(by: >))
            let lengths = try #require(own["lengths"] as? [String: Double])
            #expect(abs(lengths.values.reduce(0, +) - 1) < 1e-9 && lengths.count > 1)
            #expect((own["bits"] as? Double ?? 0) > 1)
            let told = try scratch.run("eval", "--gym", "-n", "30").lines
            let way = try #require(told.first { $0.contains("of the way from the best worker") })
            let share = try #require(way.split(separator: " ").compactMap { Int($0) }.first)
            #expect((80...100).contains(share), "\(way)")
            #expect(told.contains { $0.contains("of questions that take one step") })
            #expect(try scratch.read("report/report.svg").hasPrefix("<"))
            let refused = try scratch.run("eval")
            #expect(refused.status == 2)
        }

        @Test func `a matrix is collected once, shown, trained from and evaluated`() throws {
            let set = (1...24).map {
                "{\"prompt\": \"What is \($0) * 7?\", \"answer\": \($0 * 7)}\n"
            }
            try scratch.write(set.joined(), to: "sums.jsonl")
            let arguments = [
                "matrix", "collect", scratch.path + "/sums.jsonl", "-w", "abacus", "-w", "hunch",
                "--into",
                scratch.path + "/m.jsonl",
            ]
            let first = try scratch.finish(scratch.start(arguments))
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.errors.contains("48 calls"))
            let text = try scratch.read("m.jsonl")
            #expect(text.split(separator: "\n").count == 48)
            #expect(try scratch.finish(scratch.start(arguments)).errors.contains("0 calls"))
            #expect(try scratch.read("m.jsonl") == text)
            // Killed in the middle of a line, it loses that line and no other.
            try scratch.write(text.dropLast(40).description, to: "m.jsonl")
            let mended = try scratch.finish(scratch.start(arguments))
            #expect(mended.errors.contains("1 calls"), "\(mended.errors)")
            #expect(try scratch.read("m.jsonl").split(separator: "\n").count == 48)
            #expect(
                try scratch.run("matrix", "show", scratch.path + "/m.jsonl").output.contains(
                    "24 questions"
                )
            )
            let trained = try scratch.run(
                "train",
                "--matrix",
                scratch.path + "/m.jsonl",
                "-o",
                scratch.path + "/m.policy"
            )
            #expect(trained.status == 0, "\(trained.errors)")
            let evaluated = try scratch.run(
                "eval",
                scratch.path + "/sums.jsonl",
                "-n",
                "6",
                "-c",
                "rules",
                "-c",
                "alone:hunch",
                "-o",
                scratch.path + "/out",
                "--json"
            )
            #expect(evaluated.status == 0, "\(evaluated.errors)")
            let rows = try evaluated.objects()
            #expect(rows.first?["right"] as? Double == 1)
            let items = try scratch.read("out/items.jsonl")
            #expect(items.split(separator: "\n").count == 12)
            // What was asked to measure somebody is among past sessions only where it is asked for.
            let asked = try scratch.run("run", "--json", "What is 6 * 7?").objects()
            let id = try #require(asked.first?["session"] as? String)
            let listed = try scratch.run("sessions", "list", "--json").objects()
            #expect(listed.map { $0["session"] as? String } == [id])
            let all = try scratch.run("sessions", "list", "--json", "--all", "-l", "200").objects()
            #expect(all.count == 49 + 12 + 1)
        }
    }
}
