internal import PodiumCore
public import PodiumEvaluation
public import PodiumGym
public import PodiumPolicy
import PodiumSpecialists

/// A learned conductor and what it has to be better than, on problems of the gym.
///
/// Whatever has to be chosen beforehand (the best and the cheapest worker, the best workflow, the best worker
/// of a family, and what is mixed) is chosen on problems of `train`, as the policy was.
public struct GymEvaluation: Sendable {
    private let policy: LearnedPolicy
    private let world: World
    private let neighbours: Neighbours
    private let bestSingles: [Baseline]
    private let cheapest: Baseline
    /// How each worker alone did in training.
    private let singles: [SingleMixture.Single]
    private let bestWorkflow: Baseline
    private let byFamily: [String: Baseline]

    /// - Parameter training: how many problems of `train` the baselines are chosen on.
    public init(_ policy: LearnedPolicy, training: Int = 400) {
        self.policy = policy
        world = .gym(problems: 0..<training)
        neighbours = Neighbours(world, price: policy.price)
        let problems = (0..<training).map { Gym.problem(.train, $0) }
        let single = Ranking(Baseline.singles, on: problems, price: policy.price)
        bestSingles = Set([single.mostRight, single.mostWorth]).sorted()
            .map { Baseline.singles[$0] }
        cheapest = Baseline.singles[single.cheapest]
        singles = zip(Baseline.singles, single.means).map { baseline, mean in
            SingleMixture.Single(name: baseline.name, accuracy: mean.right, cost: mean.cost)
        }
        let workflows = Ranking(Baseline.workflows, on: problems, price: policy.price)
        bestWorkflow = Baseline.workflows[workflows.mostRight]
        byFamily = Dictionary(grouping: problems, by: \.family).mapValues {
            Baseline.singles[
                Ranking(Baseline.singles, on: $0, price: policy.price).mostWorth
            ]
        }
    }

    /// Measures all of them.
    ///
    /// - Parameter tell: is told how many problems are done.
    public func report(
        _ split: Gym.Split,
        problems count: Int,
        tell: (Int) -> Void = { _ in }
    ) -> EvaluationReport {
        let learned = LearnedConduct(policy: policy, isGated: false)
        let plain = LearnedConduct(policy: policy.byExpectationsAlone, isGated: false)
        var order: [String] = []
        var outcomes: [String: [ItemOutcome]] = [:]
        var kinds = [Self.oracle: EvaluationReport.Conductor.Kind.mark]
        var alone: [String: [ItemOutcome]] = [:]
        for index in 0..<count {
            let problem = Gym.problem(split, index)
            let pool = split == .pools ? Gym.pool(split, index) : Specialists.workers
            var random = SeededGenerator(seed: UInt64(index))
            func item(_ outcome: PodiumGym.Outcome) -> ItemOutcome {
                ItemOutcome(
                    item: problem.id,
                    worth: outcome.isRight ? 1 : 0,
                    cost: outcome.cost,
                    workers: outcome.workers,
                    leastSteps: problem.stepCount
                )
            }
            func add(_ name: String, _ outcome: PodiumGym.Outcome) {
                if outcomes[name] == nil { order.append(name) }
                outcomes[name, default: []].append(item(outcome))
            }
            var all = [Headroom.learned(problem, learned, pool: pool, replans: 2)]
            add(Self.learned, all[0])
            func measured(_ name: String, _ outcome: PodiumGym.Outcome) {
                all.append(outcome)
                add(name, outcome)
            }
            measured("learned, one plan", Headroom.learned(problem, learned, pool: pool))
            measured("expectations alone", Headroom.learned(problem, plain, pool: pool, replans: 2))
            measured("rules", Headroom.rules(problem, pool: pool))
            measured("rules, planning again", Headroom.rules(problem, pool: pool, replans: 2))
            measured("10 nearest tasks", nearest(problem, pool))
            for single in bestSingles {
                kinds["\(single.name) alone"] = .single
                measured("\(single.name) alone", single.outcome(on: problem, pool: pool) ?? .none)
            }
            measured(Self.cheapest, cheapest.outcome(on: problem, pool: pool) ?? .none)
            measured(
                "best of the family",
                byFamily[problem.family]?.outcome(on: problem, pool: pool) ?? .none
            )
            measured(Self.workflow, bestWorkflow.outcome(on: problem, pool: pool) ?? .none)
            measured(
                "anybody for each step",
                PodiumGym.Outcome(problem, pool: pool) { _ in
                    Int.random(in: pool.indices, using: &random)
                }
            )
            for single in Baseline.singles {
                let outcome = single.outcome(on: problem, pool: pool)
                if let outcome { all.append(outcome) }
                alone[single.name, default: []].append(item(outcome ?? .none))
            }
            if let best = PodiumGym.Outcome.oracle(problem, pool: pool, among: all) {
                add(Self.oracle, best)
            }
            tell(index + 1)
        }
        var notes = [
            "\(Self.cheapest): \(cheapest.name)", "\(Self.workflow): \(bestWorkflow.name)",
        ]
        if let mixture = mixture(for: outcomes[Self.learned] ?? []) {
            order.append(EvaluationReport.mixing)
            outcomes[EvaluationReport.mixing] = mixture.outcomes(alone)
            notes.append("\(EvaluationReport.mixing): \(mixture.told)")
        }
        return EvaluationReport(
            title: "Gym, \(split.rawValue), \(count) problems",
            price: Double(policy.price) * 1_000,
            unit: "units",
            subject: Self.learned,
            conductors: order.map {
                EvaluationReport.Conductor(
                    name: $0,
                    outcomes: outcomes[$0] ?? [],
                    kind: kinds[$0] ?? .conductor
                )
            },
            notes: notes
        )
    }

