internal import BigInt

/// Operators and functions in words.
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
        _ base: Expression, by change: Expression, rises: Bool
    ) -> Expression {
        let operation: Expression.Operation = rises ? .add : .subtract
        guard case .percent = change else { return .binary(base, operation, change) }
        return .binary(
            base, .multiply, .binary(.number(Rational(1)), operation, change))
    }

    // MARK: Functions

    mutating func parseFunction() -> Expression? {
        let start = position
        while accept("the") || accept("a") {}
        if let expression = parseListFunction() ?? parseSingleFunction() ?? parseFraction() {
            return expression
        }
        position = start
        return nil
    }

    private mutating func parseListFunction() -> Expression? {
        let start = position
        guard let function = readListFunction() else { return nil }
        let isRange = accept("of") || current?.isSymbol("(") == true || word(0) == "between"
        if isRange, function == .sum || function == .product, let range = parseRange(function) {
            return range
        }
        if accept("between") || isRange, let arguments = parseList() {
            if function == .absoluteDifference, arguments.count != 2 {
                position = start
                return nil
            }
            return .call(function, arguments)
        }
        position = start
        return nil
    }

    private mutating func readListFunction() -> Expression.Function? {
        if accept("greatest", "common", "divisor") || accept("greatest", "common", "factor")
            || accept("highest", "common", "factor") || accept("gcd") || accept("hcf")
            || accept("gcf")
        {
            return .gcd
        }
        if accept("least", "common", "multiple") || accept("lowest", "common", "multiple")
            || accept("smallest", "common", "multiple") || accept("lcm")
        {
            return .lcm
        }
        if accept("absolute", "difference") { return .absoluteDifference }
        switch accept(any: Self.listFunctionNames) {
        case "sum", "total": return .sum
        case "product": return .product
        case "average", "mean": return .average
        case "difference": return .absoluteDifference
        case "largest", "maximum", "max", "greatest", "biggest": return .largest
        case "smallest", "minimum", "min", "least": return .smallest
        default: return nil
        }
    }

    private static let listFunctionNames: Set<String> = [
        "sum", "total", "product", "average", "mean", "difference", "largest", "maximum", "max",
        "greatest", "biggest", "smallest", "minimum", "min", "least",
    ]

    /// `the integers from 1 to 100`
    private mutating func parseRange(_ function: Expression.Function) -> Expression? {
        let start = position
        while accept(any: ["all", "the", "whole", "natural", "integers", "numbers"]) != nil {}
        if accept("from"), let low = parseProduct(),
            accept("to") || accept("up", "to") || accept("through"), let high = parseProduct()
        {
            return .call(function == .sum ? .rangeSum : .rangeProduct, [low, high])
        }
        position = start
        return nil
    }

    private mutating func parseSingleFunction() -> Expression? {
        let start = position
        let two = Expression.number(Rational(2))
        if accept("square", "root", "of") || accept("sqrt", "of") || accept("sqrt") {
            if let operand = parsePostfixOperand() { return .call(.squareRoot, [operand]) }
        } else if accept("square", "of"), let operand = parsePostfixOperand() {
            return .power(operand, two)
        } else if accept("cube", "of"), let operand = parsePostfixOperand() {
            return .power(operand, .number(Rational(3)))
        } else if accept("factorial", "of"), let operand = parsePostfixOperand() {
            return .factorial(operand)
        } else if accept("twice") || accept("double"), let operand = parsePostfixOperand() {
            return .binary(two, .multiply, operand)
        } else if accept("triple"), let operand = parsePostfixOperand() {
            return .binary(.number(Rational(3)), .multiply, operand)
        } else if accept("quotient", "of"), let pair = parseList(), pair.count == 2 {
            return .binary(pair[0], .divide, pair[1])
        } else if let remainder = parseRemainder() {
            return remainder
        }
        position = start
        return nil
    }

    private mutating func parsePostfixOperand() -> Expression? { parseProductOperand() }

    /// An operand of a function in words: one factor, so that "the square of 3 plus 1" is 10.
    private mutating func parseProductOperand() -> Expression? {
        parseSigned()
    }

    /// `the remainder when 100 is divided by 7`, `the remainder of 100 divided by 7`
    private mutating func parseRemainder() -> Expression? {
        let start = position
        if accept("remainder") {
            _ = accept(any: ["when", "of", "if", "from"])
            if accept("dividing"), let left = parseSigned(), accept("by"),
                let right = parseSigned()
            {
                return .binary(left, .modulo, right)
            }
            if let left = parsePowerOperand() {
                _ = accept("is")
                if accept("divided", "by") || accept("on", "division", "by"),
                    let right = parseSigned()
                {
                    return .binary(left, .modulo, right)
                }
            }
        }
        position = start
        return nil
    }

    /// The dividend: a power or a bracket, but not a quotient, whose "divided by" comes next.
    private mutating func parsePowerOperand() -> Expression? { parseSigned() }

    /// `half of 90`, `one third`, `two thirds of 90`, `a quarter of 80`
    mutating func parseFraction() -> Expression? {
        let start = position
        var top = 1
        var isCounted = false
        if let (value, end) = NumberWords.read(tokens, at: position), let small = Int(exactly: value)
        {
            top = small
            isCounted = true
            position = end
            if current?.isSymbol("-") == true { position += 1 }
        }
        if let key = word(0), let bottom = Self.parts[key], isCounted || word(1) == "of" {
            position += 1
            let part = Expression.number(Rational(BigInt(top), over: BigInt(bottom)) ?? Rational(0))
            return part
        }
        position = start
        return nil
    }

    private static let parts = [
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
        "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
        "tenth": 10, "tenths": 10,
    ]

    // MARK: Lists

    /// `3, 4 and 5`, `(3, 4, 5)`, `the numbers found above`
    mutating func parseList() -> [Expression]? {
        let start = position
        if let all = parsePluralReference() { return all }
        skip(["the", "following"])
        if accept(any: ["numbers", "integers"]) == nil { position = start }
        if current?.isSymbol(":") == true { position += 1 }
        let isBracketed = current?.isSymbol("(") == true
        if isBracketed {
            position += 1
            if let items = parseItems(), items.count > 1, current?.isSymbol(")") == true {
                position += 1
                return items
            }
            position = start
        }
        return parseItems()
    }

    private mutating func parseItems() -> [Expression]? {
        guard let first = parseSum() else { return nil }
        var items = [first]
        while items.count < 400 {
            let start = position
            let hasComma = current?.isSymbol(",;") == true
            if hasComma { position += 1 }
            let hasWord = accept(any: ["and", "with"]) != nil
            guard hasComma || hasWord, let item = parseSum() else {
                position = start
                break
            }
            items.append(item)
        }
        return items
    }
}

extension Expression {
    /// A percentage or a fraction below one, of which one can take a part.
    fileprivate var isPart: Bool {
        switch self {
        case .percent: true
        case .number(let value): !value.isInteger
        default: false
        }
    }
}
