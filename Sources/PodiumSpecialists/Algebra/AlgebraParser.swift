internal import BigInt

/// Reads expressions and equations with unknowns, in symbols or in words.
///
/// A recursive-descent parser like `ExpressionParser`: every production leaves the position where
/// it was when it fails, and a budget bounds the whole.
///
///     equation = sum ("=" | "equals" | "is" | …) sum
///     sum      = product { ("+" | "-" | "plus" | …) product }
///     product  = signed { ("×" | "÷" | nothing) signed }
///     signed   = { "-" } power
///     power    = primary { "²" | "squared" | "^" number | … }
///     primary  = number | unknown | "(" sum ")" | "half of" … | "a number"
struct AlgebraParser {
    static let tokenLimit = 1_500
    private static let depthLimit = 160

    let tokens: [Token]
    /// What outputs of earlier steps assign to unknowns, and the latest of them.
    let references: References
    var position = 0
    private var budget = 20_000
    private var depth = 0
    /// `1/2x` is read in two ways, so nothing that holds it is read at all.
    private(set) var isAmbiguous = false
    /// What `f(x) = …` defines.
    var functions: [String: AlgebraicFunction] = [:]
    /// Where a definition starts, and where it ends.
    var definitions: [Int: Int] = [:]
    /// How often one of them was applied.
    var applications = 0

    init(tokens: [Token], references: References = .none) {
        self.tokens = tokens
        self.references = references
    }

    // MARK: Equations

    /// An equation with an unknown in it. A chain of equalities is none.
    mutating func parseEquation() -> Equation? {
        let start = position
        if let left = parseSum(), readEquality(), let right = parseSum(), !isAmbiguous {
            let equation = Equation(left: left, right: right)
            if !equation.unknowns.isEmpty, current?.isSymbol("=") != true { return equation }
        }
        position = start
        return nil
    }

    private mutating func readEquality() -> Bool {
        if current?.isSymbol(",") == true, word(1) == "the" || word(1) == "you" {
            position += 1
        }
        if accept("you", "get") || accept("the", "result", "is") || accept("the", "answer", "is") {
            return true
        }
        if current?.isSymbol("=") == true {
            position += 1
            return true
        }
        if accept("is") || accept("are") || accept("was") {
            _ = accept("equal", "to") || accept("the", "same", "as") || accept("exactly")
            return true
        }
        if accept(any: ["equals", "equal", "gives", "makes", "yields", "becomes"]) != nil {
            _ = accept("to")
            return true
        }
        return false
    }

    // MARK: Levels

