extension PropositionReader {
    /// "What is the truth value of F when A is true and B is false?", "If A is true, is F true?"
    static func values(_ tokens: ArraySlice<Token>) -> Attempt? {
        if let first = tokens.first, first.isWord(["if", "given", "when", "suppose", "let"]),
            let comma = tokens.lastIndex(where: { $0.isSymbol(",.") })
        {
            var question = tokens[(comma + 1)...]
            var assignment = tokens[tokens.index(after: tokens.startIndex)..<comma]
            if assignment.first?.isWord(["that"]) == true { assignment = assignment.dropFirst() }
            guard let values = assigned(assignment) else { return nil }
            for phrase in [["is", "the", "truth", "value", "of"], ["is", "the", "value", "of"]] {
                if let (what, rest) = split(question, at: phrase), what.count == 1,
                    what.first?.isWord(["what"]) == true
                {
                    return evaluate(rest, values, yesNo: false)
                }
            }
            guard question.first?.isWord(["is"]) == true, let last = question.last,
                last.isWord(["true", "false"])
            else { return nil }
            question = question.dropFirst().dropLast()
            return evaluate(question, values, yesNo: true, asksFalse: last.key == "false")
        }
        let openings: [[String]] = [
            ["what", "is", "the", "truth", "value", "of"], ["what", "is", "the", "value", "of"],
            ["evaluate"], ["give", "the", "truth", "value", "of"],
            ["find", "the", "truth", "value", "of"],
            [
                "compute", "the", "truth",
                "value", "of",
            ], ["what", "truth", "value", "does"],
        ]
        for opening in openings
        where tokens.count > opening.count && zip(tokens, opening).allSatisfy({ $0.key == $1 }) {
            let rest = tokens.dropFirst(opening.count)
            for phrase in [["when"], ["if"], ["for"], ["with"], ["given", "that"], ["where"]] {
                // "if" also stands inside formulas, so the last one is taken.
                for index in rest.indices.reversed() where rest[index].key == phrase[0] {
                    guard let values = assigned(rest[(index + phrase.count)...]) else { continue }
                    var formula = rest[..<index]
                    if formula.last?.isWord(["have"]) == true { formula = formula.dropLast() }
                    return evaluate(nouned(formula), values, yesNo: false)
                }
            }
        }
        return nil
    }

    private static func evaluate(
        _ tokens: ArraySlice<Token>,
        _ values: [String: Bool],
        yesNo: Bool,
        asksFalse: Bool = false
    ) -> Attempt? {
        Asked(tokens)?.value(under: values, yesNo: yesNo, asksFalse: asksFalse)
    }

    /// `A is true, B = false and C is true`, `A and B are true`.
    private static func assigned(_ tokens: ArraySlice<Token>) -> [String: Bool]? {
        var values: [String: Bool] = [:]
        var open: [String] = []
        var reader = WordReader(Array(tokens))
        while let token = reader.next {
            if PropositionParser.isVariable(token) {
                open.append(token.text)
                reader.position += 1
                continue
            }
            if token.isSymbol(",") || token.isWord(["and", "both", "but"]) {
                reader.position += 1
                continue
            }
            guard token.isWord(["is", "are"]) || token.isSymbol("=:") else { return nil }
            reader.position += 1
            reader.skip(["both", "all"])
            guard let truth = reader.take(any: ["true", "false", "t", "f", "1", "0"]), !open.isEmpty
            else { return nil }
            // "A, B is true" leaves it open what A is.
            guard open.count == 1 || token.isWord(["are"]) else { return nil }
            for name in open {
                guard values[name] == nil else { return nil }
                values[name] = ["true", "t", "1"].contains(truth)
            }
            open = []
        }
        return open.isEmpty && !values.isEmpty ? values : nil
    }

    /// Whether the premises imply the conclusion. In "P -> Q and P" the "and" parts two premises; in
    /// words alone it may also bind within one, and both readings must agree.
    static func consequence(
        of premises: ArraySlice<Token>,
        _ conclusion: ArraySlice<Token>
    ) -> Attempt? {
        var depth = 0
        var joints: [Int] = []
        for index in premises.indices {
            if premises[index].isSymbol("([") { depth += 1 }
            if premises[index].isSymbol(")]") { depth -= 1 }
            if depth == 0, premises[index].isWord(["and"]) || premises[index].isSymbol(",") {
                joints.append(index)
            }
        }
        var attempts = [Asked.pair([premises], conclusion).map { $0.entails($1) }]
        if !joints.isEmpty {
            var parts: [ArraySlice<Token>] = []
            var start = premises.startIndex
            for joint in joints + [premises.endIndex] {
                if joint > start { parts.append(premises[start..<joint]) }
                start = joint + 1
            }
            attempts.append(Asked.pair(parts, conclusion).map { $0.entails($1) })
        }
        let found = attempts.compactMap { $0 }
        guard let last = found.last else { return nil }
        if found.count == 1 || found[0].solution?.answer == last.solution?.answer { return last }
        let hasSymbols = premises.contains { $0.isSymbol("→⇒>∧∨&|⊃↔") }
        return hasSymbols
            ? last : .impossible("I cannot tell which premises the word “and” parts here.")
    }

