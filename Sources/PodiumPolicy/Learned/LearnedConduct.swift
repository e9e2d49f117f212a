public import PodiumCore
internal import PodiumPhrasebook

/// A learned policy, and what it may do.
public struct LearnedConduct: Sendable {
    public let policy: LearnedPolicy
    public let mode: LearningMode
    /// Whether it decides only where its gates are open; not, where it is measured to find that out.
    public let isGated: Bool
    /// As a plan names it: `policy 5c1e9a2f`.
    public let name: String

    public init(policy: LearnedPolicy, mode: LearningMode = .apply, isGated: Bool = true) {
        self.policy = policy
        self.isGated = isGated
        self.mode = mode
        name = "policy \(policy.digest)"
    }

    /// The same where a session lets it do no more than so much; nil where it is not asked.
    func limited(to limit: LearningMode) -> LearnedConduct? {
        switch (mode, limit) {
        case (.off, _), (_, .off): nil
        case (.observe, _), (_, .observe):
            LearnedConduct(policy: policy, mode: .observe, isGated: isGated)
        case (.apply, .apply): self
        }
    }

    /// What is expected of each worker at a task, and with what chance it would be chosen, the likeliest
    /// first; empty where the policy knows nothing of such tasks.
    ///
    /// - Parameter question: what counts where the task is only to answer it.
    public func weigh(_ task: String, question: String, workers: [Worker]) -> [WeighedStep.Option] {
        let phrase = Phrasebook.phrase(task)
        let asked: Router.Task =
            phrase?.form == .answer
            ? Phrasebook.phrase(question).map { .phrase($0) } ?? .text(question)
            : phrase.map { .phrase($0) } ?? .text(task)
        let router = Router(rules: WorkerChoice(workers: workers), learned: self)
        return router.decision(for: asked)?.options.map {
            PlanWriter.option($0, workers)
        } ?? []
    }
}
