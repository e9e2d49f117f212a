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
        question: String,
        conductor: ConductorSpecification,
        pool: [Worker],
        limits: RunLimits = RunLimits(),
        seed: UInt64,
        program: String
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
        steps: Int = 5,
        retries: Int = 2,
        repairs: Int = 1,
        picodollars: Int64? = nil,
        tokens: Int? = nil
    ) {
        self.steps = steps
        self.retries = retries
        self.repairs = repairs
        self.picodollars = picodollars
        self.tokens = tokens
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
