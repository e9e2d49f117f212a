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
    /// How its counts relate to our estimates; nil when that is not known yet.
    public var calibration: TokenCalibration?

    /// - Parameters:
    ///   - output: tokens of each call, in any order.
    ///   - milliseconds: of each call, in any order.
    public init(
        worker: String,
        output: [Int],
        milliseconds: [Int],
        calibration: TokenCalibration? = nil
    ) {
        self.worker = worker
        self.calibration = calibration
        calls = min(output.count, milliseconds.count)
        self.output = Self.knots(of: output)
        self.milliseconds = Self.knots(of: milliseconds)
    }

    /// A calibration of an earlier form is left out: it must not cost the session it is stored in.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        worker = try container.decode(String.self, forKey: .worker)
        calls = try container.decode(Int.self, forKey: .calls)
        output = try container.decode([Int].self, forKey: .output)
        milliseconds = try container.decode([Int].self, forKey: .milliseconds)
        calibration = try? container.decodeIfPresent(TokenCalibration.self, forKey: .calibration)
    }

    var isUsable: Bool { calls >= Self.leastCalls && output.count > 1 && milliseconds.count > 1 }

    /// How much longer a call is likely to take that has gone on for a while: half of its worker's
    /// earlier calls that took at least as long had ended by then. Nil when too few are known, or none
    /// took so long.
    public func remaining(after elapsed: Duration) -> Duration? {
        let gone = Int(elapsed.inSeconds * 1_000)
        let longer = milliseconds.drop { $0 <= gone }
        guard calls >= Self.leastCalls, !longer.isEmpty else { return nil }
        return .milliseconds(longer[longer.startIndex + longer.count / 2] - gone)
    }

    private static func knots(of samples: [Int]) -> [Int] {
        let sorted = samples.sorted()
        guard sorted.count > knotLimit else { return sorted }
        return (0..<knotLimit).map { sorted[$0 * (sorted.count - 1) / (knotLimit - 1)] }
    }
}

/// A distribution of which some values are known, in rising order.
///
/// How likely it is to fall below each value is not known: those likelihoods are spread as ordered
/// uniform numbers are, whatever the distribution (Wilks, "Determination of Sample Sizes for Setting
/// Tolerance Limits", 1941). A guess at the distribution draws them (Rubin, "The Bayesian
/// Bootstrap", 1981); few calls make the guesses differ, and so the ranges wide.
struct EmpiricalDistribution {
    private static let rankLimit = 60

    let knots: [Double]
    /// How many values the knots stand for.
    let count: Int

    init(_ values: [Int], count: Int) {
        knots = values.map(Double.init)
        self.count = max(count, values.count)
    }

    func guess(random: inout SeededGenerator) -> Guess {
        // Beyond so many values guesses hardly differ.
        let ranks = max(knots.count, min(count, Self.rankLimit))
        let drawn = (0..<ranks).map { _ in random.unit() }.sorted()
        let places = knots.indices.map { drawn[$0 * (ranks - 1) / (knots.count - 1)] }
        return Guess(knots: knots, places: places)
    }

    /// Knots, and how likely it is to fall below each.
    struct Guess {
        let knots: [Double]
        let places: [Double]

        /// Beyond the ends it goes on as steeply as it came; upwards with a tail, since now and then
        /// a call takes much longer than any before.
        func value(at probability: Double) -> Double {
            let last = knots.count - 1
            guard let next = places.firstIndex(where: { $0 > probability }) else {
                let part = (probability - places[last]) / (1 - places[last])
                return knots[last] + part / (1 - part).squareRoot() * rise(at: last - 1)
            }
            guard next > 0 else {
                let part = (places[0] - probability) / places[0]
                return max(0, knots[0] - part * rise(at: 0))
            }
            let gap = places[next] - places[next - 1]
            let part = (probability - places[next - 1]) / gap
            return knots[next - 1] + part * (knots[next] - knots[next - 1])
        }

        /// The rise at an end, and at least that of the whole: the last gap alone is chance.
        private func rise(at index: Int) -> Double {
            let mean = (knots[knots.count - 1] - knots[0]) / Double(knots.count - 1)
            return max(knots[index + 1] - knots[index], mean)
        }
    }
}
