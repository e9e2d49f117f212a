/// What a sentence asks for: a form of the phrasebook with its slots filled.
///
/// ```swift
/// Phrase(.weekday, ["date": .date(moonLanding)]).question  // "On which weekday did 20 July 1969 fall?"
/// ```
public struct Phrase: Hashable, Sendable {
    public var form: Form.Name
    /// By the slot's name in the wordings: `n`, `n2`, `text`.
    public var slots: [String: Argument]

    public init(_ form: Form.Name, _ slots: [String: Argument] = [:]) {
        self.form = form
        self.slots = slots
    }

    /// Whether it is two phrases of one form, told together.
    var isPair: Bool { slots["text2"] != nil && !Phrasebook.form(form).slots.contains("text2") }

    /// Whether the slots fit together: an equation is solved for an unknown that it has, and an order
    /// goes from one end to the other.
    var isConsistent: Bool {
        if case .word(let variable) = slots["variable"] {
            for slot in ["eq", "eqs"] {
                guard case .equations(let equations) = slots[slot] else { continue }
                if !equations.contains(where: { $0.names(variable) }) { return false }
            }
        }
        if case .words(let names) = slots["names"], case .equations(let equations) = slots["eqs"],
            Set(names.map { $0.lowercased() }) != Set(equations.flatMap(\.unknowns))
        {
            return false
        }
        if case .word(let most) = slots["most"], case .word(let other) = slots["most2"] {
            return Comparison(most)?.opposite == Comparison(other)
        }
        return true
    }

    public var skill: Skill { Phrasebook.form(form).skill }

    /// The phrases within this one, one level down, in the order in which they are told.
    public var parts: [Phrase] {
        slots.sorted { $0.key < $1.key }.flatMap { $0.value.parts }
    }

    /// This phrase and all within it.
    public var all: [Phrase] { [self] + parts.flatMap(\.all) }
}

/// What a slot holds.
public indirect enum Argument: Hashable, Sendable {
    case expression(Expression)
    case list([Expression])
    case equations([Equation])
    case text(String)
    case date(CivilDate)
    /// A time of day from midnight, or a length of time.
    case minutes(Int)
    case word(String)
    case words([String])
    case grid([[Int]])
    /// Places that touch, two and two.
    case pairs([[String]])
    /// What people in a puzzle say.
    case phrases([Phrase])
    /// What must be found first.
    case phrase(Phrase)
    /// What an earlier step found.
    case result(Reference)

    /// The phrases that must be found first; what people in a puzzle say is none.
    public var parts: [Phrase] {
        switch self {
        case .phrase(let phrase): [phrase]
        case .expression(let expression): expression.phrases
        case .list(let expressions): expressions.flatMap(\.phrases)
        default: []
        }
    }
}

extension Expression {
    fileprivate var phrases: [Phrase] {
        if case .phrase(let phrase) = self { [phrase] } else { operands.flatMap(\.phrases) }
    }
}

/// The kind of skill that a form asks for.
public enum Skill: String, Hashable, Sendable, CaseIterable {
    case arithmetic, algebra, language, calendar, search, logic
    /// Works on what others found.
    case judging
}
