internal import BigInt

/// Whole requests: questions about numbers, commands, conversions, plain expressions.
extension ExpressionParser {
    /// Reads a request that takes up all tokens from here, but for fillers at the end.
    mutating func parseRequest() -> ArithmeticRequest? {
        let start = position
        let readers: [(inout ExpressionParser) -> ArithmeticRequest?] = [
            { $0.parsePrimeQuestion() }, { $0.parseDivisorQuestion() },
            { $0.parseComparison() }, { $0.parsePercentageQuestion() }, { $0.parseBase() },
            { $0.parseUnits() }, { $0.parseCommand() }, { $0.parseValue() },
        ]
        for reader in readers {
            position = start
            guard let request = reader(&self), restIsFiller else { continue }
            if !asksYesOrNo || request.isYesOrNo { return request }
        }
        position = start
        return nil
    }

    private var restIsFiller: Bool {
        let rest = tokens[position...]
        // "…, and by how much?" asks for more.
        let asksMore =
            rest.contains { $0.isWord(["and", "also", "by"]) }
            && rest.contains { $0.isWord(["how", "what", "if"]) }
        return !asksMore
            && rest.allSatisfy { ArithmeticFiller.isFiller($0) && !$0.isWord(["of"]) }
    }

    // MARK: Primes and divisors

    private mutating func parsePrimeQuestion() -> ArithmeticRequest? {
        if asksYesOrNo, accept("is") || accept("whether") || accept("if") {
            skipNumberNoun()
            guard let number = parseSum() else { return nil }
            _ = accept("is")
            _ = accept("a")
            guard accept("prime") else { return nil }
            return .isPrime(number)
        }
        if accept("the", "next", "prime") || accept("next", "prime") {
            skip(["number", "after", "above", "greater", "larger", "than", "following"])
            return parseWholeOperand().map { .nextPrime($0) }
        }
        _ = accept("the")
        if let key = word(0), case .position(let count) = Ordinal(key), word(1) == "prime" {
            position += 2
            return .nthPrime(.number(Rational(count)))
        }
        guard
            accept("how", "many") || accept("number", "of") || accept("count", "the")
                || accept("count")
        else { return nil }
        guard accept("primes") || accept("prime", "numbers") else { return nil }
        skip(["are", "there", "is", "lie"])
        if accept("between"), let low = parseSum(), accept("and"), let high = parseSum() {
            return .primeCount(from: low, to: high, isBetween: true)
        }
        if accept("from"), let low = parseSum(), accept("to"), let high = parseSum() {
            return .primeCount(from: low, to: high)
        }
        let excludes: Bool
        if accept("below") || accept("under") || accept("less", "than")
            || accept("smaller", "than")
        {
            excludes = true
        } else if accept("up", "to") || accept("not", "above") {
            excludes = false
        } else {
            return nil
        }
        guard let high = parseSum() else { return nil }
        let one = Expression.number(Rational(1))
        return .primeCount(from: one, to: excludes ? .binary(high, .subtract, one) : high)
    }

    private mutating func parseDivisorQuestion() -> ArithmeticRequest? {
        if asksYesOrNo, accept("is"), let number = parseSum() {
            guard accept("divisible", "by") || accept("a", "multiple", "of"),
                let divisor = parseSum()
            else { return nil }
            return .isDivisible(number, by: divisor)
        }
        if accept("factor") || accept("factorize") || accept("factorise") {
            skipNumberNoun()
            return parseWholeOperand().map { .factors($0) }
        }
        if accept("how", "many") || accept("number", "of") {
            guard accept(any: ["divisors", "factors"]) != nil else { return nil }
            skip(["does", "has", "of", "the", "number", "are", "there"])
            let asksOf = tokens[..<position].last?.isWord(["of"]) == true
            guard let number = asksOf ? parseSigned() : parseWholeOperand() else { return nil }
            skip(["have", "has"])
            return .divisorCount(number)
        }
        _ = accept("list")
        _ = accept("all")
        _ = accept("the")
        if accept("prime") {
            guard
                accept(any: [
                    "factors", "factorization", "factorisation", "decomposition", "factorizations",
                ]) != nil, accept("of")
            else { return nil }
            skipNumberNoun()
            return parseWholeOperand().map { .factors($0) }
        }
        guard accept(any: ["divisors", "factors"]) != nil, accept("of") else { return nil }
        return parseWholeOperand().map { .divisors($0) }
    }

