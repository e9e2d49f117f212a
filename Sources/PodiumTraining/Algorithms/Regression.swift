import PodiumPolicy

/// Shapes the projection so that what each worker is right at can be told from a text's few numbers:
/// gradient descent on the squared error of linear predictions. What the policy is then taught rests on it.
struct Regression {
    let world: World
    private let prospects: [[[Float?]]]

    init(_ world: World) {
        self.world = world
        prospects = world.trees.map { $0.prospects() }
    }

    /// Adds a tree's gradient, to be gone along.
    ///
    /// - Parameters:
    ///   - predictors: `rank` numbers for each worker; with a text's numbers they give how likely it is
    ///     right, less the prior.
    ///   - weight: how much it counts.
    func add(
        _ tree: Int,
        _ parameters: Parameters,
        _ predictors: [Float],
        weight: Float,
        into gradient: inout Parameters,
        _ predictorGradient: inout [Float]
    ) {
        let rank = LearnedPolicy.rank
        for (node, prospects) in zip(world.trees[tree].nodes, prospects[tree]) {
            let summary = node.features.summary(by: parameters.values)
            var back = [Float](repeating: 0, count: rank)
            for (place, prospect) in prospects.enumerated() {
                guard let prospect else { continue }
                let row = place * rank
                var error = prospect - Float(ValueHead.prior)
                for column in 0..<rank { error -= predictors[row + column] * summary[column] }
                for column in 0..<rank {
                    predictorGradient[row + column] += weight * error * summary[column]
                    back[column] += weight * error * predictors[row + column]
                }
            }
            PolicyPass.spread(back, over: node.features, into: &gradient)
        }
    }
}
