public import PodiumCore

/// Logic by trying all cases: knights and knaves, propositional formulas, orders, assignments and
/// syllogisms. Thorough, and dear.
public struct Logician: Specialist {
    public let descriptor = Specialists.descriptor(
        "logician",
        strengths: "logic by trying all cases: knights and knaves, truth tables, orders, who owns"
            + " what, syllogisms",
        tags: ["logic", "puzzles", "deduction"],
        input: 120,
        output: 400
    )

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        SpecialistReply(
            Self.attempt(request),
            otherwise:
                "I cannot read this as a puzzle of logic. I solve knights and knaves, formulas,"
                + " orders, who owns what, and syllogisms, where every sentence is plain."
        )
    }

    static func attempt(_ request: StepRequest) -> Attempt {
        TaskSource.attempt(request, solve: solve)
    }

    /// The first family that understands the text.
    private static func solve(_ text: String) -> Attempt {
        guard Tokens.fit(text) else { return .notUnderstood }
        let text = TaskSource.withoutHeading(text)
        let tokens = Tokens(text).all
        let families: [([Token]) -> Attempt] = [
            KnightPuzzle.solve, SyllogismReader.solve, AssignmentReader.solve,
            OrderingReader.solve,
        ]
        for family in families {
            let attempt = family(tokens)
            if attempt.isUnderstood { return attempt }
        }
        // In formulas, quotation marks are brackets, so they are read from the text itself.
        return PropositionReader.solve(text)
    }
}
