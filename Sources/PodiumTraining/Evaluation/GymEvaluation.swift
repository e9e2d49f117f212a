internal import PodiumCore
public import PodiumEvaluation
public import PodiumGym
public import PodiumPolicy
import PodiumSpecialists

/// A learned conductor and what it has to be better than, on problems of the gym.
///
/// Whatever has to be chosen beforehand (the best worker, the best workflow, the best worker of a family)
/// is chosen on problems of `train`, as the policy was.
public struct GymEvaluation: Sendable {
    private let policy: LearnedPolicy
    private let world: World
    private let neighbours: Neighbours
    private let bestSingles: [Baseline]
    private let bestWorkflow: Baseline
    private let byFamily: [String: Baseline]

    /// - Parameter training: how many problems of `train` the baselines are chosen on.
    public init(_ policy: LearnedPolicy, training: Int = 400) {
        self.policy = policy
        world = .gym(problems: 0..<training)
        neighbours = Neighbours(world, price: policy.price)
        let pool = Specialists.workers
        let problems = (0..<training).map { Gym.problem(.train, $0) }
        func rank(_ baselines: [Baseline], on problems: [Problem]) -> (right: Int, worth: Int) {
            let outcomes = baselines.map { baseline in
                problems.compactMap { baseline.outcome(on: $0, pool: pool) }
            }
            func best(_ value: (PodiumGym.Outcome) -> Double) -> Int {
                let sums = outcomes.map { $0.reduce(0) { $0 + value($1) } }
                return sums.indices.max { (sums[$0], $1) < (sums[$1], $0) } ?? 0
            }
            let price = Double(policy.price) * 1_000
            return (
                best { $0.isRight ? 1 : 0 }, best { ($0.isRight ? 1 : 0) - price * $0.cost }
            )
        }
        let single = rank(Baseline.singles, on: problems)
        bestSingles = Set([single.right, single.worth]).sorted().map { Baseline.singles[$0] }
        bestWorkflow = Baseline.workflows[rank(Baseline.workflows, on: problems).right]
        byFamily = Dictionary(grouping: problems, by: \.family).mapValues {
            Baseline.singles[rank(Baseline.singles, on: $0).worth]
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
        for index in 0..<count {
            let problem = Gym.problem(split, index)
            let pool = split == .pools ? Gym.pool(split, index) : Specialists.workers
            var random = SeededGenerator(seed: UInt64(index))
            func add(_ name: String, _ outcome: PodiumGym.Outcome) {
                if outcomes[name] == nil { order.append(name) }
                outcomes[name, default: []].append(
                    ItemOutcome(
                        item: problem.id,
                        worth: outcome.isRight ? 1 : 0,
                        cost: outcome.cost,
                        workers: outcome.workers
                    )
                )
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
            measured(
                "best worker of the family",
                byFamily[problem.family]?.outcome(on: problem, pool: pool) ?? .none
            )
            measured(bestWorkflow.name, bestWorkflow.outcome(on: problem, pool: pool) ?? .none)
            measured(
                "anybody for each step",
                PodiumGym.Outcome(problem, pool: pool) { _ in
                    Int.random(in: pool.indices, using: &random)
                }
            )
            let singles = Baseline.singles.compactMap { $0.outcome(on: problem, pool: pool) }
            if let best = PodiumGym.Outcome.oracle(problem, pool: pool, among: all + singles) {
                add(Self.oracle, best)
            }
            tell(index + 1)
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
            }
        )
    }

    private static let learned = "learned"
    private static let oracle = "best routing, in hindsight"

    private func nearest(_ problem: Problem, _ pool: [Worker]) -> PodiumGym.Outcome {
        let places = pool.map { worker in world.models.firstIndex(of: worker.model) }
        return PodiumGym.Outcome(problem, pool: pool) { task in
            let choice = neighbours.choice(for: task, among: places.compactMap(\.self))
            return places.firstIndex(of: choice) ?? 0
        }
    }
}

extension LearnedPolicy {
    /// Without what reinforcement added.
    public var byExpectationsAlone: LearnedPolicy {
        var policy = self
        policy.heads = [:]
        return policy
    }
}
