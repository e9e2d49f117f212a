internal import Foundation

extension PairedComparison {
    /// The two-sided p-value of the exact McNemar test: how likely wins and losses at least as
    /// uneven are when each discordant item is a fair coin.
    ///
    /// McNemar, "Note on the Sampling Error of the Difference Between Correlated Proportions or
    /// Percentages", Psychometrika 12 (1947), with the binomial distribution in place of the
    /// normal.
    ///
    /// - Throws: `StatisticsError` when a score is neither 0 nor 1.
    public func exactMcNemar() throws(StatisticsError) -> Double {
        if let gradedScore { throw gradedScore }
        let discordant = Double(wins + losses)
        let fewer = Double(min(wins, losses))
        guard wins != losses else { return 1 }
        // From the largest term down: each is the one before times k / (n - k + 1).
        var term = exp(
            logGamma(discordant + 1) - logGamma(fewer + 1) - logGamma(discordant - fewer + 1)
                - discordant * log(2)
        )
        var tail = 0.0
        var number = fewer
        while number >= 0, term > tail * 1e-17 {
            tail += term
            term *= number / (discordant - number + 1)
            number -= 1
        }
        return min(1, 2 * tail)
    }

    /// The two-sided p-value of a permutation test for scores of any kind: how often a mean gain at
    /// least as far from 0 comes up when each item's gain has a random sign.
    ///
    /// Fisher, "The Design of Experiments" (1935), section 21. The observed order counts as one of
    /// the draws, so p is never 0: Phipson and Smyth, "Permutation P-values Should Never Be Zero",
    /// Statistical Applications in Genetics and Molecular Biology 9 (2010).
    ///
    /// - Parameter flips: draws of all signs, at least 100; p is never below 1 / (flips + 1).
    public func signFlipTest(
        flips: Int = 10_000,
        using generator: inout some RandomNumberGenerator
    ) throws(StatisticsError) -> Double {
        try ConfidenceInterval.requireDraws(flips, "The number of flips")
        let moving = gains.filter { $0 != 0 }
        let observed = moving.reduce(0, +).magnitude
        // Sums in another order differ in their last digits and must still count as equal.
        let threshold = observed - 1e-12 * moving.reduce(0) { $0 + $1.magnitude }
        var extreme = 1
        for _ in 0..<flips {
            var sum = 0.0
            var signs: UInt64 = 0
            for (place, gain) in moving.enumerated() {
                if place % 64 == 0 { signs = generator.next() }
                sum += signs & 1 == 0 ? gain : -gain
                signs >>= 1
            }
            if sum.magnitude >= threshold { extreme += 1 }
        }
        return Double(extreme) / Double(flips + 1)
    }
}

/// The logarithm of the gamma function of a number above 0. The C function by this name writes a
/// global sign; this one does not.
private func logGamma(_ value: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(value, &sign)
}
