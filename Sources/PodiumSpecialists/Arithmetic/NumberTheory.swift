internal import BigInt

/// Primes and divisors by trial division, up to a stated limit.
enum NumberTheory {
    /// The largest number that is factorised: its root is the number of trial divisions.
    static let factorLimit: UInt64 = 1_000_000_000_000
    /// The largest end of a range whose primes are counted.
    static let sieveLimit = 1_000_000

    struct Factor: Hashable, Sendable {
        var prime: UInt64
        var exponent: Int
    }

    /// The prime factors in rising order; empty for 0 and 1.
    static func factors(of number: UInt64) -> [Factor] {
        var rest = number
        var factors: [Factor] = []
        var candidate: UInt64 = 2
        while rest > 1, candidate * candidate <= rest {
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

    /// Every divisor in rising order.
    static func divisors(of number: UInt64) -> [UInt64] {
        var divisors: [UInt64] = [1]
        for factor in factors(of: number) {
            var power: UInt64 = 1
            let known = divisors
            for _ in 0..<factor.exponent {
                power *= factor.prime
                divisors += known.map { $0 * power }
            }
        }
        return divisors.sorted()
    }

    /// The primes up to and including `limit`, by the sieve of Eratosthenes.
    static func primes(upTo limit: Int) -> [Int] {
        guard limit >= 2 else { return [] }
        var isComposite = [Bool](repeating: false, count: limit + 1)
        var primes: [Int] = []
        for candidate in 2...limit where !isComposite[candidate] {
            primes.append(candidate)
            var multiple = candidate * candidate
            while multiple <= limit {
                isComposite[multiple] = true
                multiple += candidate
            }
        }
        return primes
    }

    /// Whether a number of any size is prime: by trial division below the limit, above it by the
    /// strong pseudoprime test to the first twelve prime bases, which is exact below 3.3 × 10²⁴
    /// (Sorenson and Webster, 2015). Nil above that.
    static func isPrime(_ number: BigInt) -> Bool? {
        guard number > 1 else { return false }
        if let small = UInt64(exactly: number), small <= factorLimit {
            return factors(of: small) == [Factor(prime: small, exponent: 1)]
        }
        guard number.bitWidth <= 81 else { return nil }
        let bases: [BigUInt] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
        return bases.allSatisfy { number.magnitude.isStrongProbablePrime($0) }
    }
}
