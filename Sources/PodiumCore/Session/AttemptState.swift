/// One call of one worker, as far as it has come.
public struct AttemptState: Hashable, Sendable {
    public enum Status: Hashable, Sendable {
        case running
        case finished(FinishReason)
        indirect case failed(ProviderError)
        case cancelled(String)
    }

    public let id: AttemptID
    public let agent: Agent
    public let worker: String
    public let price: Price?
    public let subtask: String?
    public let saw: [SeenOutput]
    public let lacked: [LackedOutput]?
    /// For a conductor: the workers it may use.
    public let offered: [String]?
    /// Whether its reply was to be the answer for the client of an API.
    public let isAnswer: Bool
    public let startedAt: Timestamp
    /// The event with which it started.
    public let sequence: Int
    /// What the call waits for before it leaves; nil once it has left.
    public private(set) var wait: AdmissionWait?
    /// When the call left, where that was later than its start.
    public private(set) var sentAt: Timestamp?
    public private(set) var firstTextAt: Timestamp?
    public private(set) var lastTextAt: Timestamp?
    public private(set) var endedAt: Timestamp?
    public private(set) var status = Status.running
    /// The answer text so far.
    public private(set) var text = ""
    /// What the model thought before answering, where the vendor streams it.
    public private(set) var reasoning = ""
    /// The tools it asks for (`ToolCallLines`); empty where it answers in words alone.
    public private(set) var toolCalls = ""
    /// Our estimate while it runs, marked so; the provider's figures once it has ended.
    public private(set) var settled: AttemptUsage?
    private let estimatedInput: Int
    private var estimatedAnswer = TokenEstimate()
    private var estimatedReasoning = TokenEstimate()
    private let calibration: TokenCalibration?

    init(
        _ fact: AttemptStarted,
        calibration: TokenCalibration?,
        sequence: Int,
        at time: Timestamp
    ) {
        self.calibration = calibration
        self.sequence = sequence
        id = fact.attempt
        agent = fact.agent
        worker = fact.worker
        price = fact.price
        subtask = fact.subtask
        saw = fact.saw
        lacked = fact.lacked
        offered = fact.offered
        isAnswer = fact.isAnswer ?? false
        estimatedInput = fact.estimatedInput
        startedAt = time
    }

    public var isRunning: Bool {
        if case .running = status { true } else { false }
    }

    /// What it has used: settled figures, or an estimate while it runs.
    public var used: AttemptUsage {
        settled ?? estimate
    }

    /// The estimate from the text seen so far.
    public var estimate: AttemptUsage {
        // What has not left costs nothing.
        guard wait == nil else {
            return AttemptUsage(usage: .zero, cost: .zero, isEstimate: true)
        }
        let thought = tokens(estimatedReasoning)
        let usage = Usage(
            input: calibration?.input(estimated: estimatedInput) ?? estimatedInput,
            output: tokens(estimatedAnswer) + thought,
            reasoning: thought
        )
        return AttemptUsage(usage: usage, cost: Cost(of: usage, at: price), isEstimate: true)
    }

    /// What it has used by its provider's count; by our estimate where there is none, or none that can
    /// be.
    func used(counted: Usage?) -> AttemptUsage {
        guard let counted else { return estimate }
        let received = text.utf8.count + reasoning.utf8.count + toolCalls.utf8.count
        guard counted.isPossible(receiving: received) else {
            var used = estimate
            used.disbelieved = counted
            return used
        }
        return AttemptUsage(
            usage: counted,
            cost: Cost(of: counted, at: price),
            isEstimate: false
        )
    }

    /// Of its text so far, by which a lost, doubled or changed piece shows: FNV-1a of what it thought,
    /// the byte 0xFF and its answer, and of the byte 0xFF and the tools it asks for where it does, all in
    /// UTF-8, as 16 hexadecimal digits.
    var digest: String {
        let mark = CollectionOfOne<UInt8>(0xFF)
        let written = text.utf8.fnv1a(from: mark.fnv1a(from: reasoning.utf8.fnv1a()))
        guard !toolCalls.isEmpty else { return written.hexadecimal }
        return toolCalls.utf8.fnv1a(from: mark.fnv1a(from: written)).hexadecimal
    }

    /// Whether it has given neither words nor asked for a tool.
    var isWordless: Bool { toolCalls.isEmpty && text.allSatisfy(\.isWhitespace) }

    /// What it answers: its final answer in words, or all of what it says where it asks for tools.
    var answer: String? {
        guard !toolCalls.isEmpty else { return FinalAnswer.extract(from: text) }
        return [text.trimmed, toolCalls.trimmed].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func tokens(_ estimate: TokenEstimate) -> Int {
        calibration?.output(estimated: estimate.tokens) ?? estimate.tokens
    }

    /// From when the call left to its first piece of text.
    public var timeToFirstToken: Duration? { firstTextAt.map { $0 - (sentAt ?? startedAt) } }

    /// Output tokens a second between the first piece and the end, or `now` while it runs.
    public func tokensPerSecond(now: Timestamp) -> Double? {
        guard let firstTextAt else { return nil }
        let seconds = ((endedAt ?? now) - firstTextAt).inSeconds
        guard seconds > 0.05 else { return nil }
        return Double(used.usage.output) / seconds
    }

    mutating func queue(_ wait: AdmissionWait) {
        self.wait = wait
    }

    mutating func send(at time: Timestamp) {
        wait = nil
        sentAt = time
    }

    mutating func append(_ piece: TextAppended, at time: Timestamp) {
        switch piece.channel {
        case .answer:
            text += piece.text
            estimatedAnswer.append(piece.text)
        case .reasoning:
            reasoning += piece.text
            estimatedReasoning.append(piece.text)
        case .toolCalls:
            toolCalls += piece.text
            estimatedAnswer.append(piece.text)
        }
        if firstTextAt == nil { firstTextAt = time }
        lastTextAt = time
    }

    mutating func settle(_ status: Status, _ used: AttemptUsage, at time: Timestamp) {
        self.status = status
        wait = nil
        settled = used
        endedAt = time
    }
}
