internal import PodiumEvaluation
internal import PodiumGym
public import PodiumPolicy
internal import PodiumSpecialists

/// Holds a policy against what it would replace, on questions that it was not trained on.
public enum Gates {
    /// The gym's `validation` problems, against the rules. Both may plan again, which makes the rules much
    /// better than they are with one plan.
    public static func gym(_ policy: LearnedPolicy, problems: Int = 300) -> Gate {
        let learned = LearnedConduct(policy: policy, isGated: false)
        var (before, after): ([Double], [Double]) = ([], [])
        for index in 0..<problems {
            let problem = Gym.problem(.validation, index)
            before.append(utility(Headroom.rules(problem, replans: 2), policy))
            after.append(utility(Headroom.learned(problem, learned, replans: 2), policy))
        }
        return gate(Gate.rules, before, after)
    }

    static func utility(_ outcome: Outcome, _ policy: LearnedPolicy) -> Double {
        (outcome.isRight ? 1 : 0) - Double(policy.price) * outcome.cost * 1_000
    }

    /// Questions of a matrix, against the worker that was best in training.
    ///
    /// - Parameters:
    ///   - training: what the policy was trained in: it says who was best.
    ///   - held: what it was not trained in.
    static func matrix(_ policy: LearnedPolicy, training: World, held: World) -> Gate? {
        guard let best = training.best(price: policy.price), !held.trees.isEmpty else { return nil }
        let pairs = held.trees.compactMap { tree -> (Double, Double)? in
            guard let node = tree.nodes.first, node.kind == LearnedPolicy.text else { return nil }
            func utility(_ place: Int) -> Double? {
                guard case .answer(let worth) = node.options[place].end else { return nil }
                return Double(worth - policy.price * node.options[place].cost)
            }
            let summary = policy.summary(node.features)
            let scores = held.models.enumerated().map { place, model -> Float in
                guard utility(place) != nil, let estimate = policy.estimate(of: model, at: summary)
                else { return -.infinity }
                return policy.score(of: model, worth: estimate, at: summary)
            }
            guard let most = scores.max(), most > -.infinity,
                let chosen = scores.firstIndex(of: most), let after = utility(chosen),
                let before = utility(best)
            else { return nil }
            return (before, after)
        }
        guard !pairs.isEmpty else { return nil }
        return gate(training.models[best], pairs.map(\.0), pairs.map(\.1))
    }

    static func gate(_ incumbent: String, _ before: [Double], _ after: [Double]) -> Gate {
        // Both are as long as each other, and none is empty or infinite.
        let comparison = try? PairedComparison(first: before, second: after)
        return Gate(
            incumbent: incumbent,
            gain: comparison?.meanGain ?? 0,
            lowerBound: (try? comparison?.lowerBoundOfGain()) ?? 0,
            count: before.count
        )
    }
}

extension World {
    /// How many questions' worth it weighs that a worker is right every other time.
    private static let priorWeight: Float = 10

    /// The worker that is worth most over all questions of one choice, by its place.
    func best(price: Float) -> Int? {
        let worths = models.indices.map { place -> Float? in
            let utilities = trees.compactMap { tree -> Float? in
                guard tree.nodes.count == 1, let option = tree.nodes.first?.options[place],
                    case .answer(let worth) = option.end
                else { return nil }
                return worth - price * option.cost
            }
            guard !utilities.isEmpty else { return nil }
            // One lucky answer is not the best record.
            let prior = Float(ValueHead.prior) * Self.priorWeight
            return (utilities.reduce(0, +) + prior) / (Float(utilities.count) + Self.priorWeight)
        }
        return worths.indices.filter { worths[$0] != nil }.max {
            (worths[$0] ?? 0, $1) < (worths[$1] ?? 0, $0)
        }
    }
}
