internal import BigInt

/// Arithmetic as it is written, before it is computed.
public indirect enum Expression: Hashable, Sendable {
    case number(Rational)
    /// The unknown of an equation.
    case variable(String)
    case negated(Expression)
    case factorial(Expression)
    case binary(Operation, Expression, Expression)
    /// A number that is found first: `the number of vowels in "banana"`.
    case phrase(Phrase)
    /// A number that an earlier step found.
    case result(Reference)

    public enum Operation: Hashable, Sendable {
        case add, subtract, multiply, divide, modulo, power, choose
        /// `15% of 80`
        case percent
    }

    public static func integer(_ value: Int) -> Expression { .number(Rational(value)) }

    /// The number, where nothing is to be computed.
    public var literal: Rational? {
        switch self {
        case .number(let value): value
        case .negated(let inner): inner.literal.map { -$0 }
        default: nil
        }
    }

    /// Everything in it that must be found first.
    public var operands: [Expression] {
        switch self {
        case .number, .variable, .phrase, .result: []
        case .negated(let inner), .factorial(let inner): [inner]
        case .binary(_, let left, let right): [left, right]
        }
    }

}

/// Two sides that are equal.
public struct Equation: Hashable, Sendable {
    public var left: Expression
    public var right: Expression

    public init(_ left: Expression, _ right: Expression) {
        self.left = left
        self.right = right
    }
}

/// A result that a step is shown: the only or latest one, or one of several by its place.
public struct Reference: Hashable, Sendable {
    /// From 0; nil for the latest.
    public var ordinal: Int?

    public init(ordinal: Int? = nil) { self.ordinal = ordinal }

    static let ordinals = ["first", "second", "third", "fourth", "fifth"]

    /// `the second result above`; from the sixth on, `the result 6 above`.
    public var text: String {
        guard let ordinal else { return "the result above" }
        guard Self.ordinals.indices.contains(ordinal) else {
            return "the result \(ordinal + 1) above"
        }
        return "the \(Self.ordinals[ordinal]) result above"
    }
}

// MARK: - Text

extension Expression: CustomStringConvertible {
    public var description: String { text { $0.noun } }

    /// As it is written.
    ///
    /// - Parameter noun: how a phrase is told.
    func text(_ noun: (Phrase) -> String) -> String { text(noun, within: 0) }

    private func text(_ noun: (Phrase) -> String, within level: Int) -> String {
        let (own, text): (Int, String) =
            switch self {
            case .number(let value):
                (
                    value < Rational(0) ? 3 : value.isInteger || value.decimal() != nil ? 9 : 2,
                    value.told
                )
            case .variable(let name): (9, name)
            case .phrase(let phrase):
                // "the square root of 16 + 1" would be the root of 17.
                (Phrasebook.form(phrase.form).skill == .arithmetic ? 0 : 9, noun(phrase))
            case .result(let reference): (9, reference.text)
            case .negated(let inner): (3, "-" + inner.text(noun, within: 4))
            case .factorial(let inner): (6, inner.text(noun, within: 9) + "!")
            case .binary(let operation, let left, let right):
                (
                    operation.level,
                    left.text(noun, within: operation.level + (operation == .power ? 1 : 0))
                        + operation.text
                        + right.text(noun, within: operation.level + (operation == .power ? 0 : 1))
                )
            }
        return own < level ? "(\(text))" : text
    }
}

extension Expression.Operation {
    var level: Int {
        switch self {
        case .add, .subtract: 1
        case .multiply, .divide, .modulo: 2
        case .choose, .percent: 4
        case .power: 5
        }
    }

    public var text: String {
        switch self {
        case .add: " + "
        case .subtract: " - "
        case .multiply: " * "
        case .divide: " / "
        case .modulo: " mod "
        case .choose: " choose "
        case .percent: "% of "
        case .power: "^"
        }
    }
}

extension Rational {
    /// As people write it: `3.5`, or `7/3` where no short decimal is exact.
    public var told: String { decimal() ?? description }
}
