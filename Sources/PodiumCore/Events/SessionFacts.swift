/// A question was asked; everything the run depends on is recorded with it.
public struct SessionOpened: Hashable, Sendable {
    public var question: String
    public var conductor: ConductorSpecification
    /// The workers the conductor may use.
    public var pool: [Worker]
    public var limits: RunLimits
    public var policy: RunPolicy
    public var seed: UInt64
    /// The program that wrote the session, such as `podium 0.1.0`.
    public var program: String
    /// By which rules it decides (`RunMachine.rules`); nil of sessions before there was a number.
    public var rules: Int?
    /// What is known of the workers' earlier calls, for the forecast.
    public var history: [WorkerHistory]
    /// The conversation that the question goes on with, oldest first; empty for a new one.
    public var conversation: [Exchange]
    /// The session before this one in the conversation.
    public var follows: SessionID?
    /// What the client of an API asked beside the question; nil of a person's.
    public var client: ClientRequest?

    public init(
        question: String,
        conductor: ConductorSpecification,
        pool: [Worker],
        limits: RunLimits = RunLimits(),
        policy: RunPolicy = RunPolicy(),
        seed: UInt64,
        program: String,
        rules: Int? = RunMachine.rules,
        history: [WorkerHistory] = [],
        conversation: [Exchange] = [],
        follows: SessionID? = nil,
        client: ClientRequest? = nil
    ) {
        self.question = question
        self.conductor = conductor
        self.pool = pool
        self.limits = limits
        self.policy = policy
        self.seed = seed
        self.program = program
        self.rules = rules
        self.history = history
        self.conversation = conversation
        self.follows = follows
        self.client = client
    }
}

extension SessionOpened {
    /// Ends the name of a program that opens sessions to measure somebody.
    public static let measuringMark = "(measuring)"

    /// Whether it was asked to measure somebody, and not to know the answer.
    public var isMeasuring: Bool { program.hasSuffix(Self.measuringMark) }
}

extension SessionOpened: Codable {
    private enum CodingKeys: String, CodingKey {
        case question, conductor, pool, limits, policy, seed, program, rules, history
        case conversation, follows, client
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            question: try container.decode(String.self, forKey: .question),
            conductor: try container.decode(ConductorSpecification.self, forKey: .conductor),
            pool: try container.decode([Worker].self, forKey: .pool),
            limits: try container.decode(RunLimits.self, forKey: .limits),
            policy: try container.decodeIfPresent(RunPolicy.self, forKey: .policy) ?? RunPolicy(),
            seed: try container.decode(UInt64.self, forKey: .seed),
            program: try container.decode(String.self, forKey: .program),
            rules: try container.decodeIfPresent(Int.self, forKey: .rules),
            history: try container.decodeIfPresent([WorkerHistory].self, forKey: .history) ?? [],
            conversation: try container.decodeIfPresent([Exchange].self, forKey: .conversation)
                ?? [],
            follows: try container.decodeIfPresent(SessionID.self, forKey: .follows),
            client: try container.decodeIfPresent(ClientRequest.self, forKey: .client)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(question, forKey: .question)
        try container.encode(conductor, forKey: .conductor)
        try container.encode(pool, forKey: .pool)
        try container.encode(limits, forKey: .limits)
        try container.encode(policy, forKey: .policy)
        try container.encode(seed, forKey: .seed)
        try container.encode(program, forKey: .program)
        try container.encodeIfPresent(rules, forKey: .rules)
        if !history.isEmpty { try container.encode(history, forKey: .history) }
        if !conversation.isEmpty { try container.encode(conversation, forKey: .conversation) }
        try container.encodeIfPresent(follows, forKey: .follows)
        try container.encodeIfPresent(client, forKey: .client)
    }
}

/// Another process goes on with a session whose own had ended, or the session goes on after an end
/// without an answer: then this takes the end back.
public struct SessionResumed: Hashable, Sendable, Codable {
    /// The program that goes on.
    public var program: String
    /// By which rules it decides from here on; nil as in `SessionOpened`.
    public var rules: Int?
    /// Steps whose calls were in flight, or that are done again after an end.
    public var change: RunChange

    public init(program: String, rules: Int? = RunMachine.rules, change: RunChange) {
        self.program = program
        self.rules = rules
        self.change = change
    }
}

/// The budget ran low or out.
public struct BudgetReached: Hashable, Sendable, Codable {
    public enum Remedy: String, Sendable, Codable {
        /// The run takes the shortest way to an answer.
        case degrade
        /// The run ends.
        case stop
    }

    public var kind: Budget.Kind
    public var remedy: Remedy
    /// What the remedy does to the steps that have not begun.
    public var change: RunChange

    public init(kind: Budget.Kind, remedy: Remedy, change: RunChange = RunChange()) {
        self.kind = kind
        self.remedy = remedy
        self.change = change
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
    /// The answer; with `budget` the best that was found so far.
    public var answer: String?
    /// Why there is no answer, or why it is not the last step's.
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
