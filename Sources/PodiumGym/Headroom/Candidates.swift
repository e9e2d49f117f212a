internal import PodiumCore
internal import PodiumPhrasebook
import PodiumPolicy
import PodiumSpecialists

/// A workflow over the embedded pool, and what it comes to on a problem.
struct Candidate: Hashable, Sendable {
    var name: String
    var steps: [Step]

    struct Step: Hashable, Sendable {
        var worker: String
        var subtask: String
        var access: [Int] = []
    }

    /// One worker, asked the question.
    static func single(_ worker: String) -> Candidate {
        Candidate(name: worker, steps: [Step(worker: worker, subtask: Phrase(.answer).question)])
    }

    /// Several workers asked the same, then one who judges.
    static func panel(_ name: String, _ workers: [String], _ judge: Form.Name, by last: String)
        -> Candidate
    {
        let steps = workers.map { Step(worker: $0, subtask: Phrase(.answer).question) }
        return Candidate(
            name: name,
            steps: steps + [
                Step(worker: last, subtask: Phrase(judge).question, access: Array(workers.indices))
            ]
        )
    }

    /// The plan as a conductor writes it, over a pool in which every worker has its place.
    func text(_ pool: [Worker]) -> String {
        let ids = steps.map { step in "\(pool.firstIndex { $0.name == step.worker } ?? 0)" }
        let access = steps.map { "[\($0.access.map(String.init).joined(separator: ", "))]" }
        return """
            model_id = [\(ids.joined(separator: ", "))]
            subtasks = [\(steps.map { PlanWriter.quoted($0.subtask) }.joined(separator: ", "))]
            access_list = [\(access.joined(separator: ", "))]
            """
    }

    /// Runs it as any session runs: the text is read as a plan, and the machine conducts.
    ///
    /// - Returns: nil where the pool lacks one of its workers.
    func outcome(on problem: Problem, pool: [Worker] = Specialists.workers, seed: UInt64 = 1)
        -> Outcome?
    {
        guard steps.allSatisfy({ step in pool.contains { $0.name == step.worker } }) else {
            return nil
        }
        return Outcome(problem, pool: pool, seed: seed) { _ in Rollout.Reply(text(pool)) }
    }
}

/// Whether a run was right, and what it cost.
public struct Outcome: Hashable, Sendable {
    public var isRight: Bool
    /// Nominal units.
    public var cost: Double
    /// Who did the steps.
    public var workers: [String]
    public var steps: Int { workers.count }

    init(isRight: Bool, cost: Double, workers: [String]) {
        self.isRight = isRight
        self.cost = cost
        self.workers = workers
    }

    /// - Parameters:
    ///   - replans: how often it may plan again where there is no answer.
    ///   - conductor: what is said to each call for a plan. Its own cost is left out.
    init(
        _ problem: Problem,
        pool: [Worker],
        seed: UInt64,
        replans: Int = 0,
        conductor: (ModelCall) -> Rollout.Reply
    ) {
        let rollout = Rollout(
            SessionOpened(
                question: problem.question,
                conductor: .embedded(
                    Worker(name: "conductor", provider: "gym", model: "conductor", isLocal: true)
                ),
                pool: pool,
                limits: RunLimits(replans: replans),
                seed: seed,
                program: "podium gym"
            ),
            keepsEvents: false
        ) { call in
            call.worker.provider == "gym"
                ? conductor(call) : SpecialistProvider.wholeReply(to: call)
        }
        isRight = rollout.outcome == .answered && problem.isCorrect(rollout.answer ?? "")
        cost = rollout.spent.cost.nominalUnits
        workers = rollout.state.steps.map(\.step.worker)
    }
}
