/// What a worker's earlier calls used, kept small: the basis of a forecast.
public struct WorkerHistory: Hashable, Sendable, Codable {
    /// Fewer calls than this say nothing.
    public static let leastCalls = 3
    private static let knotLimit = 21

    public var worker: String
    /// Calls that ended by themselves.
    public var calls: Int
    /// Output tokens of these calls in rising order; of many, evenly spaced quantiles.
    public var output: [Int]
    /// Milliseconds from the call to its end, likewise.
    public var milliseconds: [Int]

    /// - Parameters:
    ///   - output: tokens of each call, in any order.
    ///   - milliseconds: of each call, in any order.
    public init(worker: String, output: [Int], milliseconds: [Int]) {
        self.worker = worker
        calls = min(output.count, milliseconds.count)
        self.output = Self.knots(of: output)
        self.milliseconds = Self.knots(of: milliseconds)
    }

    var isUsable: Bool { calls >= Self.leastCalls && output.count > 1 && milliseconds.count > 1 }

    private static func knots(of samples: [Int]) -> [Int] {
        let sorted = samples.sorted()
        guard sorted.count > knotLimit else { return sorted }
        return (0..<knotLimit).map { sorted[$0 * (sorted.count - 1) / (knotLimit - 1)] }
    }
}

/// A distribution known by values in rising order, each as likely to be passed as the next.
///
/// Value i of n stands at probability i / (n + 1), so that ranges read off it cover what comes next
/// as often as they say, whatever the distribution (Wilks, "Determination of Sample Sizes for
/// Setting Tolerance Limits", 1941). Beyond the ends it goes on as steeply as it came.
struct EmpiricalDistribution {
    let knots: [Double]
    /// How many values the knots stand for.
    let count: Int

    init(_ values: [Int], count: Int) {
        knots = values.map(Double.init)
        self.count = max(count, values.count)
    }

    func value(at probability: Double) -> Double {
        let last = Double(knots.count - 1)
        // The outermost knots stand at 1/(n+1) and n/(n+1) of the values they were made from.
        let margin = 1 / Double(count + 1)
        let place = (probability - margin) / (1 - 2 * margin) * last
        if place <= 0 { return max(0, knots[0] + place * step(at: 0)) }
        if place >= last {
            return knots[knots.count - 1] + (place - last) * step(at: knots.count - 2)
        }
        let index = Int(place)
        let fraction = place - Double(index)
        return knots[index] + fraction * (knots[index + 1] - knots[index])
    }

    /// The rise at an end, and at least that of the whole: the last gap alone is chance.
    private func step(at index: Int) -> Double {
        let mean = (knots[knots.count - 1] - knots[0]) / Double(knots.count - 1)
        return max(knots[index + 1] - knots[index], mean)
    }
}
