extension ConfidenceInterval {
    /// The percentile bootstrap interval for the mean of any numbers.
    ///
    /// Efron, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7 (1979);
    /// Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), section 13.3. It is too
    /// narrow for fewer than about 20 values.
    ///
    /// - Parameters:
    ///   - resamples: at least 100.
    ///   - generator: its state decides the draws; the same state gives the same interval.
    public static func bootstrapOfMean(
        _ values: [Double],
        level: Double = 0.95,
        resamples: Int = 2_000,
        using generator: inout some RandomNumberGenerator
    ) throws(StatisticsError) -> ConfidenceInterval {
        try requireFinite(values, "The value")
        return try bootstrap(
            count: values.count,
            level: level,
            resamples: resamples,
            using: &generator
        ) { places in
            places.reduce(0) { $0 + values[$1] } / Double(places.count)
        }
    }

    /// The percentile bootstrap of a statistic of the items at the drawn places. Draws for which
    /// the statistic is nil are left out.
    static func bootstrap(
        count: Int,
        level: Double,
        resamples: Int,
        using generator: inout some RandomNumberGenerator,
        statistic: ([Int]) -> Double?
    ) throws(StatisticsError) -> ConfidenceInterval {
        try requireLevel(level)
        guard count > 0 else { throw .empty(what: "values") }
        try requireDraws(resamples, "The number of resamples")
        var places = Array(repeating: 0, count: count)
        var results: [Double] = []
        for _ in 0..<resamples {
            for place in places.indices {
                places[place] = .random(in: 0..<count, using: &generator)
            }
            if let result = statistic(places) { results.append(result) }
        }
        guard !results.isEmpty else { throw .empty(what: "resamples with a value") }
        results.sort()
        return ConfidenceInterval(
            lower: quantile((1 - level) / 2, ofSorted: results),
            upper: quantile((1 + level) / 2, ofSorted: results),
            level: level
        )
    }

    static func requireDraws(_ number: Int, _ what: String) throws(StatisticsError) {
        guard number >= 100 else {
            throw .badValue(
                what: what,
                place: nil,
                found: Double(number),
                allowed: "at least 100"
            )
        }
    }

    /// Linear between neighbours: definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical
    /// Packages", The American Statistician 50 (1996).
    private static func quantile(_ share: Double, ofSorted values: [Double]) -> Double {
        let position = share * Double(values.count - 1)
        let below = Int(position)
        guard below + 1 < values.count else { return values[values.count - 1] }
        return values[below] + (position - Double(below)) * (values[below + 1] - values[below])
    }
}
