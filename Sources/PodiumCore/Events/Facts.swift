/// A question was asked; everything the run depends on is recorded with it.
public struct SessionOpened: Hashable, Sendable, Codable {
    public var question: String
    public var conductor: ConductorSpecification
    /// The workers the conductor may use; a worker's id in a plan is its position here.
    public var pool: [Worker]
    public var limits: RunLimits
    public var seed: UInt64
    /// The program that wrote the session, such as `podium 0.1.0`.
    public var program: String

    public init(
        question: String, conductor: ConductorSpecification, pool: [Worker],
        limits: RunLimits = RunLimits(), seed: UInt64, program: String
    ) {
        self.question = question
        self.conductor = conductor
        self.pool = pool
        self.limits = limits
        self.seed = seed
        self.program = program
    }
}

/// Who writes the workflow.
public struct ConductorSpecification: Hashable, Sendable, Codable {
    public enum Kind: String, Sendable, Codable {
        /// Podium's own, in process.
        case embedded
        /// A model of the pool, asked by prompt.
        case prompted
        /// A plan from a file.
        case fixed
    }

    public var kind: Kind
    /// The model that writes the plan; nil for `fixed`.
    public var worker: Worker?
    /// The plan itself, and the name of the file it came from; only for `fixed`.
    public var plan: Plan?
    public var source: String?

    private init(kind: Kind, worker: Worker?, plan: Plan?, source: String?) {
        self.kind = kind
        self.worker = worker
        self.plan = plan
        self.source = source
    }

    public static func embedded(_ worker: Worker) -> ConductorSpecification {
        .init(kind: .embedded, worker: worker, plan: nil, source: nil)
    }

    public static func prompted(_ worker: Worker) -> ConductorSpecification {
        .init(kind: .prompted, worker: worker, plan: nil, source: nil)
    }

    public static func fixed(_ plan: Plan, source: String) -> ConductorSpecification {
        .init(kind: .fixed, worker: nil, plan: plan, source: source)
    }
}

/// The bounds a run keeps to.
public struct RunLimits: Hashable, Sendable, Codable {
    /// Steps a conductor may write.
    public var steps: Int
    /// Retries of one call after transient faults.
    public var retries: Int
    /// Repair turns a conductor gets after a plan that cannot be used.
    public var repairs: Int
    /// US dollars × 10¹². Nil is no limit.
    public var picodollars: Int64?
    /// Tokens read and written, conductor and specialists included. Nil is no limit.
    public var tokens: Int?

    public init(
        steps: Int = 5, retries: Int = 2, repairs: Int = 1, picodollars: Int64? = nil,
        tokens: Int? = nil
    ) {
        self.steps = steps
        self.retries = retries
        self.repairs = repairs
        self.picodollars = picodollars
        self.tokens = tokens
    }
}

/// A workflow will be run.
public struct PlanAccepted: Hashable, Sendable, Codable {
    public enum Origin: String, Sendable, Codable {
        case conductor
        case file
        /// The conductor gave no usable plan: one step for the strongest single worker.
        case fallback
    }

    public var workflow: Workflow
    public var origin: Origin
    /// Why this origin, where that is not plain.
    public var reason: String?

    public init(workflow: Workflow, origin: Origin, reason: String? = nil) {
        self.workflow = workflow
        self.origin = origin
        self.reason = reason
    }
}

/// The conductor's text is no plan that can be run.
public struct PlanRejected: Hashable, Sendable, Codable {
    public enum Remedy: String, Sendable, Codable {
        case repair
        case fallback
    }

    public var attempt: AttemptID
    public var error: WorkflowError
    public var remedy: Remedy

    public init(attempt: AttemptID, error: WorkflowError, remedy: Remedy) {
        self.attempt = attempt
        self.error = error
        self.remedy = remedy
    }
}

