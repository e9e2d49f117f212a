/// Reads formulas in symbols or words: `(A or B) and not A`, `p → q`, `!x && y`.
///
/// "not" binds most, then "and", "or" and "xor", then "implies", then "if and only if".
struct PropositionParser {
    /// The variables in the order in which they were met.
    private(set) var names: [String] = []
    private var tokens: [Token] = []
    private var position = 0
    private var depth = 0
    private static let depthLimit = 60

    /// Reads all of the tokens as one formula; nil when they are none.
    mutating func formula(_ tokens: ArraySlice<Token>) -> Formula? {
        guard !tokens.isEmpty, tokens.count <= 400 else { return nil }
        let known = names
        self.tokens = Array(tokens)
        position = 0
        depth = 0
        guard let formula = equivalence(), position == self.tokens.count,
            names.count <= Formula.variableLimit
        else {
            names = known
            return nil
        }
        return formula
    }

    // MARK: Levels of binding

    private mutating func equivalence() -> Formula? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit, var left = implication() else { return nil }
        while takeEquivalence() {
            guard let right = implication() else { return nil }
            left = .same(left, right)
        }
        return left
    }

    private mutating func takeEquivalence() -> Bool {
        take(symbols: "<->") || take(symbols: "<=>") || take(symbols: "↔") || take(symbols: "⇔")
            || take(symbols: "≡") || take(words: "if", "and", "only", "if") || take(words: "iff")
    }

    private mutating func implication() -> Formula? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { return nil }
        if take(words: "if") {
            guard let left = disjunction() else { return nil }
            _ = take(symbols: ",")
            guard take(words: "then"), let right = implication() else { return nil }
            return .implies(left, right)
        }
        guard let left = disjunction() else { return nil }
        let isImplication =
            take(symbols: "->") || take(symbols: "=>") || take(symbols: "→") || take(symbols: "⇒")
            || take(symbols: "⊃") || take(words: "implies")
        guard isImplication else { return left }
        return implication().map { .implies(left, $0) }
    }

    private mutating func disjunction() -> Formula? {
        guard var left = conjunction() else { return nil }
        // "or" and "xor" side by side leave open what belongs together.
        var isExclusive: Bool?
        while true {
            if take(words: "or") || take(symbols: "∨") || take(symbols: "||") || take(symbols: "|")
            {
                guard isExclusive != true, let right = conjunction() else { return nil }
                isExclusive = false
                left = .any([left, right])
            } else if take(words: "xor") || take(symbols: "⊕") || take(words: "exclusive", "or") {
                guard isExclusive != false, let right = conjunction() else { return nil }
                isExclusive = true
                left = .exclusive(left, right)
            } else {
                return left
            }
        }
    }

    private mutating func conjunction() -> Formula? {
        guard let first = negation() else { return nil }
        var parts = [first]
        while take(words: "and") || take(symbols: "∧") || take(symbols: "&&") || take(symbols: "&")
        {
            guard let next = negation() else { return nil }
            parts.append(next)
        }
        return parts.count == 1 ? first : .all(parts)
    }

    private mutating func negation() -> Formula? {
        var isNegated = false
        while take(words: "not") || take(symbols: "¬") || take(symbols: "!") || take(symbols: "~") {
            isNegated.toggle()
        }
        return atom().map { isNegated ? .not($0) : $0 }
    }

    private mutating func atom() -> Formula? {
        guard position < tokens.count else { return nil }
        let token = tokens[position]
        if token.isSymbol("([") {
            position += 1
            guard let inner = equivalence(), position < tokens.count,
                tokens[position].isSymbol(")]")
            else { return nil }
            position += 1
            return inner
        }
        if token.isWord(["true", "false"]) {
            position += 1
            return .constant(token.key == "true")
        }
        guard Self.isVariable(token) else { return nil }
        position += 1
        return .variable(index(of: token.text))
    }

    private mutating func index(of name: String) -> Int {
        if let index = names.firstIndex(of: name) { return index }
        // One more than fits is enough to know that there are too many.
        if names.count <= Formula.variableLimit { names.append(name) }
        return names.count - 1
    }

    static func isVariable(_ token: Token) -> Bool {
        guard token.kind == .word, token.text.count <= 3, let first = token.text.first,
            first.isASCII, first.isLetter
        else { return false }
        return token.text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    // MARK: Marks

    private mutating func take(symbols text: String) -> Bool {
        let marks = text.map(String.init)
        guard position + marks.count <= tokens.count else { return false }
        for (offset, mark) in marks.enumerated() {
            let token = tokens[position + offset]
            let isDash = mark == "-" && token.isSymbol("-−–")
            guard token.kind == .symbol, token.text == mark || isDash,
                offset == 0 || !token.followsSpace
            else { return false }
        }
        position += marks.count
        return true
    }

    private mutating func take(words: String...) -> Bool {
        guard position + words.count <= tokens.count else { return false }
        for (offset, word) in words.enumerated() where tokens[position + offset].key != word {
            return false
        }
        position += words.count
        return true
    }
}
