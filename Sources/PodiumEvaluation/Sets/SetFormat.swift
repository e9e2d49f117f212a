/// What the entries of a set's file are, told by their fields and not by the file's name.
public enum SetFormat: String, CaseIterable, Hashable, Sendable, Codable {
    /// Podium's own: `question`, `answer`, and optionally `grader`, `tolerance`, `choices`, `id`
    /// and `group`; or `prompt` in place of `question` when it is complete as it stands.
    case podium
    /// `question`, and an `answer` that ends with `#### 42`.
    case gsm8k = "GSM8K"
    /// `problem`, and an `answer` in LaTeX or a `solution` with the answer in a box.
    case math = "MATH"
    /// `problem`, and an `answer` from 0 to 999.
    case aime = "AIME"
    /// `question`, four `choices` (or columns `A` to `D`), and an `answer` by letter or by index
    /// from 0.
    case mmlu = "MMLU"
    /// `Question`, `Correct Answer` and `Incorrect Answer 1` to `3`.
    case gpqa = "GPQA"
    /// `prompt`, `test` and `entry_point`.
    case humanEval = "HumanEval"
    /// `text` or `prompt`, with `test_list` or `test`.
    case mbpp = "MBPP"
    /// `question_content`, `public_test_cases` and `private_test_cases`.
    case liveCodeBench = "LiveCodeBench"

    static func recognise(_ records: [Record]) -> SetFormat? {
        allCases.first { format in records.allSatisfy(format.fits) }
            // One odd entry is better named by an error than hidden by "no known set".
            ?? records.first.flatMap { first in allCases.first { $0.fits(first) } }
            ?? records.first.flatMap { $0.has("question") ? .podium : nil }
    }

    private func fits(_ record: Record) -> Bool {
        switch self {
        case .podium:
            if record.has("grader") { return true }
            let isPlain = record.has("question", "answer") || record.has("prompt", "answer")
            return isPlain && !SetFormat.gsm8k.fits(record) && !SetFormat.mmlu.fits(record)
        case .gsm8k:
            let answer = record["answer"]?.plainText
            return record.has("question") && answer?.contains("####") == true
        case .math:
            return record.has("problem") && (record.has("answer") || record.has("solution"))
                && !SetFormat.aime.fits(record)
        case .aime:
            guard record.has("problem"), !record.has("level"), !record.has("subject"),
                let answer = record["answer"]?.plainText.flatMap({ Int($0.trimmed) })
            else { return false }
            return (0...999).contains(answer)
        case .mmlu:
            return record.has("question", "answer") && !record.has("grader")
                && (record.has("choices", "subject") || record.has("a", "b", "c", "d"))
        case .gpqa: return record.has("question", "correct answer", "incorrect answer 1")
        case .humanEval: return record.has("prompt", "test", "entry_point")
        case .mbpp:
            return (record.has("text") || record.has("prompt"))
                && (record.has("test_list") || record.has("test")) && !record.has("entry_point")
        case .liveCodeBench: return record.has("question_content", "public_test_cases")
        }
    }

    func item(_ record: Record, seed: UInt64) throws(Record.Problem) -> EvaluationItem {
        switch self {
        case .podium: try record.podiumItem()
        case .gsm8k: try record.gsm8kItem()
        case .math: try record.mathItem()
        case .aime: try record.aimeItem()
        case .mmlu: try record.mmluItem()
        case .gpqa: try record.gpqaItem(seed: seed)
        case .humanEval: try record.humanEvalItem()
        case .mbpp: try record.mbppItem()
        case .liveCodeBench: try record.liveCodeBenchItem()
        }
    }
}
