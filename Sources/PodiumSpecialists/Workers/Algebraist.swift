public import PodiumCore

/// Exact algebra: linear equations and systems, polynomials of small degree, sequences, and the
/// commonest problems in words.
public struct Algebraist: Specialist {
    public let descriptor = Specialists.descriptor(
        "algebraist",
        strengths: "solves linear equations and systems, roots of small polynomials, number"
            + " sequences, simple problems in words with an unknown number",
        tags: ["algebra", "equations", "sequences"],
        input: 30,
        output: 90
    )

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        SpecialistReply(
            Self.attempt(request),
            otherwise:
                "I cannot read this as algebra. I solve linear equations and systems, find the"
                + " roots of small polynomials, and continue number sequences."
        )
    }

    /// Reads the subtask; where its equations stand elsewhere, the outputs seen, then the question.
    static func attempt(_ request: StepRequest) -> Attempt {
        let references = References(outputs: request.seen.map(\.output))
        let subtask = TaskText(request.subtask)
        let direct = solve(subtask.content, references)
        if direct.isUnderstood { return direct }
        // "The sequence of the results above": the answers in their place make the task whole.
        if !references.isEmpty, let text = TaskSource.resolved(subtask.content, references),
            text != subtask.content
        {
            let resolved = solve(text, .none)
            if resolved.isUnderstood { return resolved }
        }
        if !references.isEmpty, !subtask.namesQuestion {
            let pointed = AlgebraReader.solve(subtask.content, equationsIn: references)
            if pointed.isUnderstood { return pointed }
            let sequence = AlgebraReader.solve(subtask.content, sequenceIn: references)
            if sequence.isUnderstood { return sequence }
            // "Do what the message above says": the output is the whole task.
            if subtask.isPointer, let answer = references.text(ordinal: nil) {
                let attempt = solve(answer, .none)
                if attempt.isUnderstood { return attempt }
            }
        }
        guard subtask.isGeneric || subtask.namesQuestion else { return .notUnderstood }
        let whole = subtask.isGeneric ? solve(request.question, references) : .notUnderstood
        if whole.isUnderstood { return whole }
        let equations = AlgebraReader.solve(
            subtask.content,
            equationsInQuestion: request.question
        )
        if equations.isUnderstood { return equations }
        return subtask.asksToSolve ? solve(request.question, references) : .notUnderstood
    }

    private static func solve(_ text: String, _ references: References) -> Attempt {
        guard Tokens.fit(text) else { return .tooLong }
        // Most texts of other kinds have nothing to read, and the readers are not cheap.
        let tokens = Tokens(text).all
        let count = tokens.count { $0.kind == .number }
        let hasUnknown = tokens.contains {
            $0.kind == .word && $0.key.count == 1 || $0.isWord(["number", "unknown"])
        }
        var readers: [() -> Attempt] = []
        if hasUnknown { readers.append { AlgebraReader.solve(text, references: references) } }
        if count >= 3 || tokens.contains(where: { $0.kind == .number && $0.text.contains(",") }) {
            readers.append { SequenceReader.solve(text, references: references) }
        }
        if tokens.contains(where: { $0.isWord(WordProblem.keywords) }) {
            readers.append { WordProblem.solve(text) }
        }
        for reader in readers {
            let attempt = reader()
            if attempt.isUnderstood { return attempt }
        }
        return .notUnderstood
    }
}
