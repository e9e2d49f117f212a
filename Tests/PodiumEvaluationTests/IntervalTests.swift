import Testing

@testable import PodiumEvaluation

/// The expected figures come from statsmodels 0.15 and scipy 1.17.
struct IntervalTests {
    @Test(arguments: [
        (45, 50, 0.95, 0.7863976856252034, 0.9565242350681095),
        (0, 10, 0.95, 0, 0.27753279986288926),
        (7, 7, 0.99, 0.5133885650057457, 1),
        (1234, 3000, 0.9, 0.3966422586900091, 0.4261841915559162),
    ])
    func `the Wilson interval is that of statsmodels`(
        successes: Int,
        trials: Int,
        level: Double,
        lower: Double,
        upper: Double
    ) throws {
        let interval = try ConfidenceInterval.wilson(
            successes: successes,
            trials: trials,
            level: level
        )
        #expect(isClose(interval.lower, lower) && isClose(interval.upper, upper))
        #expect(interval.level == level)
    }

    @Test func `normal quantiles are exact far into the tail`() {
        #expect(isClose(normalQuantile(upperTail: 0.025), 1.959963984540054))
        #expect(isClose(normalQuantile(upperTail: 1e-6), 4.753424308822899, within: 1e-8))
        #expect(isClose(normalQuantile(upperTail: 0.5), 0))
    }

    @Test func `a bootstrap interval is that of scipy but for the luck of the draws`() throws {
        let values = [2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 6.1, 3.3, 4.9, 5.2, 1.4]
        var generator = SplitMix64(seed: 1)
        let interval = try ConfidenceInterval.bootstrapOfMean(
            values,
            level: 0.9,
            resamples: 20_000,
            using: &generator
        )
        #expect(isClose(interval.lower, 3.0416666667, within: 0.01))
        #expect(isClose(interval.upper, 4.4333333333, within: 0.01))
    }

    @Test func `the same seed gives the same interval and another seed another`() throws {
        let values = (0..<40).map { Double($0 * $0 % 17) }
        func interval(seed: UInt64) throws -> ConfidenceInterval {
            var generator = SplitMix64(seed: seed)
            return try .bootstrapOfMean(values, using: &generator)
        }
        #expect(try interval(seed: 3) == interval(seed: 3))
        #expect(try interval(seed: 3) != interval(seed: 4))
    }

    @Test func `intervals cover the true share about as often as they say`() throws {
        var generator = SplitMix64(seed: 7)
        let (studies, truth) = (400, 0.3)
        var (byWilson, byBootstrap) = (0, 0)
        for _ in 0..<studies {
            let draws = (0..<80).map { _ in generator.coin(truth) ? 1.0 : 0.0 }
            let wilson = try ConfidenceInterval.wilson(
                successes: draws.count { $0 == 1 },
                trials: draws.count,
                level: 0.9
            )
            let bootstrap = try ConfidenceInterval.bootstrapOfMean(
                draws,
                level: 0.9,
                resamples: 300,
                using: &generator
            )
            if wilson.contains(truth) { byWilson += 1 }
            if bootstrap.contains(truth) { byBootstrap += 1 }
        }
        // Three standard errors of 400 studies are 4.5 %.
        #expect((0.855...0.945).contains(Double(byWilson) / Double(studies)))
        #expect((0.855...0.945).contains(Double(byBootstrap) / Double(studies)))
    }

    @Test func `bad input is an error that says how to mend it`() {
        var generator = SplitMix64(seed: 1)
        #expect(throws: StatisticsError.empty(what: "trials")) {
            try ConfidenceInterval.wilson(successes: 0, trials: 0)
        }
        #expect(throws: StatisticsError.self) {
            try ConfidenceInterval.wilson(successes: 4, trials: 3)
        }
        #expect(throws: StatisticsError.self) {
            try ConfidenceInterval.wilson(successes: 1, trials: 3, level: .nan)
        }
        #expect(throws: StatisticsError.empty(what: "values")) {
            try ConfidenceInterval.bootstrapOfMean([], using: &generator)
        }
        #expect(throws: StatisticsError.self) {
            try ConfidenceInterval.bootstrapOfMean([1], resamples: 0, using: &generator)
        }
        let error = #expect(throws: StatisticsError.self) {
            try ConfidenceInterval.bootstrapOfMean([1, .infinity], using: &generator)
        }
        #expect(error?.description == "The value at place 1 is inf; give a finite number.")
    }
}
