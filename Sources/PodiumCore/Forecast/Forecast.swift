/// What a workflow will cost and how long it will take: ranges that hold four times of five.
public struct Forecast: Hashable, Sendable, Codable {
    /// The middle 80 %: one time of ten it is less, one time of ten more.
    public struct Range: Hashable, Sendable, Codable {
        public var low: Int64
        public var high: Int64

        public init(low: Int64, high: Int64) {
            self.low = low
            self.high = high
        }

        public func contains(_ value: Int64) -> Bool { value >= low && value <= high }
    }

    /// US dollars × 10¹².
    public var picodollars: Range
    /// Nominal units × 10¹².
    public var nominal: Range
    /// Input and output.
    public var tokens: Range
    public var milliseconds: Range
    /// Workers of the plan without enough earlier calls, or without a known price: what they use is
    /// not in the ranges.
    public var unknown: [String]

    public init(
        picodollars: Range,
        nominal: Range,
        tokens: Range,
        milliseconds: Range,
        unknown: [String] = []
    ) {
        self.picodollars = picodollars
        self.nominal = nominal
        self.tokens = tokens
        self.milliseconds = milliseconds
        self.unknown = unknown
    }
}

extension Forecast {
    private static let draws = 400

    /// Plays the workflow through a few hundred times. Each time guesses once how its workers are,
    /// from their own earlier calls, and draws each step from that. Steps that need nothing of each
    /// other run at once; a step reads the outputs drawn for the steps it sees.
    ///
    /// What has been done is taken as it was, and what is still to be done is drawn.
    ///
    /// Nil when no worker of what is to be done has a history.
    init?(
        of steps: [Step],
        progress: WorkflowProgress,
        question: String,
        pool: [Worker],
        history: [WorkerHistory],
        seed: UInt64
    ) {
        let due = steps.filter { progress.outputs[$0.id] == nil }
        let known = history.filter { past in
            past.isUsable && due.contains { $0.worker == past.worker }
        }
        guard !known.isEmpty else { return nil }
        var unknown: [String] = []
        let positions = Dictionary(
            steps.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let plans = steps.map { step in
            let price = pool.first { $0.name == step.worker }?.price
            let worker = known.firstIndex { $0.worker == step.worker }
            let output = progress.outputs[step.id]
            if output == nil, worker == nil || price == nil, !unknown.contains(step.worker) {
                unknown.append(step.worker)
            }
            return StepForecast(
                output: output,
                elapsed: Double(progress.running[step.id] ?? 0),
                ownInput: TokenEstimate.tokens(in: question)
                    + TokenEstimate.tokens(in: step.subtask),
                sees: step.access.compactMap { positions[$0] },
                price: price,
                worker: worker
            )
        }
        let workers = known.map(WorkerForecast.init)
        var random = SeededGenerator(seed: seed)
        for worker in progress.unpriced where !unknown.contains(worker) { unknown.append(worker) }
        var draws = (0..<Self.draws).map { _ in
            Draw(plans, workers, after: progress, random: &random)
        }
        func range(_ figure: (Draw) -> Int64) -> Range {
            draws.sort { figure($0) < figure($1) }
            let tenth = Self.draws / 10
            return Range(
                low: figure(draws[tenth]),
                high: figure(draws[Self.draws - 1 - tenth])
            )
        }
        self.init(
            picodollars: range(\.cost.picodollars),
            nominal: range(\.cost.nominal),
            tokens: range { Int64($0.tokens) },
            milliseconds: range(\.milliseconds),
            unknown: unknown
        )
    }
}

/// A worker as it is drawn.
private struct WorkerForecast {
    let output: EmpiricalDistribution
    let milliseconds: EmpiricalDistribution

    init(_ history: WorkerHistory) {
        output = EmpiricalDistribution(history.output, count: history.calls)
        milliseconds = EmpiricalDistribution(history.milliseconds, count: history.calls)
    }
}

/// A step as it is drawn.
private struct StepForecast {
    /// Tokens, when it is settled.
    let output: Int?
    /// Milliseconds since its call began.
    let elapsed: Double
    let ownInput: Int
    let sees: [Int]
    let price: Price?
    /// Its worker's place among those with a history.
    let worker: Int?
}

/// One way in which it may go.
private struct Draw {
    var cost = Cost.zero
    var tokens = 0
    var milliseconds: Int64 = 0

    init(
        _ steps: [StepForecast],
        _ workers: [WorkerForecast],
        after progress: WorkflowProgress,
        random: inout SeededGenerator
    ) {
        cost = progress.spent.cost
        tokens = progress.spent.usage.total
        let outputGuesses = workers.map { $0.output.guess(random: &random) }
        let timeGuesses = workers.map { $0.milliseconds.guess(random: &random) }
        var outputs: [Int] = []
        var ends: [Double] = []
        for step in steps {
            // Only earlier steps are seen; a damaged plan may say otherwise.
            let seen = step.sees.filter { $0 < outputs.count }
            var output = 0
            var end = seen.map { ends[$0] }.max() ?? 0
            if let settled = step.output {
                output = settled
                end = 0
            } else if let worker = step.worker {
                output = Int(min(outputGuesses[worker].value(at: random.unit()), 1e12))
                end += max(0, timeGuesses[worker].value(at: random.unit()) - step.elapsed)
                let input = seen.reduce(step.ownInput) { $0 + outputs[$1] }
                let usage = Usage(input: input, output: output)
                tokens += usage.total
                cost += Cost(of: usage, at: step.price)
            }
            outputs.append(output)
            ends.append(end)
        }
        milliseconds = progress.milliseconds + Int64(min(ends.max() ?? 0, 1e15))
    }
}
