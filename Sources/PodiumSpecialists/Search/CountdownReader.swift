/// Reads "make 24 from 4, 7, 8, 8" in its many forms.
///
/// One list of numbers and one target must be there, and every word must be known: "without using
/// the 4 twice" changes the problem and is declined.
enum CountdownReader {
    static func read(_ tokens: [Token]) -> Countdown? {
        guard tokens.count <= 200 else { return nil }
        var words = Sentence.split(tokens).flatMap(\.tokens)
        // The stops between sentences are gone, so that "100. The numbers" makes no run of its own.
        var game: Int?
        if take(&words, ["24", "game"]) != nil || take(&words, ["game", "of", "24"]) != nil {
            game = 24
        }
        var use = game != nil ? Countdown.Use.all : .preferablyAll
        for phrase in [
            ["do", "not", "have", "to", "use", "all"], ["not", "necessarily", "all"],
            ["need", "not", "use", "all"], ["do", "not", "need", "to", "use", "all"],
            ["not", "all"], ["some", "or", "all"], ["any", "of"], ["some", "of"],
        ] where take(&words, phrase) != nil {
            use = .any
        }
        for phrase in [
            ["at", "most", "once"], ["no", "more", "than", "once"], ["only", "once"],
            ["once", "at", "most"],
        ] where take(&words, phrase) != nil {
            use = .any
        }
        if words.contains(where: { $0.isWord(["countdown"]) }) { use = .any }
        for count in ["four", "4"] {
            for middle in [["basic"], ["arithmetic"], ["usual"], ["standard"], []] {
                for noun in ["operations", "operators"] {
                    _ = take(&words, [count] + middle + [noun])
                }
            }
        }
        guard words.allSatisfy(isKnown) else { return nil }
        if words.contains(where: { $0.isWord(["all", "exactly", "every", "once"]) }) { use = .all }
        guard let operations = operations(in: words), !isExpression(words) else { return nil }
        let found = NumberRuns(words)
        let lists = found.runs.filter { $0.values.count > 1 }
        // "How could one make …" counts nothing.
        let singles = found.runs.filter { run in
            run.values.count == 1
                && !(words[run.range.lowerBound].isWord(["one"]) && !isTarget(run, in: words))
        }
        guard !found.hasOthers, lists.count == 1, (2...8).contains(lists[0].values.count),
            lists[0].values.allSatisfy({ $0.magnitude <= 1_000_000 })
        else { return nil }
        let target: Int
        if let game {
            guard singles.isEmpty else { return nil }
            target = game
        } else {
            guard singles.count == 1, isTarget(singles[0], in: words),
                !isCount(singles[0], in: words)
            else { return nil }
            target = singles[0].values[0]
        }
        return Countdown(
            numbers: lists[0].values,
            target: target,
            operations: operations,
            use: use
        )
    }

    /// Removes a phrase and says where it stood.
    private static func take(_ words: inout [Token], _ phrase: [String]) -> Int? {
        guard words.count >= phrase.count else { return nil }
        for start in 0...(words.count - phrase.count)
        where zip(words[start...], phrase).allSatisfy({ $0.key == $1 }) {
            words.removeSubrange(start..<start + phrase.count)
            return start
        }
        return nil
    }

    /// "3 * 4 and 5" is to be computed, not to be made.
    private static func isExpression(_ words: [Token]) -> Bool {
        words.indices.dropFirst().dropLast().contains { index in
            let isSign = symbols[words[index].text] != nil || names[words[index].key] != nil
            return isSign && NumberRuns.number(words, at: index + 1) != nil
                && (words[index - 1].kind == .number
                    || NumberWords.isNumberWord(words[index - 1].key))
        }
    }

    /// "Give me 3 numbers from …" says how many.
    private static func isCount(_ run: NumberRuns.Run, in words: [Token]) -> Bool {
        run.range.upperBound < words.count
            && words[run.range.upperBound].isWord([
                "numbers", "number", "cards", "card", "of", "tiles", "expression", "signs",
                "operators",
            ])
    }

    private static func isTarget(_ run: NumberRuns.Run, in words: [Token]) -> Bool {
        let start = max(0, run.range.lowerBound - 3)
        return words[start..<run.range.lowerBound].contains { $0.isWord(targetWords) }
    }

    /// The operations that are named, or all; those after "without" are not allowed.
    private static func operations(in words: [Token]) -> [ArithmeticSign]? {
        var named: Set<ArithmeticSign> = []
        for (index, word) in words.enumerated() {
            let isNumber = NumberRuns.number(words, at: index) != nil
            if word.kind == .symbol, !isNumber, let sign = symbols[word.text] { named.insert(sign) }
            if word.kind == .word, let sign = names[word.key] { named.insert(sign) }
        }
        let isExclusion = words.contains { $0.isWord(["without", "no"]) }
        if isExclusion, named.isEmpty { return nil }
        let allowed = ArithmeticSign.allCases.filter {
            named.isEmpty || named.contains($0) != isExclusion
        }
        return allowed.isEmpty ? nil : allowed
    }

    private static func isKnown(_ token: Token) -> Bool {
        switch token.kind {
        case .number: true
        case .quoted: false
        case .symbol: token.isSymbol(",:;&()[]{}+-−*×/÷·=")
        case .word:
            vocabulary.contains(token.key) || targetWords.contains(token.key)
                || names[token.key] != nil || NumberWords.isNumberWord(token.key)
        }
    }

    private static let symbols: [String: ArithmeticSign] = [
        "+": .add, "-": .subtract, "−": .subtract, "*": .multiply, "×": .multiply, "/": .divide,
        "÷": .divide, "·": .multiply,
    ]

    private static let names: [String: ArithmeticSign] = [
        "addition": .add, "plus": .add, "subtraction": .subtract, "minus": .subtract,
        "multiplication": .multiply, "times": .multiply, "division": .divide,
    ]

    private static let targetWords: Set<String> = [
        "make", "makes", "making", "get", "gets", "reach", "reaches", "obtain", "form", "produce",
        "build", "hit", "give", "gives", "equals", "equal", "target", "into", "value", "yields",
        "yield", "create", "result", "making", "evaluates",
    ]

    private static let vocabulary: Set<String> = [
        "using", "use", "used", "uses", "the", "number", "numbers", "each", "with", "and", "from",
        "of", "out", "to", "all", "every", "exactly", "once", "must", "be", "can", "you", "i", "we",
        "how", "do", "does", "is", "are", "in", "a", "an", "expression", "arithmetic", "that",
        "whose", "which", "what", "find", "given", "write", "have", "cards", "card", "countdown",
        "game", "solve", "for", "please", "only", "way", "combine", "insert", "operators",
        "operations", "operator", "operation", "brackets", "parentheses", "so", "basic", "try",
        "may", "them", "these", "those", "want", "need", "tell", "me", "show", "puzzle", "question",
        "my", "on", "it", "this", "usual", "standard", "four", "without", "no", "by", "as", "there",
        "could", "them", "any", "at", "most", "here", "tiles", "signs", "symbols", "if", "possible",
        "exact", "exactly", "one", "your", "problem", "calculation", "rolled", "dice", "drew",
        "drawn", "play", "combined",
        "been", "help",
    ]
}
