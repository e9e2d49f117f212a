import PodiumCore

/// How an answer is checked: against conditions where that is easy, else by finding it again.
enum Recomputation {
    /// Hold an answer against the conditions of a request, without finding it.
    static let judges: [@Sendable (String, StepRequest) -> Judgement] = [
        { Searcher.judge($0, for: $1) }
    ]

    /// Find the answer of a request. The first that understands it counts.
    static let readers =
        HalfReading.readers + [HalfReading.Reader(attempt: { merged($0) }, foreign: [])]

    enum Verdict: Hashable, Sendable {
        /// What was found, or what holds.
        case agrees(String)
        /// The reason.
        case differs(String)
        case unknown
    }

    static func verdict(on answer: String, to request: StepRequest) -> Verdict {
        for judge in judges {
            switch judge(answer, request) {
            case .right: return .agrees("\(answer) meets the conditions")
            case .wrong(let reason): return .differs(reason)
            case .unknown: continue
            }
        }
        // Who would pass over a part of the question is no judge of it.
        let subtask = TaskText(request.subtask)
        let isWhole = subtask.isGeneric || subtask.namesQuestion
        for reader in readers {
            guard !isWhole || reader.reads(request.question),
                let solution = reader.attempt(request).solution
            else { continue }
            let found = solution.answer
            guard !passesOver(solution, in: request) else {
                return .differs("nothing was computed where the step asks for it")
            }
            return SeenAnswer.agree(found, answer) ? .agrees(found) : .differs("I find \(found)")
        }
        return .unknown
    }

    /// Whether a step that asks for an operation ends with what it began with, without working.
    private static func passesOver(_ solution: Solution, in request: StepRequest) -> Bool {
        let operations: Set<String> = [
            "half", "halve", "raise", "twice", "thrice", "double", "triple", "rounded", "squared",
            "cubed", "average", "multiply", "subtract",
        ]
        return solution.working.isEmpty
            && Tokens(request.subtask).all.contains { $0.isWord(operations) }
            && request.seen.contains {
                SeenAnswer.answer(in: $0.output).map { SeenAnswer.agree($0, solution.answer) }
                    == true
            }
    }

    /// The merger takes any request, so it is asked only for what asks for it.
    private static func merged(_ request: StepRequest) -> Attempt {
        let merges = Tokens(request.subtask).all.contains {
            $0.isWord(["vote", "majority", "merge", "together", "combine"])
        }
        return merges ? Merger.attempt(request) : .notUnderstood
    }
}
