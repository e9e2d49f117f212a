/// The bounds a run keeps to.
public struct RunLimits: Hashable, Sendable {
    /// Steps a conductor may write.
    public var steps: Int
    /// Retries of one call after transient faults.
    public var retries: Int
    /// Repair turns a conductor gets after a plan that cannot be used.
    public var repairs: Int
    /// Workflows for one question: the first, and those that correct or verify the one before.
    public var rounds: Int
    /// How many further workflows are written for the question where none before gave an answer.
    public var replans: Int
    /// How deep workflows may stand inside steps; 0 is not at all.
    public var nesting: Int
    /// Turns of a mini session.
    public var turns: Int
    /// How often a step is given to another worker after its own has failed.
    public var fallbacks: Int
    /// What the run may use up.
    public var budget: Budget

    public init(
        steps: Int = 5,
        retries: Int = 2,
        repairs: Int = 1,
        rounds: Int = 1,
        replans: Int = 0,
        nesting: Int = 0,
        turns: Int = 5,
        fallbacks: Int = 1,
        picodollars: Int64? = nil,
        tokens: Int? = nil,
        budget: Budget = Budget()
    ) {
        self.steps = steps
        self.retries = retries
        self.repairs = repairs
        self.rounds = rounds
        self.replans = replans
        self.nesting = nesting
        self.turns = turns
        self.fallbacks = fallbacks
        self.budget = budget
        if let picodollars { self.budget.picodollars = picodollars }
        if let tokens { self.budget.tokens = tokens }
    }

    /// US dollars × 10¹². Nil is no limit.
    public var picodollars: Int64? {
        get { budget.picodollars }
        set { budget.picodollars = newValue }
    }

    /// Tokens read and written, conductor and specialists included. Nil is no limit.
    public var tokens: Int? {
        get { budget.tokens }
        set { budget.tokens = newValue }
    }
}

/// What a run may use up; nil is no limit.
public struct Budget: Hashable, Sendable, Codable {
    /// US dollars × 10¹².
    public var picodollars: Int64?
    /// Tokens read and written, conductor and specialists included.
    public var tokens: Int?
    /// Calls of steps' workers, every retry included.
    public var steps: Int?
    /// Milliseconds from the opening of the session, a person's pauses included, the time between the
    /// end of a process and a resumption not.
    public var milliseconds: Int?

    public init(
        picodollars: Int64? = nil,
        tokens: Int? = nil,
        steps: Int? = nil,
        milliseconds: Int? = nil
    ) {
        self.picodollars = picodollars
        self.tokens = tokens
        self.steps = steps
        self.milliseconds = milliseconds
    }

    public var isUnlimited: Bool {
        picodollars == nil && tokens == nil && steps == nil && milliseconds == nil
    }

    /// What of a budget ran out.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case money, tokens, steps, time
    }
}

extension RunLimits: Codable {
    private enum CodingKeys: String, CodingKey {
        case steps, retries, repairs, rounds, replans, nesting, turns, fallbacks, budget
        // Where sessions of the first version have them.
        case picodollars, tokens
    }

    /// A bound that is not written has its usual value, so that bounds can be added later.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let usual = RunLimits()
        func number(_ key: CodingKeys, _ usual: Int) throws -> Int {
            try container.decodeIfPresent(Int.self, forKey: key) ?? usual
        }
        self.init(
            steps: try number(.steps, usual.steps),
            retries: try number(.retries, usual.retries),
            repairs: try number(.repairs, usual.repairs),
            rounds: try number(.rounds, usual.rounds),
            replans: try number(.replans, usual.replans),
            nesting: try number(.nesting, usual.nesting),
            turns: try number(.turns, usual.turns),
            fallbacks: try number(.fallbacks, usual.fallbacks),
            picodollars: try container.decodeIfPresent(Int64.self, forKey: .picodollars),
            tokens: try container.decodeIfPresent(Int.self, forKey: .tokens),
            budget: try container.decodeIfPresent(Budget.self, forKey: .budget) ?? Budget()
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(steps, forKey: .steps)
        try container.encode(retries, forKey: .retries)
        try container.encode(repairs, forKey: .repairs)
        try container.encode(rounds, forKey: .rounds)
        if replans > 0 { try container.encode(replans, forKey: .replans) }
        try container.encode(nesting, forKey: .nesting)
        try container.encode(turns, forKey: .turns)
        try container.encode(fallbacks, forKey: .fallbacks)
        if !budget.isUnlimited { try container.encode(budget, forKey: .budget) }
    }
}
