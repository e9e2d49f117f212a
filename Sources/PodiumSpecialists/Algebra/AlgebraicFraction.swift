internal import BigInt

/// A quotient of two polynomials. The one below is 1 wherever it would be a number.
struct AlgebraicFraction: Hashable, Sendable {
    let top: Polynomial
    let bottom: Polynomial

    init(_ polynomial: Polynomial) {
        self.init(above: polynomial, below: Polynomial(Rational(1)))
    }

    private init(above: Polynomial, below: Polynomial) {
        top = above
        bottom = below
    }

    init(_ number: Rational) { self.init(Polynomial(number)) }

    /// Nil when the bottom is zero.
    init?(_ top: Polynomial, over bottom: Polynomial) {
        guard !bottom.isZero else { return nil }
        guard let constant = bottom.constant else {
            self.init(above: top, below: bottom)
            return
        }
        guard let inverse = Rational(1).divided(by: constant) else { return nil }
        self.init(top.scaled(by: inverse))
    }

    /// The polynomial that it is, when no unknown stands below.
    var polynomial: Polynomial? { bottom.constant == nil ? nil : top }

    var unknowns: [String] { Set(top.unknowns + bottom.unknowns).sorted() }

    func plus(_ other: AlgebraicFraction) -> AlgebraicFraction? {
        if bottom == other.bottom { return AlgebraicFraction(top + other.top, over: bottom) }
        guard let left = top.times(other.bottom), let right = other.top.times(bottom),
            let below = bottom.times(other.bottom)
        else { return nil }
        return AlgebraicFraction(left + right, over: below)
    }

    func negated() -> AlgebraicFraction? { AlgebraicFraction(-top, over: bottom) }

    func times(_ other: AlgebraicFraction) -> AlgebraicFraction? {
        guard let above = top.times(other.top), let below = bottom.times(other.bottom) else {
            return nil
        }
        return AlgebraicFraction(above, over: below)
    }

    func divided(by other: AlgebraicFraction) -> AlgebraicFraction? {
        guard let above = top.times(other.bottom), let below = bottom.times(other.top) else {
            return nil
        }
        return AlgebraicFraction(above, over: below)
    }

    func raised(to exponent: Int) -> AlgebraicFraction? {
        guard let above = top.raised(to: exponent), let below = bottom.raised(to: exponent) else {
            return nil
        }
        return AlgebraicFraction(above, over: below)
    }
}

/// Two sides that are equal.
struct Equation: Hashable, Sendable {
    var left: AlgebraicFraction
    var right: AlgebraicFraction

    /// What is zero when the equation holds. Nil when it is too large to be written.
    var difference: Polynomial? {
        guard let left = left.top.times(right.bottom), let right = right.top.times(self.left.bottom)
        else { return nil }
        return left - right
    }

    /// What must not be zero: the denominators with unknowns.
    var denominators: [Polynomial] {
        [left.bottom, right.bottom].filter { $0.constant == nil }
    }

    var unknowns: [String] { Set(left.unknowns + right.unknowns).sorted() }

    var text: String? {
        guard let left = left.polynomial, let right = right.polynomial else { return nil }
        return "\(left) = \(right)"
    }
}
