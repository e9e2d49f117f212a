/// Whatever can answer a call: a vendor's server, a local one, an in-process specialist.
///
/// Nothing at this level retries. Each attempt is decided by the run machine and is an event.
public protocol Provider: Sendable {
    /// Starts the call and streams its reply.
    ///
    /// The stream ends with exactly one `.finished`, or throws a `ProviderError`. Usage pieces are
    /// cumulative: a later one replaces an earlier one. Cancelling the task that reads the stream
    /// stops the call at the server too.
    func reply(to call: ModelCall) -> ReplyStream
}

public typealias ReplyStream = AsyncThrowingStream<ReplyPiece, any Error>

/// One piece of a streamed reply.
public enum ReplyPiece: Hashable, Sendable {
    case text(String)
    /// What the model thinks before it answers, where the vendor streams it.
    case reasoning(String)
    /// Tokens so far, by the provider's own count.
    case usage(Usage)
    case finished(FinishReason)
}

/// Why a reply ended.
public struct FinishReason: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let stop = FinishReason(rawValue: "stop")
    /// The token limit was reached; the text may end in mid-sentence.
    public static let length = FinishReason(rawValue: "length")
    public static let contentFilter = FinishReason(rawValue: "contentFilter")
    /// The worker says that it cannot do this. Its text is the reason, not an answer.
    public static let declined = FinishReason(rawValue: "declined")
}

/// One call of one worker: everything a provider may know.
public struct ModelCall: Hashable, Sendable {
    public var session: SessionID
    public var attempt: AttemptID
    public var worker: Worker
    public var request: ModelRequest
    /// For workers that draw random numbers; the same seed gives the same reply.
    public var seed: UInt64

    public init(
        session: SessionID,
        attempt: AttemptID,
        worker: Worker,
        request: ModelRequest,
        seed: UInt64
    ) {
        self.session = session
        self.attempt = attempt
        self.worker = worker
        self.request = request
        self.seed = seed
    }
}

/// What is asked of the model.
public enum ModelRequest: Hashable, Sendable {
    case step(StepRequest)
    case plan(PlanRequest)
}

/// A step as its worker sees it: the whole question, the outputs its access list names, its subtask.
/// Nothing else reaches it.
public struct StepRequest: Hashable, Sendable {
    public struct Seen: Hashable, Sendable {
        public var subtask: String
        public var output: String

        public init(subtask: String, output: String) {
            self.subtask = subtask
            self.output = output
        }
    }

    public var question: String
    public var seen: [Seen]
    public var subtask: String

    public init(question: String, seen: [Seen], subtask: String) {
        self.question = question
        self.seen = seen
        self.subtask = subtask
    }
}

/// A request to write a workflow for `question` over `workers`, whose positions are their ids.
public struct PlanRequest: Hashable, Sendable {
    /// A plan the conductor wrote before, and why it could not be used.
    public struct Rejection: Hashable, Sendable {
        public var text: String
        public var reason: String

        public init(text: String, reason: String) {
            self.text = text
            self.reason = reason
        }
    }

    public var question: String
    public var workers: [Worker]
    /// The greatest number of steps the plan may have.
    public var stepLimit: Int
    public var rejected: [Rejection]

    public init(question: String, workers: [Worker], stepLimit: Int, rejected: [Rejection] = []) {
        self.question = question
        self.workers = workers
        self.stepLimit = stepLimit
        self.rejected = rejected
    }
}
