import Foundation
import PodiumCore

/// Separable covariance matrix adaptation (Ros and Hansen, "A Simple Modification in CMA-ES Achieving
/// Linear Time and Space Complexity", PPSN 2008): a normal distribution with a spread for every number,
/// that moves towards the better half of what was drawn from it. TRINITY (arXiv 2512.04695) trains its
/// coordinator so.
struct EvolutionStrategy: Hashable, Sendable, Codable {
    private(set) var mean: [Double]
    private(set) var step: Double
    private var variances: [Double]
    private var stepPath: [Double]
    private var variancePath: [Double]
    private var generation = 0
    let population: Int

    init(mean: [Double], step: Double, population: Int) {
        self.mean = mean
        self.step = step
        self.population = population
        variances = [Double](repeating: 1, count: mean.count)
        stepPath = [Double](repeating: 0, count: mean.count)
        variancePath = stepPath
    }

    /// Candidates to be tried.
    func candidates(using random: inout SeededGenerator) -> [[Double]] {
        (0..<population).map { _ in
            mean.indices.map { place in
                mean[place] + step * variances[place].squareRoot() * Self.normal(using: &random)
            }
        }
    }

    /// Takes in how good they were: more is better.
    mutating func tell(_ candidates: [[Double]], _ fitness: [Double]) {
        generation += 1
        let size = Double(mean.count)
        let parents = population / 2
        var weights = (0..<parents).map {
            Foundation.log(Double(parents) + 0.5) - Foundation.log(Double($0 + 1))
        }
        let sum = weights.reduce(0, +)
        weights = weights.map { $0 / sum }
        let effective = 1 / weights.reduce(0) { $0 + $1 * $1 }
        let stepRate = (effective + 2) / (size + effective + 5)
        let damping =
            1 + 2 * max(0, ((effective - 1) / (size + 1)).squareRoot() - 1) + stepRate
        let pathRate = (4 + effective / size) / (size + 4 + 2 * effective / size)
        // The separable form learns spreads by (n + 2) / 3 faster.
        let boost = (size + 2) / 3
        let one = min(1, 2 / ((size + 1.3) * (size + 1.3) + effective) * boost)
        let many = min(
            1 - one,
            2 * (effective - 2 + 1 / effective) / ((size + 2) * (size + 2) + effective) * boost
        )
        // Equals keep their order, so that a seed gives the same run.
        let order = candidates.indices.sorted {
            fitness[$0] == fitness[$1] ? $0 < $1 : fitness[$0] > fitness[$1]
        }
        let before = mean
        for place in mean.indices {
            mean[place] = zip(weights, order).reduce(0) { $0 + $1.0 * candidates[$1.1][place] }
        }
        let moves = mean.indices.map { (mean[$0] - before[$0]) / step }
        let expected = size.squareRoot() * (1 - 1 / (4 * size) + 1 / (21 * size * size))
        for place in mean.indices {
            stepPath[place] =
                (1 - stepRate) * stepPath[place]
                + (stepRate * (2 - stepRate) * effective).squareRoot() * moves[place]
                / variances[place].squareRoot()
        }
        let length = stepPath.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let past = 1 - Foundation.pow(1 - stepRate, 2 * Double(generation))
        let isSteady = length / past.squareRoot() < (1.4 + 2 / (size + 1)) * expected
        for place in mean.indices {
            variancePath[place] =
                (1 - pathRate) * variancePath[place]
                + (isSteady ? (pathRate * (2 - pathRate) * effective).squareRoot() : 0)
                * moves[place]
            let parents = zip(weights, order).reduce(0.0) { total, pair in
                let move = (candidates[pair.1][place] - before[place]) / step
                return total + pair.0 * move * move
            }
            // Where the path stood still, what it would have added is kept.
            let kept = isSteady ? 0 : one * pathRate * (2 - pathRate)
            variances[place] =
                (1 - one - many + kept) * variances[place]
                + one * variancePath[place] * variancePath[place] + many * parents
        }
        step *= Foundation.exp(min(1, stepRate / damping * (length / expected - 1)))
    }

    /// Box and Muller.
    private static func normal(using random: inout SeededGenerator) -> Double {
        let radius = (-2 * Foundation.log(Double.random(in: 1e-12...1, using: &random)))
            .squareRoot()
        return radius * Foundation.cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }
}
