import PodiumCore
import PodiumPolicy

/// One iteration of each way to learn from what whole workflows come to.
extension Training {
    // MARK: Exact gradient

    mutating func ascend(_ tally: inout Tally) {
        state.values = expected()
        let predictors = state.values.flatMap {
            $0?.rights ?? [Float](repeating: 0, count: LearnedPolicy.rank)
        }
        let part = reinforcementPart
        let entropy = settings.entropy * max(0, 1 - part)
        for batch in batches() {
            var gradient = Parameters(workers: world.models.count)
            for index in batch {
                let pass = episode()
                tally.add(
                    ExactGradient(pass: pass, tree: world.trees[index], entropy: entropy)
                        .expectation(into: &gradient)
                )
                var unused = [Float](repeating: 0, count: predictors.count)
                regression.add(
                    index,
                    state.parameters,
                    predictors,
                    weight: settings.regression,
                    into: &gradient,
                    &unused
                )
            }
            state.optimizer.step(
                &state.parameters.values,
                along: gradient.values,
                rate: settings.rate * max(0.1, 1 - part)
            )
        }
    }

    // MARK: Groups

    mutating func compare(_ tally: inout Tally) {
        let algorithm = GroupRelative(
            rollouts: settings.rollouts,
            scale: settings.scale,
            clip: 0.2,
            updates: 2,
            countsCost: settings.countsCost
        )
        if (state.iteration - settings.preparation) % 10 == 0 { state.values = expected() }
        var groups:
            [(tree: DecisionTree, pass: PolicyPass, group: [GroupRelative.Rollout], gains: [Float])] =
                []
        for _ in 0..<settings.questions {
            let tree = world.trees[Int.random(in: world.trees.indices, using: &state.random)]
            let pass = episode()
            let group = algorithm.sample(tree, pass, using: &state.random)
            tally.add(group, price: settings.price)
            guard let gains = algorithm.advantages(group, price: settings.price) else {
                tally.idle += 1
                continue
            }
            groups.append((tree, pass, group, gains))
        }
        for _ in 0..<algorithm.updates {
            var gradient = Parameters(workers: world.models.count)
            for (tree, pass, group, gains) in groups {
                let current = pass.with(state.parameters)
                algorithm.add(group, gains, tree, current, into: &gradient)
            }
            state.optimizer.step(
                &state.parameters.values,
                along: gradient.values,
                rate: settings.rate * max(0.1, 1 - reinforcementPart)
            )
        }
    }

    // MARK: Evolution

    /// The workers' rows and the sharpness evolve; the projection stays.
    mutating func evolve(_ tally: inout Tally) {
        let start = Parameters.headStart
        let count = state.parameters.values.count - start
        // Spread like the others, the sharpness would hardly move.
        let units = [Double](repeating: 1, count: count - 1) + [5]
        var strategy =
            state.strategy
            ?? EvolutionStrategy(
                mean: zip(state.parameters.values[start...], units).map { Double($0.0) / $0.1 },
                step: 0.3,
                population: 32
            )
        let candidates = strategy.candidates(using: &state.random)
        // The same episodes for all, so that luck is shared.
        let episodes = (0..<min(64, world.trees.count)).map { _ in
            (tree: Int.random(in: world.trees.indices, using: &state.random), pass: episode())
        }
        let fitness = candidates.map { candidate in
            let parameters = parameters(candidate, units)
            return episodes.reduce(0.0) { total, episode in
                total + Double(expectation(episode, parameters).utility)
            }
        }
        strategy.tell(candidates, fitness)
        state.parameters = parameters(strategy.mean, units)
        state.strategy = strategy
        for episode in episodes { tally.add(expectation(episode, state.parameters)) }
    }

    private func expectation(
        _ episode: (tree: Int, pass: PolicyPass),
        _ parameters: Parameters
    ) -> ExactGradient.Expectation {
        ExactGradient(
            pass: episode.pass.with(parameters),
            tree: world.trees[episode.tree],
            entropy: 0
        ).expectation()
    }

    private func parameters(_ values: [Double], _ units: [Double]) -> Parameters {
        var parameters = state.parameters
        let changed = zip(values, units).map { Float($0 * $1) }
        parameters.values.replaceSubrange(Parameters.headStart..., with: changed)
        parameters.sharpness = max(0, parameters.sharpness)
        return parameters
    }
}
