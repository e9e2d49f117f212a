import PodiumCore
import PodiumPolicy

/// Group relative policy optimization over sampled workflows (Shao and others, "DeepSeekMath", 2024), with
/// what the RL Conductor changed: no penalty for leaving a reference, and rewards 0, 0.5 and 1
/// ("Learning to Orchestrate", arXiv 2512.04388). Here no plan is unreadable, so 0 does not occur.
struct GroupRelative {
    let rollouts: Int
    /// By what a group's advantages are divided: `std`, as first published, makes small differences weigh
    /// as much as large ones.
    let scale: TrainingSettings.Scale
    /// How far the chance of a choice may move before it counts no more.
    let clip: Float
    /// How many steps are taken on the same samples.
    let updates: Int
    /// Whether the cost is part of the reward.
    let countsCost: Bool

    /// A sampled workflow: its choices, and what they came to.
    struct Rollout {
        var choices: [(node: Int, worker: Int, chance: Float)] = []
        var right: Float = 0
        var cost: Float = 0
    }

    /// Workflows as the policy draws them.
    func sample(
        _ tree: DecisionTree,
        _ pass: PolicyPass,
        using random: inout SeededGenerator
    ) -> [Rollout] {
        var known: [Int: PolicyPass.Choice] = [:]
        return (0..<rollouts).map { _ in
            var (rollout, node) = (Rollout(), 0)
            while true {
                let choice = known[node] ?? pass.choice(at: tree.nodes[node])
                known[node] = choice
                guard let worker = Self.draw(choice.chances, using: &random) else { return rollout }
                rollout.choices.append((node, worker, choice.chances[worker]))
                let option = tree.nodes[node].options[worker]
                rollout.cost += option.cost
                switch option.end {
                case .unknown: return rollout
                case .answer(let worth):
                    rollout.right = worth
                    return rollout
                case .next(let next): node = next
                }
            }
        }
    }

    private static func draw(_ chances: [Float], using random: inout SeededGenerator) -> Int? {
        var rest = Float.random(in: 0..<1, using: &random)
        var last: Int?
        for (place, chance) in chances.enumerated() where chance > 0 {
            last = place
            rest -= chance
            if rest < 0 { break }
        }
        return last
    }

    /// What each workflow is better than its group; nil where all are alike, so that nothing is learned.
    func advantages(_ group: [Rollout], price: Float) -> [Float]? {
        let rewards = group.map { rollout in
            0.5 + 0.5 * (rollout.right - (countsCost ? price * rollout.cost : 0))
        }
        let count = Float(max(rewards.count, 1))
        let mean = rewards.reduce(0, +) / count
        let spread =
            (rewards.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
        guard spread > 1e-6 else { return nil }
        return rewards.map { scale == .std ? ($0 - mean) / (spread + 1e-4) : $0 - mean }
    }

    /// Adds the gradient of the clipped objective.
    func add(
        _ group: [Rollout],
        _ advantages: [Float],
        _ tree: DecisionTree,
        _ pass: PolicyPass,
        into gradient: inout Parameters
    ) {
        var choices: [Int: PolicyPass.Choice] = [:]
        var slopes: [Int: [Float]] = [:]
        for (rollout, advantage) in zip(group, advantages) {
            for (node, worker, before) in rollout.choices {
                let choice = choices[node] ?? pass.choice(at: tree.nodes[node])
                choices[node] = choice
                let ratio = choice.chances[worker] / max(before, 1e-6)
                if advantage > 0 ? ratio > 1 + clip : ratio < 1 - clip { continue }
                var slope =
                    slopes[node] ?? [Float](repeating: 0, count: choice.chances.count)
                let weight = advantage * ratio / Float(rollouts)
                for (place, chance) in choice.chances.enumerated() {
                    slope[place] += weight * ((place == worker ? 1 : 0) - chance)
                }
                slopes[node] = slope
            }
        }
        for (node, slope) in slopes.sorted(by: { $0.key < $1.key }) {
            guard let choice = choices[node] else { continue }
            pass.backpropagate(slope, choice, tree.nodes[node], into: &gradient)
        }
    }
}
