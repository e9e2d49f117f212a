internal import BigInt

/// Why something that was read has no value here.
enum ArithmeticFault: Error, Hashable {
    case divisionByZero
    case tooLarge
    case needsInteger(String)
    case needsNatural(String)
    case notExact(String)
    case ambiguous(String)

    /// The reason as the end of a sentence that starts with `I cannot compute this: `.
    var reason: String {
        switch self {
        case .divisionByZero: "it divides by zero"
        case .tooLarge:
            "a number in it would be too large (my limit is about"
                + " \(Evaluator.bitLimit * 3 / 10) digits)"
        case .needsInteger(let what): "\(what) needs whole numbers"
        case .needsNatural(let what): "\(what) needs whole numbers that are not negative"
        case .ambiguous(let what): "it is not said \(what)"
        case .notExact(let what): "\(what) has no exact value as a fraction"
        }
    }
}

/// Computes expressions exactly and writes down each operation.
struct Evaluator {
    /// The widest number that is computed, in bits.
    static let bitLimit = 20_000
    /// The most lines of working that are kept; a long sum is computed, but not told in full.
    private static let lineLimit = 60

    private(set) var working: [String] = []
    private var omitted = 0

    mutating func value(of expression: Expression) throws(ArithmeticFault) -> Rational {
        switch expression {
        case .number(let value): return try bounded(value)
        case .negated(let inner): return -(try value(of: inner))
        case .percent(let inner): return try value(of: inner) * percentUnit
        case .factorial(let inner):
            return try factorial(try value(of: inner))
        case .power(let base, let exponent):
            return try power(try value(of: base), try value(of: exponent))
        case .chain(let first, let links): return try chain(first, links)
        case .call(let function, let arguments):
            var values: [Rational] = []
            for argument in arguments { values.append(try value(of: argument)) }
            return try call(function, values)
        }
    }

    private var percentUnit: Rational { Rational(1, over: 100) ?? Rational(0) }

    /// Adds a line of working, while there is room.
    mutating func note(_ line: String) {
        if working.count < Self.lineLimit { working.append(line) } else { omitted += 1 }
    }

    /// The working, with a word about what was left out.
    var told: [String] {
        omitted == 0 ? working : working + ["(and \(omitted) more operations)"]
    }

    func bounded(_ value: Rational) throws(ArithmeticFault) -> Rational {
        guard value.bitWidth <= Self.bitLimit else { throw .tooLarge }
        return value
    }

    // MARK: Operations

    private mutating func chain(
        _ first: Expression,
        _ links: [Expression.Link]
    ) throws(ArithmeticFault) -> Rational {
        if let reduced = try modularPower(first, links) { return reduced }
        var total = try value(of: first)
        for link in links {
            let operand = try value(of: link.operand)
            let result = try combine(total, link.operation, operand)
            note(line(total, link.operation, operand, result))
            total = result
        }
        return total
    }

    private func line(
        _ left: Rational,
        _ operation: Expression.Operation,
        _ right: Rational,
        _ result: Rational
    ) -> String {
        let operand = right < Rational(0) ? "(\(right))" : "\(right)"
        return "\(left) \(operation.rawValue) \(operand) = \(result)"
    }

    private func combine(
        _ left: Rational,
        _ operation: Expression.Operation,
        _ right: Rational
    ) throws(ArithmeticFault) -> Rational {
        switch operation {
        case .add: return try bounded(left + right)
        case .subtract: return try bounded(left - right)
        case .multiply: return try bounded(left * right)
        case .divide:
            guard let quotient = left.divided(by: right) else { throw .divisionByZero }
            return try bounded(quotient)
        case .modulo:
            guard left.isInteger, right.isInteger else { throw .needsInteger("a remainder") }
            guard !right.isZero else { throw .divisionByZero }
            return Rational(left.numerator.modulus(right.numerator))
        }
    }

    /// `a^b mod m` is computed without the power itself, which may be far too large to write.
    private mutating func modularPower(
        _ first: Expression,
        _ links: [Expression.Link]
    ) throws(ArithmeticFault) -> Rational? {
        guard case .power(let below, let above) = first, links.count == 1,
            links[0].operation == .modulo
        else { return nil }
        let (base, exponent) = (try value(of: below), try value(of: above))
        let modulus = try value(of: links[0].operand)
        guard base.isInteger, exponent.isInteger, modulus.isInteger, modulus > Rational(0),
            exponent >= Rational(0), modulus.bitWidth <= 2048, exponent.bitWidth <= 2048
        else { return nil }
        let result = Rational(
            base.numerator.modulus(modulus.numerator)
                .power(exponent.numerator, modulus: modulus.numerator)
        )
        note("\(base)^\(exponent) mod \(modulus) = \(result), by repeated squaring")
        return result
    }

