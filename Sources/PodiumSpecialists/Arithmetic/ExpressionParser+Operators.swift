internal import BigInt

/// Operators in symbols and in words.
extension ExpressionParser {
    mutating func readAdditive() -> Expression.Operation? {
        skipComma(before: ["plus", "minus"])
        guard let token = current else { return nil }
        if token.isSymbol("+") || token.isWord(["plus"]) {
            position += 1
            return .add
        }
        if token.isSymbol("-−–") || token.isWord(["minus"]) {
            position += 1
            return .subtract
        }
        return nil
    }

    /// "…, minus 3": the comma is for the eye.
    private mutating func skipComma(before words: Set<String>) {
        guard current?.isSymbol(",") == true, let next = word(1), words.contains(next) else {
            return
        }
        position += 1
    }

    /// `previous` decides two readings: "of" multiplies only after a part (`20% of`), and a
    /// bracket multiplies only directly after a number.
    mutating func readMultiplicative(after previous: Expression) -> Expression.Operation? {
        skipComma(before: ["times", "divided", "multiplied", "modulo", "mod"])
        guard let token = current else { return nil }
        if token.isSymbol("*") {
            if position + 1 < tokens.count, tokens[position + 1].isSymbol("*") { return nil }
            position += 1
            return .multiply
        }
        if token.isSymbol("×·∙⋅") || token.isWord(["times", "x"]) {
            position += 1
            return .multiply
        }
        if token.isSymbol("/÷∕") || token.isWord(["over"]) {
            position += 1
            return .divide
        }
        if token.isSymbol("%") || token.isWord(["mod", "modulo", "modulus"]) {
            position += 1
            return .modulo
        }
        if accept("multiplied", "by") || accept("multiplied", "with") { return .multiply }
        if accept("divided", "by") { return .divide }
        if token.isWord(["of"]), previous.isPart {
            position += 1
            return .multiply
        }
        let isBracket = token.isSymbol("(") && !token.followsSpace
        return isBracket && previous.isLiteral ? .multiply : nil
    }

    mutating func readPowerSign() -> Bool {
        guard let token = current else { return false }
        if token.isSymbol("^") {
            position += 1
            return true
        }
        if token.isSymbol("*"), position + 1 < tokens.count, tokens[position + 1].isSymbol("*") {
            position += 2
            return true
        }
        let start = position
        _ = accept("raised")
        if accept("to", "the") {
            if accept("power") {
                _ = accept("of")
                return true
            }
            // "to the second result" is no power.
            let isReference = word(1).map { ReferenceWords.nouns.contains($0) } ?? false
            if let key = word(0), Ordinal(key) != nil, !isReference { return true }
        }
        position = start
        return false
    }

    /// The `5th power` of "to the 5th power".
    mutating func readOrdinalPower() -> Expression? {
        guard let key = word(0), case .position(let number) = Ordinal(key) else { return nil }
        position += 1
        _ = accept("power")
        return .number(Rational(number))
    }

    /// `80 increased by 25%`, `80 reduced by 5`.
    mutating func applyChange(to base: Expression) -> Expression {
        let start = position
        let rises: Set<String> = ["increased", "raised", "grown"]
        let falls: Set<String> = ["decreased", "reduced", "lowered", "discounted"]
        guard let key = accept(any: rises.union(falls)), accept("by"),
            let change = parseProduct()
        else {
            position = start
            return base
        }
        return Self.changed(base, by: change, rises: rises.contains(key))
    }

    /// A change by a percentage is a part of the base; any other is added or taken away.
    static func changed(
        _ base: Expression,
        by change: Expression,
        rises: Bool
    ) -> Expression {
        let operation: Expression.Operation = rises ? .add : .subtract
        return change.isPercent
            ? .changed(base, operation, by: change) : .binary(base, operation, change)
    }

    /// The change before what is changed: `5 more than 7`, `3 subtracted from 10`, `20% off 50`.
    mutating func applyReversed(to change: Expression) -> Expression {
        let start = position
        guard let rises = readReversedSign(of: change), let base = parseSum() else {
            position = start
            return change
        }
        return Self.changed(base, by: change, rises: rises)
    }

    private mutating func readReversedSign(of change: Expression) -> Bool? {
        if accept("added", "to") { return true }
        if accept("subtracted", "from") || accept("taken", "from")
            || accept("taken", "away", "from") || accept("deducted", "from")
        {
            return false
        }
        if change.isPercent, accept("off") { return false }
        guard !asksYesOrNo else { return nil }
        if accept("more", "than") || accept("greater", "than") || accept("larger", "than") {
            return true
        }
        let falls = accept("less", "than") || accept("fewer", "than") || accept("smaller", "than")
        return falls ? false : nil
    }
}

extension Expression {
    /// A sum of percentages is one itself.
    var isMadeOfPercents: Bool {
        guard case .chain(let first, let links) = self else { return isPercent }
        return first.isPercent
            && links.allSatisfy { $0.operand.isPercent && $0.operation.isAdditive }
    }

    /// A percentage or a fraction below one, of which one can take a part.
    fileprivate var isPart: Bool {
        switch self {
        case .percent: true
        case .number(let value): !value.isInteger
        default: false
        }
    }
}
