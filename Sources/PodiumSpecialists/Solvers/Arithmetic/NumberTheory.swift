internal import BigInt
import PodiumPhrasebook

/// Primes, divisors, bases and units.
enum NumberTheory {
    /// The largest number that is factorised: its root is the number of trial divisions.
    static let factorLimit: UInt64 = 1_000_000_000_000

    struct Factor: Hashable, Sendable {
        var prime: UInt64
        var exponent: Int
    }

    /// The prime factors in rising order; empty for 0 and 1.
    static func factors(of number: UInt64) -> [Factor] {
        var (rest, factors, candidate): (UInt64, [Factor], UInt64) = (number, [], 2)
        while rest > 1, candidate <= rest / candidate {
            var exponent = 0
            while rest % candidate == 0 {
                rest /= candidate
                exponent += 1
            }
            if exponent > 0 { factors.append(Factor(prime: candidate, exponent: exponent)) }
            candidate += candidate == 2 ? 1 : 2
        }
        if rest > 1 { factors.append(Factor(prime: rest, exponent: 1)) }
        return factors
    }

    /// `2^3 × 3^2 × 5`
    static func text(of factors: [Factor]) -> String {
        factors.map { $0.exponent == 1 ? "\($0.prime)" : "\($0.prime)^\($0.exponent)" }
            .joined(separator: " × ")
    }

    /// Whether a number of any size is prime: by trial division below the limit, above it by the
    /// strong pseudoprime test to the first twelve prime bases, which is exact below 3.3 × 10²⁴
    /// (Sorenson and Webster, 2015). Nil above that.
    static func isPrime(_ number: BigInt) -> Bool? {
        guard number > 1 else { return false }
        if let small = UInt64(exactly: number), small <= 1_000_000 {
            return factors(of: small) == [Factor(prime: small, exponent: 1)]
        }
        guard number.bitWidth <= 81 else { return nil }
        let bases: [BigUInt] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
        return bases.allSatisfy { number.magnitude.isStrongProbablePrime($0) }
    }

    /// The forms on primes and divisors, exactly.
    static func solve(_ form: Form.Name, _ number: Rational) throws(Unsolved) -> Solution {
        guard number.isInteger else { throw Unsolved("find primes or divisors of \(number.told)") }
        let value = number.numerator
        if form == .prime {
            guard let isPrime = isPrime(value) else { throw Unsolved("test so large a number") }
            return Solution(isPrime ? "yes" : "no", [try reason(value, isPrime)])
        }
        if form == .nextPrime { return try nextPrime(after: value) }
        guard let small = UInt64(exactly: value), small > 0, small <= factorLimit else {
            throw Unsolved("factorise \(value): my limit is \(factorLimit)")
        }
        let factors = factors(of: small)
        let product = small == 1 ? "1" : text(of: factors)
        if form == .factors { return Solution(product, ["I divide by the primes in turn."]) }
        let count = factors.reduce(1) { $0 * ($1.exponent + 1) }
        return Solution("\(count)", ["\(small) = \(product)"])
    }

    private static func reason(_ value: BigInt, _ isPrime: Bool) throws(Unsolved) -> String {
        if isPrime { return "\(value) has no divisor but 1 and itself." }
        guard value > 1, let small = UInt64(exactly: value), small <= factorLimit,
            let factor = factors(of: small).first
        else {
            return value > 1 ? "\(value) fails the strong test for primes." : "Primes begin with 2."
        }
        return "\(value) = \(factor.prime) × \(small / factor.prime)"
    }

    private static func nextPrime(after value: BigInt) throws(Unsolved) -> Solution {
        guard value.magnitude.bitWidth <= 60 else {
            throw Unsolved("search among so large numbers")
        }
        var candidate = max(value, 1) + 1
        // Gaps between primes of this size are below 1,500.
        for _ in 0..<2_000 {
            if isPrime(candidate) == true {
                return Solution("\(candidate)", ["I test one number after another."])
            }
            candidate += 1
        }
        throw Unsolved("find the next prime")
    }

    // MARK: Bases and units

    static func inBase(_ number: Rational, _ base: Int) throws(Unsolved) -> Solution {
        guard number.isInteger, (2...35).contains(base) else {
            throw Unsolved(
                "write \(number.told) in base \(base): I convert whole numbers to bases from 2 to 35"
            )
        }
        let text = String(number.numerator, radix: base).uppercased()
        return Solution(text, ["I divide by \(base) again and again and collect the remainders."])
    }

    static func fromBase(_ digits: String, _ base: Int) throws(Unsolved) -> Solution {
        let plain = digits.lowercased()
        let marks = [2: "0b", 8: "0o", 16: "0x"]
        let bare =
            marks[base].map { plain.hasPrefix($0) ? String(plain.dropFirst(2)) : plain } ?? plain
        guard bare.utf8.count <= 4_000, let value = BigInt(digits: bare, radix: base) else {
            throw Unsolved("read \(digits.prefix(40)) in base \(base)")
        }
        return Solution("\(value)", ["I add up the digits by their places."])
    }

    static func convert(_ number: Rational, _ from: String, _ to: String) throws(Unsolved)
        -> Solution
    {
        guard let source = Unit.named(from), let target = Unit.named(to) else {
            throw Unsolved("find such a unit")
        }
        guard source.dimension == target.dimension else {
            throw Unsolved(
                "convert \(source.name) to \(target.name): they measure different things"
            )
        }
        guard let value = target.fromBase(source.toBase(number)) else { throw .byZero }
        let rounded = value.decimal(places: 6) ?? value.rounded(places: 6)
        let about = value.decimal(places: 6) == nil ? ", rounded to six places" : ""
        return Solution(
            "\(rounded) \(target.name)",
            ["\(number.told) \(source.name) = \(rounded) \(target.name)\(about)"]
        )
    }
}
