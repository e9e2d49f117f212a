/// Answers questions on formulas of propositional logic by trying all assignments.
enum PropositionReader {
    static func solve(_ text: String) -> Attempt {
        let lowered = text.lowercased()
        guard cues.contains(where: { lowered.contains($0) }) else { return .notUnderstood }
        let marks: Set<Character> = ["\"", "“", "”", "«", "»", "`", "‘"]
        // Quoted formulas are bracketed, so that they stay together.
        var isOpen = false
        let plain = text.map { character -> String in
            guard marks.contains(character) else { return String(character) }
            isOpen.toggle()
            return isOpen ? " ( " : " ) "
        }
        .joined()
        guard !isOpen, Tokens.fit(plain) else { return .notUnderstood }
        var tokens = Tokens(plain).all
        guard tokens.count <= 600 else { return .notUnderstood }
        while let last = tokens.last, last.isSymbol("?.") { tokens.removeLast() }
        tokens = Self.withoutOpening(tokens)
        guard tokens.count > 1, !tokens.contains(where: { $0.isSymbol("?") }) else {
            return .notUnderstood
        }
        let sentence = tokens[...]
        return values(sentence) ?? kind(sentence) ?? comparison(sentence) ?? entailment(sentence)
            ?? counting(sentence) ?? .notUnderstood
    }

    /// One of these is in every question that this reader answers.
    private static let cues = [
        "tautolog", "valid", "satisf", "contradict", "contingen", "equivalent", "same as", "follow",
        "imply", "entail", "consequence", "conclude", "infer", "models", "assignment", "truth",
        "value", "evaluate", "true", "false",
    ]

    private static func withoutOpening(_ tokens: [Token]) -> [Token] {
        let openings: [[String]] = [
            ["please"], ["check", "whether"], ["determine", "whether"], ["decide", "whether"],
            ["tell", "me", "whether"], ["decide", "if"], ["determine", "if"], ["check", "if"],
            ["is", "it", "true", "that"], ["is", "it", "the", "case", "that"], ["show", "whether"],
            ["say", "whether"], ["can", "you", "tell", "me", "whether"],
        ]
        var tokens = tokens
        for _ in 0..<3 {
            for opening in openings
            where tokens.count > opening.count && zip(tokens, opening).allSatisfy({ $0.key == $1 })
            {
                tokens.removeFirst(opening.count)
            }
        }
        return tokens
    }

    // MARK: Forms of question

    /// "Is F a tautology?", "F is satisfiable"
    private static func kind(_ tokens: ArraySlice<Token>) -> Attempt? {
        let endings: [([String], Kind)] = [
            (["a", "tautology", "a", "contradiction", "or", "contingent"], .which),
            (["a", "tautology", "a", "contradiction", "or", "a", "contingency"], .which),
            (["a", "tautology", "contradiction", "or", "contingent"], .which),
            (["tautology", "contradiction", "or", "contingency"], .which),
            (["a", "tautology"], .tautology), (["always", "true"], .tautology),
            (["logically", "valid"], .tautology), (["valid"], .tautology),
            (["tautological"], .tautology), (["a", "contradiction"], .contradiction),
            (["contradictory"], .contradiction), (["always", "false"], .contradiction),
            (["unsatisfiable"], .contradiction), (["satisfiable"], .satisfiable),
            (["contingent"], .contingent), (["a", "contingency"], .contingent),
        ]
        let words = tokens.filter { !$0.isSymbol(",:") }
        for (ending, kind) in endings where words.count > ending.count {
            guard zip(words.suffix(ending.count), ending).allSatisfy({ $0.key == $1 }) else {
                continue
            }
            let rest = words.dropLast(ending.count)
            guard let formula = statement(Array(rest)) else { return nil }
            return formula.answer(kind)
        }
        return nil
    }

    /// The formula between "is" and what is asked of it.
    private static func statement(_ words: [Token]) -> Asked? {
        var words = words
        if words.first?.isWord(["is"]) == true {
            words.removeFirst()
        } else if words.last?.isWord(["is"]) == true {
            words.removeLast()
        }
        return Asked(nouned(words[...]))
    }

    /// Without "the formula" before it.
    static func nouned(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
        var tokens = tokens
        let nouns: Set<String> = [
            "formula", "proposition", "statement", "sentence", "expression", "formulas",
            "propositions", "statements",
        ]
        if tokens.count > 2, tokens.first?.isWord(["the", "that", "following"]) == true,
            tokens.dropFirst().first?.isWord(nouns.union(["propositional", "logical"])) == true
        {
            tokens = tokens.dropFirst()
        }
        while tokens.count > 1,
            tokens.first?.isWord(nouns.union(["propositional", "logical"])) == true
        {
            tokens = tokens.dropFirst()
        }
        return tokens
    }

