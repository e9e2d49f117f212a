/// Knights, who always tell the truth, and knaves, who always lie: all cases are tried.
struct KnightPuzzle {
    var people: [String] = []
    /// Who says what, as words; of a fact that the puzzle itself tells, nobody.
    var statements: [(speaker: Int?, tokens: [Token])] = []
    var questions: [[Token]] = []

    static let peopleLimit = 10

    static func solve(_ tokens: [Token]) -> Attempt {
        guard tokens.count <= 900,
            tokens.contains(where: { KnightWords.speech.contains($0.key) || $0.isSymbol(":") })
        else { return .notUnderstood }
        let words = KnightWords.joined(
            tokens.flatMap { $0.kind == .quoted ? Tokens($0.text).all : [$0] }
        )
        guard words.contains(where: { KnightWords.kinds[$0.key] != nil || $0.isWord(["lying"]) }),
            let puzzle = KnightReader(tokens).read()
        else { return .notUnderstood }
        return puzzle.answer()
    }

    /// The formula that the puzzle amounts to under a reading, and whether a word had two readings.
    private func formula(_ reading: KnightStatement.Reading) -> (Formula, Bool)? {
        var parts: [Formula] = []
        var isAmbiguous = false
        for (speaker, tokens) in statements {
            var statement = KnightStatement(people: people, speaker: speaker, reading: reading)
            guard let said = statement.formula(tokens) else { return nil }
            isAmbiguous = isAmbiguous || statement.isAmbiguous
            parts.append(speaker.map { .same(.variable($0), said) } ?? said)
        }
        return (.all(parts), isAmbiguous)
    }

    private func answer() -> Attempt {
        guard !people.isEmpty, people.count <= Self.peopleLimit,
            statements.contains(where: { $0.speaker != nil }),
            let question = KnightQuestion(questions, people: people)
        else { return .notUnderstood }
        var attempts: Set<Attempt> = []
        for isExclusive in [false, true] {
            for isExact in [true, false] {
                let reading = KnightStatement.Reading(
                    eitherIsExclusive: isExclusive,
                    bareNumberIsExact: isExact
                )
                guard let (formula, isAmbiguous) = formula(reading) else { return .notUnderstood }
                attempts.insert(answer(question, formula.models(variables: people.count)))
                // A statement with "either" is the same under both unless it says so.
                if !isAmbiguous, !mentionsEither { return attempts.first ?? .notUnderstood }
            }
        }
        let answers = Set(attempts.compactMap { $0.solution?.answer })
        // Readings under which the puzzle has no answer do not count against one that has.
        if answers.count == 1, let attempt = attempts.first(where: { $0.solution != nil }),
            attempts.allSatisfy({ $0.solution != nil })
        {
            return attempt
        }
        return attempts.count == 1
            ? attempts.first ?? .notUnderstood
            : .impossible("I cannot tell how to read “either … or” or a bare number here.")
    }

    private var mentionsEither: Bool {
        statements.contains { $0.tokens.contains { $0.isWord(["either"]) } }
    }

    private func answer(_ question: KnightQuestion, _ models: [UInt32]) -> Attempt {
        guard !models.isEmpty else {
            return .impossible("I cannot solve this: the statements contradict each other.")
        }
        let answers = Set(models.map { question.answer(in: $0) })
        guard answers.count == 1, let answer = answers.first else {
            return .impossible(
                "I cannot tell: it is not determined, \(models.count) cases are possible."
            )
        }
        guard let answer else {
            return .impossible("I cannot name one: not exactly one of them is of that kind.")
        }
        let cases = 1 << people.count
        var working = ["\(cases) cases for \(people.joined(separator: ", ")); I try them all."]
        if models.count == 1 {
            working.append("Only one fits: \(KnightQuestion.kinds(of: people, in: models[0])).")
        } else {
            working.append("\(models.count) fit, and all give the same answer.")
        }
        return .solved(Solution(working: working, answer: answer))
    }
}
