/// A text taken apart into equations, expressions and the words around them.
struct AlgebraText: Sendable {
    enum Item: Hashable, Sendable {
        case equation(Equation)
        /// It holds an unknown, or is a function applied to a number.
        case expression(AlgebraicFraction)
        case number(Rational)
        case word(String)
        case symbol(String)

        var word: String? { if case .word(let key) = self { key } else { nil } }
    }

    private(set) var items: [Item] = []
    /// The functions that the text defines, by name.
    private(set) var functions: [String: AlgebraicFunction] = [:]
    /// Decimals were written, so decimals are wanted.
    let isDecimal: Bool

    /// Nil when it is too long, or when part of it can be read in two ways.
    init?(_ text: String, references: References) {
        let tokens = StepMentions.resolve(
            Tokens(Self.separated(text)).all,
            answerCount: references.answers.count
        )
        guard tokens.count <= AlgebraParser.tokenLimit, !Self.asksInequality(tokens) else {
            return nil
        }
        isDecimal = tokens.contains { $0.kind == .number && $0.text.contains(".") }
        var parser = AlgebraParser(tokens: tokens, references: references)
        parser.readDefinitions()
        while let token = parser.current {
            let item = Self.item(&parser, token)
            if parser.isAmbiguous { return nil }
            items.append(item)
        }
        functions = parser.functions
    }

    /// "For which x is 7 less than 3x" asks where something holds.
    private static func asksInequality(_ tokens: [Token]) -> Bool {
        tokens.contains { $0.isWord(["than"]) }
            && tokens.indices.dropLast().contains {
                tokens[$0].isWord(["for"])
                    && tokens[$0 + 1].isWord(["which", "what", "any", "all"])
            }
    }

    /// One line may hold one equation, and quotation marks hold nothing together.
    private static func separated(_ text: String) -> String {
        String(
            text.flatMap { character -> [Character] in
                if character.isNewline { return [" ", ";", " "] }
                return "\"“”«»`$".contains(character) ? [" "] : [character]
            }
        )
    }

    private static func item(_ parser: inout AlgebraParser, _ token: Token) -> Item {
        if let end = parser.definitions[parser.position] {
            parser.position = end
            return .symbol(";")
        }
        if let equation = parser.parseEquation() { return .equation(equation) }
        let start = parser.position
        let applications = parser.applications
        if let sum = parser.parseSum() {
            if !sum.unknowns.isEmpty || parser.applications > applications {
                return .expression(sum)
            }
            if let number = sum.polynomial?.constant { return .number(number) }
        }
        parser.position = start + 1
        switch token.kind {
        case .word: return .word(token.key)
        case .number: return .word(token.text)
        case .symbol: return .symbol(token.text)
        case .quoted: return .word(token.text)
        }
    }

    var equations: [Equation] {
        items.compactMap { if case .equation(let equation) = $0 { equation } else { nil } }
    }

    /// This text before another: the equations that an earlier step found and what to do with them.
    func before(_ other: AlgebraText) -> AlgebraText {
        var joined = other
        joined.items = items + [.symbol(";")] + other.items
        joined.functions.merge(functions) { own, _ in own }
        return joined
    }

    mutating func retain(_ isKept: (Item) -> Bool) { items = items.filter(isKept) }

    /// Only the equations, for a text whose other words are not wanted.
    var onlyEquations: AlgebraText {
        var reduced = self
        reduced.items = equations.map { .equation($0) }
        return reduced
    }
}
