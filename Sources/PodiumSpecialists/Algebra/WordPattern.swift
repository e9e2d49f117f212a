internal import BigInt

/// A sentence with gaps, against which the words of a problem are compared.
///
/// `#` stands for a number, `*` for how many times ("twice", "three times", "half"), `@` for a
/// name, `a|b` for either word, and `word?` for one that may be missing.
struct WordPattern: Sendable {
    private let parts: [Substring]

    init(_ text: String) { parts = text.split(separator: " ") }

    struct Match {
        var numbers: [Rational] = []
        var names: [String] = []
        var end: Int
    }

    /// Compares from a position on; numbers are one token each.
    func match(_ tokens: [Token], at start: Int) -> Match? {
        match(tokens, start, 0, Match(end: start))
    }

    private func match(_ tokens: [Token], _ index: Int, _ part: Int, _ found: Match) -> Match? {
        guard part < parts.count else {
            var result = found
            result.end = index
            return result
        }
        var text = parts[part]
        let isOptional = text.hasSuffix("?")
        if isOptional { text = text.dropLast() }
        if let (next, result) = step(text, tokens, index, found),
            let rest = match(tokens, next, part + 1, result)
        {
            return rest
        }
        return isOptional ? match(tokens, index, part + 1, found) : nil
    }

    private func step(
        _ part: Substring,
        _ tokens: [Token],
        _ index: Int,
        _ found: Match
    ) -> (Int, Match)? {
        guard index < tokens.count else { return nil }
        var result = found
        switch part {
        case "#":
            guard let (value, end) = Self.number(tokens, at: index) else { return nil }
            result.numbers.append(value)
            return (end, result)
        case "*":
            guard let (value, end) = Self.multiple(tokens, at: index) else { return nil }
            result.numbers.append(value)
            return (end, result)
        case "@":
            guard let (name, end) = Self.name(tokens, at: index) else { return nil }
            result.names.append(name)
            return (end, result)
        default:
            guard tokens[index].kind == .word,
                part.split(separator: "|").contains(where: { $0 == tokens[index].key })
            else { return nil }
            return (index + 1, result)
        }
    }

    // MARK: Gaps

    static func number(_ tokens: [Token], at index: Int) -> (value: Rational, end: Int)? {
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .number {
            return Rational(digits: tokens[index].text).flatMap {
                $0.bitWidth <= 1_000 ? ($0, index + 1) : nil
            }
        }
        if tokens[index].isSymbol("-−"), index + 1 < tokens.count, tokens[index + 1].kind == .number
        {
            return number(tokens, at: index + 1).map { (-$0.value, $0.end) }
        }
        return NumberWords.read(tokens, at: index).map { (Rational($0.value), $0.end) }
    }

    /// `twice`, `three times`, `half`
    private static func multiple(_ tokens: [Token], at index: Int) -> (value: Rational, end: Int)? {
        if tokens[index].isWord(["twice", "double"]) { return (Rational(2), index + 1) }
        if tokens[index].isWord(["thrice", "triple"]) { return (Rational(3), index + 1) }
        if tokens[index].isWord(["half"]), let half = Rational(BigInt(1), over: BigInt(2)) {
            return (half, index + 1)
        }
        guard let (value, end) = number(tokens, at: index), end < tokens.count,
            tokens[end].isWord(["times"])
        else { return nil }
        return (value, end + 1)
    }

    /// `Ann`, `her son`, `the father`: any word that is not one of the language of problems.
    private static func name(_ tokens: [Token], at index: Int) -> (String, Int)? {
        var position = index
        if tokens[position].isWord(["her", "his", "the", "my", "their", "a"]) { position += 1 }
        guard position < tokens.count, tokens[position].kind == .word,
            !tokens[position].isWord(notNames), tokens[position].key.count > 1
        else { return nil }
        return (tokens[position].key, position + 1)
    }

    private static let notNames: Set<String> = [
        "is", "are", "as", "than", "and", "the", "a", "of", "sum", "they", "their", "together",
        "how", "what", "old", "older", "younger", "number", "numbers", "years", "year", "times",
        "twice", "it", "he", "she", "ages", "age", "if", "in", "ago", "now", "was", "will", "be",
        "when", "find", "one", "two", "other", "another", "more", "less", "half", "has", "have",
    ]
}
