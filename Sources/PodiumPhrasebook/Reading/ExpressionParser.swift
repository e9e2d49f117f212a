internal import BigInt

/// Reads arithmetic in signs and words, by the usual precedence: sums, products, signs, powers.
struct ExpressionParser {
    private static let nestingLimit = 60

    var reader: SentenceReader
    var place: Int
    /// Whether what could be longer is: "one hundred and five" may be one number, or two.
    let isGreedy: Bool
    /// Whether that made a difference.
    private(set) var hadChoice = false
    /// Where the latest share such as `10%` ended.
    private var shareEnd: Int?
    private var nesting = 0

    init(reader: SentenceReader, place: Int, isGreedy: Bool) {
        self.reader = reader
        self.place = place
        self.isGreedy = isGreedy
    }

    private typealias Operator = (words: [String], operation: Expression.Operation)

    private static let sums: [Operator] = [
        (["+"], .add), (["-"], .subtract), (["plus"], .add), (["minus"], .subtract),
        ([",", "plus"], .add), ([",", "minus"], .subtract),
    ]
    private static let products: [Operator] = [
        (["*"], .multiply), (["/"], .divide), (["times"], .multiply), (["x"], .multiply),
        (["multiplied", "by"], .multiply), (["divided", "by"], .divide), (["over"], .divide),
        (["mod"], .modulo), (["modulo"], .modulo), (["%"], .modulo), ([",", "times"], .multiply),
    ]

    /// What something is multiplied by, or below 0 divided by.
    private static let shares: [(words: [String], factor: Int)] = [
        (["half", "of"], -2), (["twice"], 2), (["double"], 2), (["a", "third", "of"], -3),
        (["a", "quarter", "of"], -4),
    ]

    mutating func expression() -> Expression? {
        guard nesting < Self.nestingLimit else { return nil }
        nesting += 1
        defer { nesting -= 1 }
        return chain(Self.sums) { $0.chain(Self.products) { $0.signed() } }
    }

    /// Operands joined from left to right. An operator without an operand after it is left unread.
    private mutating func chain(
        _ operators: [Operator],
        operand: (inout ExpressionParser) -> Expression?
    ) -> Expression? {
        guard var total = operand(&self) else { return nil }
        while true {
            let start = place
            guard
                let (words, operation) = operators.first(where: {
                    reader.reads($0.words, at: place)
                })
            else { break }
            // In equations `x` is an unknown; `7 % 3` is a remainder, and `7%` a share.
            if words == ["x"], reader.readsVariables || !isNumber(place + 1) { break }
            if words == ["%"], !isNumber(place + 1), reader.lexeme(place + 1)?.isSign("(") != true {
                break
            }
            // Some take 100 + 10% for 110, others for 100.1.
            if operators.first?.operation == .add, shareEnd == place { return nil }
            place += words.count
            guard let next = operand(&self) else {
                place = start
                break
            }
            total = .binary(operation, total, next)
            if operators.first?.operation == .add, shareEnd == place { return nil }
            // "two thirds of": a fraction of something.
            if operation == .divide, reader.key(place) == "of", total.isFraction {
                place += 1
                guard let whole = operand(&self) else { return nil }
                total = .binary(.multiply, total, whole)
            }
        }
        while reader.readsVariables, operators.first?.operation == .multiply, let next = factor() {
            total = .binary(.multiply, total, next)
        }
        return total
    }

    private func isNumber(_ index: Int) -> Bool { reader.lexeme(index)?.kind == .number }

    /// What is multiplied without a sign: the `x` of `3x`, and of "three x".
    private mutating func factor() -> Expression? {
        guard let lexeme = reader.lexeme(place), lexeme.isGlued || lexeme.text.count == 1,
            lexeme.kind == .word || lexeme.isSign("(")
        else { return nil }
        return power()
    }

    private mutating func signed() -> Expression? {
        for sign in ["-", "minus", "negative"] where reader.key(place) == sign {
            let start = place
            place += 1
            guard let inner = signed() else {
                place = start
                return nil
            }
            if case .number(let value) = inner { return .number(-value) }
            return .negated(inner)
        }
        for (words, factor) in Self.shares where reader.reads(words, at: place) {
            let start = place
            place += words.count
            if let inner = signed() {
                let (operation, value): (Expression.Operation, Int) =
                    factor > 0 ? (.multiply, factor) : (.divide, -factor)
                return .binary(operation, inner, .integer(value))
            }
            place = start
        }
        guard var value = power() else { return nil }
        if reader.key(place) == "choose" {
            let start = place
            place += 1
            if let below = power() { value = .binary(.choose, value, below) } else { place = start }
        }
        return value
    }

    private mutating func power() -> Expression? {
        guard let base = percent() else { return nil }
        // "The sum of 3 and 4 squared" could be either.
        if case .phrase = base { return base }
        if reader.key(place) == "squared" || reader.key(place) == "cubed" {
            let exponent = reader.key(place) == "squared" ? 2 : 3
            place += 1
            return .binary(.power, base, .integer(exponent))
        }
        for words in [
            ["^"], ["to", "the", "power", "of"], ["raised", "to"], ["to", "the", "power"],
        ]
        where reader.reads(words, at: place) {
            let start = place
            place += words.count
            guard let exponent = signed() else {
                place = start
                return base
            }
            return .binary(.power, base, exponent)
        }
        // "2 to the 10", where nothing but a number can be meant.
        if reader.reads(["to", "the"], at: place), isNumber(place + 2),
            reader.lexeme(place + 3)?.isGlued != true || isEnd(place + 3)
        {
            place += 2
            return signed().map { .binary(.power, base, $0) }
        }
        return base
    }

