/// A fraction of machine integers in lowest terms. What would overflow is nil: the searcher's
/// numbers are small, and a search makes thousands of them.
struct SmallFraction: Hashable, Sendable, CustomStringConvertible {
    let numerator: Int
    let denominator: Int

    /// Far from where a product of two parts could overflow after one addition.
    private static let limit = 1_000_000_000_000

    init(_ value: Int) {
        numerator = value
        denominator = 1
    }

    private init?(_ numerator: Int, over denominator: Int) {
        guard denominator != 0, numerator.magnitude < UInt(Int.max),
            denominator.magnitude < UInt(Int.max)
        else { return nil }
        let divisor = Self.gcd(numerator.magnitude, denominator.magnitude)
        let sign = denominator < 0 ? -1 : 1
        self.numerator = sign * (numerator / Int(divisor))
        self.denominator = sign * (denominator / Int(divisor))
        guard self.numerator.magnitude <= UInt(Self.limit),
            self.denominator.magnitude <= UInt(Self.limit)
        else { return nil }
    }

    private static func gcd(_ left: UInt, _ right: UInt) -> UInt {
        var (left, right) = (left, right)
        while right > 0 { (left, right) = (right, left % right) }
        return max(left, 1)
    }

    func adding(_ other: SmallFraction, sign: Int = 1) -> SmallFraction? {
        let (first, overflow1) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (second, overflow2) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (sum, overflow3) =
            sign < 0
            ? first.subtractingReportingOverflow(second) : first.addingReportingOverflow(second)
        let (bottom, overflow4) = denominator.multipliedReportingOverflow(by: other.denominator)
        guard !overflow1, !overflow2, !overflow3, !overflow4 else { return nil }
        return SmallFraction(sum, over: bottom)
    }

    func multiplied(by other: SmallFraction) -> SmallFraction? {
        let (top, overflow1) = numerator.multipliedReportingOverflow(by: other.numerator)
        let (bottom, overflow2) = denominator.multipliedReportingOverflow(by: other.denominator)
        return overflow1 || overflow2 ? nil : SmallFraction(top, over: bottom)
    }

    func divided(by other: SmallFraction) -> SmallFraction? {
        SmallFraction(other.denominator, over: other.numerator).flatMap { multiplied(by: $0) }
    }

    var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}
