internal import PodiumCore
internal import PodiumPhrasebook

/// Chooses who does a task: by rules, and by a learned policy where there is one that may decide.
struct Router {
    let rules: WorkerChoice
    let learned: LearnedConduct?

    /// A task that somebody is to do.
    enum Task {
        case phrase(Phrase)
        case text(String)

        var text: String {
            switch self {
            case .phrase(let phrase): phrase.question
            case .text(let text): text
            }
        }

        var kind: String {
            switch self {
            case .phrase(let phrase): phrase.form.rawValue
            case .text: LearnedPolicy.text
            }
        }

        var scope: Gate.Scope {
            switch self {
            case .phrase: .forms
            case .text: .text
            }
        }

        /// Of a text nobody knows what skill it takes.
        var skill: Skill? {
            switch self {
            case .phrase(let phrase): phrase.skill
            case .text: nil
            }
        }
    }

    /// Who does a task, and what was weighed.
    struct Decision: Hashable, Sendable {
        /// Its place in the pool.
        var worker: Int
        /// What the policy expects of each worker of the pool; empty where it says nothing.
        var options: [Option] = []
        /// Whether the policy decided.
        var isLearned = false

        /// How likely the one who is taken is right; 0 where nothing is expected of them.
        var expected: Float { options.first { $0.worker == worker }?.estimate.right ?? 0 }

        struct Option: Hashable, Sendable {
            var worker: Int
            var chance: Float
            var estimate: ValueHead.Estimate
        }
    }

    /// - Parameter avoiding: places of workers that are not to be taken while there are others.
    /// - Returns: nil where the rules name nobody and the policy does not decide.
    func decision(for task: Task, avoiding: Set<Int> = []) -> Decision? {
        let incumbents = candidates(for: task)
        let incumbent = incumbents.first { !avoiding.contains($0) } ?? incumbents.first
        guard let policy = learned?.policy,
            policy.support[task.kind, default: 0] >= LearnedPolicy.leastSupport
        else { return incumbent.map { Decision(worker: $0) } }
        let summary = policy.summary(TextFeatures(task.text))
        var options = options(for: task, policy, summary, incumbents)
        let open = options.filter { !avoiding.contains($0.worker) }
        if !open.isEmpty { options = open }
        // Strangers alone: what was learned says nothing of them.
        guard options.contains(where: { isKnown($0.worker, policy) }) else {
            return incumbent.map { Decision(worker: $0) }
        }
        weigh(&options, policy, summary)
        guard learned?.mode == .apply, let best = options.first else {
            return incumbent.map { Decision(worker: $0, options: options) }
        }
        let gate = policy.gates[task.scope]
        // What was never measured is closed too.
        if learned?.isGated == true, gate?.isOpen != true {
            let single = rules.workers.indices.first {
                rules.workers[$0].model == gate?.incumbent && !avoiding.contains($0)
                    && !rules.excluded.contains($0)
            }
            return (single ?? incumbent).map { Decision(worker: $0, options: options) }
        }
        return Decision(worker: best.worker, options: options, isLearned: true)
    }

    private func candidates(for task: Task) -> [Int] {
        guard let skill = task.skill else { return rules.generals }
        return rules.candidates(for: skill)
    }

    private func isKnown(_ worker: Int, _ policy: LearnedPolicy) -> Bool {
        policy.records[rules.workers[worker].model] != nil
    }

    /// Everybody of whom something is known, and those whom the rules would ask.
    private func options(
        for task: Task,
        _ policy: LearnedPolicy,
        _ summary: [Float],
        _ incumbents: [Int]
    ) -> [Decision.Option] {
        rules.workers.indices.compactMap { worker in
            guard !rules.excluded.contains(worker) else { return nil }
            let estimate =
                policy.estimate(of: rules.workers[worker].model, at: summary)
                ?? (incumbents.contains(worker)
                    ? stranger(rules.workers[worker], task.text) : nil)
            return estimate.map { Decision.Option(worker: worker, chance: 0, estimate: $0) }
        }
    }

    /// What is expected of a worker of which nothing was seen: as often right as wrong, at its price. One
    /// whose price is not known may be as dear as the dearest.
    private func stranger(_ worker: Worker, _ text: String) -> ValueHead.Estimate {
        let usage = Usage(input: TokenEstimate.tokens(in: text) + 100, output: 300)
        let dearest = rules.workers.compactMap(\.price).max { $0.output < $1.output }
        let cost = Cost(of: usage, at: worker.price ?? (worker.isLocal ? nil : dearest))
        let units = Double(max(cost.picodollars, cost.nominal)) / 1e12
        return ValueHead.Estimate(
            right: Float(ValueHead.prior),
            deviation: Float(ValueHead.prior),
            cost: Float(units * 1_000)
        )
    }

    /// Gives the options their chances, and puts the likeliest first.
    private func weigh(
        _ options: inout [Decision.Option],
        _ policy: LearnedPolicy,
        _ summary: [Float]
    ) {
        let chances = policy.chances(
            options.map { rules.workers[$0.worker].model },
            worth: options.map(\.estimate),
            at: summary
        )
        for place in options.indices { options[place].chance = chances[place] }
        options.sort { $0.chance == $1.chance ? $0.worker < $1.worker : $0.chance > $1.chance }
    }
}
