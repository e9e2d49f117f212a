internal import BigInt
import PodiumPhrasebook

/// A polynomial in one unknown with exact coefficients, the constant first.
struct Polynomial: Hashable, Sendable {
    static let degreeLimit = 6

    let coefficients: [Rational]
    /// The same in floating point.
    private let rough: [Double]

    init(_ coefficients: [Rational]) {
        let last = coefficients.lastIndex { !$0.isZero } ?? 0
        self.coefficients = coefficients.isEmpty ? [Rational(0)] : Array(coefficients[...last])
        rough = self.coefficients.map { Double($0.numerator) / Double($0.denominator) }
    }

    var degree: Int { coefficients.count - 1 }
    var isZero: Bool { degree == 0 && coefficients[0].isZero }

    /// The difference of an equation's sides. Nil where it is no polynomial in this unknown alone.
    init?(_ equation: Equation, in unknown: String) {
        guard let left = Self.of(equation.left, unknown),
            let right = Self.of(equation.right, unknown),
            let difference = left.combined(right, { $0 - $1 })
        else { return nil }
        self = difference
    }

    private static func of(_ expression: Expression, _ unknown: String) -> Polynomial? {
        switch expression {
        case .number(let value): return value.bitWidth <= 400 ? Polynomial([value]) : nil
        case .variable(let name):
            return name == unknown ? Polynomial([Rational(0), Rational(1)]) : nil
        case .negated(let inner): return of(inner, unknown).map { $0.scaled(by: Rational(-1)) }
        case .binary(let operation, let left, let right):
            guard let one = of(left, unknown), let other = of(right, unknown) else { return nil }
            return combine(operation, one, other)
        case .factorial, .phrase, .result: return nil
        }
    }

    private static func combine(
        _ operation: Expression.Operation,
        _ left: Polynomial,
        _ right: Polynomial
    ) -> Polynomial? {
        switch operation {
        case .add: return left.combined(right, { $0 + $1 })
        case .subtract: return left.combined(right, { $0 - $1 })
        case .multiply: return left.times(right)
        case .divide:
            guard right.degree == 0, let inverse = Rational(1).divided(by: right.coefficients[0])
            else { return nil }
            return left.scaled(by: inverse)
        case .percent: return left.times(right)?.scaled(by: Rational(1).over(100))
        case .power:
            guard right.degree == 0, right.coefficients[0].isInteger,
                let count = Int(exactly: right.coefficients[0].numerator),
                (0...degreeLimit).contains(count)
            else { return nil }
            var result = Polynomial([Rational(1)])
            for _ in 0..<count {
                guard let next = result.times(left) else { return nil }
                result = next
            }
            return result
        case .modulo, .choose: return nil
        }
    }

    private func combined(_ other: Polynomial, _ join: (Rational, Rational) -> Rational)
        -> Polynomial?
    {
        let count = max(coefficients.count, other.coefficients.count)
        return Polynomial((0..<count).map { join(self[$0], other[$0]) })
    }

    private func times(_ other: Polynomial) -> Polynomial? {
        guard degree + other.degree <= Self.degreeLimit else { return nil }
        var product = [Rational](repeating: Rational(0), count: degree + other.degree + 1)
        for (i, left) in coefficients.enumerated() {
            for (j, right) in other.coefficients.enumerated() {
                product[i + j] = product[i + j] + left * right
            }
        }
        return product.allSatisfy { $0.bitWidth <= 2_000 } ? Polynomial(product) : nil
    }

    private func scaled(by factor: Rational) -> Polynomial {
        Polynomial(coefficients.map { $0 * factor })
    }

    subscript(power: Int) -> Rational {
        power < coefficients.count ? coefficients[power] : Rational(0)
    }

    /// Whether the value at a number is near zero: a quick look before the exact one.
    func mayVanish(at number: Int) -> Bool {
        var (value, size) = (0.0, 0.0)
        for coefficient in rough.reversed() {
            value = value * Double(number) + coefficient
            size = size * Double(number.magnitude) + coefficient.magnitude
        }
        return value.magnitude <= size * 1e-9
    }

    /// The value at a number, by Horner's scheme.
    func value(at number: Rational) -> Rational {
        coefficients.reversed().reduce(Rational(0)) { $0 * number + $1 }
    }
}

/// A linear form in several unknowns: what each is multiplied by, and the constant.
struct LinearForm: Hashable, Sendable {
    var factors: [String: Rational] = [:]
    var constant = Rational(0)

    /// The difference of an equation's sides. Nil where unknowns are multiplied or divided by.
    init?(_ equation: Equation) {
        guard let left = LinearForm(equation.left), let right = LinearForm(equation.right) else {
            return nil
        }
        self = left.plus(right.scaled(by: Rational(-1)))
    }

    private init?(_ expression: Expression) {
        switch expression {
        case .number(let value):
            guard value.bitWidth <= 400 else { return nil }
            constant = value
        case .variable(let name): factors = [name: Rational(1)]
        case .negated(let inner):
            guard let form = LinearForm(inner) else { return nil }
            self = form.scaled(by: Rational(-1))
        case .binary(let operation, let left, let right):
            guard let one = LinearForm(left), let other = LinearForm(right) else { return nil }
            switch operation {
            case .add: self = one.plus(other)
            case .subtract: self = one.plus(other.scaled(by: Rational(-1)))
            case .multiply where one.factors.isEmpty: self = other.scaled(by: one.constant)
            case .multiply where other.factors.isEmpty: self = one.scaled(by: other.constant)
            case .divide:
                guard other.factors.isEmpty, let inverse = Rational(1).divided(by: other.constant)
                else { return nil }
                self = one.scaled(by: inverse)
            default: return nil
            }
        case .factorial, .phrase, .result: return nil
        }
    }

    func plus(_ other: LinearForm) -> LinearForm {
        var sum = self
        sum.constant = constant + other.constant
        for (name, factor) in other.factors {
            let total = (sum.factors[name] ?? Rational(0)) + factor
            sum.factors[name] = total.isZero ? nil : total
        }
        return sum
    }

    func scaled(by factor: Rational) -> LinearForm {
        guard !factor.isZero else {
            var none = self
            none.factors = [:]
            none.constant = Rational(0)
            return none
        }
        var scaled = self
        scaled.constant = constant * factor
        scaled.factors = factors.mapValues { $0 * factor }
        return scaled
    }
}
