/// What is to be computed, as it was read.
///
/// Sums and products are chains, not nests, so that a long one is no deep one.
indirect enum Expression: Hashable, Sendable {
    case number(Rational)
    case negated(Expression)
    /// Operands joined from the left: `first`, then each link in turn.
    case chain(Expression, [Link])
    case power(Expression, Expression)
    case factorial(Expression)
    case percent(Expression)
    case call(Function, [Expression])

    struct Link: Hashable, Sendable {
        var operation: Operation
        var operand: Expression
    }

    enum Operation: String, Hashable, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "×"
        case divide = "÷"
        case modulo = "mod"

        var isAdditive: Bool { self == .add || self == .subtract }
    }

    /// Functions of a list.
    enum Function: String, Hashable, Sendable {
        case sum, product, average, gcd, lcm
        case largest = "max"
        case smallest = "min"
        case squareRoot = "sqrt"
        /// The sum of the whole numbers from the first argument to the second.
        case rangeSum = "sum of the integers from"
        case rangeProduct = "product of the integers from"
        case absoluteDifference = "difference"
    }
}

extension Expression {
    static func binary(
        _ left: Expression,
        _ operation: Operation,
        _ right: Expression
    ) -> Expression {
        .chain(left, [Link(operation: operation, operand: right)])
    }

    /// True for a number that stands by itself: there is nothing to compute.
    var isLiteral: Bool {
        switch self {
        case .number: true
        case .negated(let inner): inner.isLiteral
        default: false
        }
    }
}

extension Expression {
    /// A number changed by a percentage of itself.
    static func changed(_ base: Expression, _ operation: Operation, by percent: Expression)
        -> Expression
    {
        .binary(base, .multiply, .binary(.number(Rational(1)), operation, percent))
    }

    /// What is said of a reading that is a convention: `200 - 50%` takes away a part of the 200.
    var remarks: [String] {
        guard case .chain(let base, let links) = self, let link = links.first else { return [] }
        guard links.count == 1, case .chain(.number(Rational(1)), let inner) = link.operand,
            link.operation == .multiply, inner.count == 1, inner[0].operation.isAdditive,
            case .percent = inner[0].operand
        else { return base.remarks + links.flatMap(\.operand.remarks) }
        let verb = inner[0].operation == .add ? "added to" : "taken from"
        let share = "\(inner[0].operand)"
        return base.remarks + ["I read \(share) as \(share) of what it is \(verb): \(base)."]
    }

    var isPercent: Bool { if case .percent = self { true } else { false } }
}

extension Expression: CustomStringConvertible {
    var description: String {
        switch self {
        case .number(let value): value.isInteger ? value.description : "(\(value))"
        case .negated(let inner): "-\(inner.grouped)"
        case .chain(let first, let links):
            links.reduce(first.grouped(in: links.first?.operation)) { text, link in
                "\(text) \(link.operation.rawValue) \(link.operand.grouped(in: link.operation))"
            }
        case .power(let base, let exponent): "\(base.grouped)^\(exponent.grouped)"
        case .factorial(let inner): "\(inner.grouped)!"
        case .percent(let inner): "\(inner.grouped)%"
        case .call(let function, let arguments):
            "\(function.rawValue)(\(arguments.map(\.description).joined(separator: ", ")))"
        }
    }

    private var grouped: String {
        switch self {
        case .chain, .negated, .power: "(\(self))"
        default: description
        }
    }

    /// Products need no brackets inside sums; every other nesting gets them, to be read at a glance.
    private func grouped(in operation: Operation?) -> String {
        guard case .chain(_, let links) = self else { return description }
        let isProduct = links.allSatisfy { !$0.operation.isAdditive }
        let isInSum = operation?.isAdditive ?? false
        return isProduct && isInSum ? description : "(\(self))"
    }
}
