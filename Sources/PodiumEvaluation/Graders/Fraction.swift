internal import BigInt

/// An exact fraction in lowest terms, with a denominator above zero, and bounded in size.
struct Fraction: Hashable, Sendable {
    let numerator: BigInt
    let denominator: BigInt

    /// No answer is longer; a tower of powers must not fill the memory.
    static let bitLimit = 8_192

    init(_ integer: Int) {
        numerator = BigInt(integer)
        denominator = 1
    }

    /// Nil for a zero denominator and beyond the limit.
    init?(_ numerator: BigInt, over denominator: BigInt = 1) {
        guard !denominator.isZero else { return nil }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let signed = denominator < 0 ? -divisor : divisor
        self.numerator = numerator / signed
        self.denominator = denominator / signed
        guard
            max(self.numerator.magnitude.bitWidth, self.denominator.magnitude.bitWidth)
                <= Self.bitLimit
        else { return nil }
    }

    /// Reads `12`, `3.25` and `.5`, with an exponent of ten.
    init?(digits: some StringProtocol, exponent: Int = 0) {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard digits.utf8.count <= 1_000, abs(exponent) <= 1_000, (1...2).contains(parts.count)
        else { return nil }
        let places = parts.count == 2 ? parts[1] : ""
        guard let value = BigInt(parts[0] + String(places)) else { return nil }
        let shift = exponent - places.count
        let scale = BigInt(10).power(abs(shift))
        self.init(shift >= 0 ? value * scale : value, over: shift >= 0 ? 1 : scale)
    }

    static prefix func - (value: Fraction) -> Fraction {
        Fraction(lowest: -value.numerator, value.denominator)
    }

    private init(lowest numerator: BigInt, _ denominator: BigInt) {
        self.numerator = numerator
        self.denominator = denominator
    }

    func adding(_ other: Fraction) -> Fraction? {
        Fraction(
            numerator * other.denominator + other.numerator * denominator,
            over: denominator * other.denominator
        )
    }

    func multiplied(by other: Fraction) -> Fraction? {
        Fraction(numerator * other.numerator, over: denominator * other.denominator)
    }

    func divided(by other: Fraction) -> Fraction? {
        Fraction(numerator * other.denominator, over: denominator * other.numerator)
    }

    func raised(to exponent: Fraction) -> Fraction? {
        guard exponent.denominator == 1, let count = Int(exactly: exponent.numerator) else {
            return nil
        }
        let size = max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth)
        let (bits, overflows) = size.multipliedReportingOverflow(by: Int(clamping: count.magnitude))
        guard !overflows, bits <= Self.bitLimit else { return nil }
        let top = numerator.power(abs(count))
        let bottom = denominator.power(abs(count))
        return count >= 0 ? Fraction(top, over: bottom) : Fraction(bottom, over: top)
    }

    /// The nearest double, by way of the leading 64 bits of both parts.
    var double: Double {
        let top = numerator.magnitude
        let bottom = denominator.magnitude
        let topShift = max(0, top.bitWidth - 64)
        let bottomShift = max(0, bottom.bitWidth - 64)
        let ratio = Double(UInt64(top >> topShift)) / Double(UInt64(bottom >> bottomShift))
        let value = Double(sign: .plus, exponent: topShift - bottomShift, significand: ratio)
        return numerator < 0 ? -value : value
    }
}
