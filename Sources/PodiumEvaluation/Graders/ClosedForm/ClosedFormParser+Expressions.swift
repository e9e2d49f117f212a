extension ClosedFormParser {
    mutating func sum() throws(Unreadable) -> Expression {
        try nested { (parser) throws(Unreadable) in
            var result = try parser.product()
            while let sign = parser.peek(), "+-±".contains(sign) {
                parser.index += 1
                let isMinus = sign == "-" || sign == "±" && parser.sign == "-"
                result = .binary(isMinus ? .subtract : .add, result, try parser.product())
            }
            return result
        }
    }

    private mutating func product() throws(Unreadable) -> Expression {
        var result = try signed()
        while let next = peek() {
            if next == "*" || next == "/" {
                index += 1
                result = .binary(next == "*" ? .multiply : .divide, result, try signed())
            } else if startsFactor(next) {
                result = .binary(.multiply, result, try power())
            } else {
                break
            }
        }
        return result
    }

    private mutating func signed() throws(Unreadable) -> Expression {
        guard let mark = peek(), "+-±".contains(mark) else { return try power() }
        index += 1
        let isMinus = mark == "-" || mark == "±" && sign == "-"
        let value = try nested { (parser) throws(Unreadable) in try parser.signed() }
        return isMinus ? .negated(value) : value
    }

    /// Whether something that is multiplied without a sign begins here. A bar or a bracket that
    /// closes does not; a bar is taken for one that closes.
    private func startsFactor(_ next: Character) -> Bool {
        if next == "\\" {
            let name = text[index...].dropFirst().prefix { $0.isLetter }
            return !name.isEmpty && !["end", "rfloor", "rceil"].contains(String(name))
        }
        return next.isLetter || next.isNumber || "({[.".contains(next)
    }

    private mutating func power() throws(Unreadable) -> Expression {
        var base = try primary()
        while skip("!") { base = .function(.factorial, base) }
        guard skip("^") else { return base }
        let exponent = try nested { (parser) throws(Unreadable) in
            parser.peek() == "{" ? try parser.group() : try parser.signed()
        }
        return .binary(.power, base, exponent)
    }

    /// What stands in braces.
    private mutating func group() throws(Unreadable) -> Expression {
        try expect("{")
        let value = try sum()
        try expect("}")
        return value
    }

    private mutating func primary() throws(Unreadable) -> Expression {
        guard let next = peek() else { throw Unreadable() }
        switch next {
        case "{": return try group()
        case "(", "[":
            index += 1
            let value = try sum()
            try expect(next == "(" ? ")" : "]")
            return value
        case "|":
            index += 1
            let value = try sum()
            try expect("|")
            return .function(.abs, value)
        case "\\":
            index += 1
            return try command()
        case "∞", "π":
            index += 1
            return .constant(next == "π" ? .pi : .infinity)
        case _ where next.isLetter: return try name()
        case _ where next == "." || next.isASCII && next.isNumber: return try number()
        default: throw Unreadable()
        }
    }

    /// A decimal number, or a mixed one: `1\frac{4}{5}` is 9/5, which nobody means as a product.
    private mutating func number() throws(Unreadable) -> Expression {
        var digits = ""
        while index < text.count {
            let next = text[index]
            if next.isASCII && next.isNumber || next == "." {
                digits.append(next)
            } else if !(next == "," && groupsThousands && isGroup(at: index + 1)) {
                break
            }
            index += 1
        }
        // A full stop that ended a sentence inside of the formula.
        if digits.hasSuffix(".") { digits.removeLast() }
        guard let value = Fraction(digits: digits) else { throw Unreadable() }
        guard !digits.contains(".") else { return .number(value) }
        if skip("\\frac") {
            let part = Expression.binary(.divide, try argument(), try argument())
            return .binary(part.exact == nil ? .multiply : .add, .number(value), part)
        }
        guard let part = plainFraction() else { return .number(value) }
        return .binary(.add, .number(value), .number(part))
    }

    /// The rest of `1 4/5`; two numbers side by side are nothing else.
    private mutating func plainFraction() -> Fraction? {
        let start = index
        guard peek() != nil, text[index - 1].isWhitespace, let top = wholeNumber(), skip("/"),
            let bottom = wholeNumber(), let value = Fraction(top).divided(by: Fraction(bottom))
        else {
            index = start
            return nil
        }
        return value
    }

    private mutating func wholeNumber() -> Int? {
        let digits = String(text[index...].prefix { $0.isASCII && $0.isNumber })
        index += digits.count
        return Int(digits)
    }

    private func isGroup(at start: Int) -> Bool {
        let digits = text[start...].prefix { $0.isASCII && $0.isNumber }
        return digits.count == 3
    }

    /// Letters: a function's name, or a product of variables.
    private mutating func name() throws(Unreadable) -> Expression {
        let run = String(text[index...].prefix { $0.isLetter && $0.isASCII && $0 != "π" })
        switch run {
        case "sqrt", "cbrt":
            index += run.count
            let inner = try nested { (parser) throws(Unreadable) in try parser.power() }
            return .root(run == "sqrt" ? 2 : 3, inner)
        case "pi", "infinity", "inf":
            index += run.count
            return .constant(run == "pi" ? .pi : .infinity)
        default: break
        }
        if let function = FunctionName(rawValue: run) {
            index += run.count
            return try applied(function)
        }
        let letter = text[index]
        index += 1
        return try variable(String(letter))
    }

    /// With its subscript.
    private mutating func variable(_ name: String) throws(Unreadable) -> Expression {
        guard skip("_") else {
            switch name {
            case "i": return .imaginaryUnit
            case "e": return .constant(Self.e)
            default: return .variable(name)
            }
        }
        let hasBraces = skip("{")
        let label = String(
            text[index...].prefix { hasBraces ? $0 != "}" : $0.isLetter || $0.isNumber }
        )
        index += label.count
        if hasBraces { try expect("}") }
        return .variable(name + "_" + label)
    }

    private static let e = 2.718281828459045

    private mutating func command() throws(Unreadable) -> Expression {
        let name = String(text[index...].prefix { $0.isLetter && $0.isASCII })
        index += name.count
        switch name {
        case "frac": return .binary(.divide, try argument(), try argument())
        case "binom":
            let top = try argument()
            let bottom = try argument()
            return .binary(
                .divide,
                .function(.factorial, top),
                .binary(
                    .multiply,
                    .function(.factorial, bottom),
                    .function(.factorial, .binary(.subtract, top, bottom))
                )
            )
        case "sqrt": return try root()
        case "lfloor", "lceil":
            let value = try sum()
            try expect(name == "lfloor" ? "\\rfloor" : "\\rceil")
            return .function(name == "lfloor" ? .floor : .ceil, value)
        case "": throw Unreadable()
        default:
            if let function = FunctionName(rawValue: name) { return try applied(function) }
            // A Greek letter, or a name that only textual equality can judge.
            return try variable("\\" + name)
        }
    }

    private mutating func root() throws(Unreadable) -> Expression {
        var degree = 2
        if skip("[") {
            let digits = String(text[index...].prefix { $0.isNumber })
            index += digits.count
            guard let value = Int(digits), (2...100).contains(value) else { throw Unreadable() }
            degree = value
            try expect("]")
        }
        return .root(degree, try argument())
    }

    /// A group in braces, or TeX's single token: `\frac12` is a half.
    private mutating func argument() throws(Unreadable) -> Expression {
        guard let next = peek() else { throw Unreadable() }
        if next.isASCII, let digit = next.wholeNumberValue {
            index += 1
            return .number(Fraction(digit))
        }
        return try nested { (parser) throws(Unreadable) in
            next == "{" ? try parser.group() : try parser.primary()
        }
    }

    /// `\sin^2 x`, `\log_2 8`, `\sin 2x`, `\cos(x)`.
    private mutating func applied(_ function: FunctionName) throws(Unreadable) -> Expression {
        let base = skip("_") ? try argument() : nil
        let exponent = skip("^") ? try argument() : nil
        let operand = try nested { (parser) throws(Unreadable) in
            guard let next = parser.peek(), !"({[|".contains(next) else {
                return try parser.primary()
            }
            var operand = try parser.signed()
            while let next = parser.peek(), next.isLetter || next.isNumber,
                !parser.startsFunction()
            {
                operand = .binary(.multiply, operand, try parser.power())
            }
            return operand
        }
        var result = Expression.function(function, operand)
        if let base { result = .binary(.divide, result, .function(.ln, base)) }
        if let exponent { result = .binary(.power, result, exponent) }
        return result
    }

    private func startsFunction() -> Bool {
        FunctionName(rawValue: String(text[index...].prefix { $0.isLetter && $0.isASCII })) != nil
    }
}
