public import PodiumCore
import PodiumPolicy
import PodiumSpecialists

/// A conductor that asks the same of the same workers whatever the question is.
public struct Baseline: Sendable {
    public var name: String { candidate.name }
    private let candidate: Candidate

    /// One worker, asked the question: one for each of the pool.
    public static let singles = Specialists.workers.map { Baseline(candidate: .single($0.name)) }

    /// What one would set up by hand: several solve and one votes, one solves and one checks.
    public static let workflows = Candidate.fixed.map(Baseline.init)

    /// - Returns: nil where the pool lacks one of its workers.
    public func outcome(on problem: Problem, pool: [Worker]) -> Outcome? {
        candidate.outcome(on: problem, pool: pool)
    }
}

extension Outcome {
    /// What a plan for the problem's steps comes to, each with the worker that is chosen for it.
    ///
    /// - Parameter choose: gives a place in the pool for a step's task.
    public init(
        _ problem: Problem,
        pool: [Worker],
        choosing choose: (_ task: String) -> Int
    ) {
        let steps = problem.steps.map { step in
            Candidate.Step(
                worker: pool[choose(step.task)].name,
                subtask: step.task,
                access: step.uses
            )
        }
        let candidate = Candidate(name: "chosen", steps: steps)
        self = candidate.outcome(on: problem, pool: pool) ?? .none
    }

    /// Where there was nobody to ask.
    public static let none = Outcome(isRight: false, cost: 0, workers: [])

    /// The best that routing could do in hindsight; nil where there is nothing to choose from.
    public static func oracle(_ problem: Problem, pool: [Worker], among others: [Outcome])
        -> Outcome?
    {
        Oracle(problem, pool: pool).best(among: others)
    }
}