    /// `15%`, and `15% of 80`.
    private mutating func percent() -> Expression? {
        guard let value = postfix() else { return nil }
        guard reader.key(place) == "%" || reader.key(place) == "percent" else { return value }
        let start = place
        place += 1
        // `20% off 50`
        if reader.key(place) == "off" {
            place += 1
            if let whole = power() {
                return .binary(.subtract, whole, .binary(.percent, value, whole))
            }
            place = start
            return value
        }
        let share = Expression.binary(.divide, value, .integer(100))
        guard reader.key(place) == "of" else {
            // "by 5%" is read as a whole by those who say so.
            let isShare = reader.key(start) == "%" && isEnd(place)
            if isShare { hadChoice = true }
            if isShare, isGreedy {
                shareEnd = place
                return share
            }
            place = start
            return value
        }
        place += 1
        guard let whole = power() else {
            place = start
            return value
        }
        return .binary(.percent, value, whole)
    }

    private func isEnd(_ index: Int) -> Bool {
        index >= reader.end || ["+", "-", "*", "/", ")", "=", ".", "?"].contains(reader.key(index))
    }

    private mutating func postfix() -> Expression? {
        guard var value = atom() else { return nil }
        // `5!` at the end of a sentence is a factorial; `Five!` is not.
        while let lexeme = reader.lexeme(place), lexeme.isSign("!"), lexeme.isGlued,
            reader.lexeme(place - 1)?.kind != .word
        {
            place += 1
            // A double factorial is something else.
            if case .factorial = value { return nil }
            value = .factorial(value)
        }
        return value
    }

    private mutating func atom() -> Expression? {
        guard let lexeme = reader.lexeme(place) else { return nil }
        switch lexeme.kind {
        case .number:
            guard let value = Rational(digits: lexeme.text) else { return nil }
            place += 1
            return .number(value)
        case .sign:
            if lexeme.key == "(" { return bracketed() }
        case .word:
            if let (value, end) = NumberWords.read(reader.lexemes, at: place, joins: isGreedy) {
                if reader.lexemes[place..<end].contains(where: { $0.key == "and" }) {
                    hadChoice = true
                }
                place = end
                return .number(Rational(value))
            }
            if let found = reader.reference(at: place) {
                place = found.end
                return .result(found.item)
            }
            // `sqrt 16 + 9` is the root of 16, and 9.
            if lexeme.key == "sqrt", isNumber(place + 1), let text = reader.lexeme(place + 1)?.text,
                let value = Rational(digits: text)
            {
                place += 2
                return .phrase(Phrase(.root, ["n": .expression(.number(value))]))
            }
            // "How many seconds are in a day?"
            if ["a", "an"].contains(lexeme.key), let unit = reader.lexeme(place + 1),
                Unit.named(unit.key) != nil
            {
                place += 1
                return .integer(1)
            }
            if let variable = variable(lexeme) { return variable }
            if let numeral = numeral(lexeme) { return numeral }
        case .quoted: return nil
        }
        return named()
    }

    private mutating func bracketed() -> Expression? {
        let start = place
        place += 1
        guard let inner = expression(), reader.lexeme(place)?.isSign(")") == true else {
            place = start
            return nil
        }
        place += 1
        return inner
    }

    private mutating func variable(_ lexeme: Lexeme) -> Expression? {
        guard lexeme.text.count == 1, lexeme.text.first?.isASCII == true else { return nil }
        if reader.readsVariables {
            place += 1
            return .variable(lexeme.key)
        }
        guard let equations = reader.given["eqs"] else { return nil }
        guard case .equations(let known) = equations,
            known.contains(where: { $0.names(lexeme.key) })
        else { return nil }
        place += 1
        return .phrase(Phrase(.unknown, ["variable": .word(lexeme.key), "eqs": equations]))
    }

    /// A bare Roman numeral of two letters or more: `XIV`.
    private mutating func numeral(_ lexeme: Lexeme) -> Expression? {
        guard lexeme.text.count > 1, lexeme.text == lexeme.text.uppercased(),
            Roman.value(of: lexeme.text) != nil
        else { return nil }
        place += 1
        return .phrase(Phrase(.roman, ["roman": .word(lexeme.text)]))
    }

    /// `the number of vowels in "banana"`
    private mutating func named() -> Expression? {
        let numbers: Set<Form.Result> = [.number, .message]
        let found = reader.nouns(at: place).filter {
            numbers.contains(Phrasebook.form($0.item.form).result) && $0.item.slots["text2"] == nil
        }
        guard let longest = found.max(by: { $0.end < $1.end }),
            let shortest = found.min(by: { $0.end < $1.end })
        else { return nil }
        if longest.end > shortest.end { hadChoice = true }
        let chosen = isGreedy ? longest : shortest
        place = chosen.end
        return .phrase(chosen.item)
    }
}

extension Equation {
    func names(_ variable: String) -> Bool { left.names(variable) || right.names(variable) }
}

extension Equation {
    /// The letters in it, each as often as it occurs.
    public var unknowns: [String] { left.unknowns + right.unknowns }
}

extension Expression {
    /// Whether it is one number over another.
    fileprivate var isFraction: Bool {
        if case .binary(.divide, .number, .number) = self { true } else { false }
    }

    public var unknowns: [String] {
        if case .variable(let name) = self { [name] } else { operands.flatMap(\.unknowns) }
    }

    func names(_ variable: String) -> Bool {
        self == .variable(variable) || operands.contains { $0.names(variable) }
    }
}
