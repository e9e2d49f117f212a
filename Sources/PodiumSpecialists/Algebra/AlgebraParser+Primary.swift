internal import BigInt

/// Numbers, unknowns, brackets and the phrases that stand for one value.
extension AlgebraParser {
    mutating func parsePrimary() -> AlgebraicFraction? {
        guard enter() else { return nil }
        defer { leave() }
        guard let token = current else { return nil }
        let start = position
        if let part = parsePart() { return part }
        position = start
        if let number = readNumber() { return AlgebraicFraction(number) }
        if token.isSymbol("([") {
            position += 1
            if let inner = parseSum(), current?.isSymbol(")]") == true {
                position += 1
                return inner
            }
            position = start
            return nil
        }
        if let phrase = parsePhrase() ?? parseApplication() { return phrase }
        position = start
        if let name = unknown(at: position) {
            position += 1
            return AlgebraicFraction(Polynomial(unknown: name))
        }
        return parseNumberNoun() ?? parseReference()
    }

    mutating func readNumber() -> Rational? {
        guard let token = current else { return nil }
        if token.kind == .number {
            guard let number = Rational(digits: token.text),
                number.bitWidth <= Polynomial.bitLimit / 4
            else { return nil }
            position += 1
            return number
        }
        guard let (value, end) = NumberWords.read(tokens, at: position) else { return nil }
        position = end
        return Rational(value)
    }

    /// The unknown that one letter names. "a" and "I" are words unless they stand as in a formula.
    func unknown(at index: Int) -> String? {
        guard index < tokens.count, tokens[index].kind == .word, tokens[index].key.count == 1,
            tokens[index].key != "i"
        else { return nil }
        let key = tokens[index].key
        guard key == "a" else { return key }
        guard index + 1 < tokens.count else { return key }
        let next = tokens[index + 1]
        if next.kind == .symbol { return next.isSymbol("(") && next.followsSpace ? nil : key }
        let isWord = next.isWord([
            "plus", "minus", "times", "equals", "is", "and", "squared", "cubed", "over", "if",
            "when", "in", "given", "divided", "multiplied", "where", "satisfies", "for", "from",
        ])
        return isWord ? key : nil
    }

    // MARK: Parts

    /// `half of x`, `a third of x`, `two thirds of x`, `twice x`, `three quarters of x`
    private mutating func parsePart() -> AlgebraicFraction? {
        if accept("twice") || accept("double") || accept("thrice") || accept("triple") {
            let isDouble = ["twice", "double"].contains(tokens[position - 1].key)
            let factor = AlgebraicFraction(Rational(isDouble ? 2 : 3))
            return parsePower().flatMap { $0.times(factor) }
        }
        var top = BigInt(1)
        let isWord = current?.kind == .word
        if let (value, end) = NumberWords.read(tokens, at: position) {
            top = value
            position = end
            if current?.isSymbol("-") == true { position += 1 }
        } else if word(0) == "a" || word(0) == "an" {
            position += 1
        }
        guard isWord, let key = word(0), let bottom = Self.parts[key] else { return nil }
        position += 1
        guard accept("of") || word(0) == "a" || word(0) == "the" || unknown(at: position) != nil,
            let part = Rational(top, over: BigInt(bottom))
        else { return nil }
        return parsePower().flatMap { $0.times(AlgebraicFraction(part)) }
    }

    private static let parts = [
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
        "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7,
        "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10,
        "tenths": 10,
    ]

    // MARK: Phrases

    /// `the sum of x and 3`, `the product of 6 and x`, `the square of x`
    private mutating func parsePhrase() -> AlgebraicFraction? {
        _ = accept("the")
        if accept("sum", "of") { return parseList { $0.plus($1) } }
        if accept("product", "of") { return parseList { $0.times($1) } }
        if accept("average", "of") || accept("mean", "of") {
            var count = 1
            let sum = parseList { left, right in
                count += 1
                return left.plus(right)
            }
            return sum?.divided(by: AlgebraicFraction(Rational(count)))
        }
        if accept("square", "of") { return parsePower()?.raised(to: 2) }
        if accept("cube", "of") { return parsePower()?.raised(to: 3) }
        return nil
    }

    /// Two or more operands with "and" before the last.
    private mutating func parseList(
        _ join: (AlgebraicFraction, AlgebraicFraction) -> AlgebraicFraction?
    ) -> AlgebraicFraction? {
        guard var total = parseProduct() else { return nil }
        for _ in 0..<20 {
            let hasComma = current?.isSymbol(",") == true
            if hasComma { position += 1 }
            let isLast = accept("and")
            guard hasComma || isLast, let next = parseProduct(), let joined = join(total, next)
            else { return nil }
            total = joined
            if isLast { return total }
        }
        return nil
    }

    // MARK: Functions

    /// Reads each `f(x) = x^2 + 1` before anything else, because a use may stand before it.
    mutating func readDefinitions() {
        for start in tokens.indices where tokens[start].isWord(Self.functionNames) {
            position = start
            if parseDefinition() { definitions[start] = position }
        }
        position = 0
    }

