/// Reads an instruction in sentences and clauses, and does what each asks, one after another.
enum ArithmeticReader {
    /// Reads and computes. Every clause must be understood: a text with a question in it that is
    /// not arithmetic is not answered by the arithmetic beside it. A clause that goes on with the
    /// result before it replaces that answer; any other adds its own.
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
        var answers: [(text: String, isComputed: Bool)] = []
        var last: ArithmeticRequest?
        for clause in clauses(of: tokens) {
            if clause.allSatisfy(ArithmeticFiller.isFiller),
                !isBareReference(clause, references)
            {
                continue
            }
            guard let request = request(in: clause, references: references) else {
                return .notUnderstood
            }
            let goesOn = last != nil && refersToResult(clause, request, references)
            // Digits in another base are no number to go on with.
            if goesOn, last?.isInAnotherBase == true { return .notUnderstood }
            let attempt = ArithmeticPerformer.perform(request, prefersDecimal: isDecimal)
            guard let solution = attempt.solution else { return attempt }
            working += solution.working
            if goesOn { answers.removeLast() }
            answers.append((solution.answer, !request.isBareValue))
            references.current = solution.answer
            last = request
        }
        guard !answers.isEmpty else { return .notUnderstood }
        // "I bought 3 apples." beside a question states something and asks for nothing.
        let computed = answers.filter(\.isComputed)
        let answer = (computed.isEmpty ? answers : computed).map(\.text).joined(separator: "; ")
        return .solved(Solution(working: working, answer: answer))
    }

    /// Whether a clause means something else after another result.
    private static func refersToResult(
        _ clause: [Token],
        _ request: ArithmeticRequest,
        _ references: References
    ) -> Bool {
        let other = References(answers: references.answers, current: "7919")
        return Self.request(in: clause, references: other) != request
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
            if isBreak(token, next: next, previous: index > 0 ? tokens[index - 1] : nil) {
                clauses.append([])
            } else {
                clauses[clauses.count - 1].append(token)
            }
        }
        return clauses.filter { !$0.isEmpty }
    }

    private static func isBreak(_ token: Token, next: Token?, previous: Token?) -> Bool {
        if token.isSymbol(".?") || token.isWord(["then"]) { return true }
        if token.isSymbol(",") || token.isWord(["and"]) {
            return next?.isWord(imperatives.union(["what", "what's"])) ?? false
        }
        // "5 !" is a factorial.
        let followsOperand = previous?.kind == .number || previous?.isSymbol(")") == true
        return token.isSymbol("!") && token.followsSpace && !followsOperand
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
        let asksYesOrNo = asksYesOrNo(clause)
        while start < clause.count {
            var parser = ExpressionParser(tokens: clause, references: references)
            parser.position = start
            parser.asksYesOrNo = asksYesOrNo
            if let request = parser.parseRequest() {
                return request.isAboutFactors && asksAmount(clause[..<start]) ? nil : request
            }
            guard ArithmeticFiller.isFiller(clause[start]), start < 60 else { return nil }
            start += 1
        }
        return nil
    }

    /// "The sum of the divisors" and "how many prime factors" ask for no list of them.
    private static func asksAmount(_ before: ArraySlice<Token>) -> Bool {
        before.contains { $0.isWord(["sum", "many", "much"]) }
            || before.indices.dropLast().contains {
                before[$0].isWord(["number"]) && before[$0 + 1].isWord(["of"])
            }
    }

    /// "Is 5 more than 3?" asks whether it is; "What is 5 more than 3?" asks for a number.
    private static func asksYesOrNo(_ clause: [Token]) -> Bool {
        let heads: Set<String> = [
            "is", "are", "does", "what", "what's", "which", "how", "whether", "if",
        ]
        guard let index = clause.firstIndex(where: { $0.isWord(heads) }),
            clause[index].isWord(["is", "are", "does", "whether", "if"])
        else { return false }
        let before = clause[..<index]
        // "If I add 3 and 4" supposes; "tell me if" asks.
        if clause[index].isWord(["if"]) {
            return before.contains { $0.isWord(["tell", "say", "determine", "know", "state"]) }
        }
        // "The answer is 7" states it.
        let subjects: Set<String> = ["it", "that", "this", "answer", "result", "number", "value"]
        return before.allSatisfy(ArithmeticFiller.isFiller)
            && before.last?.isWord(subjects) != true
    }
}
