public import PodiumCore
public import PodiumPhrasebook

/// Plans by what was learned: the question's steps, each for the worker of whom most is expected.
public struct LearnedPlanner: Sendable {
    public let policy: LearnedPolicy

    public init(policy: LearnedPolicy) { self.policy = policy }

    /// What is chosen for one step, and how surely.
    public struct Choice: Hashable, Sendable {
        public var step: Unfolding.Step
        /// The chances of all workers of the pool, in its order; empty where the rules decide.
        public var probabilities: [Float]
        /// The place of the one that is taken.
        public var worker: Int
    }

    /// The choices for a question; nil where it is not read.
    ///
    /// Of a form that was hardly trained on, and of a pool in which nobody is known, the rules decide:
    /// what was learned elsewhere says nothing there.
    public func choices(for question: String, workers: [Worker]) -> [Choice]? {
        guard case .phrases(let phrases) = Phrasebook.read(question), !workers.isEmpty else {
            return nil
        }
        let rules = WorkerChoice(workers: workers)
        let models = workers.map(\.model)
        return Unfolding(phrases).steps.map { step in
            let incumbent = Choice(
                step: step,
                probabilities: [],
                worker: rules.candidates(for: step.phrase.skill).first ?? 0
            )
            guard
                policy.support[step.phrase.form.rawValue, default: 0] >= LearnedPolicy.leastSupport
            else {
                return incumbent
            }
            let probabilities = policy.probabilities(models, for: step.phrase.question)
            guard
                let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }),
                probabilities[best] > 0
            else { return incumbent }
            return Choice(step: step, probabilities: probabilities, worker: best)
        }
    }

    /// The plan's text for a request: what was considered, and the three lists. Nil where the rules
    /// must decide about the whole: after earlier rounds or refusals, for parts, for several questions,
    /// and for what is not read.
    public func plan(for request: PlanRequest) -> String? {
        guard request.rounds.isEmpty, request.rejected.isEmpty, request.task == nil,
            let choices = choices(for: request.question, workers: request.workers),
            choices.count <= request.stepLimit, Phrasebook.phrase(request.question) != nil
        else { return nil }
        let steps = choices.map { choice in
            WrittenPlan.Step(
                worker: choice.worker,
                subtask: choices.count == 1 ? Planner.wholeQuestion : choice.step.phrase.question,
                access: .steps(choice.step.uses)
            )
        }
        let told = choices.enumerated().map { number, choice in
            "Step \(number + 1): \(Self.told(choice, request.workers))."
        }
        return PlanWriter.text(
            of: WrittenPlan(reasoning: told.joined(separator: " "), steps: steps)
        )
    }

    /// `abacus 92 %, reckoner 7 %`
    private static func told(_ choice: Choice, _ workers: [Worker]) -> String {
        guard !choice.probabilities.isEmpty else {
            return "\(workers[choice.worker].name) by rule, since such tasks were not trained on"
        }
        let chances = choice.probabilities
        return chances.indices.sorted { chances[$0] > chances[$1] }.prefix(3).filter {
            chances[$0] >= 0.005
        }
        .map { "\(workers[$0].name) \(Int((chances[$0] * 100).rounded())) %" }
        .joined(separator: ", ")
    }
}
