import PodiumPolicy

/// Sums over the episodes of an iteration.
struct Tally {
    var (utility, right, cost, entropy, choices, episodes) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    /// Groups; nil where there are none.
    var groups: Double?
    var idle = 0.0

    mutating func add(_ result: ExactGradient.Expectation) {
        utility += Double(result.utility)
        right += Double(result.right)
        cost += Double(result.cost)
        entropy += Double(result.entropy)
        choices += Double(result.choices)
        episodes += 1
    }

    mutating func add(_ group: [GroupRelative.Rollout], price: Float) {
        groups = (groups ?? 0) + 1
        for rollout in group {
            utility += Double(rollout.right - price * rollout.cost)
            right += Double(rollout.right)
            cost += Double(rollout.cost)
            choices += Double(rollout.choices.count)
            for choice in rollout.choices { entropy -= Double(Binary.log2(choice.chance)) }
            episodes += 1
        }
    }

    func progress(_ iteration: Int, _ isPreparation: Bool) -> Training.Progress {
        let count = max(episodes, 1)
        return Training.Progress(
            iteration: iteration,
            isPreparation: isPreparation,
            utility: utility / count,
            accuracy: right / count,
            cost: cost / count,
            steps: choices / count,
            entropy: entropy / max(choices, 1),
            idleGroups: groups.map { idle / max($0, 1) }
        )
    }
}
