/// What a conductor came to on one question.
public struct ItemOutcome: Hashable, Sendable, Codable {
    /// The question's name in its set.
    public var item: String
    /// What the answer is worth, from 0 to 1.
    public var worth: Double
    /// Whether there was an answer that could be read.
    public var isReadable: Bool
    /// In units of the currency; nil where a part is not known.
    public var cost: Double?
    /// Who did the steps, in their order.
    public var workers: [String]
    /// How many steps the question takes, where that is known.
    public var leastSteps: Int?
    public var tokens: Int?
    public var seconds: Double?
    public var answer: String?
    /// The session that can be opened; nil where none was kept.
    public var session: String?

    public init(
        item: String,
        worth: Double,
        isReadable: Bool = true,
        cost: Double?,
        workers: [String],
        leastSteps: Int? = nil,
        tokens: Int? = nil,
        seconds: Double? = nil,
        answer: String? = nil,
        session: String? = nil
    ) {
        self.item = item
        self.worth = worth
        self.isReadable = isReadable
        self.cost = cost
        self.workers = workers
        self.leastSteps = leastSteps
        self.tokens = tokens
        self.seconds = seconds
        self.answer = answer
        self.session = session
    }
}