    enum Kind: Hashable, Sendable {
        case tautology, contradiction, satisfiable, contingent, which
    }

    /// A formula with its variables, and what can be asked of it.
    struct Asked {
        var formula: Formula
        var names: [String]

        init?(_ tokens: ArraySlice<Token>) {
            var parser = PropositionParser()
            guard let formula = parser.formula(tokens), !parser.names.isEmpty else { return nil }
            self.formula = formula
            names = parser.names
        }

        private init(formula: Formula, names: [String]) {
            self.formula = formula
            self.names = names
        }

        /// Two formulas over the same variables.
        static func pair(
            _ left: ArraySlice<Token>,
            _ right: ArraySlice<Token>
        ) -> (Asked, Formula)? { pair([left], right) }

        /// The first is that all of several hold.
        static func pair(
            _ left: [ArraySlice<Token>],
            _ right: ArraySlice<Token>
        ) -> (Asked, Formula)? {
            var parser = PropositionParser()
            var parts: [Formula] = []
            for tokens in left {
                guard let part = parser.formula(tokens) else { return nil }
                parts.append(part)
            }
            guard let second = parser.formula(right), !parser.names.isEmpty else { return nil }
            let first = parts.count == 1 ? parts[0] : Formula.all(parts)
            return (Asked(formula: first, names: parser.names), second)
        }

        private var rows: Int { 1 << names.count }

        private func solved(_ finding: String, _ answer: String) -> Attempt {
            let list = names.joined(separator: ", ")
            return .solved(
                Solution(
                    working: ["A truth table over \(list): \(rows) rows.", finding],
                    answer: answer
                )
            )
        }

        func answer(_ kind: Kind) -> Attempt {
            let count = formula.models(variables: names.count).count
            let finding = "It is true in \(count) of them."
            func yes(_ value: Bool) -> Attempt { solved(finding, value ? "yes" : "no") }
            switch kind {
            case .tautology: return yes(count == rows)
            case .contradiction: return yes(count == 0)
            case .satisfiable: return yes(count > 0)
            case .contingent: return yes(count > 0 && count < rows)
            case .which:
                let word =
                    count == rows ? "tautology" : count == 0 ? "contradiction" : "contingent"
                return solved(finding, word)
            }
        }

        func equivalent(to other: Formula) -> Attempt {
            let differing = Formula.exclusive(formula, other).models(variables: names.count)
            return solved(
                "The two differ in \(differing.count) of them.",
                differing.isEmpty ? "yes" : "no"
            )
        }

        func entails(_ other: Formula) -> Attempt {
            let broken = Formula.all([formula, .not(other)]).models(variables: names.count)
            return solved(
                "The premise holds without the conclusion in \(broken.count) of them.",
                broken.isEmpty ? "yes" : "no"
            )
        }

        func count() -> Attempt {
            let count = formula.models(variables: names.count).count
            return solved("It is true in \(count) of them.", "\(count)")
        }

        func value(under values: [String: Bool], yesNo: Bool, asksFalse: Bool) -> Attempt? {
            guard Set(values.keys).isSubset(of: names) else { return nil }
            var fixed: UInt32 = 0
            var open: [UInt32] = [0]
            for (index, name) in names.enumerated() {
                let bit = UInt32(1) << UInt32(index)
                switch values[name] {
                case true?: fixed |= bit
                case false?: break
                case nil: open += open.map { $0 | bit }
                }
            }
            let truths = Set(open.map { formula.holds(in: fixed | $0) })
            guard truths.count == 1, let truth = truths.first else {
                return .impossible("I cannot tell its truth value: not every variable has one.")
            }
            let answer = yesNo ? (truth != asksFalse ? "yes" : "no") : "\(truth)"
            return solved("Under this assignment it is \(truth).", answer)
        }
    }
}