    /// An operand in whose words no operator could belong to what is asked about it: "the divisors
    /// of 12 plus 1" may be those of 13.
    private mutating func parseWholeOperand() -> Expression? {
        let start = position
        guard let operand = parseSum() else { return nil }
        let operators: Set<String> = ["plus", "minus", "times", "divided", "multiplied"]
        return tokens[start..<position].contains { $0.isWord(operators) } ? nil : operand
    }

    private mutating func parseComparison() -> ArithmeticRequest? {
        if asksYesOrNo, accept("is"), let left = parseSum() {
            guard let relation = readRelation(), let right = parseSum() else { return nil }
            return .holds(left, relation, right)
        }
        guard accept("which") else { return parseLargerOfTwo() }
        skip(["number", "is", "of", "the"])
        guard acceptLarger() else { return nil }
        skip([":"])
        while let token = current, token.isSymbol(",:") { position += 1 }
        guard let left = parseSum() else { return nil }
        while let token = current, token.isSymbol(",") { position += 1 }
        guard accept("or") || accept("and"), let right = parseSum() else { return nil }
        return .larger(left, right)
    }

    /// `12 and 7, and the larger`
    private mutating func parseLargerOfTwo() -> ArithmeticRequest? {
        guard let left = parseSum(), accept("and"), let right = parseSum() else { return nil }
        while let token = current, token.isSymbol(",;") { position += 1 }
        skip(["and", "give"])
        guard accept("the"), acceptLarger() else { return nil }
        return .larger(left, right)
    }

    private mutating func acceptLarger() -> Bool {
        let words: Set<String> = [
            "larger", "greater", "bigger", "largest", "greatest", "biggest",
        ]
        return accept(any: words) != nil
    }

    private mutating func readRelation() -> ArithmeticRequest.Relation? {
        if accept("equal", "to") || accept("the", "same", "as") { return .equal }
        let start = position
        let key = accept(any: ["greater", "larger", "bigger", "more", "less", "smaller", "lower"])
        guard let key, accept("than") else {
            position = start
            return nil
        }
        return ["less", "smaller", "lower"].contains(key) ? .less : .greater
    }

    /// `what percent of 80 is 20`, `20 is what percent of 80`
    private mutating func parsePercentageQuestion() -> ArithmeticRequest? {
        let names: Set<String> = ["percent", "percentage"]
        if accept("what") {
            guard accept(any: names) != nil, accept("of"), let whole = parseSum(), accept("is"),
                let part = parseSum()
            else { return nil }
            return .percentage(part: part, whole: whole)
        }
        guard let part = parseSum() else { return nil }
        _ = accept("is") || accept("as")
        guard accept("what") || accept("a"), accept(any: names) != nil, accept("of"),
            let whole = parseSum()
        else { return nil }
        return .percentage(part: part, whole: whole)
    }

    // MARK: Values

    private mutating func parseValue() -> ArithmeticRequest? {
        let asksForm = accept(any: ["express", "write", "convert"]) != nil
        guard let expression = parseSum() else { return nil }
        let form = parseForm()
        return asksForm && form == nil ? nil : .value(expression, form ?? .exact)
    }

    /// `as a decimal`, `rounded to 2 decimal places`, `in binary`
    mutating func parseForm() -> ArithmeticRequest.Form? {
        let start = position
        while current?.isSymbol(",") == true { position += 1 }
        _ = accept("and")
        _ = accept(any: ["written", "expressed", "rounded", "given", "write", "express"])
        _ = accept("it")
        if accept(any: ["to", "in", "as", "into"]) != nil {
            if let places = readNumber(), let count = Int(exactly: places.numerator),
                places.isInteger, (0...100).contains(count),
                accept("decimal", "places") || accept("decimals") || accept("decimal", "place")
                    || accept("digits")
            {
                return .rounded(count)
            }
            if let base = readBaseName(), base != 10 { return .base(base) }
            _ = accept("a")
            if accept("decimal") {
                _ = accept(any: ["number", "fraction", "form"])
                return .decimal
            }
            if accept("percentage") || accept("percent") { return .percentage }
            if accept("fraction") { return .fraction }
        }
        position = start
        return nil
    }

    /// Steps over "the number" before a number; before anything else it is a reference.
    mutating func skipNumberNoun() {
        let start = position
        let width = word(0) == "the" && word(1) == "number" ? 2 : word(0) == "number" ? 1 : 0
        guard width > 0 else { return }
        position += width
        let operand = position
        let isNumber = readNumber() != nil
        position = isNumber ? operand : start
    }

    mutating func skip(_ words: Set<String>) {
        while accept(any: words) != nil {}
    }
}
