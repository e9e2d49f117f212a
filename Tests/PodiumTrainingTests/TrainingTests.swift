import Foundation
import PodiumCore
import PodiumGym
import PodiumPolicy
import PodiumSpecialists
import Testing

@testable import PodiumTraining

@Suite struct TrainingTests {
    private static let world = World.gym(problems: 0..<400)
    private var world: World { Self.world }

    private func settings(
        _ algorithm: TrainingSettings.Algorithm = .exact,
        iterations: Int = 6
    ) -> TrainingSettings {
        var settings = TrainingSettings(algorithm)
        settings.preparation = 3
        settings.iterations = iterations
        return settings
    }

    private func trained(_ settings: TrainingSettings, _ world: World) -> Training {
        var training = Training(settings, world: world)
        while training.advance() != nil {}
        return training
    }

    // MARK: Gradients

    /// A pass at a point that is no special one: part of the pool is missing, part is anonymous.
    private func pass(_ training: Training) -> PolicyPass {
        let count = training.world.models.count
        return training.pass(
            pool: (0..<count).map { $0 % 5 != 2 },
            anonymous: (0..<count).map { $0 % 4 == 1 }
        )
    }

    private func moved(_ pass: PolicyPass, _ place: Int, by step: Float) -> PolicyPass {
        var parameters = pass.parameters
        parameters.values[place] += step
        return PolicyPass(
            parameters: parameters,
            values: pass.values,
            price: pass.price,
            pool: pass.pool,
            anonymous: pass.anonymous
        )
    }

    /// Of a gradient, the places that say most.
    private func steepest(_ gradient: Parameters, _ count: Int) -> [Int] {
        gradient.values.indices.sorted {
            gradient.values[$0].magnitude > gradient.values[$1].magnitude
        }
        .prefix(count).map { $0 }
    }

