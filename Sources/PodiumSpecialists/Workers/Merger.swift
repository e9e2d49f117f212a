public import PodiumCore

/// Votes among the answers it may see that are neither guesses nor half of what is asked, or puts them together when the subtask asks for that.
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
        SpecialistReply(
            Self.attempt(request),
            otherwise: "I cannot merge: none of the outputs I may see states an answer. I vote"
                + " among answers, or put them together in order."
        )
    }

    static func attempt(_ request: StepRequest) -> Attempt {
        let answers = request.seen.compactMap { SeenAnswer.answer(in: $0.output) }
        guard !answers.isEmpty else { return .notUnderstood }
        let words = Tokens(request.subtask).all
        let combines = words.contains {
            $0.isWord(["together", "combine", "list", "join", "each"])
        }
        let votes = words.contains { $0.isWord(["vote", "majority", "best", "agree"]) }
        if combines, !votes { return .solved(together(answers)) }
        return vote(in: request)
    }

    /// Guesses have no vote, and neither has what cannot be all that the question asks for.
    private static func vote(in request: StepRequest) -> Attempt {
        let demand = AnswerDemand(request.question)
        var answers: [String] = []
        var left: [String] = []
        for step in request.seen {
            guard let answer = SeenAnswer.answer(in: step.output) else { continue }
            if step.output.contains(Guesser.notice) {
                left.append("\(answer) is a guess, and is left out.")
            } else if let objection = demand.objection(to: answer) {
                left.append("\(answer) is left out: \(objection).")
            } else if TaskText(step.subtask).namesQuestion,
                let word = HalfReading.omission(by: answer, to: request.question)
            {
                left.append("\(answer) is left out: it takes no account of “\(word)”.")
            } else {
                answers.append(answer)
            }
        }
        guard !answers.isEmpty else {
            return .impossible("I cannot vote for any of these. \(left.joined(separator: " "))")
        }
        var solution = majority(answers)
        solution.working = left + solution.working
        return .solved(solution)
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
