import Testing

@testable import PodiumEvaluation

struct OffPolicyTests {
    private static let few = [
        (1.0, 0.5, 0.9, 0.7, 0.75), (0, 0.25, 0.1, 0.2, 0.5), (1, 0.8, 0.6, 0.9, 0.8),
        (1, 0.4, 0.5, 0.6, 0.55), (0, 0.5, 0.2, 0.3, 0.6), (0.5, 0.2, 0.3, 0.4, 0.45),
    ].map {
        LoggedDecision(
            reward: $0.0,
            propensity: $0.1,
            targetProbability: $0.2,
            estimate: $0.3,
            targetValue: $0.4
        )
    }

    /// By the formulas in numpy.
    @Test(
        arguments: zip(
            OffPolicyMethod.allCases,
            [0.7583333333333333, 0.7459016393442622, 0.6083333333333333, 0.7829234972677596]
        )
    )
    func `estimates are those of the formulas`(method: OffPolicyMethod, expected: Double) throws {
        var generator = SplitMix64(seed: 2)
        let found = try OffPolicyEstimate(
            method,
            from: Self.few,
            minimumEffectiveSampleSize: 0,
            using: &generator
        )
        #expect(isClose(found.value, expected))
        let size = method == .directMethod ? 6 : 4.689350976685571
        #expect(isClose(found.effectiveSampleSize, size))
        #expect(found.interval.contains(found.value))
    }

    @Test func `too few effective samples give no estimate`() {
        var generator = SplitMix64(seed: 2)
        let error = #expect(throws: StatisticsError.self) {
            try OffPolicyEstimate(.selfNormalized, from: Self.few, using: &generator)
        }
        #expect(
            error?.description == """
                The weighted decisions count as 4.689, fewer than 30. \
                Log more decisions, or judge a target closer to what was logged.
                """
        )
        for method in OffPolicyMethod.allCases {
            #expect(throws: StatisticsError.tooFewEffectiveSamples(found: 0, minimum: 0)) {
                try OffPolicyEstimate(
                    method,
                    from: [],
                    minimumEffectiveSampleSize: 0,
                    using: &generator
                )
            }
        }
        var strangers = Self.few
        for place in strangers.indices { strangers[place].targetProbability = 0 }
        #expect(throws: StatisticsError.tooFewEffectiveSamples(found: 0, minimum: 0)) {
            try OffPolicyEstimate(
                .inversePropensity,
                from: strangers,
                minimumEffectiveSampleSize: 0,
                using: &generator
            )
        }
    }

    @Test func `what a method needs and was not logged is named`() {
        var generator = SplitMix64(seed: 2)
        func error(_ method: OffPolicyMethod, _ change: (inout LoggedDecision) -> Void)
            -> StatisticsError?
        {
            var decisions = Self.few
            change(&decisions[3])
            return #expect(throws: StatisticsError.self) {
                try OffPolicyEstimate(
                    method,
                    from: decisions,
                    minimumEffectiveSampleSize: 0,
                    using: &generator
                )
            }
        }
        #expect(
            error(.inversePropensity) { $0.propensity = nil }
                == .missing(what: "propensity", place: 3)
        )
        #expect(
            error(.directMethod) { $0.targetValue = nil }
                == .missing(what: "model's value", place: 3)
        )
        #expect(
            error(.selfNormalizedDoublyRobust) { $0.estimate = nil }
                == .missing(what: "model's estimate", place: 3)
        )
        #expect(error(.selfNormalized) { $0.propensity = 0 } != nil)
        #expect(error(.selfNormalized) { $0.propensity = .leastNonzeroMagnitude } != nil)
        #expect(error(.selfNormalized) { $0.targetProbability = 1.5 } != nil)
        #expect(error(.selfNormalized) { $0.reward = .nan } != nil)
    }

    /// Questions of three kinds, four workers, a logging conductor that explores and a target that
    /// prefers the better worker. The model is wrong by up to 0.2.
    private func log(_ count: Int, _ generator: inout SplitMix64) -> [LoggedDecision] {
        (0..<count).map { _ in
            let kind = Int.random(in: 0..<3, using: &generator)
            let rewards = (0..<4).map { Self.reward(kind, $0) }
            let draw = generator.unit()
            let action = draw < 0.4 ? 0 : draw < 0.7 ? 1 : draw < 0.9 ? 2 : 3
            let model = rewards.enumerated().map { $1 + ($0 % 2 == 0 ? 0.2 : -0.1) }
            return LoggedDecision(
                reward: generator.coin(rewards[action]) ? 1 : 0,
                propensity: [0.4, 0.3, 0.2, 0.1][action],
                targetProbability: Self.target(kind, action),
                estimate: model[action],
                targetValue: (0..<4).reduce(0) { $0 + Self.target(kind, $1) * model[$1] }
            )
        }
    }

    private static func reward(_ kind: Int, _ action: Int) -> Double {
        [[0.2, 0.5, 0.7, 0.6], [0.3, 0.3, 0.4, 0.8], [0.6, 0.2, 0.1, 0.5]][kind][action]
    }

    private static func target(_ kind: Int, _ action: Int) -> Double {
        [[0.1, 0.2, 0.6, 0.1], [0.1, 0.1, 0.2, 0.6], [0.7, 0.1, 0.1, 0.1]][kind][action]
    }

    private static var truth: Double {
        (0..<3).reduce(0) { sum, kind in
            (0..<4).reduce(sum) { $0 + target(kind, $1) * reward(kind, $1) / 3 }
        }
    }

    @Test func `weighted estimates cover the truth and a wrong model alone does not`() throws {
        var generator = SplitMix64(seed: 33)
        let studies = 100
        var covered: [OffPolicyMethod: Int] = [:]
        var squares: [OffPolicyMethod: Double] = [:]
        for _ in 0..<studies {
            let decisions = log(250, &generator)
            for method in OffPolicyMethod.allCases {
                let found = try OffPolicyEstimate(
                    method,
                    from: decisions,
                    level: 0.9,
                    resamples: 200,
                    using: &generator
                )
                if found.interval.contains(Self.truth) { covered[method, default: 0] += 1 }
                let miss = found.value - Self.truth
                squares[method, default: 0] += miss * miss / Double(studies)
            }
        }
        // Three standard errors of 100 studies are 9 %.
        for method in OffPolicyMethod.allCases where method != .directMethod {
            #expect((0.81...0.99).contains(Double(covered[method] ?? 0) / Double(studies)))
        }
        #expect(covered[.directMethod] ?? 0 < studies / 10)
        let (plain, normalized, robust) = (
            squares[.inversePropensity] ?? 0, squares[.selfNormalized] ?? 0,
            squares[.selfNormalizedDoublyRobust] ?? 0
        )
        #expect(robust < normalized && normalized < plain)
    }
}
