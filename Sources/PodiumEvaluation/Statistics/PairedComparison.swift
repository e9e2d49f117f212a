/// Two conductors judged on the same items: whether the second does better than the first.
///
///     let comparison = try PairedComparison(first: baseline, second: candidate)
///     let mayReplace = try comparison.lowerBoundOfGain(level: 0.95) > 0
public struct PairedComparison: Hashable, Sendable {
    /// The second's score less the first's, for each item.
    public let gains: [Double]
    /// Items on which the second scores higher.
    public let wins: Int
    /// Items on which the second scores lower.
    public let losses: Int
    public let ties: Int
    /// What is wrong with the scores for a test of right and wrong answers: the first that is
    /// graded.
    let gradedScore: StatisticsError?

    /// - Parameters:
    ///   - first: scores of the conductor in place, one an item; 0 and 1 for wrong and right.
    ///   - second: scores of the candidate, for the same items in the same order.
    public init(first: [Double], second: [Double]) throws(StatisticsError) {
        guard first.count == second.count else {
            throw .unequalLengths(first: first.count, second: second.count)
        }
        guard !first.isEmpty else { throw .empty(what: "scores") }
        try requireFinite(first, "The first conductor's score")
        try requireFinite(second, "The second conductor's score")
        gains = zip(first, second).map { $1 - $0 }
        wins = gains.count { $0 > 0 }
        losses = gains.count { $0 < 0 }
        ties = gains.count - wins - losses
        let pairs = zip(first, second).map { [$0, $1] }
        let graded = pairs.firstIndex { !$0.allSatisfy([0, 1].contains) }
        gradedScore = graded.map { place in
            .badValue(
                what: "A score",
                place: place,
                found: pairs[place].first { ![0, 1].contains($0) } ?? .nan,
                allowed: "0 or 1, or use the sign-flip test"
            )
        }
    }

    /// Whether each score is 0 or 1.
    public var isRightOrWrong: Bool { gradedScore == nil }

    /// Above 0 when the second does better.
    public var meanGain: Double { gains.reduce(0, +) / Double(gains.count) }

    /// The percentile bootstrap interval of the mean gain, drawn over items.
    public func interval(
        level: Double = 0.95,
        resamples: Int = 2_000,
        using generator: inout some RandomNumberGenerator
    ) throws(StatisticsError) -> ConfidenceInterval {
        try .bootstrapOfMean(gains, level: level, resamples: resamples, using: &generator)
    }

    /// What the mean gain exceeds with this confidence (one-sided): a gate lets the second pass
    /// when this is above 0.
    ///
    /// Half a win and half a loss, each by `span`, and a tie are added before the normal bound is
    /// taken: Agresti and Min, "Simple Improved Confidence Intervals for Comparing Matched
    /// Proportions", Statistics in Medicine 24 (2005). A bootstrap of two wins out of two would be
    /// sure of a gain of 1; this bound is below 0. With fewer than 10 items it still promises too
    /// much.
    ///
    /// - Parameter span: the largest possible gain; 1 for scores from 0 to 1.
    public func lowerBoundOfGain(
        level: Double = 0.95,
        span: Double = 1
    ) throws(StatisticsError) -> Double {
        try ConfidenceInterval.requireLevel(level)
        guard span > 0, span.isFinite else {
            throw .badValue(
                what: "The span of the gains",
                place: nil,
                found: span,
                allowed: "a number above 0"
            )
        }
        let count = Double(gains.count + 2)
        let mean = gains.reduce(0, +) / count
        let squares = gains.reduce(span * span) { $0 + $1 * $1 }
        let variance = max(0, squares / count - mean * mean)
        return mean - normalQuantile(upperTail: 1 - level) * (variance / count).squareRoot()
    }
}
