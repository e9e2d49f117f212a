/// What reaches the run machine from outside, with its time and its randomness.
///
/// The large kinds are boxed so that the most frequent, a piece of text, stays small.
public struct Input: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        indirect case open(SessionOpened)
        /// A piece of a reply. It need not become an event at once.
        case text(TextAppended)
        /// A call waits before it leaves.
        case queued(AttemptID, AdmissionWait)
        /// A call that was queued has left.
        case sent(AttemptID)
        case ended(AttemptID, ReplyEnd)
        case timerFired(RunTimer)
        /// A person decides something.
        indirect case override(OverrideRequest)
        /// A person is about to decide something about a step, or about the run: it waits a while.
        case reserve(StepID?)
        /// The decision was taken, or is not taken.
        case release
        /// A worker is out of reach, or is back.
        case workerLeft(WorkerLeft)
        case workerReturned(String)
        /// Another process goes on: what was in flight is lost. Or the session goes on after an end
        /// without an answer.
        case resume(program: String)
        /// A person decides something in a session that has ended without an answer.
        indirect case reopen(program: String, OverrideRequest)
        /// A person (or a signal) ends the run.
        case interrupt(reason: String)
    }

    public var at: Timestamp
    /// Random bits for whatever the decision needs (jitter). Recorded only through its effect.
    public var entropy: UInt64
    public var kind: Kind

    public init(at: Timestamp, entropy: UInt64 = 0, _ kind: Kind) {
        self.at = at
        self.entropy = entropy
        self.kind = kind
    }
}

extension Input.Kind {
    var isText: Bool { if case .text = self { true } else { false } }
}

/// How a call ended, as its provider reports it.
public enum ReplyEnd: Hashable, Sendable {
    /// Usage is nil when the provider did not count.
    case finished(FinishReason, Usage?)
    indirect case failed(ProviderError, Usage?)
}

/// What the machine waits for a time to do.
public enum RunTimer: Hashable, Sendable {
    /// The retry after this attempt.
    case retry(AttemptID)
    /// The return of a worker.
    case workerReturn(String)
    /// A share of the time budget is over.
    case budget
    /// A decision has taken too long to be waited for.
    case reservation
    /// Text that came after an attempt's first has waited for more.
    case gather
}

/// What the shell must do once an input's events are stored.
public enum Action: Hashable, Sendable {
    indirect case call(ModelCall)
    case cancel(AttemptID)
    /// Sets the timer, in place of one of the same name.
    case setTimer(RunTimer, due: Timestamp)
    /// The session is over: no input will have an effect any more.
    case close
}

/// What one input led to. The events belong in one transaction; the actions come after it.
public struct Transition: Hashable, Sendable {
    public var events: [Event] = []
    public var actions: [Action] = []

    public init() {}
}
