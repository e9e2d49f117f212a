import PodiumCore
import PodiumTesting
import Testing

/// Whether ranges that say they hold four times of five do.
struct ForecastCoverageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var shape: SyntheticWorker.Shape
        var calls: Int
        var isDiamond: Bool

        var testDescription: String {
            "\(shape.rawValue), \(calls) calls, \(isDiamond ? "diamond" : "chain")"
        }
    }

    static let cases = SyntheticWorker.Shape.allCases.flatMap { shape in
        [5, 20, 100].flatMap { calls in
            [false, true].map { Case(shape: shape, calls: calls, isDiamond: $0) }
        }
    }

    private static let question = "What is 6 × 7?"

    /// A history, the forecast that the machine makes of it, and later runs held against it; over
    /// many histories, since one of five calls can be lucky.
    @Test(arguments: cases)
    func `eight of ten later runs cost and take what was forecast`(_ example: Case) {
        var random = SeededGenerator(
            seed: UInt64(example.calls) &* 31 &+ (example.isDiamond ? 1 : 2)
        )
        let quick = SyntheticWorker(shape: example.shape)
        let deep = SyntheticWorker(shape: example.shape, outputScale: 900, secondsScale: 15)
        let plan =
            example.isDiamond
            ? Plan((0, "a", []), (1, "b", [0]), (0, "c", [0]), (1, "d", [1, 2]))
            : Plan((0, "a", []), (1, "b", [0]), (0, "c", [1]))
        let histories = 4 + 380 / example.calls
        let runsEach = 2_400 / histories
        var costHits = 0
        var timeHits = 0
        for _ in 0..<histories {
            var book = HistoryBuilder()
            book.history = [
                quick.history("quick", calls: example.calls, &random),
                deep.history("deep", calls: example.calls, &random),
            ]
            book.open(Self.question, plan: plan)
            guard let workflow = book.state.workflows.first, let forecast = workflow.forecast,
                let steps = workflow.accepted?.workflow.steps
            else {
                Issue.record("no forecast")
                return
            }
            for _ in 0..<runsEach {
                let run = simulate(steps, quick, deep, pool: book.pool, &random)
                if forecast.picodollars.contains(run.cost) { costHits += 1 }
                if forecast.milliseconds.contains(run.milliseconds) { timeHits += 1 }
            }
        }
        let runs = Double(histories * runsEach)
        #expect((0.70...0.90).contains(Double(costHits) / runs), "cost")
        #expect((0.70...0.90).contains(Double(timeHits) / runs), "time")
    }

    /// A run as the machine would make it: steps begin when all they see is finished.
    private func simulate(
        _ steps: [Step],
        _ quick: SyntheticWorker,
        _ deep: SyntheticWorker,
        pool: [Worker],
        _ random: inout SeededGenerator
    ) -> (cost: Int64, milliseconds: Int64) {
        var outputs: [StepID: Int] = [:]
        var ends: [StepID: Int] = [:]
        var cost: Int64 = 0
        for step in steps {
            let call = (step.worker == "quick" ? quick : deep).call(&random)
            let own =
                TokenEstimate.tokens(in: Self.question) + TokenEstimate.tokens(in: step.subtask)
            let usage = Usage(
                input: step.access.reduce(own) { $0 + (outputs[$1] ?? 0) },
                output: call.output
            )
            let price = pool.first { $0.name == step.worker }?.price
            cost += Cost(of: usage, at: price).picodollars
            outputs[step.id] = call.output
            ends[step.id] = (step.access.compactMap { ends[$0] }.max() ?? 0) + call.milliseconds
        }
        return (cost, Int64(ends.values.max() ?? 0))
    }
}
