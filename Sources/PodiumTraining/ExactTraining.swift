import PodiumCore
public import PodiumGym
import PodiumPhrasebook
public import PodiumPolicy
import PodiumSpecialists

/// Trains a policy by the exact gradient of its expected utility over trees of replies.
///
/// In every episode some of the workers are left out, so that the policy learns to choose from any
/// pool. Adam (Kingma and Ba, ICLR 2015) takes the steps; the same seed gives the same policy.
public struct ExactTraining: Sendable {
    public struct Settings: Hashable, Sendable {
        public var problems = 2_400
        public var epochs = 24
        public var batch = 32
        public var rate: Float = 0.03
        /// What a nominal thousandth costs against one right answer.
        public var price: Float = 0.004
        /// The reward for being undecided, falling to 0 over the epochs.
        public var entropy: Float = 0.01
        public var seed: UInt64 = 1
        /// Whether right and wrong are dealt out by chance: a test that nothing else is learned from.
        public var isShuffled = false

        public init() {}
    }

    /// What an epoch came to, over the problems that were trained on.
    public struct Progress: Hashable, Sendable {
        public var epoch: Int
        public var utility: Double
        public var accuracy: Double
        /// Nominal thousandths a problem.
        public var cost: Double
        /// Bits, the mean of all choices.
        public var entropy: Double
    }

    public private(set) var policy: LearnedPolicy
    private let settings: Settings
    private let trees: [ReplyTree]
    private let models: [String]
    private var heads: [Float]
    private var optimizer: Adam
    private var random: SeededGenerator

    public init(_ settings: Settings = Settings(), split: Gym.Split = .train) {
        let workers = Specialists.all
        self.settings = settings
        models = workers.map(\.descriptor.model)
        var random = SeededGenerator(seed: settings.seed)
        var trees = (0..<settings.problems).map {
            ReplyTree(Gym.problem(split, $0), workers: workers)
        }
        if settings.isShuffled {
            for index in trees.indices { trees[index].shuffle(using: &random) }
        }
        self.trees = trees
        let width = LearnedPolicy.rank - 1
        let projection = (0..<TextFeatures.count * width).map { _ in
            Float.random(in: -0.3...0.3, using: &random)
        }
        heads = (0..<models.count * LearnedPolicy.rank).map { _ in
            Float.random(in: -0.1...0.1, using: &random)
        }
        var support: [String: Int] = [:]
        for node in trees.lazy.flatMap(\.nodes) { support[node.form.rawValue, default: 0] += 1 }
        policy = LearnedPolicy(projection: projection, heads: [:], support: support)
        optimizer = Adam(count: projection.count + heads.count)
        self.random = random
        publish()
    }

    /// The policy as it is, on one problem and with all workers.
    func pass(_ index: Int, entropy: Float) -> Pass {
        Pass(
            policy: policy,
            heads: heads,
            tree: trees[index],
            present: Set(models.indices),
            price: settings.price,
            entropy: entropy
        )
    }

    private mutating func publish() {
        let rank = LearnedPolicy.rank
        policy.heads = Dictionary(
            uniqueKeysWithValues: models.enumerated().map {
                ($1, Array(heads[$0 * rank..<($0 + 1) * rank]))
            }
        )
    }

    /// One pass over all problems.
    public mutating func epoch(_ number: Int) -> Progress {
        let order = Array(trees.indices).shuffled(using: &random)
        let weight =
            settings.entropy * max(0, 1 - Float(number) / Float(max(1, settings.epochs - 1)))
        var total = Tally()
        for start in stride(from: 0, to: order.count, by: settings.batch) {
            var gradient = Gradient(projection: policy.projection.count, heads: heads.count)
            for index in order[start..<min(start + settings.batch, order.count)] {
                // From a third of the pool to all of it.
                let present = Set(
                    models.indices.shuffled(using: &random).prefix(
                        Int.random(in: models.count / 3...models.count, using: &random)
                    )
                )
                let pass = Pass(
                    policy: policy,
                    heads: heads,
                    tree: trees[index],
                    present: present,
                    price: settings.price,
                    entropy: weight
                )
                total.add(pass.run(&gradient))
            }
            let rate = settings.rate * max(0.1, 1 - Float(number) / Float(settings.epochs))
            optimizer.step(&policy.projection, &heads, gradient, rate)
        }
        publish()
        return total.progress(number)
    }

    /// All epochs.
    public mutating func run(_ tell: (Progress) -> Void = { _ in }) -> LearnedPolicy {
        for number in 0..<settings.epochs { tell(epoch(number)) }
        return policy
    }
}

/// Sums over the episodes of an epoch.
struct Tally {
    var (utility, right, cost, entropy, choices, episodes) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    mutating func add(_ result: Pass.Result) {
        utility += Double(result.utility)
        right += Double(result.right)
        cost += Double(result.cost)
        entropy += Double(result.entropy)
        choices += Double(result.choices)
        episodes += 1
    }

    func progress(_ epoch: Int) -> ExactTraining.Progress {
        ExactTraining.Progress(
            epoch: epoch,
            utility: utility / episodes,
            accuracy: right / episodes,
            cost: cost / episodes,
            entropy: entropy / max(choices, 1)
        )
    }
}

