public import BigInt

/// An exact fraction in lowest terms, with a denominator above zero.
public struct Rational: Hashable, Sendable, Comparable {
    public let numerator: BigInt
    public let denominator: BigInt

    public init(_ integer: BigInt) {
        numerator = integer
        denominator = 1
    }

    public init(_ integer: Int) { self.init(BigInt(integer)) }

    /// Nil when the denominator is zero.
    public init?(_ numerator: BigInt, over denominator: BigInt) {
        guard !denominator.isZero else { return nil }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let signed = denominator < 0 ? -divisor : divisor
        self.numerator = numerator / signed
        self.denominator = denominator / signed
    }

    /// For denominators that are known not to be zero.
    private init(reducing numerator: BigInt, _ denominator: BigInt) {
        self = Rational(numerator, over: denominator) ?? Rational(0)
    }

    /// A longer literal has no result that could be told: it is far beyond any that is asked for.
    private static let digitLimit = 6_100

    /// Reads `12`, `1,234`, `3.25`, `.5` and `0xff` (also `0b…`, `0o…`).
    public init?(digits text: String) {
        guard text.utf8.count <= Self.digitLimit else { return nil }
        let plain = text.filter { $0 != "," && $0 != "_" }
        if let mark = plain.dropFirst().first, plain.hasPrefix("0"), mark.isLetter {
            let radix = ["x": 16, "b": 2, "o": 8][mark.lowercased()]
            guard let radix, let value = BigInt(digits: String(plain.dropFirst(2)), radix: radix)
            else {
                return nil
            }
            self.init(value)
            return
        }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, plain.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else {
            return nil
        }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard let value = BigInt(digits: String(parts[0] + fraction), radix: 10) else { return nil }
        self.init(reducing: value, BigInt(10).power(fraction.count))
    }

    public var isInteger: Bool { denominator == 1 }
    public var isZero: Bool { numerator.isZero }

    /// The larger bit width of the two parts without their signs, by which results are bounded.
    public var bitWidth: Int {
        max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth)
    }

    public static func + (left: Rational, right: Rational) -> Rational {
        if left.isInteger, right.isInteger { return Rational(left.numerator + right.numerator) }
        return Rational(
            reducing: left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator
        )
    }

    public static func - (left: Rational, right: Rational) -> Rational { left + -right }

    public static prefix func - (value: Rational) -> Rational {
        Rational(reducing: -value.numerator, value.denominator)
    }

    public static func * (left: Rational, right: Rational) -> Rational {
        if left.isInteger, right.isInteger { return Rational(left.numerator * right.numerator) }
        return Rational(
            reducing: left.numerator * right.numerator,
            left.denominator * right.denominator
        )
    }

    /// A whole power; those of a fraction in lowest terms are in lowest terms. Nil for a negative
    /// power of zero.
    public func raised(to exponent: Int) -> Rational? {
        // No caller has room for the result of a larger one.
        let count = Int(clamping: exponent.magnitude)
        let top = numerator.power(count)
        let bottom = denominator.power(count)
        if exponent >= 0 { return Rational(lowest: top, bottom) }
        guard !top.isZero else { return nil }
        return top < 0 ? Rational(lowest: -bottom, -top) : Rational(lowest: bottom, top)
    }

    /// For parts that have no common divisor and a denominator above zero.
    private init(lowest numerator: BigInt, _ denominator: BigInt) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Nil for a division by zero.
    public func divided(by other: Rational) -> Rational? {
        Rational(numerator * other.denominator, over: denominator * other.numerator)
    }

    public static func < (left: Rational, right: Rational) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Rational: CustomStringConvertible {
    /// `7`, `-3` or `7/3`.
    public var description: String { isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }

    /// The exact decimal form where it ends within `places` digits: `3.5` for 7/2, nil for 1/3.
    public func decimal(places: Int = 12) -> String? {
        guard !isInteger else { return description }
        var scale = BigInt(1)
        for count in 1...places {
            scale *= 10
            let (quotient, remainder) = (numerator.magnitude * scale.magnitude)
                .quotientAndRemainder(dividingBy: denominator.magnitude)
            guard remainder.isZero else { continue }
            return Self.decimalText(of: quotient, places: count, isNegative: numerator < 0)
        }
        return nil
    }

    /// The decimal form rounded half up (away from zero) to `places` digits.
    public func rounded(places: Int) -> String {
        let scale = BigUInt(10).power(places)
        let doubled = numerator.magnitude * scale * 2 + denominator.magnitude
        let quotient = doubled / (denominator.magnitude * 2)
        return Self.decimalText(of: quotient, places: places, isNegative: numerator < 0)
    }

    private static func decimalText(
        of scaled: BigUInt,
        places: Int,
        isNegative: Bool
    ) -> String {
        var digits = String(scaled)
        if digits.count <= places {
            digits = String(repeating: "0", count: places + 1 - digits.count) + digits
        }
        let sign = isNegative && !scaled.isZero ? "-" : ""
        guard places > 0 else { return sign + digits }
        return "\(sign)\(digits.dropLast(places)).\(digits.suffix(places))"
    }
}
