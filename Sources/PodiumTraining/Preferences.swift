import PodiumEvaluation
import PodiumPolicy

/// What persons preferred, as a small push to a policy that was trained by outcomes.
///
/// How far a preference is from what the policy would choose is told by the Bradley-Terry model ("Rank
/// Analysis of Incomplete Block Designs", Biometrika 39, 1952) over the policy's scores. Its gradient is
/// what a ridge regression then reaches for at such tasks, and nothing at all at the tasks of training. So
/// however many preferences there are, they never weigh more than `limit`, and elsewhere little changes.
struct Preferences {
    struct Preference {
        var features: TextFeatures
        /// Models.
        var preferred: String
        var over: String
    }

    let preferences: [Preference]

    /// How far preferences can move the scores of two workers apart: odds of twenty to one, or a sixth of a
    /// right answer at the sharpness of the policy that comes with Podium.
    static let limit: Float = 3
    /// As how many tasks the tasks of training weigh against them, all together, beside one for each.
    private static let resistance = 10

    init(_ matrix: Matrix) {
        preferences = matrix.preferences.compactMap { row in
            row.over.map {
                Preference(
                    features: TextFeatures(row.question),
                    preferred: row.worker,
                    over: $0
                )
            }
        }
    }

    /// - Parameter world: what the policy was trained in.
    func pushing(_ policy: LearnedPolicy, trainedIn world: World) -> LearnedPolicy {
        guard !preferences.isEmpty else { return policy }
        let nodes = world.trees.flatMap(\.nodes)
        let weight = Double(Self.resistance + preferences.count) / Double(max(nodes.count, 1))
        var still = ValueHead()
        for node in nodes {
            still.add(
                policy.summary(node.features),
                right: ValueHead.prior,
                cost: 0,
                weight: weight
            )
        }
        var heads: [String: ValueHead] = [:]
        for preference in preferences {
            let summary = policy.summary(preference.features)
            let lead =
                score(preference.preferred, policy, summary)
                - score(preference.over, policy, summary)
            let wish = Double(Self.limit / 2 * Self.sigmoid(-lead))
            for (model, sign) in [(preference.preferred, 1.0), (preference.over, -1.0)] {
                heads[model, default: still].add(
                    summary,
                    right: ValueHead.prior + sign * wish,
                    cost: 0
                )
            }
        }
        var pushed = policy
        for (model, head) in heads {
            let row = policy.heads[model] ?? [Float](repeating: 0, count: LearnedPolicy.rank)
            pushed.heads[model] = zip(row, head.fitted().rights).map { $0 + $1 }
        }
        return pushed
    }

    private func score(_ model: String, _ policy: LearnedPolicy, _ summary: [Float]) -> Float {
        let prior = Float(ValueHead.prior)
        let estimate =
            policy.estimate(of: model, at: summary)
            ?? ValueHead.Estimate(right: prior, deviation: prior, cost: 0)
        return policy.score(of: model, worth: estimate, at: summary)
    }

    private static func sigmoid(_ value: Float) -> Float {
        LearnedPolicy.softmax([value, 0])[0]
    }
}