    /// The best random mixture of workers at the cost that these came to.
    private func mixture(for outcomes: [ItemOutcome]) -> SingleMixture? {
        guard !outcomes.isEmpty else { return nil }
        let cost = outcomes.reduce(0) { $0 + ($1.cost ?? 0) }
        return SingleMixture(singles, at: cost / Double(outcomes.count))
    }

    private static let learned = "learned"
    private static let cheapest = "cheapest worker"
    private static let workflow = "best workflow"
    private static let oracle = "best in hindsight"

    private func nearest(_ problem: Problem, _ pool: [Worker]) -> PodiumGym.Outcome {
        let places = pool.map { worker in world.models.firstIndex(of: worker.model) }
        return PodiumGym.Outcome(problem, pool: pool) { task in
            let choice = neighbours.choice(for: task, among: places.compactMap(\.self))
            return places.firstIndex(of: choice) ?? 0
        }
    }
}

/// How conductors that are the same for every question did on some of them.
private struct Ranking {
    /// The mean of each, in their order.
    let means: [(right: Double, cost: Double)]
    let price: Double

    init(_ baselines: [Baseline], on problems: [Problem], price: Float) {
        let pool = Specialists.workers
        let count = Double(max(problems.count, 1))
        means = baselines.map { baseline in
            let outcomes = problems.compactMap { baseline.outcome(on: $0, pool: pool) }
            return (
                Double(outcomes.count { $0.isRight }) / count,
                outcomes.reduce(0) { $0 + $1.cost } / count
            )
        }
        self.price = Double(price) * 1_000
    }

    private func first(_ value: ((right: Double, cost: Double)) -> Double) -> Int {
        means.indices.max { (value(means[$0]), $1) < (value(means[$1]), $0) } ?? 0
    }

    var mostRight: Int { first { $0.right } }
    var mostWorth: Int { first { $0.right - price * $0.cost } }
    var cheapest: Int { first { -$0.cost } }
}

extension LearnedPolicy {
    /// Without what reinforcement added.
    public var byExpectationsAlone: LearnedPolicy {
        var policy = self
        policy.heads = [:]
        return policy
    }
}
