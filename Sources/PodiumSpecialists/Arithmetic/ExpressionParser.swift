internal import BigInt

/// Reads arithmetic written in symbols or in plain English, or in a mixture of both.
///
/// A recursive-descent parser over tokens. Every production leaves the position where it was when it
/// fails. A budget of steps bounds the whole, whatever the input.
///
///     sum      = product { ("+" | "-" | "plus" | …) product }
///     product  = signed { ("×" | "÷" | "mod" | "of" | …) signed }
///     signed   = { "-" | "minus" } power
///     power    = postfix [ ("^" | "to the power of") signed ]
///     postfix  = primary { "!" | "%" | "squared" | … }
///     primary  = number | "(" sum ")" | function list | reference
struct ExpressionParser {
    /// The most tokens of an instruction that is read as arithmetic.
    static let tokenLimit = 1_500
    static let depthLimit = 60

    let tokens: [Token]
    let references: References
    var position = 0
    /// The clause asks whether something holds, so that "more than" compares.
    var asksYesOrNo = false
    private var budget = 20_000
    private var depth = 0

    init(tokens: [Token], references: References) {
        self.tokens = tokens
        self.references = references
    }

    // MARK: Levels

    mutating func parseSum() -> Expression? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        guard var first = parseProduct() else { return nil }
        var links: [Expression.Link] = []
        while true {
            let start = position
            guard let operation = readAdditive(), let operand = parseProduct() else {
                position = start
                break
            }
            let sum = links.isEmpty ? first : .chain(first, links)
            if operand.isPercent, !sum.isMadeOfPercents {
                first = .changed(sum, operation, by: operand)
                links = []
            } else {
                links.append(Expression.Link(operation: operation, operand: operand))
            }
        }
        let sum = links.isEmpty ? first : .chain(first, links)
        return applyReversed(to: applyChange(to: sum))
    }

    mutating func parseProduct() -> Expression? {
        guard let first = parseSigned() else { return nil }
        var links: [Expression.Link] = []
        while true {
            let start = position
            let previous = links.last?.operand ?? first
            guard let operation = readMultiplicative(after: previous),
                let operand = parseSigned()
            else {
                position = start
                break
            }
            links.append(Expression.Link(operation: operation, operand: operand))
        }
        return links.isEmpty ? first : .chain(first, links)
    }

    mutating func parseSigned() -> Expression? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        if let token = current, token.isSymbol("-−–") || token.isWord(["minus", "negative"]) {
            position += 1
            if let operand = parseSigned() { return .negated(operand) }
            position -= 1
            return nil
        }
        return parsePower()
    }

    private mutating func parsePower() -> Expression? {
        guard let base = parsePostfix() else { return nil }
        let start = position
        guard readPowerSign() else { return base }
        if let exponent = readOrdinalPower() ?? parseSigned() { return .power(base, exponent) }
        position = start
        return base
    }

    private mutating func parsePostfix() -> Expression? {
        guard var operand = parsePrimary() else { return nil }
        var count = 0
        while let token = current, count < 8 {
            if token.isSymbol("!") {
                operand = .factorial(operand)
            } else if token.isWord(["factorial"]) {
                operand = .factorial(operand)
            } else if token.isWord(["squared"]) {
                operand = .power(operand, .number(Rational(2)))
            } else if token.isWord(["cubed"]) {
                operand = .power(operand, .number(Rational(3)))
            } else if token.isSymbol("%"), !isModuloSign {
                operand = .percent(operand)
            } else if token.isWord(["percent"]) {
                operand = .percent(operand)
            } else if token.isWord(["per"]), word(1) == "cent" {
                position += 1
                operand = .percent(operand)
            } else {
                break
            }
            position += 1
            count += 1
        }
        return operand
    }

    /// Whether "%" stands between two operands, where it asks for a remainder.
    private var isModuloSign: Bool {
        guard position + 1 < tokens.count else { return false }
        let next = tokens[position + 1]
        return next.kind == .number || next.isSymbol("(")
    }

    mutating func parsePrimary() -> Expression? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        guard let token = current else { return nil }
        if token.kind == .word, let part = parseFraction() { return part }
        if let number = readNumber() { return .number(number) }
        if token.isSymbol("([{") { return parseBrackets() }
        if token.isSymbol("√") {
            position += 1
            return parsePrimary().map { .call(.squareRoot, [$0]) }
        }
        return parseFunction() ?? parseReference()
    }

    private mutating func parseBrackets() -> Expression? {
        let start = position
        position += 1
        if let inner = parseSum(), let token = current, token.isSymbol(")]}") {
            position += 1
            return inner
        }
        position = start
        return nil
    }

    // MARK: Numbers

    mutating func readNumber() -> Rational? {
        guard let token = current else { return nil }
        if token.kind == .number {
            guard let number = Rational(digits: token.text) else { return nil }
            position += 1
            // "5 million"
            if let key = word(0), let scale = Self.scales[key] {
                position += 1
                return number * Rational(BigInt(10).power(scale))
            }
            return inDozens(number)
        }
        if let half = Rational(BigInt(1), over: BigInt(2)) {
            if accept("half", "a", "dozen") { return half * Rational(12) }
        }
        if accept("a", "dozen") || accept("one", "dozen") { return Rational(12) }
        guard let (value, end) = NumberWords.read(tokens, at: position) else { return nil }
        position = end
        return inDozens(Rational(value))
    }

    private mutating func inDozens(_ number: Rational) -> Rational {
        accept("dozen") ? number * Rational(12) : number
    }

    private static let scales = ["thousand": 3, "million": 6, "billion": 9, "trillion": 12]

    // MARK: Cursor

    var current: Token? { position < tokens.count ? tokens[position] : nil }
    var isAtEnd: Bool { position >= tokens.count }

    /// The word at `offset` from here, lowercased.
    func word(_ offset: Int) -> String? {
        let index = position + offset
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return nil }
        return tokens[index].key
    }

    /// Steps over these words if they all stand here.
    mutating func accept(_ words: String...) -> Bool {
        for (offset, expected) in words.enumerated() where word(offset) != expected {
            return false
        }
        position += words.count
        return true
    }

    mutating func accept(any words: Set<String>) -> String? {
        guard let key = word(0), words.contains(key) else { return nil }
        position += 1
        return key
    }

    /// Counts a step against the budget and a level against the depth. The caller must leave again.
    private mutating func enter() -> Bool {
        budget -= 1
        guard budget > 0, depth < Self.depthLimit * 4 else { return false }
        depth += 1
        return true
    }
}
