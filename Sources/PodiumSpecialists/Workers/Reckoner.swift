public import PodiumCore

/// Exact arithmetic: expressions in symbols or in words, fractions, powers, remainders,
/// percentages, primes, divisors, number bases and units.
public struct Reckoner: Specialist {
    public let descriptor = Specialists.descriptor(
        "reckoner",
        strengths: "exact arithmetic in symbols or words, fractions, powers, remainders,"
            + " percentages, primes, number bases, unit conversion",
        tags: ["arithmetic", "units"],
        input: 20,
        output: 60
    )

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        SpecialistReply(
            Self.attempt(request),
            otherwise: "I cannot read this as arithmetic. I compute expressions (in symbols or in"
                + " words), percentages, remainders, primes and divisors, and convert"
                + " number bases and units."
        )
    }

    /// Reads the subtask; where that only points elsewhere, the outputs seen, then the question.
    static func attempt(_ request: StepRequest) -> Attempt {
        let references = References(outputs: request.seen.map(\.output))
        let subtask = TaskText(request.subtask)
        let direct = ArithmeticReader.solve(subtask.content, references: references)
        if direct.isUnderstood { return direct }
        if subtask.isPointer, !subtask.namesQuestion {
            let seen = attempt(onLatestOf: references)
            if seen.isUnderstood { return seen }
        }
        guard subtask.isGeneric || subtask.namesQuestion && subtask.asksToSolve else {
            return .notUnderstood
        }
        return ArithmeticReader.solve(request.question, references: references)
    }

    /// Computes the latest of the outputs seen that can be computed.
    private static func attempt(onLatestOf references: References) -> Attempt {
        for answer in references.answers.reversed() where !answer.isEmpty {
            let attempt = ArithmeticReader.solve(answer, references: .none)
            if attempt.isUnderstood { return attempt }
        }
        return .notUnderstood
    }
}
