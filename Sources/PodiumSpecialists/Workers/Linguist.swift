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
        guard !tokens.contains(where: { $0.kind == .quoted }) else { return .notUnderstood }
        // Nor is one about a step, even one whose output it cannot see.
        guard !StepMentions.occur(in: tokens) else { return .notUnderstood }
        guard Tokens.fit(request.question) else { return .tooLong }
        let data = QuestionText(request.question)
        let tasks = TextTaskReader(tokens).tasks()
        if let task = tasks.first?.task {
            let texts = data.texts(for: task, ordinal: QuestionText.ordinal(in: subtask.content))
            guard !texts.isEmpty else { return .notUnderstood }
            return TextSolver.run(tasks.map(\.task), on: texts)
        }
        guard subtask.isGeneric || subtask.namesQuestion else { return .notUnderstood }
        return TextSolver.solve(request.question, references: references)
    }
}
