import PodiumPolicy

/// A policy at work in one episode of a world: what it chooses with which chance, and how that changes
/// with its numbers.
struct PolicyPass {
    let parameters: Parameters
    /// What is expected of each worker, in the order of the world's.
    let values: [Expected?]
    let price: Float
    /// Who is there.
    let pool: [Bool]
    /// Of whom nothing but what was seen may be used: so that a stranger can be chosen too.
    let anonymous: [Bool]

    private static let rank = LearnedPolicy.rank

    /// The same episode with other numbers.
    func with(_ parameters: Parameters) -> PolicyPass {
        PolicyPass(
            parameters: parameters,
            values: values,
            price: price,
            pool: pool,
            anonymous: anonymous
        )
    }

    /// What is expected of a worker, by a text's numbers.
    struct Expected: Hashable, Sendable, Codable {
        /// `rank` numbers: how likely it is right, less the prior.
        var rights: [Float]
        /// `rank` numbers: thousandths of a unit.
        var costs: [Float]
    }

    /// What is chosen at a node.
    struct Choice {
        var summary: [Float]
        /// Expected right answers less the price of the cost, by worker.
        var worths: [Float]
        /// 0 for who is not there.
        var chances: [Float]
    }

    func choice(at node: DecisionTree.Node) -> Choice {
        let summary = node.features.summary(by: parameters.values)
        var worths = [Float](repeating: 0, count: node.options.count)
        let sharpness = parameters.sharpness
        let scores = node.options.indices.map { place -> Float in
            guard pool[place], node.options[place].end != .unknown else { return -.infinity }
            worths[place] = worth(of: place, at: summary)
            var score = sharpness * worths[place]
            guard !anonymous[place] else { return score }
            let row = Parameters.headStart + place * Self.rank
            for column in 0..<Self.rank {
                score += parameters.values[row + column] * summary[column]
            }
            return score
        }
        return Choice(summary: summary, worths: worths, chances: LearnedPolicy.softmax(scores))
    }

    private func worth(of place: Int, at summary: [Float]) -> Float {
        guard let value = values[place] else { return Float(ValueHead.prior) }
        var worth = Float(ValueHead.prior)
        for column in 0..<Self.rank {
            worth += (value.rights[column] - price * value.costs[column]) * summary[column]
        }
        return worth
    }

    /// Adds to a gradient what comes of the slopes of a node's scores.
    func backpropagate(
        _ slopes: [Float],
        _ choice: Choice,
        _ node: DecisionTree.Node,
        into gradient: inout Parameters
    ) {
        var back = [Float](repeating: 0, count: Self.rank)
        for (place, slope) in slopes.enumerated() where slope != 0 {
            gradient.values[gradient.values.count - 1] += slope * choice.worths[place]
            if let value = values[place] {
                let sharp = slope * parameters.sharpness
                for column in 0..<Self.rank {
                    back[column] += sharp * (value.rights[column] - price * value.costs[column])
                }
            }
            guard !anonymous[place] else { continue }
            let row = Parameters.headStart + place * Self.rank
            for column in 0..<Self.rank {
                gradient.values[row + column] += slope * choice.summary[column]
                back[column] += slope * parameters.values[row + column]
            }
        }
        Self.spread(back, over: node.features, into: &gradient)
    }

    /// Adds what comes of the slopes of a text's numbers.
    static func spread(
        _ back: [Float],
        over features: TextFeatures,
        into gradient: inout Parameters
    ) {
        let width = rank - 1
        gradient.values.withUnsafeMutableBufferPointer { projection in
            for (place, value) in zip(features.places, features.values) {
                let row = Int(place) * width
                for column in 0..<width { projection[row + column] += value * back[column] }
            }
        }
    }
}
