public import PodiumEvaluation
public import PodiumPolicy

/// What a policy is trained from, and what it is held against afterwards.
public struct TrainingSources: Sendable {
    /// How many problems of the gym; 0 for none.
    public var problems: Int
    /// Replies of workers that were judged, and what persons preferred.
    public var matrix: Matrix

    public init(problems: Int = 0, matrix: Matrix = Matrix()) {
        self.problems = problems
        self.matrix = matrix
    }

    /// What is trained in: asks every worker about every problem, which takes seconds. A third of a
    /// matrix is kept back, to hold the policy against.
    public func world() -> World {
        let gym = World.gym(problems: 0..<problems)
        return matrix.outcomes.isEmpty ? gym : gym.joined(with: World(matrix).split().0)
    }

    /// The policy with what persons preferred, its gates, and all that was seen of the workers, the questions
    /// that were kept back among it.
    ///
    /// - Parameter world: what it was trained in.
    public func finished(_ policy: LearnedPolicy, trainedIn world: World) -> LearnedPolicy {
        // Before it is measured: what is preferred opens no gate, and may close one.
        var policy = Preferences(matrix).pushing(policy, trainedIn: world)
        if problems > 0 {
            policy.verification = Verifications.gym(
                policy,
                trainedOn: problems,
                others: matrix.outcomes.questions.map(\.question)
            )
            policy.gates[.forms] = Gates.gym(policy)
        }
        guard !matrix.outcomes.isEmpty else { return policy }
        let whole = World(matrix)
        let (training, held) = whole.split()
        var gate = Gates.matrix(policy, training: training, held: held)
        // Who was best on all of them is the surer choice.
        if gate?.isOpen == false, let best = whole.best(price: policy.price) {
            gate?.incumbent = whole.models[best]
        }
        policy.gates[.text] = gate
        for (model, record) in world.joined(with: held).records(by: policy.projection) {
            policy.setRecord(record, of: model)
        }
        return policy
    }
}