    private mutating func parseDefinition() -> Bool {
        let start = position
        if let name = word(0), Self.functionNames.contains(name), functions[name] == nil,
            let argument = unknown(at: position + 2), position + 4 < tokens.count,
            tokens[position + 1].isSymbol("("), tokens[position + 3].isSymbol(")"),
            tokens[position + 4].isSymbol("=")
        {
            position += 5
            if let body = parseSum()?.polynomial, Set(body.unknowns).isSubset(of: [argument]) {
                functions[name] = AlgebraicFunction(argument: argument, body: body)
                return true
            }
        }
        position = start
        return false
    }

    private static let functionNames: Set<String> = ["f", "g", "h", "p", "q"]

    private mutating func parseApplication() -> AlgebraicFraction? {
        guard let name = word(0), let function = functions[name], position + 1 < tokens.count,
            tokens[position + 1].isSymbol("(")
        else { return nil }
        position += 2
        guard let argument = parseSum()?.polynomial, current?.isSymbol(")") == true,
            let value = function.body.substituting([function.argument: argument])
        else { return nil }
        position += 1
        applications += 1
        return AlgebraicFraction(value)
    }

    // MARK: Verbs

    /// `add 7 to a number`, `multiplying x by 3`
    mutating func parseAdding() -> AlgebraicFraction? {
        let start = position
        _ = accept("you") || accept("we") || accept("i")
        if let result = parseAddingVerb() { return result }
        position = start
        return nil
    }

    private mutating func parseAddingVerb() -> AlgebraicFraction? {
        if accept(any: ["add", "adding"]) != nil {
            guard let added = parseProduct(), accept("to"), let base = parseProduct() else {
                return nil
            }
            return base.plus(added)
        }
        if accept(any: ["subtract", "subtracting", "take", "taking"]) != nil {
            guard let taken = parseProduct()?.negated(), accept("from") || accept("away", "from"),
                let base = parseProduct()
            else { return nil }
            return base.plus(taken)
        }
        if accept(any: ["multiply", "multiplying"]) != nil {
            guard let base = parseProduct(), accept("by"), let factor = parseProduct() else {
                return nil
            }
            return base.times(factor)
        }
        if accept(any: ["divide", "dividing"]) != nil {
            guard let base = parseProduct(), accept("by"), let divisor = parseProduct() else {
                return nil
            }
            return base.divided(by: divisor)
        }
        if accept(any: ["doubling", "double"]) != nil {
            return parsePower()?.times(AlgebraicFraction(Rational(2)))
        }
        return nil
    }

    /// The name under which "a number" is an unknown.
    static let numberName = "number"

    /// `a number`, `the number`, `what number`: an unknown without a letter.
    private mutating func parseNumberNoun() -> AlgebraicFraction? {
        let start = position
        if accept("its") {
            let number = AlgebraicFraction(Polynomial(unknown: Self.numberName))
            if accept("double") { return number.times(AlgebraicFraction(Rational(2))) }
            if accept("triple") { return number.times(AlgebraicFraction(Rational(3))) }
            if accept("square") { return number.raised(to: 2) }
            position = start
            return nil
        }
        if accept(any: ["a", "the", "some", "what", "which", "that", "this", "my"]) != nil {
            _ = accept(any: ["certain", "unknown", "same", "original", "secret", "mystery"])
            if accept("number") || accept("unknown") {
                // "the number x" and "the number 5" are not unknown, "the number of" is something
                // else altogether.
                let isNamed =
                    unknown(at: position) != nil || current?.kind == .number
                    || ["of", "above", "found", "in", "between"].contains(word(0))
                if !isNamed { return AlgebraicFraction(Polynomial(unknown: Self.numberName)) }
            }
        }
        position = start
        return nil
    }

    /// `the result above`, `step 2`: a number that an earlier step found.
    private mutating func parseReference() -> AlgebraicFraction? {
        guard !references.isEmpty else { return nil }
        if let token = current, StepMentions.isMention(token) {
            guard let number = references.text(mention: token).flatMap(SeenAnswer.number),
                number.bitWidth <= Polynomial.bitLimit / 4
            else { return nil }
            position += 1
            return AlgebraicFraction(number)
        }
        let start = position
        let ordinal = readReferencePhrase()
        if let ordinal, let number = references.text(ordinal: ordinal).flatMap(SeenAnswer.number),
            number.bitWidth <= Polynomial.bitLimit / 4
        {
            return AlgebraicFraction(number)
        }
        position = start
        return nil
    }

    /// `the [first] result [found] above`; the outer optional says whether it stands here.
    private mutating func readReferencePhrase() -> Ordinal?? {
        guard accept("the") else { return nil }
        let ordinal = word(0).flatMap { Ordinal($0) }
        if ordinal != nil { position += 1 }
        var isMarked = accept(any: ReferenceWords.marks) != nil
        guard accept(any: ["result", "number", "value", "answer", "output"]) != nil else {
            return nil
        }
        while let key = word(0), ReferenceWords.marks.contains(key) || key == "before" {
            position += 1
            isMarked = true
        }
        return isMarked ? .some(ordinal) : nil
    }
}

/// A polynomial with a name, as in `f(x) = x^2 + 1`.
struct AlgebraicFunction: Hashable, Sendable {
    var argument: String
    var body: Polynomial
}
