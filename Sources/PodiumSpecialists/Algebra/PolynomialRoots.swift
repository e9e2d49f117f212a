internal import BigInt

/// Finds the real roots of a polynomial in one unknown and tells how.
///
/// Rational roots by the rational root theorem, the two of a quadratic remainder by its formula.
struct PolynomialRoots {
    enum Outcome: Hashable {
        /// In rising order, each once; empty when none is real.
        case roots([Root])
        /// There are real roots that have no form here, or the search would take too long.
        case inexact
    }

    /// The most candidates for a rational root that are tried.
    private static let candidateLimit = 20_000
    /// Larger end coefficients are not taken apart into divisors.
    private static let endLimit = BigInt(1_000_000_000)

    let unknown: String
    private(set) var working: [String] = []

    init(unknown: String) { self.unknown = unknown }

    /// The coefficients, the constant first; the last is not zero.
    mutating func find(_ coefficients: [Rational]) -> Outcome {
        guard var integers = Self.integers(coefficients), integers.count > 1 else {
            return .inexact
        }
        var roots: [Root] = []
        while integers.count > 3 {
            guard let candidates = Self.candidates(integers) else { return .inexact }
            guard let root = candidates.first(where: { Self.isRoot($0, of: integers) }) else {
                return .inexact
            }
            roots.append(.rational(root))
            integers = Self.divide(integers, by: root)
            let rest = Polynomial(coefficients: integers.map { Rational($0) }, unknown: unknown)
            working.append("\(unknown) = \(root) is a root; dividing by it leaves \(rest).")
        }
        roots += integers.count == 3 ? quadratic(integers) : linear(integers)
        return .roots(Self.ordered(roots))
    }

    private static func ordered(_ roots: [Root]) -> [Root] {
        var distinct: [Root] = []
        for root in roots where !distinct.contains(root) { distinct.append(root) }
        return distinct.sorted { left, right in
            if let left = left.rational, let right = right.rational { return left < right }
            return left.approximation < right.approximation
        }
    }

    private func linear(_ integers: [BigInt]) -> [Root] {
        Rational(-integers[0], over: integers[1]).map { [.rational($0)] } ?? []
    }

    private mutating func quadratic(_ integers: [BigInt]) -> [Root] {
        let (a, b, c) = (integers[2], integers[1], integers[0])
        let discriminant = b * b - 4 * a * c
        working.append("a = \(a), b = \(b), c = \(c): b² - 4ac = \(discriminant)")
        guard discriminant >= 0 else {
            working.append("It is negative, so no root of this is real.")
            return []
        }
        let root = discriminant.squareRoot()
        if root * root == discriminant {
            working.append("\(unknown) = (\(-b) ± \(root))/\(2 * a)")
            return [-root, root].compactMap { Rational(-b + $0, over: 2 * a).map { .rational($0) } }
        }
        let surd = Surd(a: a, b: b, discriminant: discriminant)
        working.append("\(unknown) = (\(-b) ± √\(discriminant))/\(2 * a)")
        return [.surd(surd, isPlus: false), .surd(surd, isPlus: true)]
    }

    // MARK: Rational roots

    /// The same roots with whole coefficients without a common divisor.
    private static func integers(_ coefficients: [Rational]) -> [BigInt]? {
        var scale = BigInt(1)
        for value in coefficients {
            scale = scale / scale.greatestCommonDivisor(with: value.denominator) * value.denominator
            guard scale.magnitude.bitWidth <= Polynomial.bitLimit else { return nil }
        }
        let integers = coefficients.map { $0.numerator * (scale / $0.denominator) }
        let common = integers.reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
        return common.isZero ? nil : integers.map { $0 / common }
    }

    /// Every p/q with p a divisor of the constant and q of the leading coefficient.
    private static func candidates(_ integers: [BigInt]) -> [Rational]? {
        guard let constant = integers.first, let leading = integers.last else { return nil }
        if constant.isZero { return [Rational(0)] }
        guard constant.magnitude <= endLimit.magnitude, leading.magnitude <= endLimit.magnitude
        else { return nil }
        let tops = NumberTheory.divisors(of: UInt64(constant.magnitude))
        let bottoms = NumberTheory.divisors(of: UInt64(leading.magnitude))
        guard tops.count * bottoms.count * 2 <= candidateLimit else { return nil }
        return tops.flatMap { top in
            bottoms.flatMap { bottom in
                [BigInt(1), BigInt(-1)].compactMap {
                    Rational($0 * BigInt(top), over: BigInt(bottom))
                }
            }
        }
    }

    /// Horner's scheme over the whole numbers: the value times the denominator's power.
    private static func isRoot(_ root: Rational, of integers: [BigInt]) -> Bool {
        var total = BigInt(0)
        var scale = BigInt(1)
        for coefficient in integers.reversed() {
            total = total * root.numerator + coefficient * scale
            scale *= root.denominator
        }
        return total.isZero
    }

    /// Without the factor `qx - p`, which divides exactly.
    private static func divide(_ integers: [BigInt], by root: Rational) -> [BigInt] {
        var quotient = [BigInt](repeating: 0, count: integers.count - 1)
        var carry = BigInt(0)
        for power in stride(from: integers.count - 1, to: 0, by: -1) {
            carry = (integers[power] + carry * root.numerator) / root.denominator
            quotient[power - 1] = carry
        }
        return quotient
    }
}
