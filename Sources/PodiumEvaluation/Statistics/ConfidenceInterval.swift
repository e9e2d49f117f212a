internal import Foundation
internal import PodiumCore

/// A range that holds the true value in a share `level` of repeated studies.
public struct ConfidenceInterval: Hashable, Sendable {
    public var lower: Double
    public var upper: Double
    /// Between 0 and 1, such as 0.95.
    public var level: Double

    public init(lower: Double, upper: Double, level: Double) {
        self.lower = lower
        self.upper = upper
        self.level = level
    }

    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// The score interval for a share, which stays useful near 0 and 1 and for few trials.
    ///
    /// Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of
    /// the American Statistical Association 22 (1927).
    ///
    /// - Throws: `StatisticsError` when there are no trials, or the successes are not among them.
    public static func wilson(
        successes: Int,
        trials: Int,
        level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        try requireLevel(level)
        guard trials > 0 else { throw .empty(what: "trials") }
        guard (0...trials).contains(successes) else {
            throw .badValue(
                what: "The number of successes",
                place: nil,
                found: Double(successes),
                allowed: "a number from 0 to \(trials)"
            )
        }
        let range = Score.interval(
            right: successes,
            of: trials,
            quantile: normalQuantile(upperTail: (1 - level) / 2)
        )
        return ConfidenceInterval(lower: range.lowerBound, upper: range.upperBound, level: level)
    }

    static func requireLevel(_ level: Double) throws(StatisticsError) {
        guard level > 0, level < 1 else {
            throw .badValue(
                what: "The level of confidence",
                place: nil,
                found: level,
                allowed: "a number between 0 and 1, such as 0.95"
            )
        }
    }
}

/// The value that a standard normal variable exceeds with this probability, by bisection of the
/// complementary error function.
func normalQuantile(upperTail: Double) -> Double {
    var (low, high) = (-40.0, 40.0)
    for _ in 0..<80 {
        let middle = (low + high) / 2
        if erfc(middle / 2.0.squareRoot()) / 2 > upperTail { low = middle } else { high = middle }
    }
    return (low + high) / 2
}
