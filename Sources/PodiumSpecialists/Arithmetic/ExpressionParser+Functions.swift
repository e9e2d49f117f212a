internal import BigInt

/// Functions in words, fractions, and the lists that they are of.
extension ExpressionParser {
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
        if accept("between") || isRange, let arguments = parseArguments(of: function) {
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
            accept("to") || accept("up", "to") || accept("through"), let high = parseSigned(),
            !lastItemIsOpen
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
            if let operand = parseSigned() { return .call(.squareRoot, [operand]) }
        } else if accept("square", "of"), let operand = parseSigned() {
            return .power(operand, two)
        } else if accept("cube", "of"), let operand = parseSigned() {
            return .power(operand, .number(Rational(3)))
        } else if accept("factorial", "of"), let operand = parseSigned() {
            return .factorial(operand)
        } else if accept("twice") || accept("double"), let operand = parseSigned() {
            return .binary(two, .multiply, operand)
        } else if accept("triple"), let operand = parseSigned() {
            return .binary(.number(Rational(3)), .multiply, operand)
        } else if accept("quotient", "of"), let pair = parseArguments(of: nil), pair.count == 2 {
            return .binary(pair[0], .divide, pair[1])
        } else if let remainder = parseRemainder() {
            return remainder
        }
        position = start
        return nil
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
            if let left = parseSigned() {
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

    /// `half of 90`, `one third`, `two thirds of 90`, `a quarter of 80`
    mutating func parseFraction() -> Expression? {
        let start = position
        var top = 1
        var isCounted = false
        if let (value, end) = NumberWords.read(tokens, at: position),
            let small = Int(exactly: value)
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
}
