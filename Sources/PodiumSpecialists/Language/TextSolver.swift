/// Reads an instruction about texts in clauses and does them one after another.
enum TextSolver {
    /// Every clause must be understood, as in `ArithmeticReader`.
    static func solve(_ text: String, references: References) -> Attempt {
        guard Tokens.fit(text) else { return .tooLong }
        let tokens = Tokens(text)
        guard tokens.all.count <= 6_000 else { return .notUnderstood }
        var references = references
        var working: [String] = []
        var answer: String?
        let resolved = StepMentions.resolve(tokens.all, answerCount: references.answers.count)
        for clause in clauses(of: resolved) {
            switch solve(clause, of: tokens, references) {
            case .done(let solution):
                working += solution.working
                answer = solution.answer
                references.current = solution.answer
            case .given(let text): references.current = text
            case .nothing: continue
            case .impossible(let reason): return .impossible(reason)
            case .notUnderstood: return .notUnderstood
            }
        }
        guard let answer else { return .notUnderstood }
        return .solved(Solution(working: working, answer: answer))
    }

    private enum ClauseResult {
        case done(Solution)
        /// The clause only names a text: "take the word X".
        case given(String)
        case nothing
        case impossible(String)
        case notUnderstood
    }

    private static func solve(
        _ clause: ArraySlice<Token>,
        of tokens: Tokens,
        _ references: References
    ) -> ClauseResult {
        let found = TextTaskReader(Array(clause)).tasks()
        guard let first = found.first else {
            let quoted = clause.filter { $0.kind == .quoted }
            if quoted.count == 1 { return .given(quoted[0].text) }
            let isRemark = clause.allSatisfy { ArithmeticFiller.isFiller($0) || $0.isWord(remarks) }
            return isRemark ? .nothing : .notUnderstood
        }
        let finder = TextOperands(tokens: tokens, references: references)
        // A nested task's operand is what stands after its own words; the whole clause holds it too.
        let nested = clause.dropFirst(first.position)
        var operands = found.count > 1 ? finder.operands(in: nested, for: first.task) : []
        if operands.isEmpty { operands = finder.operands(in: clause, for: first.task) }
        guard !operands.isEmpty else {
            let isQuestion = clause.contains {
                $0.isWord(["who", "why", "when", "where", "how", "what"])
            }
            return isQuestion || clause.count > 12 ? .notUnderstood : .nothing
        }
        switch run(found.map(\.task), on: operands) {
        case .solved(let solution): return .done(solution)
        case .impossible(let reason): return .impossible(reason)
        case .notUnderstood: return .notUnderstood
        }
    }

    /// Does the tasks one after another, each on the result of the one before.
    static func run(_ tasks: [TextTask], on operands: [String]) -> Attempt {
        var operands = operands
        var working: [String] = []
        for task in tasks {
            let attempt = TextPerformer.perform(task, on: operands)
            guard let solution = attempt.solution else { return attempt }
            working += solution.working
            operands = [solution.answer]
        }
        guard !tasks.isEmpty, let answer = operands.first else { return .notUnderstood }
        return .solved(Solution(working: working, answer: answer))
    }

    /// "The shift is not given."
    private static let remarks: Set<String> = ["shift", "not", "given", "unknown", "in", "order"]

    // MARK: Clauses

    private static let imperatives: Set<String> = [
        "count", "reverse", "sort", "decode", "decipher", "convert", "encode", "spell", "write",
        "tell", "give", "translate", "how", "say", "put", "state",
    ]

    static func clauses(of tokens: [Token]) -> [ArraySlice<Token>] {
        var clauses: [ArraySlice<Token>] = []
        var start = 0
        for index in tokens.indices where isBreak(index, tokens) {
            clauses.append(tokens[start..<index])
            start = index + 1
        }
        clauses.append(tokens[start...])
        return clauses.filter { !$0.isEmpty }
    }

    private static func isBreak(_ index: Int, _ tokens: [Token]) -> Bool {
        let token = tokens[index]
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        if token.isWord(["then"]) { return true }
        if token.isSymbol(",") || token.isWord(["and"]) {
            return next?.isWord(imperatives) ?? false
        }
        guard token.isSymbol(".?;!"), index > 0, !token.followsSpace else { return false }
        // Dots inside Morse code end no sentence.
        guard tokens[index - 1].kind != .symbol || token.isSymbol("?") else { return false }
        return next == nil || next?.kind == .word && next?.followsSpace == true
    }
}
