internal import BigInt

/// A polynomial in several unknowns with exact rational coefficients.
///
/// Its degree, length and coefficients are bounded: whatever would pass a bound has no value.
struct Polynomial: Hashable, Sendable {
    /// The exponents of the unknowns that occur, each above zero.
    typealias Monomial = [String: Int]

    static let degreeLimit = 12
    static let termLimit = 80
    static let bitLimit = 4_000

    /// No coefficient is zero.
    private(set) var terms: [Monomial: Rational]

    private init(terms: [Monomial: Rational]) {
        self.terms = terms.filter { !$0.value.isZero }
    }

    init(_ constant: Rational) { self.init(terms: [[:]: constant]) }

    init(unknown: String) { self.init(terms: [[unknown: 1]: Rational(1)]) }

    /// A polynomial in one unknown from its coefficients, the constant first.
    init(coefficients: [Rational], unknown: String) {
        var terms: [Monomial: Rational] = [:]
        for (power, coefficient) in coefficients.enumerated() {
            terms[power == 0 ? [:] : [unknown: power]] = coefficient
        }
        self.init(terms: terms)
    }

    static let zero = Polynomial(Rational(0))

    // MARK: Properties

    var unknowns: [String] { Set(terms.keys.flatMap(\.keys)).sorted() }

    var degree: Int { terms.keys.map { $0.values.reduce(0, +) }.max() ?? 0 }

    var isZero: Bool { terms.isEmpty }

    /// Its value when no unknown occurs.
    var constant: Rational? {
        if terms.isEmpty { return Rational(0) }
        return terms.count == 1 ? terms[[:]] : nil
    }

    /// The coefficient of the unknown alone, to the first power.
    func coefficient(of unknown: String) -> Rational { terms[[unknown: 1]] ?? Rational(0) }

    /// The coefficients of a polynomial in this unknown only, the constant first.
    func coefficients(in unknown: String) -> [Rational]? {
        guard unknowns == [unknown] else { return nil }
        var result = [Rational](repeating: Rational(0), count: degree + 1)
        for (monomial, value) in terms { result[monomial[unknown] ?? 0] = value }
        return result
    }

    private var isBounded: Bool {
        terms.count <= Self.termLimit && degree <= Self.degreeLimit
            && terms.values.allSatisfy { $0.bitWidth <= Self.bitLimit }
    }

    // MARK: Operations

    static func + (left: Polynomial, right: Polynomial) -> Polynomial {
        Polynomial(terms: left.terms.merging(right.terms) { $0 + $1 })
    }

    static func - (left: Polynomial, right: Polynomial) -> Polynomial { left + -right }

    static prefix func - (value: Polynomial) -> Polynomial { value.scaled(by: Rational(-1)) }

    func scaled(by factor: Rational) -> Polynomial {
        Polynomial(terms: terms.mapValues { $0 * factor })
    }

    /// Nil when the product would pass a bound.
    func times(_ other: Polynomial) -> Polynomial? {
        guard isBounded, other.isBounded, degree + other.degree <= Self.degreeLimit else {
            return nil
        }
        var result: [Monomial: Rational] = [:]
        for (left, leftValue) in terms {
            for (right, rightValue) in other.terms {
                let monomial = left.merging(right) { $0 + $1 }
                result[monomial] = (result[monomial] ?? Rational(0)) + leftValue * rightValue
            }
        }
        let product = Polynomial(terms: result)
        return product.isBounded ? product : nil
    }

    func raised(to exponent: Int) -> Polynomial? {
        guard (0...Self.degreeLimit * 8).contains(exponent) else { return nil }
        var result = Polynomial(Rational(1))
        for _ in 0..<exponent {
            guard let next = result.times(self) else { return nil }
            result = next
        }
        return result
    }

    /// With unknowns replaced by what they are equal to.
    func substituting(_ values: [String: Polynomial]) -> Polynomial? {
        guard unknowns.contains(where: { values[$0] != nil }) else { return self }
        var result = Polynomial.zero
        for (monomial, coefficient) in terms {
            var term = Polynomial(coefficient)
            for (unknown, exponent) in monomial {
                let factor = values[unknown] ?? Polynomial(unknown: unknown)
                guard let power = factor.raised(to: exponent), let next = term.times(power) else {
                    return nil
                }
                term = next
            }
            result = result + term
        }
        return result.isBounded ? result : nil
    }
}

extension Polynomial: CustomStringConvertible {
    /// `2x^2 - (1/3)xy + 4`, the highest powers first.
    var description: String {
        guard !terms.isEmpty else { return "0" }
        let ordered = terms.sorted { left, right in
            let degrees = [left, right].map { $0.key.values.reduce(0, +) }
            if degrees[0] != degrees[1] { return degrees[0] > degrees[1] }
            return Self.name(of: left.key) < Self.name(of: right.key)
        }
        var text = ""
        for (monomial, value) in ordered {
            let isNegative = value < Rational(0)
            let size = isNegative ? -value : value
            let name = Self.name(of: monomial)
            let number = size.isInteger || name.isEmpty ? "\(size)" : "(\(size))"
            let sign = text.isEmpty ? (isNegative ? "-" : "") : isNegative ? " - " : " + "
            text += sign + (size == Rational(1) && !name.isEmpty ? "" : number) + name
        }
        return text
    }

    private static func name(of monomial: Monomial) -> String {
        monomial.sorted { $0.key < $1.key }
            .map { unknown, exponent in
                let name = unknown.count == 1 ? unknown : "(\(unknown))"
                return exponent == 1 ? name : "\(name)^\(exponent)"
            }
            .joined()
    }
}