/// A worker was called. Recorded before the request leaves.
public struct AttemptStarted: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var agent: Agent
    /// The worker's name.
    public var worker: String
    /// The price in force when the call was made; nil when unknown.
    public var price: Price?
    /// The subtask in force, for a step.
    public var subtask: String?
    /// The attempts whose output this worker was shown, in plan order. Together with the question
    /// and the subtasks recorded there, this is exactly what it saw.
    public var saw: [AttemptID]
    /// An estimate of the input's tokens, shown until the provider has counted.
    public var estimatedInput: Int

    public init(
        attempt: AttemptID, agent: Agent, worker: String, price: Price?, subtask: String?,
        saw: [AttemptID], estimatedInput: Int
    ) {
        self.attempt = attempt
        self.agent = agent
        self.worker = worker
        self.price = price
        self.subtask = subtask
        self.saw = saw
        self.estimatedInput = estimatedInput
    }
}

/// A piece of streamed text arrived.
public struct TextAppended: Hashable, Sendable {
    public enum Channel: Hashable, Sendable {
        case answer
        case reasoning
    }

    public var attempt: AttemptID
    public var channel: Channel
    public var text: String

    public init(attempt: AttemptID, channel: Channel = .answer, text: String) {
        self.attempt = attempt
        self.channel = channel
        self.text = text
    }
}

/// What a call used, by the provider's count or, where it gave none, by ours.
public struct AttemptUsage: Hashable, Sendable, Codable {
    public var usage: Usage
    public var cost: Cost
    public var isEstimate: Bool

    public init(usage: Usage, cost: Cost, isEstimate: Bool) {
        self.usage = usage
        self.cost = cost
        self.isEstimate = isEstimate
    }
}

public struct AttemptFinished: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var reason: FinishReason
    public var used: AttemptUsage

    public init(attempt: AttemptID, reason: FinishReason, used: AttemptUsage) {
        self.attempt = attempt
        self.reason = reason
        self.used = used
    }
}

/// A call failed. Its text stays, marked as abandoned, and its tokens count.
public struct AttemptFailed: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var error: ProviderError
    public var used: AttemptUsage

    public init(attempt: AttemptID, error: ProviderError, used: AttemptUsage) {
        self.attempt = attempt
        self.error = error
        self.used = used
    }
}

public struct AttemptCancelled: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var reason: String
    public var used: AttemptUsage

    public init(attempt: AttemptID, reason: String, used: AttemptUsage) {
        self.attempt = attempt
        self.reason = reason
        self.used = used
    }
}

/// The same worker will be called again after a transient fault.
public struct RetryScheduled: Hashable, Sendable, Codable {
    /// The attempt that failed.
    public var attempt: AttemptID
    public var agent: Agent
    public var due: Timestamp

    public init(attempt: AttemptID, agent: Agent, due: Timestamp) {
        self.attempt = attempt
        self.agent = agent
        self.due = due
    }
}

public struct StepFinished: Hashable, Sendable, Codable {
    public var step: StepID
    /// The attempt whose text is the step's output.
    public var attempt: AttemptID

    public init(step: StepID, attempt: AttemptID) {
        self.step = step
        self.attempt = attempt
    }
}

public struct StepFailed: Hashable, Sendable, Codable {
    public var step: StepID
    public var attempt: AttemptID
    public var reason: String

    public init(step: StepID, attempt: AttemptID, reason: String) {
        self.step = step
        self.attempt = attempt
        self.reason = reason
    }
}

public struct StepSkipped: Hashable, Sendable, Codable {
    public var step: StepID
    public var reason: String

    public init(step: StepID, reason: String) {
        self.step = step
        self.reason = reason
    }
}

/// The run is over. Always the last event of a session.
public struct SessionClosed: Hashable, Sendable, Codable {
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        case answered
        case failed
        case cancelled
        /// Stopped by the budget without an answer.
        case budget
    }

    public var outcome: Outcome
    public var answer: String?
    /// Why there is no answer.
    public var reason: String?
    public var usage: Usage
    public var cost: Cost

    public init(outcome: Outcome, answer: String?, reason: String?, usage: Usage, cost: Cost) {
        self.outcome = outcome
        self.answer = answer
        self.reason = reason
        self.usage = usage
        self.cost = cost
    }
}

/// A fact this version does not know, as it was stored.
public struct UnknownFact: Hashable, Sendable {
    public var type: String
    public var version: Int
    public var attempt: Int?
    public var text: String?
    /// JSON.
    public var body: String?

    public init(type: String, version: Int, attempt: Int?, text: String?, body: String?) {
        self.type = type
        self.version = version
        self.attempt = attempt
        self.text = text
        self.body = body
    }
}
