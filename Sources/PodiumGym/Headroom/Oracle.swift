import PodiumCore
import PodiumPhrasebook
import PodiumSpecialists

/// The best that routing could do, in hindsight: it knows the question's steps and sees who was right.
struct Oracle {
    /// The most workflows that are run for a problem.
    private static let limit = 40

    let problem: Problem
    let pool: [Worker]
    private let steps: [Unfolding.Step]

    init(_ problem: Problem, pool: [Worker]) {
        self.problem = problem
        self.pool = pool
        steps = Unfolding([problem.phrase]).steps
    }

    /// The cheapest workflow that is right; where none is, the cheapest of all.
    ///
    /// - Parameter others: what workers alone, fixed workflows and the rules came to.
    func best(among others: [Outcome]) -> Outcome? {
        var right = others.filter(\.isRight)
        if steps.count > 1 {
            right += chains().compactMap { $0.outcome(on: problem, pool: pool) }.filter(\.isRight)
        }
        if right.isEmpty { right += [retried].compactMap { $0 }.filter(\.isRight) }
        return (right.isEmpty ? others : right).min { $0.cost < $1.cost }
    }

    /// Every way through the steps that differs in what a step comes to; of workers that say the same,
    /// the cheapest counts.
    private func chains() -> [Candidate] {
        var chains: [Candidate] = []
        func extend(_ done: [Candidate.Step], _ seen: [StepRequest.Seen]) {
            guard chains.count < Self.limit else { return }
            guard done.count < steps.count else {
                return chains.append(Candidate(name: "chain", steps: done))
            }
            let step = steps[done.count]
            let task = step.phrase.question
            let request = StepRequest(
                question: problem.question,
                seen: step.uses.map { seen[$0] },
                subtask: task
            )
            var told: [Answer] = []
            for (worker, text) in Specialists.answers(to: request)
            where pool.contains(where: { $0.name == worker })
                && !told.contains(where: { $0.agrees(with: Answer(text)) })
            {
                told.append(Answer(text))
                extend(
                    done + [Candidate.Step(worker: worker, subtask: task, access: step.uses)],
                    seen + [StepRequest.Seen(subtask: task, output: "Answer: \(text)")]
                )
            }
        }
        extend([], [])
        return chains
    }

    /// A search tried by four, of which the first that finds anything counts.
    private var retried: Outcome? {
        Candidate.panel(
            "retried",
            ["searcher", "searcher", "searcher", "searcher"],
            .firstAnswer,
            by: "merger"
        )
        .outcome(on: problem, pool: pool)
    }
}
