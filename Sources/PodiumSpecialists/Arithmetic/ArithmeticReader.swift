/// Reads an instruction in sentences and clauses, and does what each asks, one after another.
enum ArithmeticReader {
    /// Reads and computes. Every clause must be understood: a text with a question in it that is
    /// not arithmetic is not answered by the arithmetic beside it.
    static func solve(_ text: String, references: References) -> Attempt {
        guard Tokens.fit(text) else { return .tooLong }
        let tokens = StepMentions.resolve(
            Tokens(unquoted(text)).all,
            answerCount: references.answers.count
        )
        guard tokens.count <= ExpressionParser.tokenLimit else { return .notUnderstood }
        let isDecimal = tokens.contains { $0.kind == .number && $0.text.contains(".") }
        var references = references
        var working: [String] = []
        var answer: String?
        for clause in clauses(of: tokens) {
            if clause.allSatisfy(ArithmeticFiller.isFiller),
                !isBareReference(clause, references)
            {
                continue
            }
            guard let request = request(in: clause, references: references) else {
                return .notUnderstood
            }
            switch ArithmeticPerformer.perform(request, prefersDecimal: isDecimal) {
            case .solved(let solution):
                working += solution.working
                answer = solution.answer
                references.current = solution.answer
            case .impossible(let reason): return .impossible(reason)
            case .notUnderstood: return .notUnderstood
            }
        }
        guard let answer else { return .notUnderstood }
        return .solved(Solution(working: working, answer: answer))
    }

    /// The whole of the tokens as one expression, fillers at its ends apart.
    static func expression(in tokens: [Token], references: References) -> Expression? {
        guard case .value(let expression, .exact) = request(in: tokens, references: references)
        else { return nil }
        return expression
    }

    /// "Compute: "3 + 4"" asks the same without the quotation marks.
    private static func unquoted(_ text: String) -> String {
        String(text.map { "\"“”«»`".contains($0) ? " " : $0 })
    }

    // MARK: Clauses

    static let imperatives: Set<String> = [
        "add", "subtract", "multiply", "divide", "double", "triple", "halve", "square", "cube",
        "increase", "decrease", "reduce", "raise", "compute", "calculate", "evaluate",
    ]

    static func clauses(of tokens: [Token]) -> [[Token]] {
        var clauses: [[Token]] = [[]]
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : nil
            if isBreak(token, next: next) {
                clauses.append([])
            } else {
                clauses[clauses.count - 1].append(token)
            }
        }
        return clauses.filter { !$0.isEmpty }
    }

    private static func isBreak(_ token: Token, next: Token?) -> Bool {
        if token.isSymbol(".?") || token.isWord(["then"]) { return true }
        if token.isSymbol(",") || token.isWord(["and"]) {
            return next?.isWord(imperatives) ?? false
        }
        return token.isSymbol("!") && token.followsSpace
    }

    /// Whether a clause of fillers, such as "compute the result above", names something to compute.
    private static func isBareReference(_ clause: [Token], _ references: References) -> Bool {
        guard references.current == nil, !references.isEmpty else { return false }
        return clause.contains { $0.isWord(["result", "number", "expression", "calculation"]) }
            && request(in: clause, references: references) != nil
    }

    /// What one clause asks for. It is tried at every word up to the first that is no filler.
    static func request(in clause: [Token], references: References) -> ArithmeticRequest? {
        var start = 0
        while start < clause.count {
            var parser = ExpressionParser(tokens: clause, references: references)
            parser.position = start
            if let request = parser.parseRequest() { return request }
            guard ArithmeticFiller.isFiller(clause[start]), start < 60 else { return nil }
            start += 1
        }
        return nil
    }
}
