public import PodiumCore

/// A question, and how it is to be answered where that differs from the configuration.
///
/// ```swift
/// var request = RunRequest("What is 2 + 2?")
/// request.policy.variant = .mini
/// request.limits.budget.tokens = 2_000
/// let session = try studio.open(request)
/// ```
public struct RunRequest: Hashable, Sendable {
    /// How a question is gone about, where it is said.
    public struct PolicyChanges: Hashable, Sendable {
        public var variant: RunPolicy.Variant?
        public var onFailure: RunPolicy.Failure?
        public var onBudget: RunPolicy.Exhaustion?
        public var asksApproval: Bool?

        public init() {}

        func apply(to policy: inout RunPolicy) {
            if let variant { policy.variant = variant }
            if let onFailure { policy.onFailure = onFailure }
            if let onBudget { policy.onBudget = onBudget }
            if let asksApproval { policy.asksApproval = asksApproval }
        }
    }

    /// The bounds of the run, where they are said.
    public struct LimitChanges: Hashable, Sendable {
        /// Workflows for the question at most.
        public var rounds: Int?
        /// How deep workflows may stand inside steps.
        public var nesting: Int?
        /// How often a step goes to another worker where one gives nothing.
        public var fallbacks: Int?
        /// Each bound that is nil stays as configured.
        public var budget = Budget()
        /// Whether a bound that is nil is none, in place of staying as configured.
        public var isBudgetWhole = false

        public init() {}

        /// Writes what is said over what holds otherwise.
        public func apply(to limits: inout RunLimits) {
            if let rounds { limits.rounds = rounds }
            if let nesting { limits.nesting = nesting }
            if let fallbacks { limits.fallbacks = fallbacks }
            if isBudgetWhole { limits.budget = Budget() }
            if let picodollars = budget.picodollars { limits.budget.picodollars = picodollars }
            if let tokens = budget.tokens { limits.budget.tokens = tokens }
            if let steps = budget.steps { limits.budget.steps = steps }
            if let time = budget.milliseconds { limits.budget.milliseconds = time }
        }
    }

    public var question: String
    /// The pool's name; nil for the default one.
    public var pool: String?
    /// Who of the pool may be used.
    public var restriction = PoolRestriction()
    /// Who writes the workflow: `embedded`, a worker's name, or the path of a plan file.
    public var conductor: String?
    /// What the learned policy may do, where Podium's own conductor writes it; nil as configured.
    public var learning: LearningMode?
    /// The workflow itself, in place of a conductor.
    public var plan: Plan?
    public var policy = PolicyChanges()
    public var limits = LimitChanges()
    /// Makes seeded workers repeat a run exactly; nil for one of chance.
    public var seed: UInt64?
    /// The session whose conversation the question goes on with.
    public var follows: SessionID?
    /// The one worker that answers, in place of a conductor and a pool.
    public var worker: String?
    /// The worker that answers alone as long as nothing else is decided, in place of a conductor; the
    /// others of the pool can take over.
    public var kept: String?
    /// What the client of an API asked beside the question; nil of a person's.
    public var client: ClientRequest?
    /// The conversation so far, oldest first, where a client brings it along.
    public var conversation: [Exchange] = []

    public init(_ question: String) {
        self.question = question
    }
}
