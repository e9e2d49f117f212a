/// A formula that has a value once its variables have values.
indirect enum Expression {
    case number(Fraction)
    /// π, e and ∞.
    case constant(Double)
    case imaginaryUnit
    case variable(String)
    case negated(Expression)
    case binary(Operation, Expression, Expression)
    /// The n-th root: real for a negative number under an odd root.
    case root(Int, Expression)
    case function(FunctionName, Expression)

    enum Operation { case add, subtract, multiply, divide, power }
}

enum FunctionName: String, CaseIterable {
    case sin, cos, tan, cot, sec, csc, arcsin, arccos, arctan, sinh, cosh, tanh, exp, ln, log
    case abs, floor, ceil, factorial

    /// Names that are words in a formula and no product of letters.
    static func isKnown(_ name: String) -> Bool {
        FunctionName(rawValue: name) != nil || ["sqrt", "cbrt", "infinity"].contains(name)
            || ClosedFormParser.matrixNames.contains(name)
    }
}

extension Expression {
    /// Nil where a part is no fraction.
    var exact: Fraction? {
        switch self {
        case .number(let value): value
        case .constant, .imaginaryUnit, .variable, .function, .root: nil
        case .negated(let inner): inner.exact.map { -$0 }
        case .binary(let operation, let left, let right):
            left.exact.flatMap { left in right.exact.flatMap { operation.exact(left, $0) } }
        }
    }

    func value(with variables: (String) -> Double) -> Complex {
        switch self {
        case .number(let value): Complex(value.double)
        case .constant(let value): Complex(value)
        case .imaginaryUnit: Complex(0, 1)
        case .variable(let name): Complex(variables(name))
        case .negated(let inner): -inner.value(with: variables)
        case .root(let degree, let inner): inner.value(with: variables).root(degree)
        case .function(let name, let inner): name.value(of: inner.value(with: variables))
        case .binary(let operation, let left, let right):
            operation.value(left.value(with: variables), right.value(with: variables))
        }
    }

    /// Fractions exactly; all else at sample values of the variables.
    func equals(_ other: Expression) -> Bool {
        if let own = exact, let other = other.exact { return own == other }
        if infinitySign != nil || other.infinitySign != nil {
            return infinitySign == other.infinitySign
        }
        return Self.agree(self, other)
    }

    /// An infinity is only equal as it is written: what overflows is not infinite.
    private var infinitySign: Int? {
        switch self {
        case .constant(.infinity): 1
        case .negated(let inner): inner.infinitySign.map { -$0 }
        default: nil
        }
    }

    private static let sampleCount = 8

    private static func agree(_ left: Expression, _ right: Expression) -> Bool {
        var agreements = 0
        for sample in 0..<sampleCount {
            let variables = { (name: String) in sampleValue(of: name, sample) }
            let own = left.value(with: variables)
            let other = right.value(with: variables)
            // Outside one's domain is outside the other's.
            if own.isUndefined, other.isUndefined { continue }
            guard own.isClose(to: other) else { return false }
            agreements += 1
        }
        return agreements >= 2
    }

    /// Whether it has the same value, other than zero, whatever its variables are.
    var isConstant: Bool {
        let values = (0..<Self.sampleCount).map { sample in
            value { Self.sampleValue(of: $0, sample) }
        }
        let finite = values.filter(\.isFinite)
        guard finite.count >= 2, let first = finite.first, !first.isClose(to: Complex(0)) else {
            return false
        }
        return finite.allSatisfy { $0.isClose(to: first) }
    }

    /// Between -3 and 3, without a pattern and away from 0: the name and the sample are mixed.
    private static func sampleValue(of name: String, _ sample: Int) -> Double {
        var generator = SplitMix64(seed: SplitMix64.hash(of: name) &+ UInt64(sample))
        let size = Double(generator.next() >> 11) / Double(1 << 53) * 2.7 + 0.3
        return sample.isMultiple(of: 2) ? size : -size
    }
}

extension Expression.Operation {
    fileprivate func exact(_ left: Fraction, _ right: Fraction) -> Fraction? {
        switch self {
        case .add: left.adding(right)
        case .subtract: left.adding(-right)
        case .multiply: left.multiplied(by: right)
        case .divide: left.divided(by: right)
        case .power: left.raised(to: right)
        }
    }

    fileprivate func value(_ left: Complex, _ right: Complex) -> Complex {
        switch self {
        case .add: left + right
        case .subtract: left - right
        case .multiply: left * right
        case .divide: left / right
        case .power: left.raised(to: right)
        }
    }
}
