public import PodiumCore
import PodiumPhrasebook
import PodiumPolicy
public import PodiumSpecialists

/// What there is to be learned: how far the best routing is above any worker, any workflow that is
/// the same for all questions, and the rules.
public struct Headroom: Sendable {
    public struct Row: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable {
            case worker, workflow, rules, oracle
        }

        public var kind: Kind
        public var name: String
        /// The share of problems that it answers rightly, from 0 to 1.
        public var accuracy: Double
        /// Nominal units a problem, without the conductor's.
        public var cost: Double
        /// The mean number of steps.
        public var steps: Double
    }

    public var problems: Int
    public var rows: [Row]
    /// The share of problems of two steps or more.
    public var composedShare: Double
    /// For each family: best single worker, rules, oracle.
    public var families: [(name: String, single: Double, rules: Double, oracle: Double)]

    public func best(_ kind: Row.Kind) -> Row? {
        rows.filter { $0.kind == kind }.max { $0.accuracy < $1.accuracy }
    }

    /// Measures it on problems of a split.
    public init(_ split: Gym.Split, problems count: Int) {
        let singles = Specialists.workers.map { Candidate.single($0.name) }
        let fixed = Candidate.fixed
        var tally: [String: (kind: Row.Kind, right: Int, cost: Double, steps: Int)] = [:]
        var order: [String] = []
        var byFamily: [String: [String: (right: Int, all: Int)]] = [:]
        var composed = 0
        for index in 0..<count {
            let problem = Gym.problem(split, index)
            if Gym.family(named: problem.family)?.isComposed == true { composed += 1 }
            func add(_ kind: Row.Kind, _ name: String, _ outcome: Outcome) {
                if tally[name] == nil { order.append(name) }
                var row = tally[name] ?? (kind, 0, 0, 0)
                row.right += outcome.isRight ? 1 : 0
                row.cost += outcome.cost
                row.steps += outcome.steps
                tally[name] = row
                var family = byFamily[problem.family]?[name] ?? (0, 0)
                family.right += outcome.isRight ? 1 : 0
                family.all += 1
                byFamily[problem.family, default: [:]][name] = family
            }
            let pool = split == .pools ? Gym.pool(split, index) : Specialists.workers
            // A pool that lacks a worker has no answer of that worker's.
            let none = Outcome(isRight: false, cost: 0, steps: 0)
            var outcomes: [Outcome] = []
            for (kind, candidates) in [(Row.Kind.worker, singles), (.workflow, fixed)] {
                for candidate in candidates {
                    let outcome = candidate.outcome(on: problem, pool: pool)
                    if let outcome { outcomes.append(outcome) }
                    add(kind, candidate.name, outcome ?? none)
                }
            }
            let rules = Self.rules(problem, pool: pool)
            outcomes.append(rules)
            add(.rules, "rules", rules)
            if let best = Oracle(problem, pool: pool).best(among: outcomes) {
                add(.oracle, "oracle", best)
            }
        }
        problems = count
        composedShare = count == 0 ? 0 : Double(composed) / Double(count)
        rows = order.compactMap { name in
            tally[name].map {
                let all = Double(max(count, 1))
                return Row(
                    kind: $0.kind,
                    name: name,
                    accuracy: Double($0.right) / all,
                    cost: $0.cost / all,
                    steps: Double($0.steps) / all
                )
            }
        }
        families = Gym.families.compactMap { family in
            guard let names = byFamily[family.name] else { return nil }
            let share = { (name: String) in
                names[name].map { Double($0.right) / Double(max($0.all, 1)) } ?? 0
            }
            let best = singles.map { share($0.name) }.max() ?? 0
            return (family.name, best, share("rules"), share("oracle"))
        }
    }

    /// The rule conductor over a pool.
    public static func rules(
        _ problem: Problem,
        pool: [Worker] = Specialists.workers,
        seed: UInt64 = 1
    ) -> Outcome {
        Outcome(problem, pool: pool, seed: seed) {
            EmbeddedConductor().wholeReply(to: $0)
        }
    }
}

extension Candidate {
    /// Workflows that are the same for every question: what one would set up by hand.
    static let fixed: [Candidate] = [
        panel(
            "reckoner, linguist, algebraist, calendarist, vote",
            ["reckoner", "linguist", "algebraist", "calendarist"],
            .vote,
            by: "merger"
        ),
        panel(
            "reckoner, linguist, explorer, logician, vote",
            ["reckoner", "linguist", "explorer", "logician"],
            .vote,
            by: "merger"
        ),
        panel(
            "abacus, prober, codebreaker, almanac, vote",
            ["abacus", "prober", "codebreaker", "almanac"],
            .vote,
            by: "merger"
        ),
        panel(
            "guesser, hunch, abacus, prober, vote",
            ["guesser", "hunch", "abacus", "prober"],
            .vote,
            by: "merger"
        ),
        panel("guesser, checker", ["guesser"], .check, by: "checker"),
        panel("linguist, checker", ["linguist"], .check, by: "checker"),
        panel(
            "four searchers, first answer",
            ["searcher", "searcher", "searcher", "searcher"],
            .firstAnswer,
            by: "merger"
        ),
        Candidate(
            name: "linguist decodes, reckoner computes",
            steps: [
                Step(worker: "linguist", subtask: Phrase(.decode).question),
                Step(worker: "reckoner", subtask: "Compute the result above.", access: [0]),
            ]
        ),
    ]
}
