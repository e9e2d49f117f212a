/// A whole run in memory, whose workers are functions.
///
/// The run machine decides as it does in a session, but nothing is stored and nothing is waited for:
/// time is virtual, and goes on to whatever is due next. So the same opening and the same replies
/// give the same events. What is due at the same time comes in the order in which it was begun.
///
/// ```swift
/// let rollout = Rollout(opened) { call in
///     switch call.request {
///     case .plan: Rollout.Reply("model_id = [0]\nsubtasks = [\"Add.\"]\naccess_list = [[]]")
///     case .step, .selection: Rollout.Reply("Answer: 42", usage: Usage(input: 20, output: 3))
///     }
/// }
/// rollout.answer  // "42"
/// ```
public struct Rollout: Sendable {
    /// What the events add up to.
    public let state: SessionState
    /// What happened, in order; empty where it was not kept.
    public let events: [Event]

    /// Runs to the end, or until only a person could go on.
    ///
    /// - Parameters:
    ///   - opened: the question, its pool and conductor. Its seed is also that of all chance.
    ///   - start: the time of opening.
    ///   - keepsEvents: whether `events` is wanted. What a run comes to is in `state` anyway.
    ///   - reply: what is said to each call, asked for as the call begins.
    public init(
        _ opened: SessionOpened,
        session: SessionID = SessionID(rawValue: "rollout"),
        start: Timestamp = Timestamp(microseconds: 0),
        keepsEvents: Bool = true,
        reply: (ModelCall) -> Reply
    ) {
        var course = Course(
            machine: RunMachine(state: SessionState(id: session)),
            now: start,
            random: SeededGenerator(seed: opened.seed),
            keepsEvents: keepsEvents
        )
        course.run(opened, reply)
        state = course.machine.state
        events = course.events
    }

    /// How it ended; nil where it waits for a person.
    public var outcome: SessionClosed.Outcome? { state.closed?.outcome }

    public var answer: String? { state.closed?.answer }

    /// Tokens and cost of all calls.
    public var spent: Spending { state.spent }
}

extension Rollout {
    /// What is said to one call, whole.
    public struct Reply: Hashable, Sendable {
        /// What is thought before the text.
        public var reasoning: String
        public var text: String
        /// The tools it asks for (`ToolCallLines`).
        public var toolCalls: String
        public var end: ReplyEnd
        /// Virtual time from the call to its end.
        public var duration: Duration

        public init(
            reasoning: String = "",
            _ text: String,
            toolCalls: String = "",
            end: ReplyEnd,
            duration: Duration = .zero
        ) {
            self.reasoning = reasoning
            self.text = text
            self.toolCalls = toolCalls
            self.end = end
            self.duration = duration
        }

        /// One that comes to its end.
        public init(
            _ text: String,
            _ reason: FinishReason = .stop,
            usage: Usage? = nil,
            duration: Duration = .zero
        ) {
            self.init(text, end: .finished(reason, usage), duration: duration)
        }

        /// One that fails, after what text there was.
        public init(
            _ text: String = "",
            failing error: ProviderError,
            usage: Usage? = nil,
            duration: Duration = .zero
        ) {
            self.init(text, end: .failed(error, usage), duration: duration)
        }
    }
}
