internal import BigInt
import PodiumPhrasebook

/// The forms of arithmetic, computed in a system of numbers.
struct Arithmetic<System: NumberSystem> {
    /// The most lines of working that are kept; a long sum is computed, but not told in full.
    private var lineLimit: Int { 60 }

    let system: System
    private(set) var working: [String] = []
    private var operations = 0

    init(_ system: System) { self.system = system }

    /// - Throws: `Unsolved` where the numbers have no such result, or the form is none of arithmetic.
    static func solve(_ phrase: Phrase, in system: System) throws(Unsolved) -> Solution {
        var arithmetic = Arithmetic(system)
        let value = try arithmetic.value(of: phrase)
        return Solution(system.told(value), arithmetic.working)
    }

    private mutating func note(_ line: (System) -> String) {
        if working.count < lineLimit { working.append(String(line(system).prefix(400))) }
    }

    // MARK: Forms

    mutating func value(of phrase: Phrase) throws(Unsolved) -> System.Value {
        switch phrase.form {
        case .compute: return try number(phrase, "n")
        case .add: return try combined(.add, phrase)
        case .subtract: return try combined(.subtract, phrase)
        case .difference:
            let value = try combined(.subtract, phrase)
            let size = system.rational(value)
            return size < Rational(0) ? try system.literal(-size) : value
        case .double:
            return try combine(.multiply, try number(phrase, "n"), try system.literal(Rational(2)))
        case .halve:
            return try combine(.divide, try number(phrase, "n"), try system.literal(Rational(2)))
        case .square:
            return try combine(.power, try number(phrase, "n"), try system.literal(Rational(2)))
        case .multiply: return try combined(.multiply, phrase)
        case .divide: return try combined(.divide, phrase)
        case .remainder: return try remainder(phrase)
        case .total: return try fold(.add, try numbers(phrase))
        case .product: return try fold(.multiply, try numbers(phrase))
        case .average:
            let values = try numbers(phrase)
            let sum = try fold(.add, values)
            return try combine(.divide, sum, try system.literal(Rational(values.count)))
        case .largest: return try extreme(phrase) { $0 > $1 }
        case .smallest: return try extreme(phrase) { $0 < $1 }
        case .gcd, .lcm: return try divisor(phrase)
        case .root: return try root(try number(phrase, "n"))
        case .factorial: return try factorial(try number(phrase, "n"))
        case .percentage: return try percentage(phrase)
        case .raise, .lower:
            let (whole, percent) = (try number(phrase, "n"), try number(phrase, "n2"))
            let part = try combine(.percent, percent, whole)
            return try combine(phrase.form == .raise ? .add : .subtract, whole, part)
        default: throw Unsolved("do this: it is no arithmetic")
        }
    }

    private mutating func number(_ phrase: Phrase, _ slot: String) throws(Unsolved) -> System.Value
    {
        guard case .expression(let expression) = phrase.slots[slot] else {
            throw Unsolved("find the numbers")
        }
        return try value(of: expression)
    }

    private mutating func numbers(_ phrase: Phrase) throws(Unsolved) -> [System.Value] {
        guard case .list(let expressions) = phrase.slots["list"], !expressions.isEmpty else {
            throw Unsolved("find the numbers")
        }
        var values: [System.Value] = []
        for expression in expressions { values.append(try value(of: expression)) }
        return values
    }

    private mutating func combined(
        _ operation: Expression.Operation,
        _ phrase: Phrase
    ) throws(Unsolved) -> System.Value {
        try combine(operation, try number(phrase, "n"), try number(phrase, "n2"))
    }

    private mutating func percentage(_ phrase: Phrase) throws(Unsolved) -> System.Value {
        let (part, whole) = (try number(phrase, "n"), try number(phrase, "n2"))
        let scaled = try combine(.multiply, part, try system.literal(Rational(100)))
        return try combine(.divide, scaled, whole)
    }

    /// `2^1000 mod 7` without the power itself, which may be too large to write.
    private mutating func remainder(_ phrase: Phrase) throws(Unsolved) -> System.Value {
        guard case .expression(let left) = phrase.slots["n"],
            case .expression(let right) = phrase.slots["n2"]
        else { throw Unsolved("find the numbers") }
        return try value(of: .binary(.modulo, left, right))
    }

    private mutating func extreme(
        _ phrase: Phrase,
        _ isBetter: (Rational, Rational) -> Bool
    ) throws(Unsolved) -> System.Value {
        let values = try numbers(phrase)
        let best = values.dropFirst().reduce(values[0]) {
            isBetter(system.rational($1), system.rational($0)) ? $1 : $0
        }
        note { _ in "I compare \(values.count) numbers." }
        return best
    }

