extension OffPolicyEstimate {
    /// Judges a target from logged decisions, with a percentile bootstrap interval over decisions.
    ///
    /// - Parameters:
    ///   - minimum: the effective sample size below which no estimate is given.
    ///   - resamples: at least 100.
    /// - Throws: `StatisticsError` when a decision lacks what the method needs, or the decisions
    ///   say too little about the target.
    public init(
        _ method: OffPolicyMethod,
        from decisions: [LoggedDecision],
        minimumEffectiveSampleSize minimum: Double = 30,
        level: Double = 0.95,
        resamples: Int = 2_000,
        using generator: inout some RandomNumberGenerator
    ) throws(StatisticsError) {
        var terms: [Term] = []
        for (place, decision) in decisions.enumerated() {
            terms.append(try Term(decision, method, place))
        }
        effectiveSampleSize = method.weighs ? Self.kish(terms.map(\.weight)) : Double(terms.count)
        guard effectiveSampleSize > 0, effectiveSampleSize >= minimum else {
            throw .tooFewEffectiveSamples(found: effectiveSampleSize, minimum: minimum)
        }
        guard let value = Self.mean(of: terms, at: Array(terms.indices)) else {
            throw .tooFewEffectiveSamples(found: 0, minimum: minimum)
        }
        self.method = method
        self.value = value
        interval = try .bootstrap(
            count: terms.count,
            level: level,
            resamples: resamples,
            using: &generator
        ) { Self.mean(of: terms, at: $0) }
    }

    /// A decision's part in an estimate, which is for all methods the mean of `plain` plus the sum
    /// of `weighted` over the sum of `weight`, where the method divides by it.
    private struct Term {
        var plain = 0.0
        var weighted = 0.0
        var weight = 1.0

        init(_ decision: LoggedDecision, _ method: OffPolicyMethod, _ place: Int)
            throws(StatisticsError)
        {
            if method.weighs { weight = try Self.weight(of: decision, place) }
            var (estimate, targetValue) = (0.0, 0.0)
            if method.models {
                targetValue = try Self.finite(decision.targetValue, "model's value", place)
            }
            if method == .selfNormalizedDoublyRobust {
                estimate = try Self.finite(decision.estimate, "model's estimate", place)
            }
            let reward = try Self.finite(decision.reward, "reward", place)
            switch method {
            case .inversePropensity: plain = weight * reward
            case .selfNormalized: weighted = weight * reward
            case .directMethod: plain = targetValue
            case .selfNormalizedDoublyRobust:
                plain = targetValue
                weighted = weight * (reward - estimate)
            }
        }

        private static func weight(of decision: LoggedDecision, _ place: Int)
            throws(StatisticsError) -> Double
        {
            let propensity = try finite(decision.propensity, "propensity", place)
            let weight = decision.targetProbability / propensity
            guard propensity > 0, propensity <= 1, weight.isFinite else {
                throw .badValue(
                    what: "The propensity",
                    place: place,
                    found: propensity,
                    allowed: "a probability above 0"
                )
            }
            guard (0...1).contains(decision.targetProbability) else {
                throw .badValue(
                    what: "The target's probability",
                    place: place,
                    found: decision.targetProbability,
                    allowed: "a number from 0 to 1"
                )
            }
            return weight
        }

        private static func finite(_ value: Double?, _ what: String, _ place: Int)
            throws(StatisticsError) -> Double
        {
            guard let value else { throw .missing(what: what, place: place) }
            guard value.isFinite else {
                throw .badValue(
                    what: "The \(what)",
                    place: place,
                    found: value,
                    allowed: "a finite number"
                )
            }
            return value
        }
    }

    /// Nil when the drawn weights are all 0.
    private static func mean(of terms: [Term], at places: [Int]) -> Double? {
        var (plain, weighted, weight) = (0.0, 0.0, 0.0)
        for place in places {
            plain += terms[place].plain
            weighted += terms[place].weighted
            weight += terms[place].weight
        }
        guard weight > 0 else { return nil }
        return plain / Double(places.count) + weighted / weight
    }

    private static func kish(_ weights: [Double]) -> Double {
        // Relative to the largest, so that no square overflows.
        guard let largest = weights.max(), largest > 0 else { return 0 }
        let sum = weights.reduce(0) { $0 + $1 / largest }
        return sum * sum / weights.reduce(0) { $0 + $1 / largest * ($1 / largest) }
    }
}
