/// "The second number found above": references to results that the worker may see.
extension ExpressionParser {
    /// A reference to one result. Its text is read as arithmetic, so that a decoded expression is
    /// an operand like any other.
    mutating func parseReference() -> Expression? {
        guard !references.isEmpty else { return nil }
        let start = position
        if let expression = readReference() { return expression }
        position = start
        return nil
    }

    private mutating func readReference() -> Expression? {
        if let token = current, StepMentions.isMention(token) {
            position += 1
            skipTrailers()
            return expression(of: references.text(mention: token))
        }
        if let value = readNamedValue() { return value }
        if accept(any: ["it", "that", "this"]) != nil {
            // "that number" and "this result" are one reference.
            _ = accept(any: ReferenceWords.nouns)
            skipTrailers()
            return expression(of: references.text(ordinal: nil))
        }
        if accept("what") {
            return readSaidReference()
        }
        let hasArticle = accept("the")
        let ordinal = readOrdinal()
        var isMarked = readMarks()
        guard let noun = accept(any: ReferenceWords.nouns) else { return nil }
        if ReferenceWords.pluralNouns.contains(noun), ordinal == nil { return nil }
        let before = position
        skipTrailers()
        isMarked = isMarked || position > before
        guard hasArticle || isMarked || ordinal != nil else { return nil }
        // "the sum of 3 and 4" is no reference, and nor is "the number 7".
        guard word(0) != "of", current?.kind != .number else { return nil }
        return expression(of: references.text(ordinal: ordinal))
    }

    /// `x`, `the value of x above`, after an answer such as `x = 4, y = 2`.
    private mutating func readNamedValue() -> Expression? {
        let start = position
        _ = accept("the")
        if accept("value") { _ = accept("of") }
        // One letter: a longer name could be any word of the sentence.
        if let name = word(0), name.count == 1, let value = references.value(of: name) {
            position += 1
            skipTrailers()
            return expression(of: value)
        }
        position = start
        return nil
    }

    /// `what the decoded message above says`
    private mutating func readSaidReference() -> Expression? {
        guard accept("the") || accept("it") else { return nil }
        _ = readMarks()
        _ = accept(any: ReferenceWords.nouns)
        skipTrailers()
        guard accept(any: ["says", "asks", "say", "ask", "reads", "states"]) != nil else {
            return nil
        }
        _ = accept("for")
        return expression(of: references.text(ordinal: nil))
    }

    /// `the numbers found above`, `both results`, `them`
    mutating func parsePluralReference() -> [Expression]? {
        guard !references.isEmpty else { return nil }
        let start = position
        if let items = readPluralReference() { return items }
        position = start
        return nil
    }

    private mutating func readPluralReference() -> [Expression]? {
        let hasBoth = accept("both")
        _ = accept("all")
        _ = accept("of")
        let isPronoun = accept(any: ["them", "these", "those"]) != nil
        _ = accept("the")
        _ = accept(any: ["two", "three", "four", "all"])
        _ = readMarks()
        let noun = accept(any: ReferenceWords.pluralNouns)
        guard noun != nil || isPronoun || hasBoth else { return nil }
        skipTrailers()
        // "the numbers 3 and 4" are numbers of their own.
        if let token = current, token.kind == .number || token.isSymbol(":") { return nil }
        if current?.kind == .word, NumberWords.read(tokens, at: position) != nil { return nil }
        let items = references.items.compactMap { expression(of: $0) }
        return items.isEmpty || items.count != references.items.count ? nil : items
    }

    private mutating func readOrdinal() -> Ordinal? {
        guard let key = word(0), let ordinal = Ordinal(key) else { return nil }
        position += 1
        return ordinal
    }

    private mutating func readMarks() -> Bool {
        var found = false
        while accept(any: ReferenceWords.marks) != nil { found = true }
        return found
    }

    private mutating func skipTrailers() {
        while let key = word(0), ReferenceWords.trailers.contains(key) {
            // "the result in words" asks for a form; "the result in the step above" does not.
            if key == "in" || key == "by" || key == "from" {
                let noun = word(1) == "the" ? word(2) : word(1)
                guard ["step", "steps", "previous", "earlier"].contains(noun) else { return }
            }
            position += 1
        }
    }

    /// Reads a result as arithmetic of its own, without references.
    private func expression(of text: String?) -> Expression? {
        guard let text, text.count <= 8_000 else { return nil }
        if let number = SeenAnswer.number(text) { return .number(number) }
        let tokens = Tokens(text).all
        guard tokens.count <= Self.tokenLimit else { return nil }
        return ArithmeticReader.expression(in: tokens, references: .none)
    }
}