    @Test func `the exact gradient is that of the expected utility`() {
        let training = trained(settings(iterations: 1), world)
        let pass = pass(training)
        for index in [1, 14, 26, 33] {
            let tree = world.trees[index]
            var gradient = Parameters(workers: world.models.count)
            _ = ExactGradient(pass: pass, tree: tree, entropy: 0).expectation(into: &gradient)
            for place in steepest(gradient, 5) + [gradient.values.count - 1] {
                let sides = [Float(0.01), -0.01].map {
                    ExactGradient(pass: moved(pass, place, by: $0), tree: tree, entropy: 0)
                        .expectation().utility
                }
                let slope = (sides[0] - sides[1]) / 0.02
                #expect(
                    (slope - gradient.values[place]).magnitude < 1e-3 + 0.03 * slope.magnitude,
                    "\(index) \(place)"
                )
            }
        }
    }

    @Test func `the gradient of groups is that of the clipped objective`() throws {
        let training = trained(settings(iterations: 1), world)
        let pass = pass(training)
        let algorithm = GroupRelative(
            rollouts: 64,
            scale: .none,
            clip: 0.2,
            updates: 1,
            countsCost: true
        )
        var random = SeededGenerator(seed: 3)
        var compared = 0
        for tree in world.trees.prefix(30) {
            let group = algorithm.sample(tree, pass, using: &random)
            guard let gains = algorithm.advantages(group, price: pass.price) else { continue }
            var gradient = Parameters(workers: world.models.count)
            algorithm.add(group, gains, tree, pass, into: &gradient)
            for place in steepest(gradient, 2) where gradient.values[place].magnitude > 1e-3 {
                // Without clipping, since nothing has moved yet: Σ advantage × ratio.
                let sides = [Float(0.004), -0.004].map { step -> Float in
                    let moved = moved(pass, place, by: step)
                    return zip(group, gains).reduce(Float(0)) { total, pair in
                        pair.0.choices.reduce(total) { total, choice in
                            let chances = moved.choice(at: tree.nodes[choice.node]).chances
                            return total + pair.1 * chances[choice.worker] / choice.chance / 64
                        }
                    }
                }
                let slope = (sides[0] - sides[1]) / 0.008
                #expect(
                    (slope - gradient.values[place]).magnitude < 2e-3 + 0.05 * slope.magnitude
                )
                compared += 1
            }
        }
        #expect(compared > 10)
    }

    @Test func `divided by the deviation, a small difference weighs as much as a large one`() {
        func gains(_ scale: TrainingSettings.Scale, _ right: [Float]) -> [Float]? {
            let algorithm = GroupRelative(
                rollouts: right.count,
                scale: scale,
                clip: 0.2,
                updates: 1,
                countsCost: false
            )
            return algorithm.advantages(
                right.map { GroupRelative.Rollout(choices: [], right: $0, cost: 0) },
                price: 0
            )
        }
        #expect(gains(.none, [1, 0]) == [0.25, -0.25])
        #expect((gains(.none, [0.1, 0])?[0] ?? 1) < 0.0251)
        #expect((gains(.std, [0.1, 0])?[0] ?? 0) > 0.99)
        #expect(gains(.none, [1, 1]) == nil, "where all are alike there is nothing to learn")
    }

    @Test func `evolution finds the top of a hill`() {
        var random = SeededGenerator(seed: 7)
        let target = (0..<20).map { Double($0 % 5) - 2 }
        var strategy = EvolutionStrategy(
            mean: [Double](repeating: 0, count: 20),
            step: 0.5,
            population: 32
        )
        for _ in 0..<200 {
            let candidates = strategy.candidates(using: &random)
            strategy.tell(
                candidates,
                candidates.map { candidate in
                    -zip(candidate, target).enumerated().reduce(0.0) { total, pair in
                        let miss = pair.element.0 - pair.element.1
                        return total + Double(1 + pair.offset) * miss * miss
                    }
                }
            )
        }
        #expect(zip(strategy.mean, target).allSatisfy { abs($0 - $1) < 0.01 })
    }

    // MARK: Runs

    @Test(arguments: TrainingSettings.Algorithm.allCases)
    func `the same seed gives the same policy, and so does a run that was put away`(
        _ algorithm: TrainingSettings.Algorithm
    ) throws {
        let settings = settings(algorithm, iterations: 5)
        let whole = trained(settings, world)
        var half = Training(settings, world: world)
        for _ in 0..<5 { _ = half.advance() }
        let saved = try Training.Checkpoint(data: half.checkpoint)
        var resumed = try Training(saved, world: world)
        while resumed.advance() != nil {}
        // Told as they are, thousands of numbers would fill the report.
        let isSame = resumed.policy.data == whole.policy.data && resumed.history == whole.history
        #expect(isSame)
        var other = settings
        other.seed = 2
        let isOther = trained(other, world).policy.data != whole.policy.data
        #expect(isOther)
    }

    @Test func `a checkpoint of other questions or another version is refused`() throws {
        let training = Training(settings(), world: world)
        let saved = try Training.Checkpoint(data: training.checkpoint)
        #expect(throws: Training.Invalid.self) {
            try Training(saved, world: .gym(problems: 0..<20))
        }
        var changed = world
        changed.trees[7].nodes[0].options[3].cost += 1
        #expect(throws: Training.Invalid.self) { try Training(saved, world: changed) }
        for text in ["", "{}", "{\"format\":\"podium-training-1\"}"] {
            #expect(throws: Training.Invalid.self) {
                try Training.Checkpoint(data: Data(text.utf8))
            }
        }
    }

    @Test
    func `what was learned holds for problems that were not trained on, at a fraction of the cost`()
        throws
    {
        let training = trained(settings(iterations: 10), .gym(problems: 0..<1_200))
        let learned = LearnedConduct(policy: training.policy, isGated: false)
        let report = Headroom(.test, problems: 240, learned: learned)
        let (rules, own) = (try #require(report.best(.rules)), try #require(report.best(.learned)))
        #expect(own.accuracy >= rules.accuracy + 0.08, "\(report.table)")
        #expect(own.cost <= rules.cost / 2, "\(report.table)")
    }

    @Test func `reinforcement makes what expectations alone come to cheaper, or better`() throws {
        let training = trained(settings(iterations: 12), world)
        let prepared = training.history.filter(\.isPreparation)
        let (first, last) = (try #require(prepared.last), try #require(training.history.last))
        // Those after reinforcement began are over pools in which workers are missing.
        let second = training.history[prepared.count]
        #expect(last.utility > second.utility)
        #expect(last.entropy < first.entropy)
    }

    @Test func `from rewards that mean nothing nothing is learned`() throws {
        var shuffled = World.gym(problems: 0..<600)
        shuffled.shuffle(seed: 9)
        let policy = trained(settings(), shuffled).policy
        let report = Headroom(
            .test,
            problems: 120,
            learned: LearnedConduct(policy: policy, isGated: false)
        )
        #expect(try #require(report.best(.learned)).accuracy < 0.5, "\(report.table)")
    }

    @Test func `a tree tells what a whole run through the machine comes to`() throws {
        let models = Specialists.all.map(\.descriptor.model)
        for index in 0..<60 {
            let problem = Gym.problem(.train, index)
            let tree = DecisionTree(problem, workers: Specialists.all)
            var policy = LearnedPolicy(
                projection: [Float](repeating: 0, count: Parameters.headStart),
                support: Dictionary(
                    tree.nodes.map { ($0.kind, 100) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
            // One that always takes the same worker, another one for each problem.
            let place = index % models.count
            for model in models {
                var record = ValueHead()
                let summary = policy.summary(TextFeatures(""))
                for _ in 0..<9 {
                    record.add(summary, right: model == models[place] ? 1 : 0, cost: 0)
                }
                policy.setRecord(record, of: model)
            }
            let outcome = Headroom.learned(problem, LearnedConduct(policy: policy, isGated: false))
            var (node, cost, end) = (0, Float(0), DecisionTree.End.unknown)
            while true {
                let option = tree.nodes[node].options[place]
                cost += option.cost
                end = option.end
                guard case .next(let next) = option.end else { break }
                node = next
            }
            #expect(end == .answer(outcome.isRight ? 1 : 0), "\(problem.id) \(models[place])")
            if outcome.isRight {
                #expect(abs(Double(cost) - outcome.cost * 1_000) < 0.01, "\(problem.id)")
            }
        }
    }

    // MARK: Files

    @Test func `a policy is written and read again; what is none is refused`() throws {
        let policy = trained(settings(iterations: 1), world).policy
        let data = policy.data
        let isSame = try LearnedPolicy(data: data) == policy
        #expect(isSame)
        #expect(data.count < 300_000)
        let text = String(decoding: data, as: UTF8.self)
        for (text, reason) in [
            ("", "no policy"), ("{}", "no policy"),
            (text.replacing("\"version\":2", with: "\"version\":3"), "another version"),
            (String(text.dropLast(900)), "no policy"),
            (text.replacing("\"sharpness\"", with: "\"sharp\""), "not all of it"),
            (text.replacing("\"price\":0.004", with: "\"price\":0.005"), "checksum"),
        ] {
            let error = #expect(throws: LearnedPolicy.Invalid.self) {
                try LearnedPolicy(data: Data(text.utf8))
            }
            #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
        }
    }
}
