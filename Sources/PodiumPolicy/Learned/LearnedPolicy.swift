/// A policy that chooses who does a step, learned from what answers were worth and what they cost.
///
/// A text is brought down to a few numbers; a worker has a number for each of them; their product is
/// how much is expected of the worker at such a task, beyond what it costs. Workers go by their model,
/// never by their place in the pool, so any pool can be chosen from.
public struct LearnedPolicy: Hashable, Sendable {
    /// How many numbers a text is brought down to, with one that is always 1.
    public static let rank = 17

    /// `TextFeatures.count` rows of `rank - 1` numbers.
    public var projection: [Float]
    /// By model: `rank` numbers each.
    public var heads: [String: [Float]]
    /// How many tasks of each form it was trained on, by the form's name.
    public var support: [String: Int]

    /// Of what it saw less often it does not decide.
    public static let leastSupport = 20

    public init(projection: [Float], heads: [String: [Float]], support: [String: Int] = [:]) {
        self.projection = projection
        self.heads = heads
        self.support = support
    }

    /// The few numbers of a text.
    public func summary(_ features: TextFeatures) -> [Float] {
        let width = Self.rank - 1
        var summary = [Float](repeating: 0, count: Self.rank)
        summary[width] = 1
        projection.withUnsafeBufferPointer { projection in
            for (place, value) in zip(features.places, features.values) {
                let row = Int(place) * width
                for column in 0..<width { summary[column] += value * projection[row + column] }
            }
        }
        return summary
    }

    /// What is expected of a model at a task; nil for one that is not known.
    public func score(of model: String, at summary: [Float]) -> Float? {
        guard let head = heads[model] else { return nil }
        return zip(head, summary).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The chances with which each of the models is chosen; of the unknown ones none is.
    public func probabilities(_ models: [String], for text: String) -> [Float] {
        let summary = summary(TextFeatures(text))
        return Self.softmax(models.map { score(of: $0, at: summary) ?? -.infinity })
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
