internal import PodiumCore
public import PodiumPolicy

/// Trains a policy in a world, an iteration at a time; it can be put away and gone on with between any two.
///
/// First the texts' few numbers are learned by regression on what each worker is right at, and with them
/// what can be expected of each. That alone is a router. Then reinforcement changes the chances, by what
/// whole workflows come to: whether the answer is right, less the price of the cost.
///
/// ```swift
/// var training = Training(settings, world: .gym(problems: 0..<2_400))
/// while let progress = training.advance() { print(progress.utility) }
/// let policy = training.policy
/// ```
public struct Training: Sendable {
    /// What an iteration came to, over the episodes that it was trained on.
    public struct Progress: Hashable, Sendable, Codable {
        /// From 1.
        public var iteration: Int
        /// Whether it was before reinforcement: the router by expectations alone.
        public var isPreparation: Bool
        public var utility: Double
        public var accuracy: Double
        /// Thousandths of a unit a question.
        public var cost: Double
        /// The mean number of choices in a workflow.
        public var steps: Double
        /// Bits, the mean of all choices.
        public var entropy: Double
        /// The share of groups in which all were alike, so that nothing was learned; nil where nothing is
        /// sampled.
        public var idleGroups: Double?
    }

    /// All that changes while it is trained.
    struct State: Hashable, Sendable, Codable {
        var iteration = 0
        var parameters: Parameters
        /// What the regression predicts by, `rank` numbers for each worker.
        var predictors: [Float]
        var optimizer: Adam
        var predictorOptimizer: Adam
        var strategy: EvolutionStrategy?
        /// What is expected of each worker, by the numbers as they were when they were last looked at.
        var values: [PolicyPass.Expected?] = []
        var random: SeededGenerator
        var history: [Progress] = []
    }

    public let settings: TrainingSettings
    let world: World
    let regression: Regression
    var state: State

    public init(_ settings: TrainingSettings, world: World) {
        var random = SeededGenerator(seed: settings.seed)
        var parameters = Parameters(workers: world.models.count)
        parameters.projection = (0..<Parameters.headStart).map { _ in
            Float.random(in: -0.3...0.3, using: &random)
        }
        parameters.sharpness = 10
        let heads = world.models.count * LearnedPolicy.rank
        self.init(
            settings,
            world,
            State(
                parameters: parameters,
                predictors: [Float](repeating: 0, count: heads),
                optimizer: Adam(count: parameters.values.count),
                predictorOptimizer: Adam(count: heads),
                random: random
            )
        )
    }

    init(_ settings: TrainingSettings, _ world: World, _ state: State) {
        self.settings = settings
        self.world = world
        self.state = state
        regression = Regression(world)
        if state.values.isEmpty { self.state.values = expected() }
    }

    public var isFinished: Bool { state.iteration >= settings.iterationsInAll }
    public var history: [Progress] { state.history }

    /// One iteration more; nil when there are no more.
    public mutating func advance() -> Progress? {
        guard !isFinished, !world.trees.isEmpty else { return nil }
        let isPreparation = state.iteration < settings.preparation
        var tally = Tally()
        if isPreparation {
            prepare(&tally)
        } else {
            switch settings.algorithm {
            case .exact: ascend(&tally)
            case .grpo: compare(&tally)
            case .cmaES: evolve(&tally)
            }
        }
        state.iteration += 1
        let progress = tally.progress(state.iteration, isPreparation)
        state.history.append(progress)
        return progress
    }

    /// The policy as it is.
    public var policy: LearnedPolicy {
        var policy = LearnedPolicy(
            projection: state.parameters.projection,
            sharpness: state.parameters.sharpness,
            heads: state.iteration > settings.preparation
                ? state.parameters.heads(world.models) : [:],
            price: settings.price,
            support: world.support,
            origin: settings.summary
        )
        for (model, record) in world.records(by: policy.projection) {
            policy.setRecord(record, of: model)
        }
        return policy
    }

    // MARK: Preparation

    private mutating func prepare(_ tally: inout Tally) {
        let rate = settings.rate * (1 - 0.8 * Float(state.iteration) / Float(settings.preparation))
        for batch in batches() {
            var gradient = Parameters(workers: world.models.count)
            var predictorGradient = [Float](repeating: 0, count: state.predictors.count)
            for index in batch {
                regression.add(
                    index,
                    state.parameters,
                    state.predictors,
                    weight: 1,
                    into: &gradient,
                    &predictorGradient
                )
            }
            state.optimizer.step(&state.parameters.values, along: gradient.values, rate: rate)
            state.predictorOptimizer.step(
                &state.predictors,
                along: predictorGradient,
                rate: rate
            )
        }
        if state.iteration + 1 == settings.preparation {
            // What the optimizer knows of slopes was of another aim.
            state.optimizer = Adam(count: state.parameters.values.count)
        }
        state.values = expected()
        look(&tally)
    }

    /// What the policy comes to on some of the questions, without learning from them.
    private func look(_ tally: inout Tally) {
        let stride = max(1, world.trees.count / 200)
        for index in Swift.stride(from: 0, to: world.trees.count, by: stride) {
            let pass = pass(
                pool: [Bool](repeating: true, count: world.models.count),
                anonymous: [Bool](repeating: false, count: world.models.count)
            )
            tally.add(
                ExactGradient(pass: pass, tree: world.trees[index], entropy: 0)
                    .expectation()
            )
        }
    }

    // MARK: Episodes

    /// How far reinforcement has come, from 0 to 1.
    var reinforcementPart: Float {
        Float(state.iteration - settings.preparation) / Float(max(1, settings.iterations))
    }

    mutating func batches() -> [ArraySlice<Int>] {
        let order = Array(world.trees.indices).shuffled(using: &state.random)
        return stride(from: 0, to: order.count, by: settings.batch).map {
            order[$0..<min($0 + settings.batch, order.count)]
        }
    }

    /// Some of the workers are missing, and some are strangers.
    mutating func episode() -> PolicyPass {
        let pool = world.pool(using: &state.random)
        let anonymous = world.models.map { _ in
            Float.random(in: 0..<1, using: &state.random) < settings.anonymity
        }
        return pass(pool: pool, anonymous: anonymous)
    }

    func pass(pool: [Bool], anonymous: [Bool]) -> PolicyPass {
        PolicyPass(
            parameters: state.parameters,
            values: state.values,
            price: settings.price,
            pool: pool,
            anonymous: anonymous
        )
    }

    func expected() -> [PolicyPass.Expected?] {
        let records = world.records(by: state.parameters.values)
        return world.models.map { model in
            records[model].map { record in
                let fit = record.fitted()
                return PolicyPass.Expected(rights: fit.rights, costs: fit.costs)
            }
        }
    }
}
