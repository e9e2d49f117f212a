public import PodiumCore

/// Letters and words: codes, counting, order, and numbers as Roman numerals or in words.
public struct Linguist: Specialist {
    public let descriptor = Specialists.descriptor(
        "linguist",
        strengths: "letters and words: counting, reversing, sorting, Caesar and Morse codes, Roman"
            + " numerals, numbers in words, palindromes, anagrams",
        tags: ["language", "letters", "codes"],
        input: 20,
        output: 80
    )

    public init() {}

    public func work(
        on request: StepRequest,
        random: inout SeededGenerator
    ) -> SpecialistReply {
        SpecialistReply(
            Self.attempt(request),
            otherwise: "I cannot find a task on letters or words here. I count, reverse and sort"
                + " letters and words, read and write Caesar and Morse code, and convert"
                + " Roman numerals and numbers in words."
        )
    }

    /// Reads the subtask, with the outputs seen as what it refers to; where it names no text, the
    /// text is taken from the question; where it names no task, the question is the task.
    static func attempt(_ request: StepRequest) -> Attempt {
        let references = References(outputs: request.seen.map(\.output))
        let subtask = TaskText(request.subtask)
        let direct = TextSolver.solve(subtask.content, references: references)
        if direct.isUnderstood { return direct }
        let tokens = Tokens(subtask.content).all
        // A subtask that brings its own text is not about the one in the question.
        guard !tokens.contains(where: { $0.kind == .quoted }) else { return direct }
        // Nor is one about a step, even one whose output it cannot see.
        guard !StepMentions.occur(in: tokens) else { return direct }
        guard Tokens.fit(request.question) else { return .tooLong }
        let data = QuestionText(request.question)
        let reader = TextTaskReader(tokens)
        let found = reader.tasks()
        if let task = found.first?.task {
            let asksOtherwise =
                TextSolver.asksYesOrNo(tokens[...])
                && !found.contains(where: \.task.isQuestion)
            guard isWhole(tokens, found), !asksOtherwise, !reader.areCoordinated(found) else {
                return direct
            }
            let texts = data.texts(for: task, ordinal: QuestionText.ordinal(in: subtask.content))
            guard !texts.isEmpty else { return direct }
            return TextSolver.run(found.map(\.task), on: texts)
        }
        guard subtask.isGeneric || subtask.namesQuestion else { return direct }
        return TextSolver.solve(request.question, references: references).orElse(direct)
    }

    /// Whether a subtask without a text of its own says nothing but its tasks and where the text is.
    private static func isWhole(_ tokens: [Token], _ found: [TextTaskReader.Found]) -> Bool {
        TextSolver.unread(
            tokens[...],
            found.map(\.task),
            Set(found.flatMap(\.used)),
            [TextOperand(text: "")]
        )
        .isEmpty
    }
}
