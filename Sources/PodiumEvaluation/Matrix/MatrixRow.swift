public import PodiumCore

/// What one worker came to on one question: a reply, what it was worth, what it cost.
///
/// A line of a matrix file: `{"question": …, "worker": …, "reward": 1, "cost": 0.0012}`. Whoever has such
/// lines can train without a call.
public struct MatrixRow: Hashable, Sendable, Codable {
    public var question: String
    /// The model, since a policy knows workers by it.
    public var worker: String
    /// Which of several replies to the same question it is, from 0.
    public var sample: Int?
    /// What else the reply depends on: sampling parameters, as told by the configuration.
    public var parameters: String?
    public var reply: String?
    /// What the answer is worth, from 0 to 1; nil where nobody has judged it.
    public var reward: Double?
    /// Who had the task before a person gave it to `worker`: a preference between the two, and no reply.
    public var over: String?
    /// In units of the currency; nil where it is not known.
    public var cost: Double?
    public var currency: Price.Currency?
    /// From the call to the end of the reply.
    public var seconds: Double?
    /// The question's name in its set.
    public var item: String?
    /// The session that it comes from.
    public var session: String?

    public init(
        question: String,
        worker: String,
        sample: Int? = nil,
        parameters: String? = nil,
        reply: String? = nil,
        reward: Double? = nil,
        over: String? = nil,
        cost: Double? = nil,
        currency: Price.Currency? = nil,
        seconds: Double? = nil,
        item: String? = nil,
        session: String? = nil
    ) {
        self.question = question
        self.worker = worker
        self.sample = sample
        self.parameters = parameters
        self.reply = reply
        self.reward = reward
        self.over = over
        self.cost = cost
        self.currency = currency
        self.seconds = seconds
        self.item = item
        self.session = session
    }

    /// What makes two rows the same call.
    public struct Key: Hashable, Sendable {
        public var question: String
        public var worker: String
        public var parameters: String
        public var sample: Int

        public init(question: String, worker: String, parameters: String? = nil, sample: Int = 0) {
            self.question = question
            self.worker = worker
            self.parameters = parameters ?? ""
            self.sample = sample
        }
    }

    public var key: Key {
        Key(question: question, worker: worker, parameters: parameters, sample: sample ?? 0)
    }
}
