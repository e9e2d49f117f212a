/// An exact number of the gym, in lowest terms with a positive denominator.
///
/// Answers come from outside, so whatever could overflow gives nil.
struct Fraction: Hashable, Sendable, Codable {
    let top: Int
    let bottom: Int

    init(_ whole: Int) {
        top = whole
        bottom = 1
    }

    init?(_ top: Int, over bottom: Int) {
        guard bottom != 0, top != .min, bottom != .min else { return nil }
        let divisor = Numbers.gcd(top, bottom) * (bottom < 0 ? -1 : 1)
        self.top = top / divisor
        self.bottom = bottom / divisor
    }

    var whole: Int? { bottom == 1 ? top : nil }
    var text: String { bottom == 1 ? "\(top)" : "\(top)/\(bottom)" }

    /// `left` and `right` joined by one of `+ - * /`.
    static func combine(_ sign: Character, _ left: Fraction, _ right: Fraction) -> Fraction? {
        func product(_ one: Int, _ other: Int) -> Int? {
            let (value, overflow) = one.multipliedReportingOverflow(by: other)
            return overflow ? nil : value
        }
        switch sign {
        case "*":
            guard let top = product(left.top, right.top),
                let bottom = product(left.bottom, right.bottom)
            else { return nil }
            return Fraction(top, over: bottom)
        case "/":
            guard let top = product(left.top, right.bottom),
                let bottom = product(left.bottom, right.top)
            else { return nil }
            return Fraction(top, over: bottom)
        default:
            guard let one = product(left.top, right.bottom),
                let other = product(right.top, left.bottom),
                let bottom = product(left.bottom, right.bottom)
            else { return nil }
            let (top, overflow) =
                sign == "+"
                ? one.addingReportingOverflow(other) : one.subtractingReportingOverflow(other)
            return overflow ? nil : Fraction(top, over: bottom)
        }
    }
}

/// Small number theory for problems and their answers.
enum Numbers {
    /// The greatest common divisor, at least 1.
    static func gcd(_ left: Int, _ right: Int) -> Int {
        var (one, other) = (left.magnitude, right.magnitude)
        while other != 0 { (one, other) = (other, one % other) }
        return one == 0 || one > UInt(Int.max) ? 1 : Int(one)
    }

    /// `base` to the power of `exponent` modulo `modulus`, for moduli below two thousand million.
    static func power(_ base: Int, _ exponent: Int, modulo modulus: Int) -> Int {
        var (result, factor, rest) = (1 % modulus, base % modulus, exponent)
        while rest > 0 {
            if rest % 2 == 1 { result = result * factor % modulus }
            factor = factor * factor % modulus
            rest /= 2
        }
        return result
    }

    /// The prime factors in rising order, each as often as it occurs. For numbers up to some
    /// thousand million.
    static func factors(of number: Int) -> [Int] {
        var factors: [Int] = []
        var rest = number
        var divisor = 2
        while divisor <= rest / divisor {
            while rest % divisor == 0 {
                factors.append(divisor)
                rest /= divisor
            }
            divisor += 1
        }
        return rest > 1 ? factors + [rest] : factors
    }

    static func isPrime(_ number: Int) -> Bool { number > 1 && factors(of: number).count == 1 }

    /// `2^3 × 5`
    static func factored(_ number: Int) -> String {
        let factors = factors(of: number)
        var seen: [Int] = []
        for factor in factors where seen.last != factor { seen.append(factor) }
        return seen.map { factor in
            let count = factors.filter { $0 == factor }.count
            return count > 1 ? "\(factor)^\(count)" : "\(factor)"
        }
        .joined(separator: " × ")
    }
}
