/// A worker was called. Recorded before the request leaves.
public struct AttemptStarted: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var agent: Agent
    /// The worker's name.
    public var worker: String
    /// Its provider; nil for an output that a person wrote.
    public var provider: String?
    /// The price in force when the call was made; nil when unknown.
    public var price: Price?
    /// The subtask in force, for a step.
    public var subtask: String?
    /// The outputs this worker was shown, in plan order. Together with the question this is exactly
    /// what it saw.
    public var saw: [SeenOutput]
    /// The steps it might have seen that have failed, as it was told of them; nil for none.
    public var lacked: [LackedOutput]?
    /// An estimate of the input's tokens, shown until the provider has counted.
    public var estimatedInput: Int
    /// For a conductor: the names of the workers it may use; their positions are their ids.
    public var offered: [String]?
    /// True where its reply is to be the answer as the client of an API wants it; nil otherwise.
    public var isAnswer: Bool?

    public init(
        attempt: AttemptID,
        agent: Agent,
        worker: String,
        provider: String? = nil,
        price: Price?,
        subtask: String?,
        saw: [SeenOutput],
        lacked: [LackedOutput]? = nil,
        estimatedInput: Int,
        offered: [String]? = nil,
        isAnswer: Bool? = nil
    ) {
        self.attempt = attempt
        self.agent = agent
        self.worker = worker
        self.provider = provider
        self.price = price
        self.subtask = subtask
        self.saw = saw
        self.lacked = lacked
        self.estimatedInput = estimatedInput
        self.offered = offered
        self.isAnswer = isAnswer
    }
}

/// An output as a worker was shown it: the attempt that gave it, and its step's subtask.
public struct SeenOutput: Hashable, Sendable {
    public var attempt: AttemptID
    /// The subtask shown with it; nil when it is the attempt's own. It is another where a nested
    /// workflow answered the step.
    public var subtask: String?
    /// The step it is shown as the output of; nil when it is the attempt's own. It is another where
    /// a nested workflow answered the step, or where it was taken over from a plan before.
    public var step: StepID?

    public init(_ attempt: AttemptID, subtask: String? = nil, step: StepID? = nil) {
        self.attempt = attempt
        self.subtask = subtask
        self.step = step
    }
}

extension SeenOutput: Codable {
    private enum CodingKeys: String, CodingKey {
        case attempt, subtask, step
    }

    /// A number, or an object where the subtask or the step is another.
    public init(from decoder: any Decoder) throws {
        if let number = try? decoder.singleValueContainer().decode(AttemptID.self) {
            self.init(number)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(AttemptID.self, forKey: .attempt),
            subtask: try container.decodeIfPresent(String.self, forKey: .subtask),
            step: try container.decodeIfPresent(StepID.self, forKey: .step)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        guard subtask != nil || step != nil else {
            var container = encoder.singleValueContainer()
            return try container.encode(attempt)
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(attempt, forKey: .attempt)
        try container.encodeIfPresent(subtask, forKey: .subtask)
        try container.encodeIfPresent(step, forKey: .step)
    }
}

/// A step that gave no output, with its subtask of that time.
public struct LackedOutput: Hashable, Sendable, Codable {
    public var step: StepID
    public var subtask: String

    public init(step: StepID, subtask: String) {
        self.step = step
        self.subtask = subtask
    }
}

/// A call waits before it leaves: its provider's limits are reached, or its server asked for a pause.
public struct AttemptQueued: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var wait: AdmissionWait

    public init(attempt: AttemptID, wait: AdmissionWait) {
        self.attempt = attempt
        self.wait = wait
    }
}

/// A call that was queued has left.
public struct AttemptSent: Hashable, Sendable, Codable {
    public var attempt: AttemptID

    public init(attempt: AttemptID) {
        self.attempt = attempt
    }
}

/// A piece of streamed text arrived.
public struct TextAppended: Hashable, Sendable {
    public enum Channel: Hashable, Sendable {
        case answer
        case reasoning
        /// The tools it asks for, as `ToolCallLines`.
        case toolCalls
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

/// What a call used, by the provider's count or, where it gave none that can be, by ours.
public struct AttemptUsage: Hashable, Sendable, Codable {
    public var usage: Usage
    public var cost: Cost
    public var isEstimate: Bool
    /// The provider's count, where it cannot be and ours stands in its place.
    public var disbelieved: Usage?

    public init(usage: Usage, cost: Cost, isEstimate: Bool, disbelieved: Usage? = nil) {
        self.usage = usage
        self.cost = cost
        self.isEstimate = isEstimate
        self.disbelieved = disbelieved
    }
}

public struct AttemptFinished: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var reason: FinishReason
    public var used: AttemptUsage
    /// Of all its text (`AttemptState.digest`); nil in sessions of before.
    public var digest: String?

    public init(
        attempt: AttemptID,
        reason: FinishReason,
        used: AttemptUsage,
        digest: String? = nil
    ) {
        self.attempt = attempt
        self.reason = reason
        self.used = used
        self.digest = digest
    }
}

/// A call failed. Its text stays, marked as abandoned, and its tokens count.
public struct AttemptFailed: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var error: ProviderError
    public var used: AttemptUsage
    /// Of all its text (`AttemptState.digest`); nil in sessions of before.
    public var digest: String?

    public init(
        attempt: AttemptID,
        error: ProviderError,
        used: AttemptUsage,
        digest: String? = nil
    ) {
        self.attempt = attempt
        self.error = error
        self.used = used
        self.digest = digest
    }
}

public struct AttemptCancelled: Hashable, Sendable, Codable {
    public var attempt: AttemptID
    public var reason: String
    public var used: AttemptUsage
    /// Of all its text (`AttemptState.digest`); nil in sessions of before.
    public var digest: String?

    public init(
        attempt: AttemptID,
        reason: String,
        used: AttemptUsage,
        digest: String? = nil
    ) {
        self.attempt = attempt
        self.reason = reason
        self.used = used
        self.digest = digest
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
