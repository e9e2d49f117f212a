internal import BigInt
import PodiumPhrasebook

/// The values of a phrase's slots. They fail where a slot holds no value of the kind.
extension Skills {
    static func number(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> Rational {
        guard case .expression(let expression) = phrase.slots[slot] else { throw stray }
        if let literal = expression.literal { return literal }
        var arithmetic = Arithmetic(ExactNumbers())
        return try arithmetic.value(of: expression)
    }

    static func integer(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> Int {
        let number = try number(phrase, slot)
        guard number.isInteger, let value = Int(exactly: number.numerator),
            value.magnitude < 1 << 60
        else {
            throw Unsolved(
                "use \(number.told.prefix(40)) here: it should be a whole number of usual size"
            )
        }
        return value
    }

    static func numbers(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> [Rational] {
        guard case .list(let expressions) = phrase.slots[slot] else { throw stray }
        var values: [Rational] = []
        for expression in expressions {
            values.append(try number(Phrase(.compute, ["n": .expression(expression)]), "n"))
        }
        return values
    }

    static func integers(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> [Int] {
        var values: [Int] = []
        for number in try numbers(phrase, slot) {
            guard number.isInteger, let value = Int(exactly: number.numerator) else {
                throw Unsolved("search with \(number.told)")
            }
            values.append(value)
        }
        return values
    }

    static func text(_ phrase: Phrase, _ slot: String = "text") throws(Unsolved) -> String {
        guard case .text(let text) = phrase.slots[slot] else { throw stray }
        return text
    }

    static func word(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> String {
        guard case .word(let word) = phrase.slots[slot] else { throw stray }
        return word
    }

    static func words(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> [String] {
        guard case .words(let words) = phrase.slots[slot] else { throw stray }
        return words
    }

    static func date(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> CivilDate {
        guard case .date(let date) = phrase.slots[slot] else { throw stray }
        return date
    }

    static func minutes(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> Int {
        guard case .minutes(let minutes) = phrase.slots[slot] else { throw stray }
        return minutes
    }

    static func equations(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> [Equation] {
        guard case .equations(let equations) = phrase.slots[slot], !equations.isEmpty else {
            throw stray
        }
        return equations
    }

    static func equation(_ phrase: Phrase) throws(Unsolved) -> Equation {
        try equations(phrase, "eq")[0]
    }
}

extension Knights {
    init(_ phrase: Phrase) throws(Unsolved) {
        guard case .phrases(let said) = phrase.slots["phrases"] else { throw Skills.stray }
        var (names, statements): ([String], [Statement]) = ([], [])
        for sentence in said {
            guard sentence.form == .says, case .phrases(let claims) = sentence.slots["claim"],
                let claim = claims.first
            else { throw Skills.stray }
            let speaker = try Skills.word(sentence, "name")
            statements.append((speaker, try Claim(claim, by: speaker)))
        }
        for (speaker, claim) in statements {
            for name in [speaker] + claim.names where !names.contains(name) { names.append(name) }
        }
        self.init(names: names, statements: statements)
    }
}

extension Claim {
    fileprivate init(_ phrase: Phrase, by speaker: String) throws(Unsolved) {
        func person(_ name: String) -> String { name == "I" ? speaker : name }
        func people() throws(Unsolved) -> [String] { try Skills.words(phrase, "names").map(person) }
        func isKnight() throws(Unsolved) -> Bool {
            try Skills.word(phrase, "kind").hasPrefix("knig")
        }
        switch phrase.form {
        case .isKnight: self = .isA(name: person(try Skills.word(phrase, "name")), knight: true)
        case .isKnave: self = .isA(name: person(try Skills.word(phrase, "name")), knight: false)
        case .bothKnights: self = .both(try people(), knight: true)
        case .bothKnaves: self = .both(try people(), knight: false)
        case .sameKind, .otherKind:
            let pair = try people()
            guard pair.count == 2 else { throw Skills.stray }
            self = .same(pair[0], pair[1], phrase.form == .sameKind)
        case .exactly: self = .exactly(try Skills.integer(phrase, "n"), knight: try isKnight())
        case .atLeast: self = .atLeast(try Skills.integer(phrase, "n"), knight: try isKnight())
        default: throw Skills.stray
        }
    }

    /// Whom it speaks of by name.
    fileprivate var names: [String] {
        switch self {
        case .isA(let name, _): [name]
        case .both(let names, _): names
        case .same(let one, let other, _): [one, other]
        case .exactly, .atLeast: []
        case .not(let claim): claim.names
        case .either(let one, let other): one.names + other.names
        }
    }
}

extension Syllogism {
    init(_ phrase: Phrase) throws(Unsolved) {
        guard case .phrases(let said) = phrase.slots["phrases"],
            case .phrases(let asked) = phrase.slots["phrases2"],
            let question = asked.first, asked.count == 1
        else { throw Skills.stray }
        var premises: [Premise] = []
        for sentence in said { premises.append(try Premise(sentence)) }
        self.init(premises: premises, question: try Premise(question))
    }
}

extension Premise {
    fileprivate init(_ phrase: Phrase) throws(Unsolved) {
        let quantities: [Form.Name: Quantity] = [
            .all: .all, .none: .no, .some: .some, .someNot: .someNot,
        ]
        guard let quantity = quantities[phrase.form] else { throw Skills.stray }
        self.init(
            quantity: quantity,
            subject: try Skills.word(phrase, "sort"),
            predicate: try Skills.word(phrase, "sort2")
        )
    }
}
