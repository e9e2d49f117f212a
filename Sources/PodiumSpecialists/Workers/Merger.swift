public import PodiumCore

/// Votes among the answers it may see, or puts them together when the subtask asks for that.
public struct Merger: Specialist {
    public let descriptor = Specialists.descriptor(
        "merger",
        strengths: "votes among the answers of earlier steps, or puts them together in order",
        tags: ["merging", "voting"],
        input: 10,
        output: 20
    )

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        guard let solution = Self.attempt(request).solution else {
            return SpecialistReply(
                outcome: .declined(
                    "I cannot merge: none of the outputs I may see states an answer. I vote among"
                        + " answers, or put them together in order."
                )
            )
        }
        return SpecialistReply(working: solution.working, outcome: .answered(solution.answer))
    }

    static func attempt(_ request: StepRequest) -> Attempt {
        let answers = request.seen.compactMap { SeenAnswer.answer(in: $0.output) }
        guard !answers.isEmpty else { return .notUnderstood }
        let words = Tokens(request.subtask).all
        let combines = words.contains {
            $0.isWord(["together", "combine", "list", "join", "each"])
        }
        let votes = words.contains { $0.isWord(["vote", "majority", "best", "agree"]) }
        return .solved(combines && !votes ? together(answers) : majority(answers))
    }

    private static func together(_ answers: [String]) -> Solution {
        Solution(
            working: answers.enumerated().map { "\($0 + 1). \($1)" },
            answer: answers.joined(separator: "; ")
        )
    }

    /// The answer that most give; of equals, the one that was given first.
    private static func majority(_ answers: [String]) -> Solution {
        var groups: [(answer: String, count: Int)] = []
        for answer in answers {
            if let index = groups.firstIndex(where: { SeenAnswer.agree($0.answer, answer) }) {
                groups[index].count += 1
            } else {
                groups.append((answer, 1))
            }
        }
        let most = groups.map(\.count).max() ?? 0
        let winners = groups.filter { $0.count == most }
        var working = groups.map { "\($0.count) of \(answers.count) say \($0.answer)" }
        if winners.count > 1 { working.append("A tie: the earliest counts.") }
        return Solution(working: working, answer: winners.first?.answer ?? answers[0])
    }
}
