internal import BigInt

/// "I think of a number, multiply it by 3 and add 4. The result is 19."
///
/// The operations are done on an unknown, one after another, and the end gives the equation.
enum NumberTrick {
    /// Nil when the words are not of this kind.
    static func solve(_ tokens: [Token]) -> Attempt? {
        // Without this word "it" would be something that was found before.
        guard tokens.contains(where: { $0.isWord(["number"]) }) else { return nil }
        guard let start = beginnings.lazy.compactMap({ $0.match(tokens, at: 0)?.end }).first else {
            return nil
        }
        var position = start
        let unknown = Polynomial(unknown: AlgebraParser.numberName)
        var value = unknown
        var count = 0
        while let (next, end) = operation(tokens, at: position, on: value) {
            value = next
            position = end
            count += 1
            guard count <= 12 else { return nil }
        }
        guard count > 0 else { return nil }
        for pattern in endings {
            guard let match = pattern.match(tokens, at: position) else { continue }
            let rest = questions.contains { $0.match(tokens, at: match.end)?.end == tokens.count }
            guard rest || match.end == tokens.count else { continue }
            let equation = Equation(
                left: AlgebraicFraction(value),
                right: AlgebraicFraction(match.numbers[0])
            )
            let attempt = AlgebraReader.solve(equation)
            return attempt.isUnderstood ? attempt : nil
        }
        return nil
    }

    private static let beginnings = [
        "i think|thought of a number", "think of a number", "i am thinking of a number",
        "i pick|picked|choose|chose|take|took a number", "take a number",
        "a number is", "when|if a number is", "when i|you", "if i|you",
        "what|which number when|if", "start|starting with a number",
        "if|when? i|you?",
    ].map { WordPattern($0) }

    private static let endings = [
        "to? get|gives|give|makes|yields|is #", "and? the result|answer is #",
        "and? i|you get|got|end|have up? with? #", "the result|answer is|was? #",
        "the result|answer equals #",
    ].map { WordPattern($0) }

    private static let questions = [
        "what is it", "what is|was the|my|that number", "find the|my number", "what was it",
        "what number did i|you think|start|choose|pick of|with?", "what is my original number",
        "which number is|was it", "what number is it", "what number was it", "find it",
        "what was my|the original|first number", "what is the original number",
    ].map { WordPattern($0) }

    /// Operations, as a command or in the passive; the flag says what to do with the number.
    private static let operations = table.map { (WordPattern($0.0), $0.1) }
    private static let table: [(String, Operation)] = [
        ("multiply|multiplied it|that|this|a|the? result|number? by #", .times),
        ("is? multiplied by #", .times), ("times it by #", .times),
        ("divide it|that|this|the? result|number? by #", .over), ("is? divided by #", .over),
        ("add|added # to? it|that|this|the? result?", .plus), ("is? increased by #", .plus),
        ("# is added to? it|that|this|a|the? result|number?", .plus),
        ("subtract|subtracted # from? it|that|this|the? result?", .minus),
        ("take|took away? # away? from? it?", .minus),
        ("# is subtracted from? it|that|the? result?", .minus),
        ("is? decreased|reduced by #", .minus), ("is? doubled", .double), ("is? tripled", .triple),
        ("double|doubled it|that|this|a|the? result|number?", .double),
        ("triple|tripled it|that|this|a|the? result|number?", .triple),
        ("halve|halved it|that|this|the? result|number?", .halve), ("is? halved", .halve),
    ]

    private enum Operation { case times, over, plus, minus, double, triple, halve }

    private static func operation(
        _ tokens: [Token],
        at start: Int,
        on value: Polynomial
    ) -> (Polynomial, Int)? {
        var position = start
        while position < tokens.count, tokens[position].isWord(["and", "then", "next", "i", "now"])
        {
            position += 1
        }
        for (pattern, operation) in operations {
            guard let match = pattern.match(tokens, at: position) else { continue }
            let number = match.numbers.first ?? Rational(0)
            switch operation {
            case .times: return (value.scaled(by: number), match.end)
            case .plus: return (value + Polynomial(number), match.end)
            case .minus: return (value - Polynomial(number), match.end)
            case .double: return (value.scaled(by: Rational(2)), match.end)
            case .triple: return (value.scaled(by: Rational(3)), match.end)
            case .over:
                guard let inverse = Rational(1).divided(by: number) else { return nil }
                return (value.scaled(by: inverse), match.end)
            case .halve:
                guard let half = Rational(1).divided(by: Rational(2)) else { return nil }
                return (value.scaled(by: half), match.end)
            }
        }
        return nil
    }
}
