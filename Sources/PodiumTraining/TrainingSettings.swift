/// How a policy is trained.
public struct TrainingSettings: Hashable, Sendable, Codable {
    public enum Algorithm: String, Hashable, Sendable, Codable, CaseIterable {
        /// The gradient of the exact expected utility.
        case exact
        /// Group relative policy optimization over sampled workflows.
        case grpo
        /// Separable covariance matrix adaptation.
        case cmaES = "cma-es"
    }

    /// By what a group's advantages are divided.
    public enum Scale: String, Hashable, Sendable, Codable, CaseIterable {
        case none
        case std
    }

    public var algorithm: Algorithm
    public var seed: UInt64 = 1
    /// How many right answers a thousandth of a unit costs.
    public var price: Float = 0.004
    /// Passes over all questions before reinforcement, in which what can be expected of whom is learned.
    public var preparation = 6
    /// Passes over all questions (`exact`), groups of questions (`grpo`) or generations (`cma-es`).
    public var iterations: Int
    public var batch = 32
    public var rate: Float
    /// The reward for each bit of being undecided, falling to 0.
    public var entropy: Float = 0.01
    /// How much what is expected of the workers goes on shaping the numbers of texts.
    public var regression: Float = 0.1
    /// How often a worker is treated as a stranger.
    public var anonymity: Float = 0.25
    /// `grpo`: questions an iteration.
    public var questions = 4
    /// `grpo`: workflows a question.
    public var rollouts = 64
    public var scale = Scale.none
    /// `grpo`: whether the reward counts the cost.
    public var countsCost = true
    /// What it is trained in, in words.
    public var source = "gym"

    public init(_ algorithm: Algorithm = .exact) {
        self.algorithm = algorithm
        switch algorithm {
        case .exact: (iterations, rate) = (18, 0.03)
        case .grpo: (iterations, rate) = (200, 0.02)
        case .cmaES: (iterations, rate) = (200, 0.03)
        }
    }

    public var iterationsInAll: Int { preparation + iterations }

    /// How it is made, in a line.
    public var summary: String {
        let scaled =
            algorithm == .grpo
            ? " --scale \(scale.rawValue)\(countsCost ? "" : " --accuracy-only")" : ""
        return "\(source) --algorithm \(algorithm.rawValue)\(scaled) --seed \(seed)"
    }
}
