internal import BigInt

/// One real solution of a polynomial equation, exactly.
enum Root: Hashable, Sendable {
    case rational(Rational)
    /// One of the two numbers `(a ± b√r)/d`.
    case surd(Surd, isPlus: Bool)

    var rational: Rational? {
        if case .rational(let value) = self { value } else { nil }
    }

    /// Near enough to put roots in order.
    var approximation: Double {
        switch self {
        case .rational(let value): Double(value.numerator) / Double(value.denominator)
        case .surd(let surd, let isPlus):
            (Double(surd.center)
                + (isPlus ? 1 : -1) * Double(surd.factor) * Double(surd.radicand).squareRoot())
                / Double(surd.divisor)
        }
    }

    /// The roots with the name of the unknown: `x = 2 or x = 3`, `x = (3 ± √5)/2`.
    static func text(of roots: [Root], unknown: String) -> String {
        var parts: [String] = []
        var index = 0
        while index < roots.count {
            if case .surd(let surd, _) = roots[index],
                roots.contains(.surd(surd, isPlus: true)),
                roots.contains(.surd(surd, isPlus: false))
            {
                let text = surd.text(sign: "±")
                if !parts.contains(text) { parts.append(text) }
            } else {
                parts.append("\(roots[index])")
            }
            index += 1
        }
        return parts.map { "\(unknown) = \($0)" }.joined(separator: " or ")
    }
}

extension Root: CustomStringConvertible {
    var description: String {
        switch self {
        case .rational(let value): "\(value)"
        case .surd(let surd, let isPlus): surd.text(sign: isPlus ? "+" : "-")
        }
    }
}

/// The pair `(center ± factor·√radicand)/divisor` in lowest terms, with a radicand without the
/// squares of small primes.
struct Surd: Hashable, Sendable {
    let center: BigInt
    let factor: BigInt
    let radicand: BigInt
    let divisor: BigInt

    /// The roots of `ax² + bx + c`, whose discriminant must be above zero and no square.
    init(a: BigInt, b: BigInt, discriminant: BigInt) {
        var factor = BigInt(1)
        var radicand = discriminant
        for prime in NumberTheory.primes(upTo: 1_000) {
            let square = BigInt(prime * prime)
            while radicand >= square {
                let (quotient, rest) = radicand.quotientAndRemainder(dividingBy: square)
                guard rest.isZero else { break }
                radicand = quotient
                factor *= BigInt(prime)
            }
        }
        let signed = a < 0 ? BigInt(-1) : BigInt(1)
        let common = (2 * a).greatestCommonDivisor(with: b).greatestCommonDivisor(with: factor)
        center = -b * signed / common
        self.factor = factor / common
        self.radicand = radicand
        divisor = 2 * a * signed / common
    }

    func text(sign: String) -> String {
        let root = (factor == 1 ? "" : "\(factor)") + "√\(radicand)"
        let isPlain = divisor == 1
        if center.isZero {
            let signed = (sign == "+" ? "" : sign) + root
            return isPlain ? signed : "\(signed)/\(divisor)"
        }
        let sum = "\(center) \(sign) \(root)"
        return isPlain ? sum : "(\(sum))/\(divisor)"
    }
}
