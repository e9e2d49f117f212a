internal import BigInt
import PodiumPhrasebook

/// Numbers as a worker has them: what it can hold, and what its operations come to.
protocol NumberSystem {
    associatedtype Value: Equatable

    /// - Throws: `Unsolved` for a number that the system does not have.
    func literal(_ number: Rational) throws(Unsolved) -> Value
    func combine(
        _ operation: Expression.Operation,
        _ left: Value,
        _ right: Value
    ) throws(Unsolved) -> Value
    func told(_ value: Value) -> String
    /// The value as an exact number.
    func rational(_ value: Value) -> Rational
}

/// Exact fractions of any size that can be told.
struct ExactNumbers: NumberSystem {
    /// The widest number that is computed, in bits: about 6,000 digits.
    static let bitLimit = 20_000

    func literal(_ number: Rational) -> Rational { number }
    func told(_ value: Rational) -> String { value.told }
    func rational(_ value: Rational) -> Rational { value }

    func combine(
        _ operation: Expression.Operation,
        _ left: Rational,
        _ right: Rational
    ) throws(Unsolved) -> Rational {
        switch operation {
        case .add: return try bounded(left + right)
        case .subtract: return try bounded(left - right)
        case .multiply: return try bounded(left * right)
        case .percent: return try bounded(left * right * Rational(1).over(100))
        case .divide:
            guard let quotient = left.divided(by: right) else { throw .byZero }
            return try bounded(quotient)
        case .modulo:
            guard left.isInteger, right.isInteger else {
                throw Unsolved("take a remainder of fractions")
            }
            guard !right.isZero else { throw .byZero }
            return Rational(left.numerator.modulus(right.numerator))
        case .power: return try power(left, right)
        case .choose: return try choose(left, right)
        }
    }

    private func bounded(_ value: Rational) throws(Unsolved) -> Rational {
        guard value.bitWidth <= Self.bitLimit else { throw .tooLarge }
        return value
    }

    private func power(_ base: Rational, _ exponent: Rational) throws(Unsolved) -> Rational {
        guard exponent.isInteger, let count = Int(exactly: exponent.numerator) else {
            if exponent.isInteger, base.isInteger, base.numerator.magnitude <= 1 {
                return base.isZero || base == Rational(1) || exponent.numerator % 2 == 0
                    ? base * base : base
            }
            throw Unsolved("raise to the power of \(exponent.told) exactly")
        }
        let isSmall = base.isInteger && base.numerator.magnitude <= 1
        guard
            isSmall
                || count.magnitude <= Self.bitLimit
                    && (base.bitWidth - 1) * count.magnitudeAsInt <= Self.bitLimit
        else { throw .tooLarge }
        if isSmall, !base.isZero { return count % 2 == 0 ? Rational(1) : base }
        if base.isZero {
            if count < 0 { throw .byZero }
            return count == 0 ? Rational(1) : base
        }
        guard let result = base.raised(to: count) else { throw .byZero }
        return try bounded(result)
    }

    private func choose(_ all: Rational, _ some: Rational) throws(Unsolved) -> Rational {
        guard all.isInteger, some.isInteger, let n = Int(exactly: all.numerator),
            let k = Int(exactly: some.numerator), n >= 0, k >= 0
        else { throw Unsolved("choose from what is no whole number") }
        guard k <= n else { return Rational(0) }
        let least = min(k, n - k)
        guard least <= 2_000, n <= 1_000_000 else { throw .tooLarge }
        var result = BigInt(1)
        for index in 0..<least { result = result * BigInt(n - index) / BigInt(index + 1) }
        return try bounded(Rational(result))
    }
}

/// Whole numbers of 32 bits that run over in silence, as in many a small machine. Division drops what
/// is behind the point.
struct MachineNumbers: NumberSystem {
    func literal(_ number: Rational) throws(Unsolved) -> Int32 {
        guard number.isInteger else {
            throw Unsolved("work with \(number.told): I have whole numbers only")
        }
        return Int32(truncatingIfNeeded: Int(truncatingIfNeeded: number.numerator))
    }

    func told(_ value: Int32) -> String { "\(value)" }
    func rational(_ value: Int32) -> Rational { Rational(Int(value)) }

    func combine(
        _ operation: Expression.Operation,
        _ left: Int32,
        _ right: Int32
    ) throws(Unsolved) -> Int32 {
        switch operation {
        case .add: return left &+ right
        case .subtract: return left &- right
        case .multiply: return left &* right
        case .percent: return try combine(.divide, left &* right, 100)
        case .divide:
            guard right != 0 else { throw .byZero }
            return left.dividedReportingOverflow(by: right).partialValue
        case .modulo:
            guard right != 0 else { throw .byZero }
            let rest = left.remainderReportingOverflow(dividingBy: right).partialValue
            return rest < 0 ? rest &+ Int32(truncatingIfNeeded: right.magnitude) : rest
        case .power:
            guard right >= 0, right <= 10_000 else {
                throw Unsolved("raise to the power of \(right)")
            }
            return (0..<right).reduce(1) { product, _ in product &* left }
        case .choose:
            guard left >= 0, right >= 0, right <= 10_000 else {
                throw Unsolved("choose \(right) of \(left)")
            }
            guard right <= left else { return 0 }
            var result: Int32 = 1
            for index in 0..<right { result = (result &* (left &- index)) / (index + 1) }
            return result
        }
    }
}

extension Rational {
    func over(_ divisor: Int) -> Rational { divided(by: Rational(divisor)) ?? self }
}

extension Int {
    fileprivate var magnitudeAsInt: Int { Int(clamping: magnitude) }
}

extension Unsolved {
    static let byZero = Unsolved("divide by zero")
    static let tooLarge = Unsolved(
        "write so large a number: my limit is about \(ExactNumbers.bitLimit * 3 / 10) digits"
    )
}
