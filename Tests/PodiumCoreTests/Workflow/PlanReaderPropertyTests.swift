import PodiumCore
import PodiumTesting
import Testing

struct PlanReaderPropertyTests {
    @Test(arguments: PlanCorpus.samples)
    func `the same is read whatever the pieces`(sample: PlanSample) {
        var whole = PlanReader()
        whole.feed(sample.text)
        for seed in UInt64(1)...60 {
            var random = SeededGenerator(seed: seed)
            // Seed 1 cuts into single characters.
            let pieces = random.pieces(of: sample.text, longest: Int(seed))
            var reader = PlanReader()
            for piece in pieces { reader.feed(piece) }
            #expect(reader == whole, "seed \(seed)")
            #expect(reader.draft == whole.draft, "seed \(seed)")
            #expect(
                sample.outcome(of: PlanSample.read(pieces)) == sample.expected,
                "seed \(seed)"
            )
        }
    }

    @Test(arguments: PlanCorpus.samples)
    func `the draft never goes back`(sample: PlanSample) {
        if let fault = DraftHistory.fault(in: sample.text) { Issue.record("\(fault)") }
    }

    @Test
    func `a damaged reply never traps, reads the same in pieces, and shows nothing it takes back`()
    {
        for seed in UInt64(1)...1_000 {
            var random = SeededGenerator(seed: seed)
            let text = random.mutated(
                PlanCorpus.samples[Int(random.next() % UInt64(PlanCorpus.samples.count))].text
            )
            let pieces = random.pieces(of: text, longest: 1 + Int(seed % 9))
            #expect(
                PlanSample.read(pieces) == PlanSample.read([text]),
                "seed \(seed): \(text)"
            )
            if let fault = DraftHistory.fault(in: text) {
                Issue.record("seed \(seed): \(fault)\n\(text)")
            }
        }
    }

    @Test(arguments: PlanCorpus.samples)
    func `a plan that is cut off is never taken for a whole one`(sample: PlanSample) {
        guard case .plan = sample.expected else { return }
        let whole = PlanSample.read([sample.text])
        let scalars = Array(sample.text.unicodeScalars)
        for length in scalars.indices {
            var reader = PlanReader()
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[..<length])
            reader.feed(String(text))
            guard let plan = try? reader.finish(isCutOff: true) else { continue }
            // A whole plan stands before the one that counts.
            let isExample = ["example", "over", "after quoted"].contains(
                where: sample.name.contains
            )
            #expect(isExample || whole == .success(plan), "cut at \(length)")
        }
    }

    @Test func `random bytes never trap`() {
        let marks = Array(
            "[](){}\"'`,:=\\\n*#/+-|> model_id subtasks access_list steps plan worker 0123 “”‘’«»：，［］｛｝ \u{0}"
                .utf8
        )
        for seed in UInt64(1)...1_000 {
            var random = SeededGenerator(seed: seed)
            let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                random.once(in: 3)
                    ? UInt8.random(in: 0...255, using: &random)
                    : marks[Int.random(in: 0..<marks.count, using: &random)]
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let pieces = random.pieces(of: text, longest: 5)
            #expect(PlanSample.read(pieces) == PlanSample.read([text]), "seed \(seed)")
        }
    }

    /// Beginnings without ends, on which a careless reader's work grows with the square of the input:
    /// hours instead of a moment, so the limit tells the two apart on any machine.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "subtasks = [\"", "model_id = [", "access_list = [[", "model_id = 0, ",
            "steps: [{\"a\":",
            "\\", "\"", "subtasks = [\"a\", ", "access_list = [],", "model id ", " \n", "0",
            "word ",
            "subtasks = [\"a\n", "m", "\" \"", "\"#", "\" # ", "\"/*", "/*/", "//\n", "\"\"\" ",
            "r\"",
            "[{\"worker\":0,", "{\"worker\":0}\n", "{\"worker\":0,\"subtask\":\"a\"}\n", "{id:",
            "steps:\n- worker: 0\n", "\n- worker: \"\n", "- ", "\n  - ", "- - ", "\n- [", "\n\n",
            "\n- subtask: |\n  a\n", "plan: [{id:0,", "\"subtask\": \"a, ", "“", "＂，", "\\\n", "+",
        ]
    )
    func `a megabyte of anything is read in linear time`(unit: String) {
        let text = "subtasks = [\"" + String(repeating: unit, count: (1 << 20) / unit.utf8.count)
        var reader = PlanReader()
        var random = SeededGenerator(seed: 3)
        for piece in random.pieces(of: text, longest: 50) { reader.feed(piece) }
        // Some of these are whole steps, more than any run takes.
        #expect((try? reader.finish()).map { $0.steps.count > 1_000 } ?? true)
    }

    @Test func `a text longer than any plan is given up, at once or in pieces`() {
        let long = String(repeating: "long ", count: 20_000)
        let text =
            "model_id = [0]\nsubtasks = [\"\(long)\"]\naccess_list = []\n"
            + "model_id = [1]\nsubtasks = [\"a\"]\naccess_list = []\n"
        var random = SeededGenerator(seed: 4)
        let pieces = random.pieces(of: text, longest: 30)
        #expect(PlanSample.read([text]) == .success(Plan((1, "a", []))))
        #expect(PlanSample.read(pieces) == PlanSample.read([text]))
    }
}

/// Watches a draft while a text arrives character by character.
private enum DraftHistory {
    /// What the draft took back, if anything.
    static func fault(in text: String) -> String? {
        var reader = PlanReader()
        var draft = reader.draft
        var plan = reader.plan
        for scalar in text.unicodeScalars {
            reader.feed(String(scalar))
            defer { (draft, plan) = (reader.draft, reader.plan) }
            // A later complete set may replace everything.
            if let new = reader.plan, new != plan { continue }
            if let fault = fault(from: draft, to: reader.draft) { return fault }
        }
        return nil
    }

    private static func fault(from old: PlanDraft, to new: PlanDraft) -> String? {
        guard new.nodes.count >= old.nodes.count else { return "a node disappeared" }
        for (old, new) in zip(old.nodes, new.nodes) {
            if let worker = old.worker, worker != new.worker {
                return "a worker changed: \(worker)"
            }
            if let access = old.access, access != new.access {
                return "an access changed: \(access)"
            }
            if !new.subtask.utf8.starts(with: old.subtask.utf8) {
                return "a subtask changed: \(old.subtask) → \(new.subtask)"
            }
        }
        return nil
    }
}

extension SeededGenerator {
    /// The text with a few characters lost, doubled, swapped or replaced, or cut off.
    fileprivate mutating func mutated(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let marks = Array("[](){}\"'`,:=\\\n 0aé“”’-#/*+r：，［｝".unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &self) where !scalars.isEmpty {
            let position = Int.random(in: 0..<scalars.count, using: &self)
            let mark = marks[Int.random(in: 0..<marks.count, using: &self)]
            switch Int.random(in: 0..<6, using: &self) {
            case 0: scalars.remove(at: position)
            case 1: scalars.insert(mark, at: position)
            case 2: scalars[position] = mark
            case 3: scalars.swapAt(position, Int.random(in: 0..<scalars.count, using: &self))
            case 4: scalars.removeSubrange(position..<min(scalars.count, position + 20))
            default:
                let end = min(scalars.count, position + 60)
                scalars.insert(contentsOf: scalars[position..<end], at: position)
            }
        }
        if once(in: 8) { scalars.removeLast(scalars.count / 3) }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }
}