    /// "Is F equivalent to G?", "Are F and G equivalent?"
    private static func comparison(_ tokens: ArraySlice<Token>) -> Attempt? {
        var tokens = tokens
        for phrase in [["is", "equivalent", "to"], ["is", "logically", "equivalent", "to"]] {
            // "Is it true that F is equivalent to G?"
            if let (left, right) = split(tokens, at: phrase), !left.isEmpty,
                let (asked, other) = Asked.pair(nouned(left), nouned(right))
            {
                return asked.equivalent(to: other)
            }
        }
        guard let verb = tokens.first, verb.isWord(["is", "are"]) else { return nil }
        tokens = tokens.dropFirst()
        if verb.key == "are" {
            guard tokens.last?.isWord(["equivalent"]) == true else { return nil }
            tokens = tokens.dropLast()
            if tokens.last?.isWord(["logically"]) == true { tokens = tokens.dropLast() }
            tokens = nouned(tokens)
            // Only one "and" may part it into two formulas, or it is not certain which was meant.
            var pairs: [(Asked, Formula)] = []
            for index in tokens.indices where tokens[index].isWord(["and"]) {
                if let pair = Asked.pair(tokens[..<index], tokens[(index + 1)...]) {
                    pairs.append(pair)
                }
            }
            return pairs.count == 1 ? pairs[0].0.equivalent(to: pairs[0].1) : nil
        }
        for phrase in [
            ["logically", "equivalent", "to"], ["equivalent", "to"], ["the", "same", "as"],
            ["logically", "the", "same", "as"],
        ] {
            if let (left, right) = split(tokens, at: phrase),
                let (asked, other) = Asked.pair(nouned(left), nouned(right))
            {
                return asked.equivalent(to: other)
            }
        }
        return nil
    }

    /// "Does F imply G?", "Does G follow from F and H?", "From F and G, can we conclude H?"
    private static func entailment(_ tokens: ArraySlice<Token>) -> Attempt? {
        var tokens = tokens
        if tokens.first?.isWord(["from"]) == true {
            for phrase in [
                [",", "can", "we", "conclude"], [",", "can", "one", "conclude"],
                [",", "does", "it", "follow"], [",", "can", "we", "infer"],
            ] {
                guard let (left, right) = split(tokens.dropFirst(), at: phrase) else { continue }
                let that = right.first?.isWord(["that"]) == true
                return consequence(of: left, that ? right.dropFirst() : right)
            }
            return nil
        }
        guard tokens.first?.isWord(["does", "is"]) == true else { return nil }
        tokens = tokens.dropFirst()
        for phrase in [
            ["logically", "follow", "from"], ["follow", "from"],
            ["a", "logical", "consequence", "of"], ["a", "consequence", "of"],
        ] {
            if let (left, right) = split(tokens, at: phrase) {
                return consequence(of: nouned(right), nouned(left))
            }
        }
        for phrase in [["logically", "imply"], ["imply"], ["entail"], ["logically", "entail"]] {
            if let (left, right) = split(tokens, at: phrase) {
                return consequence(of: nouned(left), nouned(right))
            }
        }
        return nil
    }

    /// "How many assignments satisfy F?", "How many models does F have?"
    private static func counting(_ tokens: ArraySlice<Token>) -> Attempt? {
        let openings: [[String]] = [
            ["how", "many", "truth", "assignments", "satisfy"],
            ["how", "many", "assignments", "satisfy"], ["how", "many", "assignments", "make"],
            ["find", "the", "number", "of", "satisfying", "assignments", "of"],
            ["what", "is", "the", "number", "of", "satisfying", "assignments", "of"],
            ["the", "number", "of", "satisfying", "assignments", "of"],
            ["number", "of", "satisfying", "assignments", "of"],
            ["find", "the", "number", "of", "satisfying", "assignments", "for"],
            ["count", "the", "satisfying", "assignments", "of"],
            ["count", "the", "models", "of"], ["how", "many", "models", "does"],
            ["how", "many", "satisfying", "assignments", "does"],
            ["in", "how", "many", "rows", "of", "its", "truth", "table", "is"],
            ["in", "how", "many", "rows", "of", "the", "truth", "table", "is"],
        ]
        for opening in openings
        where tokens.count > opening.count && zip(tokens, opening).allSatisfy({ $0.key == $1 }) {
            var rest = tokens.dropFirst(opening.count)
            if let last = rest.last, last.isWord(["true", "have"]) { rest = rest.dropLast() }
            return Asked(nouned(rest))?.count()
        }
        return nil
    }

    static func split(
        _ tokens: ArraySlice<Token>,
        at phrase: [String]
    ) -> (ArraySlice<Token>, ArraySlice<Token>)? {
        guard tokens.count > phrase.count else { return nil }
        for start in tokens.startIndex...(tokens.endIndex - phrase.count)
        where zip(tokens[start...], phrase).allSatisfy({ $0.key == $1 }) {
            return (tokens[..<start], tokens[(start + phrase.count)...])
        }
        return nil
    }
}
