internal import BigInt

/// Conversions between number bases and between units.
extension ExpressionParser {
    /// `binary`, `hexadecimal`, `base 7`
    mutating func readBaseName() -> Int? {
        let start = position
        _ = accept("the")
        let names = [
            "binary": 2, "octal": 8, "decimal": 10, "denary": 10, "hexadecimal": 16, "hex": 16,
            "ternary": 3,
        ]
        if let key = word(0), let base = names[key] {
            position += 1
            skip(["number", "notation", "form", "system"])
            return base
        }
        if accept("base"), let number = readNumber(), let base = Int(exactly: number.numerator),
            number.isInteger, (2...35).contains(base)
        {
            return base
        }
        position = start
        return nil
    }

    /// `convert 255 to hex`, `binary 1011 in decimal`, `ff in base 16 as decimal`
    mutating func parseBase() -> ArithmeticRequest? {
        skip(["convert", "write", "express", "translate", "change"])
        if let from = readBaseName() {
            guard let digits = readDigits(radix: from) else { return nil }
            return .base(digits: digits, from: from, to: readTargetBase() ?? 10)
        }
        skipNumberNoun()
        let start = position
        // A value in plain digits or an expression in decimal.
        if let digits = readDigits(radix: 35) {
            _ = accept(any: ["in", "from"])
            if let from = readBaseName(), let to = readTargetBase(),
                BigInt(digits: digits, radix: from) != nil
            {
                return .base(digits: digits, from: from, to: to)
            }
        }
        position = start
        guard let value = parseSum() else { return nil }
        _ = accept("from", "decimal") || accept("from", "base", "10")
        guard let to = readTargetBase() else { return nil }
        if to != 10 { return .value(value, .base(to)) }
        // "0xff in decimal"; but "10 / 4 as a decimal" asks for a decimal fraction, and "1010 to
        // decimal" does not say from which base.
        let hasPrefix =
            tokens[start].text.count > 2 && tokens[start].text.hasPrefix("0")
            && !tokens[start].text.contains(".")
        return value.isLiteral && hasPrefix ? .value(value, .exact) : nil
    }

    private mutating func readTargetBase() -> Int? {
        let start = position
        guard accept(any: ["to", "in", "into", "as"]) != nil else { return nil }
        _ = accept("a")
        if let base = readBaseName() { return base }
        position = start
        return nil
    }

    /// Digits and letters without a space between them, valid in `radix`.
    private mutating func readDigits(radix: Int) -> String? {
        var text = ""
        var end = position
        while end < tokens.count, tokens[end].kind == .number || tokens[end].kind == .word,
            end == position || !tokens[end].followsSpace
        {
            text += tokens[end].text
            end += 1
        }
        text.removeAll { $0 == "," }
        for prefix in ["0x", "0b", "0o"] where text.lowercased().hasPrefix(prefix) && radix != 35 {
            text.removeFirst(2)
        }
        guard !text.isEmpty, text.count <= 4_000, BigInt(digits: text, radix: radix) != nil else {
            return nil
        }
        position = end
        return text
    }

    /// `convert 5 miles to km`, `how many feet are there in 3 miles`
    mutating func parseUnits() -> ArithmeticRequest? {
        if accept("how", "many") {
            guard let to = readUnit() else { return nil }
            skip(["are", "is", "there", "in", "make", "a"])
            let value = parseSum() ?? .number(Rational(1))
            guard let from = readUnit(), from.dimension == to.dimension else { return nil }
            return .units(value, from: from, to: to)
        }
        skip(["convert", "change", "express", "translate"])
        guard let value = parseSum(), let from = readUnit(),
            accept(any: ["to", "in", "into", "as"]) != nil, let to = readUnit(),
            from.dimension == to.dimension
        else { return nil }
        return .units(value, from: from, to: to)
    }

    private mutating func readUnit() -> Unit? {
        let start = position
        skip(["degrees", "degree"])
        if current?.isSymbol("°") == true { position += 1 }
        guard let token = current, token.kind == .word else {
            position = start
            return nil
        }
        position += 1
        if current?.isSymbol("/") == true, let below = word(1),
            let unit = Unit.named("\(token.key)/\(below)")
        {
            position += 2
            return unit
        }
        if word(0) == "per", word(1) == "hour" {
            let name = token.key.hasPrefix("mile") ? "mph" : token.key.hasPrefix("k") ? "kmh" : ""
            if let unit = Unit.named(name) {
                position += 2
                return unit
            }
        }
        if let unit = Unit.named(token.text) ?? Unit.named(token.key) { return unit }
        position = start
        return nil
    }
}
