import PodiumPolicy

/// The numbers of a policy that are trained, one after another: the projection, a row for each worker of
/// the world, and the sharpness. A gradient has the same shape.
struct Parameters: Hashable, Sendable, Codable {
    var values: [Float]

    /// Where the workers' rows begin.
    static let headStart = TextFeatures.count * (LearnedPolicy.rank - 1)

    /// All 0.
    init(workers: Int) {
        values = [Float](repeating: 0, count: Self.headStart + workers * LearnedPolicy.rank + 1)
    }

    /// Where no gradient is wanted.
    static let none = Parameters(values: [])

    private init(values: [Float]) { self.values = values }

    var projection: [Float] {
        get { Array(values[..<Self.headStart]) }
        set { values.replaceSubrange(..<Self.headStart, with: newValue) }
    }

    var sharpness: Float {
        get { values[values.count - 1] }
        set { values[values.count - 1] = newValue }
    }

    func heads(_ models: [String]) -> [String: [Float]] {
        Dictionary(
            uniqueKeysWithValues: models.enumerated().map { place, model in
                let start = Self.headStart + place * LearnedPolicy.rank
                return (model, Array(values[start..<start + LearnedPolicy.rank]))
            }
        )
    }
}

/// Steps by the mean and the spread of the gradients so far (Kingma and Ba, "Adam: A Method for
/// Stochastic Optimization", ICLR 2015).
struct Adam: Hashable, Sendable, Codable {
    private var mean: [Float]
    private var spread: [Float]
    private var steps = 0

    init(count: Int) {
        mean = [Float](repeating: 0, count: count)
        spread = mean
    }

    /// Goes along a gradient.
    mutating func step(_ values: inout [Float], along gradient: [Float], rate: Float) {
        steps += 1
        let corrections = (1 - power(0.9), 1 - power(0.999))
        for index in values.indices {
            let slope = gradient[index]
            // What was never touched stays.
            if slope == 0, mean[index] == 0 { continue }
            mean[index] = 0.9 * mean[index] + 0.1 * slope
            spread[index] = 0.999 * spread[index] + 0.001 * slope * slope
            values[index] +=
                rate * (mean[index] / corrections.0)
                / ((spread[index] / corrections.1).squareRoot() + 1e-6)
        }
    }

    private func power(_ base: Float) -> Float {
        (0..<min(steps, 20_000)).reduce(Float(1)) { product, _ in product * base }
    }
}
