public import PodiumCore

/// Makes the events of a session by driving the real run machine, so that every history a test
/// uses is one that can happen.
///
/// ```swift
/// var history = HistoryBuilder(pool: .sample)
/// history.open("What is 6 × 7?", plan: .chain(2))
/// history.reply(1, "Answer: 42")
/// history.reply(2, "Answer: 42")
/// store.append(history.events, …)
/// ```
public struct HistoryBuilder: Sendable {
    public private(set) var machine: RunMachine
    public private(set) var events: [Event] = []
    public private(set) var now: Timestamp
    public var pool: [Worker]
    public var limits: RunLimits
    public var policy: RunPolicy
    public var history: [WorkerHistory] = []
    /// What the client of an API asked beside the question.
    public var client: ClientRequest?
    /// Passes before each input.
    public var pace = Duration.milliseconds(40)

    public init(
        session: SessionID = SessionID(rawValue: "20270115-080000-test"),
        pool: [Worker] = .sample,
        limits: RunLimits = RunLimits(fallbacks: 0),
        policy: RunPolicy = RunPolicy(),
        start: Timestamp = Timestamp(microseconds: 1_800_000_000_000_000)
    ) {
        machine = RunMachine(state: SessionState(id: session))
        self.pool = pool
        self.limits = limits
        self.policy = policy
        now = start
    }

    public var state: SessionState { machine.state }

    @discardableResult
    public mutating func send(_ kind: Input.Kind, entropy: UInt64 = 0) -> Transition {
        now = now + pace
        let transition = machine.handle(Input(at: now, entropy: entropy, kind))
        events += transition.events
        return transition
    }

    @discardableResult
    public mutating func open(
        _ question: String = "What is 6 × 7?",
        conductor: ConductorSpecification
    ) -> Transition {
        send(
            .open(
                SessionOpened(
                    question: question,
                    conductor: conductor,
                    pool: pool,
                    limits: limits,
                    policy: policy,
                    seed: 7,
                    program: "podium test",
                    history: history,
                    client: client
                )
            )
        )
    }

    /// Opens with a plan from a file.
    @discardableResult
    public mutating func open(
        _ question: String = "What is 6 × 7?",
        plan: Plan
    ) -> Transition {
        open(question, conductor: .fixed(plan, source: "plan.json"))
    }

    /// A piece of text by itself: nothing comes before its frame is over, so that it is an event.
    @discardableResult
    public mutating func text(
        _ attempt: Int,
        _ text: String,
        channel: TextAppended.Channel = .answer
    ) -> Transition {
        var transition = piece(attempt, text, channel: channel)
        transition.actions.removeAll {
            if case .setTimer(.gather, _) = $0 { true } else { false }
        }
        let frame = machine.handle(Input(at: now, .timerFired(.gather)))
        events += frame.events
        transition.events += frame.events
        transition.actions += frame.actions
        return transition
    }

    /// A piece of text that more may follow at once.
    @discardableResult
    public mutating func piece(
        _ attempt: Int,
        _ text: String,
        channel: TextAppended.Channel = .answer
    ) -> Transition {
        send(.text(TextAppended(attempt: AttemptID(attempt), channel: channel, text: text)))
    }

    @discardableResult
    public mutating func finish(
        _ attempt: Int,
        _ reason: FinishReason = .stop,
        usage: Usage? = Usage(input: 100, output: 10)
    ) -> Transition {
        send(.ended(AttemptID(attempt), .finished(reason, usage)))
    }

    /// All of an attempt's text and its end; what follows from the end.
    @discardableResult
    public mutating func reply(
        _ attempt: Int,
        _ text: String,
        _ reason: FinishReason = .stop,
        usage: Usage? = Usage(input: 100, output: 10)
    ) -> Transition {
        self.text(attempt, text)
        return finish(attempt, reason, usage: usage)
    }

    @discardableResult
    public mutating func fail(
        _ attempt: Int,
        _ error: ProviderError,
        usage: Usage? = .zero,
        entropy: UInt64 = 300
    ) -> Transition {
        send(.ended(AttemptID(attempt), .failed(error, usage)), entropy: entropy)
    }

    /// Lets the time of a retry come.
    @discardableResult
    public mutating func fire(_ attempt: Int) -> Transition {
        for event in events {
            if case .retryScheduled(let fact) = event.fact, fact.attempt == AttemptID(attempt) {
                now = max(now, fact.due)
            }
        }
        return fireTimer(attempt)
    }

    private mutating func fireTimer(_ attempt: Int) -> Transition {
        send(.timerFired(.retry(AttemptID(attempt))))
    }

    /// A person decides something, having seen everything so far.
    @discardableResult
    public mutating func decide(
        _ override: Override,
        id: String? = nil,
        by author: String = "ann",
        basedOn: Int? = nil
    ) -> Transition {
        let request = OverrideRequest(
            id: id ?? "r\(state.answeredRequests.count + 1)",
            author: author,
            basedOn: basedOn,
            override
        )
        return send(.override(request))
    }

    /// Another process goes on from the events alone.
    @discardableResult
    public mutating func resume() -> Transition {
        machine = RunMachine(
            state: events.reduce(into: SessionState(id: state.id)) { $0.apply($1) }
        )
        return send(.resume(program: "podium test"))
    }

    @discardableResult
    public mutating func interrupt(_ reason: String = "Interrupted.") -> Transition {
        send(.interrupt(reason: reason))
    }
}

extension [Worker] {
    /// Three workers of two providers; the second is the dearest.
    public static let sample = [
        Worker(
            name: "quick",
            provider: "north",
            model: "quick-1",
            strengths: "short answers",
            price: Price(input: 100_000, output: 400_000)
        ),
        Worker(
            name: "deep",
            provider: "south",
            model: "deep-2",
            strengths: "proofs",
            price: Price(input: 2_000_000, output: 10_000_000)
        ),
        Worker(
            name: "local",
            provider: "here",
            model: "small",
            strengths: "checks",
            price: Price(currency: .nominal, input: 1_000, output: 1_000),
            isLocal: true
        ),
    ]
}

extension Plan {
    /// `(worker, subtask, access)` for each step.
    public init(_ steps: (Int, String, [Int])...) {
        self.init(
            steps: steps.map { worker, subtask, access in
                Step(worker: .id(worker), subtask: subtask, access: .steps(access))
            }
        )
    }

    /// Steps each of which sees the one before it.
    public static func chain(_ count: Int) -> Plan {
        Plan(
            steps: (0..<count).map { position in
                Step(
                    worker: .id(position % 3),
                    subtask: "Do part \(position).",
                    access: .steps(position == 0 ? [] : [position - 1])
                )
            }
        )
    }

    /// One step, two that see it, one that sees both.
    public static let diamond = Plan(
        (0, "Split it.", []),
        (1, "Do the left half.", [0]),
        (2, "Do the right half.", [0]),
        (1, "Join them.", [1, 2])
    )
}
