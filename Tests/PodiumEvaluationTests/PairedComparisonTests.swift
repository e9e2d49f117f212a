import Testing

@testable import PodiumEvaluation

struct PairedComparisonTests {
    private func rightOrWrong(wins: Int, losses: Int, ties: Int = 0) throws -> PairedComparison {
        try PairedComparison(
            first: Array(repeating: 0, count: wins) + Array(repeating: 1, count: losses + ties),
            second: Array(repeating: 1, count: wins) + Array(repeating: 0, count: losses)
                + Array(repeating: 1, count: ties)
        )
    }

    /// By scipy 1.17, `binomtest`.
    @Test(arguments: [
        (7, 1, 0.0703125), (15, 5, 0.04138946533203125), (1300, 1200, 0.047681865221043444),
        (5200, 4900, 0.002926506228023293), (0, 6, 0.03125), (40, 0, 1.8189894035458565e-12),
        (5, 5, 1), (0, 0, 1),
    ])
    func `the McNemar test is exact for a few pairs and for thousands`(
        wins: Int,
        losses: Int,
        expected: Double
    ) throws {
        let found = try rightOrWrong(wins: wins, losses: losses, ties: 11).exactMcNemar()
        #expect(abs(found - expected) <= expected * 1e-9)
    }

    @Test func `a tail of 1e-229 is not rounded to nothing`() throws {
        let found = try rightOrWrong(wins: 3000, losses: 1000).exactMcNemar()
        #expect(abs(found / 2.491514538629926e-229 - 1) < 1e-9)
    }

    @Test func `wins losses ties and the mean gain are those of the second`() throws {
        let comparison = try PairedComparison(
            first: [0, 1, 0.5, 0.25],
            second: [1, 0.5, 0.5, 0.5]
        )
        #expect((comparison.wins, comparison.losses, comparison.ties) == (2, 1, 1))
        #expect(comparison.meanGain == 0.1875)
        #expect(!comparison.isRightOrWrong)
        let error = #expect(throws: StatisticsError.self) { try comparison.exactMcNemar() }
        #expect(
            error?.description
                == "A score at place 1 is 0.5; give 0 or 1, or use the sign-flip test."
        )
    }

    @Test func `the sign-flip test is near the exact permutation test of scipy`() throws {
        let gains = [0.3, -0.1, 0.45, 0.2, 0, 0.15, -0.05, 0.6, 0.25, 0.1]
        let comparison = try PairedComparison(first: gains.map { _ in 0 }, second: gains)
        var generator = SplitMix64(seed: 5)
        let found = try comparison.signFlipTest(flips: 40_000, using: &generator)
        #expect(abs(found - 0.02734375) < 0.003)
    }

    @Test func `equal conductors are never told apart`() throws {
        let scores = (0..<200).map { Double($0 % 3) / 2 }
        let comparison = try PairedComparison(first: scores, second: scores)
        var generator = SplitMix64(seed: 5)
        #expect(try comparison.signFlipTest(flips: 200, using: &generator) == 1)
        #expect(try comparison.interval(using: &generator).contains(0))
        #expect(try comparison.lowerBoundOfGain() < 0)
    }

    @Test func `the lower bound is that of Agresti and Min`() throws {
        let bound = try rightOrWrong(wins: 60, losses: 40, ties: 400).lowerBoundOfGain(level: 0.95)
        #expect(isClose(bound, 0.007041357661393972))
    }

    @Test func `two wins of two open no gate`() throws {
        #expect(try rightOrWrong(wins: 2, losses: 0).lowerBoundOfGain() < 0)
        #expect(try rightOrWrong(wins: 9, losses: 0).lowerBoundOfGain() > 0)
    }

    @Test func `a gate lets equal conductors pass about as seldom as it says`() throws {
        var generator = SplitMix64(seed: 21)
        let studies = 3_000
        var passes = 0
        for _ in 0..<studies {
            let pairs = (0..<150).map { _ in (generator.coin(0.7), generator.coin(0.7)) }
            let comparison = try PairedComparison(
                first: pairs.map { $0.0 ? 1 : 0 },
                second: pairs.map { $0.1 ? 1 : 0 }
            )
            if try comparison.lowerBoundOfGain(level: 0.95) > 0 { passes += 1 }
        }
        #expect((0.035...0.065).contains(Double(passes) / Double(studies)))
    }

    @Test func `lists that do not match are refused`() {
        #expect(throws: StatisticsError.unequalLengths(first: 2, second: 1)) {
            try PairedComparison(first: [1, 0], second: [1])
        }
        #expect(throws: StatisticsError.empty(what: "scores")) {
            try PairedComparison(first: [], second: [])
        }
        #expect(throws: StatisticsError.self) {
            try PairedComparison(first: [.nan], second: [1])
        }
    }

    @Test func `Holm's p-values are those of statsmodels`() throws {
        let adjusted = try HolmCorrection.adjusted([0.01, 0.04, 0.03, 0.005, 0.2])
        #expect(zip(adjusted, [0.04, 0.09, 0.09, 0.025, 0.2]).allSatisfy { isClose($0, $1) })
        #expect(try HolmCorrection.adjusted([]) == [])
        #expect(try HolmCorrection.adjusted([0.9, 0.8]) == [1, 1])
        #expect(throws: StatisticsError.self) { try HolmCorrection.adjusted([0.1, 1.2]) }
        #expect(throws: StatisticsError.self) { try HolmCorrection.adjusted([.nan]) }
    }
}
