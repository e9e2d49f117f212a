/// Reads a text as a question about equations and answers it.
enum AlgebraReader {
    static func solve(_ text: String, references: References) -> Attempt {
        guard Tokens.fit(text) else { return .tooLong }
        guard let read = AlgebraText(text, references: references) else { return .notUnderstood }
        return solve(read)
    }

    static func solve(_ text: AlgebraText) -> Attempt {
        guard let question = AlgebraQuestion(text) else { return .notUnderstood }
        return AlgebraAnswerer.answer(question)
    }

    /// One equation by itself, in an unknown without a letter.
    static func solve(_ equation: Equation) -> Attempt {
        AlgebraAnswerer.answer(AlgebraQuestion(equation))
    }

    /// A subtask whose equations stand in the outputs it may see: "Solve the system found above",
    /// "What is x + y in the equations above?".
    static func solve(_ subtask: String, equationsIn references: References) -> Attempt {
        guard Tokens.fit(subtask),
            let instruction = AlgebraText(subtask, references: references),
            instruction.equations.isEmpty,
            let pointing = pointing(instruction)
        else { return .notUnderstood }
        let answers = references.answers.filter { !$0.isEmpty }
        let sources: [String]
        switch pointing {
        case .every: sources = answers
        case .ordinal(let ordinal): sources = [references.text(ordinal: ordinal)].compactMap { $0 }
        case .mention(let position):
            sources = position < references.answers.count ? [references.answers[position]] : []
        }
        var joined: AlgebraText?
        for source in sources.prefix(6) {
            guard let text = AlgebraText(source, references: .none) else { return .notUnderstood }
            joined = joined?.before(text) ?? text
        }
        guard let joined else { return .notUnderstood }
        let attempt = solve(joined.before(bare(instruction)))
        if attempt.isUnderstood || pointing != .every { return attempt }
        return joined.equations.isEmpty
            ? .notUnderstood : solve(joined.onlyEquations.before(bare(instruction)))
    }

    /// "Solve the system in the question for x": only the equations are taken from there.
    static func solve(_ subtask: String, equationsInQuestion question: String) -> Attempt {
        guard Tokens.fit(subtask), Tokens.fit(question),
            let instruction = AlgebraText(subtask, references: .none),
            instruction.equations.isEmpty,
            instruction.items.contains(where: {
                ["equation", "equations", "system"].contains($0.word)
            }),
            let text = AlgebraText(question, references: .none), !text.equations.isEmpty
        else { return .notUnderstood }
        return solve(text.onlyEquations.before(bare(instruction)))
    }

    /// "Continue the sequence found above": the terms are put where the words point.
    static func solve(_ subtask: String, sequenceIn references: References) -> Attempt {
        let tokens = StepMentions.resolve(
            Tokens(subtask).all,
            answerCount: references.answers.count
        )
        let isPointing = tokens.contains {
            $0.isWord(ReferenceWords.marks) || StepMentions.isMention($0)
        }
        guard tokens.count <= 60, isPointing else { return .notUnderstood }
        let mention = tokens.first(where: StepMentions.isMention)
        let terms = mention.map { references.text(mention: $0) } ?? references.text(ordinal: nil)
        guard let terms else { return .notUnderstood }
        let kept = tokens.filter {
            !$0.isWord(ReferenceWords.marks.union(["message", "text", "output", "result"]))
                && !StepMentions.isMention($0)
        }
        let words = kept.map(\.text).joined(separator: " ")
        return SequenceReader.solve(words + ": " + terms, references: .none)
    }

    // MARK: Pointing

    private enum Pointing: Equatable {
        case every
        case ordinal(Ordinal?)
        case mention(Int)
    }

    /// What an instruction without equations points at. Nil when it does not point.
    private static func pointing(_ text: AlgebraText) -> Pointing? {
        var result: Pointing?
        for item in text.items {
            guard let word = item.word else { continue }
            if let position = Int(word.dropFirst(5)), word.hasPrefix("step:") {
                return .mention(position)
            }
            if let ordinal = Ordinal(word) { return .ordinal(ordinal) }
            if word == "equations" || word == "both" { result = .every }
            if result == nil, AlgebraWords.pointing.contains(word) || word == "equation" {
                result = .ordinal(nil)
            }
        }
        return result
    }

    /// The instruction without the words that only point.
    private static func bare(_ text: AlgebraText) -> AlgebraText {
        text.keeping { item in
            guard let word = item.word else { return true }
            return AlgebraWords.all.contains(word)
                || !(AlgebraWords.pointing.contains(word) || Ordinal(word) != nil
                    || word.hasPrefix("step:"))
        }
    }
}

extension AlgebraText {
    func keeping(_ isKept: (Item) -> Bool) -> AlgebraText {
        var reduced = self
        reduced.retain(isKept)
        return reduced
    }
}