    private mutating func power(
        _ base: Rational,
        _ exponent: Rational
    ) throws(ArithmeticFault) -> Rational {
        if exponent == Rational(1, over: 2) { return try squareRoot(base) }
        guard exponent.isInteger else { throw .notExact("a power with a fraction above it") }
        if base.isZero, exponent < Rational(0) { throw .divisionByZero }
        if base.isInteger, base.numerator.magnitude <= 1, !exponent.isZero {
            let isNegative = base.numerator < 0 && exponent.numerator.magnitude.isOdd
            return isNegative ? base : base * base
        }
        guard let count = Int(exactly: exponent.numerator.magnitude), count <= Self.bitLimit,
            // No result is shorter than this.
            (base.bitWidth - 1) * count <= Self.bitLimit
        else { throw .tooLarge }
        let isNegative = exponent < Rational(0)
        guard let result = base.raised(to: isNegative ? -count : count) else {
            throw .divisionByZero
        }
        _ = try bounded(result)
        let text = base.isInteger && base >= Rational(0) ? "\(base)" : "(\(base))"
        note("\(text)^\(exponent) = \(result)")
        return result
    }

    private mutating func factorial(_ value: Rational) throws(ArithmeticFault) -> Rational {
        guard value.isInteger, value >= Rational(0) else { throw .needsNatural("a factorial") }
        guard let count = Int(exactly: value.numerator), count <= 2_000 else { throw .tooLarge }
        let result = count < 2 ? BigInt(1) : (2...count).reduce(BigInt(1)) { $0 * BigInt($1) }
        note("\(value)! = \(result)")
        return try bounded(Rational(result))
    }

    private mutating func squareRoot(_ value: Rational) throws(ArithmeticFault) -> Rational {
        guard value >= Rational(0) else { throw .notExact("the square root of \(value)") }
        let top = value.numerator.squareRoot()
        let bottom = value.denominator.squareRoot()
        guard top * top == value.numerator, bottom * bottom == value.denominator,
            let root = Rational(top, over: bottom)
        else { throw .notExact("the square root of \(value)") }
        note("√\(value) = \(root), because \(root) × \(root) = \(value)")
        return root
    }

    private mutating func call(
        _ function: Expression.Function,
        _ values: [Rational]
    ) throws(ArithmeticFault) -> Rational {
        guard let first = values.first else { throw .needsInteger("an empty list") }
        let result: Rational
        switch function {
        case .sum: result = try fold(values, .add)
        case .product: result = try fold(values, .multiply)
        case .average:
            let sum = try fold(values, .add)
            result = try combine(sum, .divide, Rational(values.count))
            note("\(sum) ÷ \(values.count) numbers = \(result)")
        case .largest: result = values.max() ?? first
        case .smallest: result = values.min() ?? first
        case .squareRoot: return try squareRoot(first)
        case .gcd, .lcm: result = try divisor(function, values)
        case .rangeSum, .rangeProduct: result = try range(function, values)
        case .absoluteDifference:
            guard values.count == 2 else { throw .needsInteger("a difference of two") }
            let (high, low) = (max(values[0], values[1]), min(values[0], values[1]))
            result = try combine(high, .subtract, low)
            note(line(high, .subtract, low, result))
        }
        return try bounded(result)
    }

    private mutating func fold(
        _ values: [Rational],
        _ operation: Expression.Operation
    ) throws(ArithmeticFault) -> Rational {
        var total = values.first ?? Rational(0)
        for value in values.dropFirst() {
            let result = try combine(total, operation, value)
            note(line(total, operation, value, result))
            total = result
        }
        return total
    }

    private mutating func divisor(
        _ function: Expression.Function,
        _ values: [Rational]
    ) throws(ArithmeticFault) -> Rational {
        guard values.allSatisfy(\.isInteger) else { throw .needsInteger("a \(function.rawValue)") }
        var total = values.first?.numerator.magnitude ?? 0
        for value in values.dropFirst() {
            let operand = value.numerator.magnitude
            let common = total.greatestCommonDivisor(with: operand)
            let result: BigUInt
            if function == .gcd {
                result = common
            } else {
                result = common.isZero ? 0 : total / common * operand
            }
            note("\(function.rawValue)(\(total), \(operand)) = \(result)")
            total = result
            _ = try bounded(Rational(BigInt(total)))
        }
        return Rational(BigInt(total))
    }

    private mutating func range(
        _ function: Expression.Function,
        _ values: [Rational]
    ) throws(ArithmeticFault) -> Rational {
        guard values.count == 2, values.allSatisfy(\.isInteger), values[0] <= values[1] else {
            throw .needsInteger("a range")
        }
        let (low, high) = (values[0].numerator, values[1].numerator)
        if function == .rangeSum {
            let count = high - low + 1
            let result = (low + high) * count / 2
            note("(\(low) + \(high)) × \(count) ÷ 2 = \(result)")
            return Rational(result)
        }
        guard let count = Int(exactly: high - low), count <= 2_000, high.bitWidth <= 64 else {
            throw .tooLarge
        }
        return try bounded(Rational((0...count).reduce(BigInt(1)) { $0 * (low + BigInt($1)) }))
    }
}

extension BigUInt {
    fileprivate var isOdd: Bool { (self & 1) == 1 }
}
