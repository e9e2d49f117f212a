/// A policy that chooses who does a task, learned from what answers were worth and what they cost.
///
/// A text is brought down to a few numbers. From these it is estimated, by what was seen of each worker,
/// how likely it is right and what it costs; what training by reinforcement found beyond that is added,
/// and a softmax over the pool gives the chances. Workers go by their model, never by their place or
/// name, and one of whom only some answers are known can be chosen like any other.
public struct LearnedPolicy: Hashable, Sendable {
    /// How many numbers a text is brought down to, with one that is always 1.
    public static let rank = 17

    /// `TextFeatures.count` rows of `rank - 1` numbers.
    public var projection: [Float]
    /// How surely the one that is worth most is chosen: the softmax is over `sharpness` times the worth.
    public var sharpness: Float
    /// By model, `rank` numbers: what is added to that. Models without any are chosen by worth alone.
    public var heads: [String: [Float]]
    /// By model: what was seen of it.
    public private(set) var records: [String: ValueHead]
    /// How many right answers a thousandth of a unit costs.
    public var price: Float
    /// How many tasks of each kind it was trained on: by the names of forms, and `text` for what has no
    /// form.
    public var support: [String: Int]
    /// How it was made, in a line.
    public var origin: String
    /// What it was held against, by what it decides about.
    public var gates: [Gate.Scope: Gate]
    /// Which of its answers are checked; nil where that was never measured.
    public var verification: Verification?

    private var fits: [String: ValueHead.Fit]

    /// Of what it saw less often it does not decide.
    public static let leastSupport = 20
    /// The kind of a task that has no form.
    public static let text = "text"

    public init(
        projection: [Float],
        sharpness: Float = 10,
        heads: [String: [Float]] = [:],
        records: [String: ValueHead] = [:],
        price: Float = 0.004,
        support: [String: Int] = [:],
        origin: String = "",
        gates: [Gate.Scope: Gate] = [:],
        verification: Verification? = nil
    ) {
        self.projection = projection
        self.sharpness = sharpness
        self.heads = heads
        self.records = records.mapValues(\.rounded)
        self.price = price
        self.support = support
        self.origin = origin
        self.gates = gates
        self.verification = verification
        fits = self.records.mapValues { $0.fitted() }
    }

    /// What was seen of a model, anew.
    public mutating func setRecord(_ record: ValueHead, of model: String) {
        records[model] = record.rounded
        fits[model] = record.rounded.fitted()
    }

    // MARK: Choosing

    /// The few numbers of a text.
    public func summary(_ features: TextFeatures) -> [Float] { features.summary(by: projection) }

    /// What is expected of a model at a task; nil for one of which nothing was seen.
    public func estimate(of model: String, at summary: [Float]) -> ValueHead.Estimate? {
        fits[model]?.estimate(at: summary)
    }

    /// The logarithm of how likely a model is chosen, up to what all have in common.
    public func score(of model: String, worth estimate: ValueHead.Estimate, at summary: [Float])
        -> Float
    {
        let worth = sharpness * estimate.utility(price: price)
        guard let head = heads[model] else { return worth }
        return zip(head, summary).reduce(worth) { $0 + $1.0 * $1.1 }
    }

    /// With what chance each of the models is chosen: 0 for those of which nothing is expected.
    public func chances(
        _ models: [String],
        worth estimates: [ValueHead.Estimate?],
        at summary: [Float]
    ) -> [Float] {
        Self.softmax(
            zip(models, estimates).map { model, estimate in
                estimate.map { score(of: model, worth: $0, at: summary) } ?? -.infinity
            }
        )
    }

    /// Shares that add up to 1; all 0 where nothing can be chosen.
    public static func softmax(_ scores: [Float]) -> [Float] {
        guard let most = scores.max(), most > -.infinity else { return scores.map { _ in 0 } }
        let powers = scores.map { exponential($0 - most) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// e to a power of at most 0, the same on every machine.
    static func exponential(_ power: Float) -> Float {
        guard power > -60 else { return 0 }
        // (1 + x/1024)^1024 by ten squarings.
        var value = 1 + power / 1_024
        for _ in 0..<10 { value *= value }
        return value
    }
}

/// Whether a policy may decide: it does where it was shown to gain, and nowhere else.
///
/// A policy learned from few or uninformative answers is worse than what it would replace. So it is
/// held against that on questions it was not trained on, pair by pair.
public struct Gate: Hashable, Sendable, Codable {
    /// What is decided about.
    public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        /// Tasks that have a form of the phrasebook.
        case forms
        /// All others.
        case text
    }

    /// What it would replace: `rules`, or the model of one worker.
    public var incumbent: String
    /// The mean gain in utility over it, a question.
    public var gain: Double
    /// What the gain is at least, with 95 % confidence.
    public var lowerBound: Double
    /// On so many questions.
    public var count: Int

    public init(incumbent: String, gain: Double, lowerBound: Double, count: Int) {
        self.incumbent = incumbent
        self.gain = gain
        self.lowerBound = lowerBound
        self.count = count
    }

    public var isOpen: Bool { lowerBound > 0 }

    /// The name of the rule conductor as an incumbent.
    public static let rules = "rules"
}