    mutating func parseSum() -> AlgebraicFraction? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        if let result = parseAdding() { return result }
        guard var total = parseProduct() else { return nil }
        while true {
            let start = position
            guard let next = parseTerm(after: total) else {
                position = start
                break
            }
            total = next
        }
        return total
    }

    /// One more summand, with its sign.
    private mutating func parseTerm(after total: AlgebraicFraction) -> AlgebraicFraction? {
        if current?.isSymbol("+") == true || word(0) == "plus" {
            position += 1
            return parseProduct().flatMap { total.plus($0) }
        }
        if current?.isSymbol("-−–") == true || word(0) == "minus" {
            position += 1
            return parseProduct()?.negated().flatMap { total.plus($0) }
        }
        if accept("increased", "by") { return parseProduct().flatMap { total.plus($0) } }
        if accept("decreased", "by") || accept("reduced", "by") || accept("diminished", "by") {
            return parseProduct()?.negated().flatMap { total.plus($0) }
        }
        // "5 more than x": what is counted stands first.
        if accept("more", "than") || accept("greater", "than") || accept("larger", "than") {
            guard let base = parseProduct() else { return nil }
            if !total.unknowns.isEmpty, base.unknowns.isEmpty { isAmbiguous = true }
            return total.plus(base)
        }
        if accept("less", "than") || accept("fewer", "than") {
            guard let base = parseProduct(), let taken = total.negated() else { return nil }
            // "3x - 7 less than 5" compares and asks for no difference.
            if !total.unknowns.isEmpty, base.unknowns.isEmpty { isAmbiguous = true }
            return base.plus(taken)
        }
        return nil
    }

    mutating func parseProduct() -> AlgebraicFraction? {
        var isLiteral = current.map { $0.kind == .number || $0.isSymbol("(") } ?? false
        if current?.kind == .word, NumberWords.read(tokens, at: position) != nil {
            isLiteral = true
        }
        guard var total = parseSigned() else { return nil }
        var divides = false
        while true {
            let start = position
            if let divisor = readDivision() {
                guard divisor, let operand = parseSigned() else {
                    position = start
                    break
                }
                guard let quotient = total.divided(by: operand) else { return nil }
                total = quotient
                divides = true
                isLiteral = true
                continue
            }
            let isExplicit = readMultiplication()
            guard isExplicit || startsFactor(afterLiteral: isLiteral) else { break }
            if !isExplicit, divides, current?.followsSpace == false { isAmbiguous = true }
            guard let operand = isExplicit ? parseSigned() : parsePower() else {
                position = start
                break
            }
            guard let product = total.times(operand) else { return nil }
            total = product
            isLiteral =
                isExplicit && tokens[position - 1].kind == .number
                || tokens[position - 1].isSymbol(")")
        }
        return total
    }

    private mutating func readDivision() -> Bool? {
        if current?.isSymbol("/÷∕") == true || word(0) == "over" {
            position += 1
            return true
        }
        return accept("divided", "by") ? true : nil
    }

    private mutating func readMultiplication() -> Bool {
        if current?.isSymbol("*×·∙⋅") == true {
            if position + 1 < tokens.count, tokens[position + 1].isSymbol("*") { return false }
            position += 1
            return true
        }
        return accept("times") || accept("multiplied", "by")
    }

    /// Whether a factor follows without a sign: `3x`, `2(x + 1)`, `three x`, `x(x + 2)`.
    private func startsFactor(afterLiteral isLiteral: Bool) -> Bool {
        guard let token = current else { return false }
        if token.isSymbol("([") { return !token.followsSpace || isLiteral }
        guard unknown(at: position) != nil else { return false }
        return !token.followsSpace || isLiteral
    }

    mutating func parseSigned() -> AlgebraicFraction? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        if current?.isSymbol("-−–") == true || word(0) == "minus" || word(0) == "negative" {
            position += 1
            if let operand = parseSigned() { return operand.negated() }
            position -= 1
            return nil
        }
        return parsePower()
    }

    mutating func parsePower() -> AlgebraicFraction? {
        let isNumber = current?.kind == .number
        guard var base = parsePrimary() else { return nil }
        for _ in 0..<4 {
            let start = position
            if let exponent = readExponent() {
                guard let power = base.raised(to: exponent) else { return nil }
                base = power
                continue
            }
            position = start
            // "x plus 3 doubled" could mean either; "a number doubled" cannot.
            guard !isNumber, let key = word(0), let factor = Self.multiples[key] else { break }
            position += 1
            guard let product = base.times(AlgebraicFraction(factor)) else { return nil }
            base = product
        }
        return base
    }

    private static let multiples = [
        "doubled": Rational(2), "tripled": Rational(3),
        "halved": Rational(BigInt(1), over: BigInt(2)) ?? Rational(1),
    ]

    private static let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

    private mutating func readExponent() -> Int? {
        if let token = current, token.kind == .symbol,
            let exponent = Self.superscripts.firstIndex(of: token.text)
        {
            position += 1
            return exponent
        }
        if accept("squared") { return 2 }
        if accept("cubed") { return 3 }
        if current?.isSymbol("^") == true {
            position += 1
        } else if current?.isSymbol("*") == true, position + 1 < tokens.count,
            tokens[position + 1].isSymbol("*")
        {
            position += 2
        } else if !(accept("to", "the", "power", "of") || accept("to", "the", "power")) {
            return nil
        }
        guard let number = readNumber(), number.isInteger else { return nil }
        return Int(exactly: number.numerator).flatMap { (0...100).contains($0) ? $0 : nil }
    }

    // MARK: Cursor

    var current: Token? { position < tokens.count ? tokens[position] : nil }

    func word(_ offset: Int) -> String? {
        let index = position + offset
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return nil }
        return tokens[index].key
    }

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

    /// Counts a step against the budget and a level against the depth.
    mutating func enter() -> Bool {
        budget -= 1
        guard budget > 0, depth < Self.depthLimit else { return false }
        depth += 1
        return true
    }

    mutating func leave() { depth -= 1 }
}