/// Gradients of the expected utility, to be gone along.
struct Gradient {
    var projection: [Float]
    var heads: [Float]

    init(projection: Int, heads: Int) {
        self.projection = [Float](repeating: 0, count: projection)
        self.heads = [Float](repeating: 0, count: heads)
    }
}

/// The expected utility of a policy on one tree, and its gradient.
struct Pass {
    struct Result {
        var (utility, right, cost, entropy, choices): (Float, Float, Float, Float, Float) = (
            0, 0, 0, 0, 0
        )
    }

    let policy: LearnedPolicy
    let heads: [Float]
    let tree: ReplyTree
    let present: Set<Int>
    let price: Float
    let entropy: Float

    /// - Parameter gradient: is added to.
    func run(_ gradient: inout Gradient) -> Result {
        var result = Result()
        let value = visit(0, reach: 1, &gradient, &result)
        result.utility = value.utility
        result.right = value.right
        result.cost = value.cost
        return result
    }

    private typealias Value = (utility: Float, right: Float, cost: Float)

    private func visit(
        _ index: Int,
        reach: Float,
        _ gradient: inout Gradient,
        _ result: inout Result
    ) -> Value {
        let node = tree.nodes[index]
        let summary = policy.summary(node.features)
        let rank = LearnedPolicy.rank
        let scores = node.options.indices.map { option -> Float in
            guard present.contains(option) else { return -.infinity }
            return (0..<rank).reduce(Float(0)) { $0 + heads[option * rank + $1] * summary[$1] }
        }
        let chances = LearnedPolicy.softmax(scores)
        var values = [Value](repeating: (0, 0, 0), count: chances.count)
        for (option, chance) in chances.enumerated() where chance > 1e-6 {
            let cost = node.options[option].cost * 1_000
            var value: Value = (-price * cost, 0, cost)
            switch node.options[option].end {
            case .wrong: break
            case .right: value = (value.utility + 1, 1, cost)
            case .next(let next):
                let rest = visit(next, reach: reach * chance, &gradient, &result)
                value = (value.utility + rest.utility, rest.right, cost + rest.cost)
            }
            values[option] = value
        }
        var mean: Value = (0, 0, 0)
        for (chance, value) in zip(chances, values) {
            mean = (
                mean.utility + chance * value.utility, mean.right + chance * value.right,
                mean.cost + chance * value.cost
            )
        }
        let logs = chances.map { $0 > 1e-9 ? Self.log2($0) : 0 }
        let disorder = -zip(chances, logs).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        result.entropy += reach * disorder
        result.choices += reach
        var back = [Float](repeating: 0, count: rank)
        for (option, chance) in chances.enumerated() where chance > 1e-6 {
            // The gain over the mean, and of being undecided.
            let slope =
                reach * chance
                * (values[option].utility - mean.utility - entropy * (logs[option] + disorder))
            for column in 0..<rank {
                gradient.heads[option * rank + column] += slope * summary[column]
                back[column] += slope * heads[option * rank + column]
            }
        }
        for (place, value) in zip(node.features.places, node.features.values) {
            let row = Int(place) * (rank - 1)
            for column in 0..<rank - 1 { gradient.projection[row + column] += value * back[column] }
        }
        return mean
    }

    static func log2(_ value: Float) -> Float {
        var (rest, power): (Float, Float) = (value, 0)
        while rest < 1 {
            rest *= 2
            power -= 1
        }
        // Between 1 and 2.
        var bit: Float = 0.5
        for _ in 0..<20 {
            rest *= rest
            if rest >= 2 {
                rest /= 2
                power += bit
            }
            bit /= 2
        }
        return power
    }
}

/// Steps by the mean and the spread of the gradients so far.
struct Adam {
    private var mean: [Float]
    private var spread: [Float]
    private var steps = 0

    init(count: Int) {
        mean = [Float](repeating: 0, count: count)
        spread = [Float](repeating: 0, count: count)
    }

    mutating func step(
        _ projection: inout [Float],
        _ heads: inout [Float],
        _ gradient: Gradient,
        _ rate: Float
    ) {
        steps += 1
        let (first, second): (Float, Float) = (1 - power(0.9), 1 - power(0.999))
        update(&projection, gradient.projection, 0, rate, first, second)
        update(&heads, gradient.heads, projection.count, rate, first, second)
    }

    private func power(_ base: Float) -> Float {
        (0..<min(steps, 20_000)).reduce(Float(1)) { product, _ in product * base }
    }

    private mutating func update(
        _ values: inout [Float],
        _ gradient: [Float],
        _ offset: Int,
        _ rate: Float,
        _ first: Float,
        _ second: Float
    ) {
        for index in values.indices {
            let slope = gradient[index]
            // What was never touched stays.
            if slope == 0, mean[offset + index] == 0 { continue }
            mean[offset + index] = 0.9 * mean[offset + index] + 0.1 * slope
            spread[offset + index] = 0.999 * spread[offset + index] + 0.001 * slope * slope
            values[index] +=
                rate * (mean[offset + index] / first)
                / ((spread[offset + index] / second).squareRoot() + 1e-6)
        }
    }
}
