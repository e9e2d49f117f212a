import PodiumPolicy

/// The exact expected utility of a policy on a tree, and its gradient: nothing is sampled, so no
/// question is without a signal.
struct ExactGradient {
    struct Expectation {
        var (utility, right, cost, entropy, choices): (Float, Float, Float, Float, Float) = (
            0, 0, 0, 0, 0
        )
    }

    let pass: PolicyPass
    let tree: DecisionTree
    /// The reward for each bit of being undecided.
    let entropy: Float

    func expectation() -> Expectation {
        var none = Parameters.none
        return expectation(into: &none)
    }

    /// - Parameter gradient: is added to.
    func expectation(into gradient: inout Parameters) -> Expectation {
        var total = Expectation()
        let value = visit(0, reach: 1, &gradient, &total)
        (total.utility, total.right, total.cost) = (value.utility, value.right, value.cost)
        return total
    }

    private typealias Value = (utility: Float, right: Float, cost: Float)

    private func visit(
        _ index: Int,
        reach: Float,
        _ gradient: inout Parameters,
        _ total: inout Expectation
    ) -> Value {
        let node = tree.nodes[index]
        let choice = pass.choice(at: node)
        var values = [Value](repeating: (0, 0, 0), count: choice.chances.count)
        var mean: Value = (0, 0, 0)
        for (place, chance) in choice.chances.enumerated() where chance > 1e-6 {
            let cost = node.options[place].cost
            var value: Value = (-pass.price * cost, 0, cost)
            switch node.options[place].end {
            case .unknown: break
            case .answer(let worth):
                value.utility += worth
                value.right = worth
            case .next(let next):
                let rest = visit(next, reach: reach * chance, &gradient, &total)
                value = (value.utility + rest.utility, rest.right, cost + rest.cost)
            }
            values[place] = value
            mean = (
                mean.utility + chance * value.utility, mean.right + chance * value.right,
                mean.cost + chance * value.cost
            )
        }
        let logs = choice.chances.map { $0 > 1e-9 ? Binary.log2($0) : 0 }
        let disorder = -zip(choice.chances, logs).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        total.entropy += reach * disorder
        total.choices += reach
        guard !gradient.values.isEmpty else { return mean }
        var slopes = [Float](repeating: 0, count: choice.chances.count)
        for (place, chance) in choice.chances.enumerated() where chance > 1e-6 {
            // The gain over the mean, and of being undecided.
            slopes[place] =
                reach * chance
                * (values[place].utility - mean.utility - entropy * (logs[place] + disorder))
        }
        pass.backpropagate(slopes, choice, node, into: &gradient)
        return mean
    }
}

enum Binary {
    /// The same on every machine; for numbers of 0 to 1, 0 left out.
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
