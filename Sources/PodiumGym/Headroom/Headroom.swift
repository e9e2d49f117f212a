public import PodiumCore
import PodiumPhrasebook
public import PodiumPolicy
public import PodiumSpecialists

/// What there is to be learned: how far the best routing is above any worker, any workflow that is
/// the same for all questions, and the rules.
public struct Headroom: Sendable {
    public struct Row: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable {
            case worker, workflow, rules, learned, oracle
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

    /// What was right of one family's problems, as shares from 0 to 1.
    public struct FamilyRow: Hashable, Sendable {
        public var name: String
        public var single: Double
        public var rules: Double
        /// Nil where no learned conductor was measured.
        public var learned: Double?
        public var oracle: Double
    }

    public var problems: Int
    public var rows: [Row]
    /// The share of problems of two steps or more.
    public var composedShare: Double
    /// For each family: best single worker, rules, oracle.
    public var families: [FamilyRow]

    public func best(_ kind: Row.Kind) -> Row? {
        rows.filter { $0.kind == kind }.max { $0.accuracy < $1.accuracy }
    }

    /// Measures it on problems of a split.
    ///
    /// - Parameter learned: a learned conductor that is measured too.
    public init(_ split: Gym.Split, problems count: Int, learned: LearnedConduct? = nil) {
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
            let none = Outcome(isRight: false, cost: 0, workers: [])
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
            if let learned {
                let outcome = Self.learned(problem, learned, pool: pool)
                outcomes.append(outcome)
                add(.learned, "learned", outcome)
            }
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
            return FamilyRow(
                name: family.name,
                single: best,
                rules: share("rules"),
                learned: learned.map { _ in share("learned") },
                oracle: share("oracle")
            )
        }
    }

    /// A learned conductor over a pool; where it does not decide, the rules do.
    ///
    /// - Parameter replans: how often it may plan again where there is no answer; sessions have 2.
    public static func learned(
        _ problem: Problem,
        _ learned: LearnedConduct,
        pool: [Worker] = Specialists.workers,
        seed: UInt64 = 1,
        replans: Int = 0
    ) -> Outcome {
        let conductor = EmbeddedConductor(learned: learned)
        return Outcome(problem, pool: pool, seed: seed, replans: replans) {
            conductor.wholeReply(to: $0)
        }
    }

    /// The rule conductor over a pool.
    public static func rules(
        _ problem: Problem,
        pool: [Worker] = Specialists.workers,
        seed: UInt64 = 1,
        replans: Int = 0
    ) -> Outcome {
        Outcome(problem, pool: pool, seed: seed, replans: replans) {
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