    private mutating func divisor(_ phrase: Phrase) throws(Unsolved) -> System.Value {
        let (left, right) = (try number(phrase, "n"), try number(phrase, "n2"))
        let (one, other) = (system.rational(left), system.rational(right))
        guard one.isInteger, other.isInteger else { throw Unsolved("find divisors of fractions") }
        let common = one.numerator.greatestCommonDivisor(with: other.numerator)
        if phrase.form == .gcd {
            note { _ in "gcd(\(one), \(other)) = \(common), by Euclid's method" }
            return try system.literal(Rational(common))
        }
        guard !common.isZero else { return try system.literal(Rational(0)) }
        let product = try combine(.multiply, left, right)
        let multiple = try combine(.divide, product, try system.literal(Rational(common)))
        let magnitude = system.rational(multiple)
        return magnitude < Rational(0) ? try system.literal(-magnitude) : multiple
    }

    // MARK: Expressions

    mutating func value(of expression: Expression) throws(Unsolved) -> System.Value {
        switch expression {
        case .number(let number): return try system.literal(number)
        case .negated(let inner):
            return try system.combine(
                .subtract,
                try system.literal(Rational(0)),
                try value(of: inner)
            )
        case .factorial(let inner): return try factorial(try value(of: inner))
        case .binary(.modulo, .binary(.power, let base, let exponent), let modulus):
            return try modularPower(base, exponent, modulus)
        case .binary(let operation, let left, let right):
            return try combine(operation, try value(of: left), try value(of: right))
        case .phrase(let phrase): return try value(of: phrase)
        case .variable(let name): throw Unsolved("say what \(name) is")
        case .result: throw Unsolved("see the result that this is about")
        }
    }

    private mutating func combine(
        _ operation: Expression.Operation,
        _ left: System.Value,
        _ right: System.Value
    ) throws(Unsolved) -> System.Value {
        operations += 1
        guard operations <= 400 else { throw Unsolved("do more than 400 operations") }
        let result = try system.combine(operation, left, right)
        note {
            "\(Self.told(left, $0))\(operation.text)\(Self.told(right, $0)) = \($0.told(result))"
        }
        return result
    }

    private static func told(_ value: System.Value, _ system: System) -> String {
        let text = system.told(value)
        return text.hasPrefix("-") || text.contains("/") ? "(\(text))" : text
    }

    private mutating func fold(
        _ operation: Expression.Operation,
        _ values: [System.Value]
    ) throws(Unsolved) -> System.Value {
        var total = values[0]
        for value in values.dropFirst() { total = try combine(operation, total, value) }
        return total
    }

    private mutating func modularPower(
        _ base: Expression,
        _ exponent: Expression,
        _ modulus: Expression
    ) throws(Unsolved) -> System.Value {
        let (below, above, by) = (
            try value(of: base), try value(of: exponent), try value(of: modulus)
        )
        let (b, e, m) = (system.rational(below), system.rational(above), system.rational(by))
        // Only a system of any size has the method; a machine computes the power first.
        guard system is ExactNumbers, b.isInteger, e.isInteger, m.isInteger, m > Rational(0),
            e >= Rational(0),
            m.bitWidth <= 2_048, e.bitWidth <= 2_048
        else { return try combine(.modulo, try combine(.power, below, above), by) }
        let rest = b.numerator.modulus(m.numerator).power(e.numerator, modulus: m.numerator)
        note { _ in "\(b)^\(e) mod \(m) = \(rest), by repeated squaring" }
        return try system.literal(Rational(rest))
    }

    private mutating func factorial(_ value: System.Value) throws(Unsolved) -> System.Value {
        let number = system.rational(value)
        guard number.isInteger, number >= Rational(0) else {
            throw Unsolved("take the factorial of \(number.told)")
        }
        guard let count = Int(exactly: number.numerator), count <= 2_000 else { throw .tooLarge }
        var result = try system.literal(Rational(1))
        for factor in 1...max(count, 1) {
            result = try system.combine(.multiply, result, try system.literal(Rational(factor)))
        }
        note { "\(count)! = \($0.told(result))" }
        return result
    }

    private mutating func root(_ value: System.Value) throws(Unsolved) -> System.Value {
        let number = system.rational(value)
        guard number >= Rational(0) else {
            throw Unsolved("take the square root of \(number.told)")
        }
        let (top, bottom) = (number.numerator.squareRoot(), number.denominator.squareRoot())
        guard top * top == number.numerator, bottom * bottom == number.denominator,
            let root = Rational(top, over: bottom)
        else { throw Unsolved("write the square root of \(number.told) exactly") }
        note { _ in "\(root.told) * \(root.told) = \(number.told)" }
        return try system.literal(root)
    }
}
