/// An expression that someone proposes, evaluated exactly: `(50 - 7) * 3`, also `… = 129`.
struct CountdownExpression: Sendable {
    private(set) var numbers: [Int] = []
    private(set) var signs: Set<ArithmeticSign> = []
    /// Nil where it divides by zero or leaves the range of small numbers.
    private(set) var value: SmallFraction?

    private var tokens: [Token]
    private var position = 0
    private var depth = 0

    /// Nil when the text is no expression.
    init?(_ text: String) {
        guard text.utf8.count <= 600 else { return nil }
        tokens = Tokens(text).all
        if let equals = tokens.firstIndex(where: { $0.isSymbol("=") }) {
            tokens = Array(tokens[..<equals])
        }
        guard let sum = readSum(), position == tokens.count else { return nil }
        value = sum.value
    }

    /// A part that was read; its value may be missing although it is an expression.
    private struct Part {
        var value: SmallFraction?
    }

    private mutating func readSum() -> Part? {
        guard var left = readProduct() else { return nil }
        while let sign = sign([.add, .subtract]) {
            guard let right = readProduct() else { return nil }
            left = join(left, sign, right)
        }
        return left
    }

    private mutating func readProduct() -> Part? {
        guard var left = readFactor() else { return nil }
        while let sign = sign([.multiply, .divide]) {
            guard let right = readFactor() else { return nil }
            left = join(left, sign, right)
        }
        return left
    }

    private func join(_ left: Part, _ sign: ArithmeticSign, _ right: Part) -> Part {
        guard let first = left.value, let second = right.value else { return Part(value: nil) }
        return Part(value: sign.apply(first, second))
    }

    private mutating func readFactor() -> Part? {
        guard position < tokens.count else { return nil }
        let token = tokens[position]
        if token.isSymbol("([") {
            depth += 1
            guard depth <= 40 else { return nil }
            position += 1
            guard let inner = readSum(), position < tokens.count, tokens[position].isSymbol(")]")
            else { return nil }
            position += 1
            depth -= 1
            return inner
        }
        let isNegative = token.isSymbol("-−")
        if isNegative { position += 1 }
        guard position < tokens.count, tokens[position].kind == .number,
            let (value, end) = NumberRuns.number(tokens, at: position)
        else { return nil }
        position = end
        numbers.append(isNegative ? -value : value)
        return Part(value: SmallFraction(isNegative ? -value : value))
    }

    private mutating func sign(_ wanted: [ArithmeticSign]) -> ArithmeticSign? {
        guard position < tokens.count, tokens[position].kind == .symbol else { return nil }
        let found: ArithmeticSign? =
            switch tokens[position].text {
            case "+": .add
            case "-", "−", "–": .subtract
            case "*", "×", "·", "⋅": .multiply
            case "/", "÷", ":": .divide
            default: nil
            }
        guard let found, wanted.contains(found) else { return nil }
        position += 1
        signs.insert(found)
        return found
    }
}
