public import PodiumCore

/// The shell around one session's run machine: it stores what the machine decides, then does it.
///
/// Facts are durable before the actions they lead to run, so no request leaves before the start of
/// its attempt is stored, and no follower sees what the store lacks.
public actor SessionRunner {
    /// How long pieces of streamed text are gathered before they become an event: about a frame.
    static let gatheringTime = Duration.milliseconds(25)

    /// Pieces that count as having come together with an attempt's first.
    static let burst = 6

    public nonisolated let journal: Journal

    private var machine: RunMachine
    private let providers: ProviderPool
    private let environment: any RunEnvironment
    /// Held while the run lasts, so that no other process takes this session for a dead one.
    private var ownership: (any SessionOwnership)?
    private var calls: [AttemptID: Task<Void, Never>] = [:]
    private var timers: [RunTimer: Task<Void, Never>] = [:]
    private var gathered: [AttemptID: Gathered] = [:]
    /// Tells of workers that leave the pool, while the run lasts.
    private var poolSubscription: Subscription?

    /// The program that goes on with the session. Before anything else is heard, the machine is told
    /// that what was in flight is lost.
    private var resumption: String?

    /// Text of one attempt that is not yet an event.
    private struct Gathered {
        var channel: TextAppended.Channel
        var text: String
    }

    /// Takes ownership of a session that does not exist yet.
    ///
    /// - Throws: `StoreError` when another process owns it.
    public init(
        session: SessionID,
        store: any EventStore,
        providers: ProviderPool,
        environment: any RunEnvironment
    ) throws {
        ownership = try store.claim(session)
        journal = Journal(session: session, store: store)
        machine = RunMachine(state: SessionState(id: session))
        self.providers = providers
        self.environment = environment
    }

    /// Takes over a session whose process has ended.
    ///
    /// - Parameter events: all that is stored of it. They must be read after `claim`, or its owner
    ///   might still add some: `Self.resume` does both.
    private init(
        session: SessionID,
        events: [Event],
        resumption: String,
        ownership: any SessionOwnership,
        store: any EventStore,
        providers: ProviderPool,
        environment: any RunEnvironment
    ) {
        self.ownership = ownership
        self.resumption = resumption
        journal = Journal(session: session, store: store, events: events)
        machine = RunMachine(
            state: events.reduce(into: SessionState(id: session)) { $0.apply($1) }
        )
        self.providers = providers
        self.environment = environment
    }

    /// Takes over a session whose process has ended. Nothing goes on before `goOn` is called.
    ///
    /// - Throws: `StoreError` when a live process owns it, or it cannot be read.
    public static func resume(
        session: SessionID,
        store: any EventStore,
        providers: ProviderPool,
        environment: any RunEnvironment,
        program: String
    ) throws -> SessionRunner {
        let ownership = try store.claim(session)
        let events = try store.events(of: session, after: 0, limit: .max)
        let runner = SessionRunner(
            session: session,
            events: events,
            resumption: program,
            ownership: ownership,
            store: store,
            providers: providers,
            environment: environment
        )
        guard events.allSatisfy({ if case .unknown = $0.fact { false } else { true } }) else {
            throw StoreError(
                .newerVersion,
                "Session \(session) holds events of a newer Podium, which this one cannot follow.",
                advice: "Resume it with that version."
            )
        }
        return runner
    }

    /// Goes on with a session that was taken over: what was in flight is called again.
    public func goOn() {
        handle([])
        followPool()
        // It had ended, or had never begun: there is nothing to wait for.
        if machine.state.closed != nil || machine.state.opened == nil { finish() }
    }

    /// Whether the session has its end, as opposed to having been broken off.
    var isClosed: Bool { machine.state.closed != nil }

    /// Lets a person decide something. An event answers it: applied, or refused with the reason.
    public func decide(_ request: OverrideRequest) {
        handle(.override(request))
    }

    /// Whether a request of this id was answered, applied or refused.
    func hasAnswered(_ request: String) -> Bool {
        machine.state.answeredRequests.contains(request)
    }

    /// Tells the run that a worker is out of reach.
    func workerLeft(_ fact: WorkerLeft) { handle(.workerLeft(fact)) }

    /// Asks the question. The run goes on by itself; follow it in `journal`.
    public func open(_ opened: SessionOpened) {
        handle(.open(opened))
        followPool()
    }

    private func followPool() {
        guard !journal.isOver else { return }
        let (away, subscription) = providers.follow { [weak self] fact in
            Task { await self?.workerLeft(fact) }
        }
        poolSubscription = subscription
        for fact in away { workerLeft(fact) }
    }

    /// Ends the run; what was streamed so far stays.
    public func interrupt(reason: String) {
        handle(.interrupt(reason: reason))
    }

    // MARK: Inputs and transactions

    private func handle(_ kind: Input.Kind) { handle([kind]) }

    /// Inputs that arrive together are one transaction: their facts are stored at once, and then
    /// their actions are done.
    private func handle(_ kinds: [Input.Kind]) {
        guard !journal.isOver else { return }
        var kinds = kinds
        if let program = resumption {
            resumption = nil
            kinds.insert(.resume(program: program), at: 0)
        }
        // What else than text may end the run: nothing that has arrived may be missing then.
        if !kinds.allSatisfy(\.isText) {
            let waiting = gathered.keys.sorted().compactMap(takeGathered)
            kinds.insert(contentsOf: waiting.map(Input.Kind.text), at: 0)
        }
        var events: [Event] = []
        var actions: [Action] = []
        let now = environment.now()
        for kind in kinds {
            let transition = machine.handle(
                Input(at: now, entropy: environment.entropy(), kind)
            )
            events += transition.events
            actions += transition.actions
        }
        do {
            try journal.append(events)
        } catch {
            breakOff(error)
            return
        }
        for action in actions { perform(action) }
    }

    private func perform(_ action: Action) {
        switch action {
        case .call(let call): start(call)
        case .cancel(let attempt): calls.removeValue(forKey: attempt)?.cancel()
        case .setTimer(let timer, let due): setTimer(timer, due: due)
        case .close: finish()
        }
    }

    private func setTimer(_ timer: RunTimer, due: Timestamp) {
        let wait = due - environment.now()
        timers[timer]?.cancel()
        timers[timer] = Task { [environment] in
            guard (try? await environment.sleep(for: max(.zero, wait))) != nil else { return }
            // It may have been set anew between its time and this turn of the actor.
            guard !Task.isCancelled else { return }
            timers[timer] = nil
            handle(.timerFired(timer))
        }
    }

    // MARK: Calls

    private func start(_ call: ModelCall) {
        calls[call.attempt] = Task {
            let (end, left) = await carryOut(call)
            // The attempt may have been cancelled meanwhile; the machine then ignores its end.
            calls[call.attempt] = nil
            var inputs: [Input.Kind] = []
            if let text = takeGathered(call.attempt) { inputs.append(.text(text)) }
            // Before the end, so that what follows from it goes to nobody who has left.
            if let left { inputs.append(.workerLeft(left)) }
            handle(inputs + [.ended(call.attempt, end)])
        }
    }

    /// Makes the call as soon as the pool lets it go.
    private func carryOut(_ call: ModelCall) async -> (ReplyEnd, WorkerLeft?) {
        do {
            var wasQueued = false
            let permit = try await providers.admit(call) { wait in
                wasQueued = true
                handle(.queued(call.attempt, wait))
            }
            if wasQueued { handle(.sent(call.attempt)) }
            let end = await read(providers.reply(to: call), of: call.attempt, permit)
            guard !Task.isCancelled else {
                providers.abandon(permit)
                return (end, nil)
            }
            return (end, providers.finish(permit, end))
        } catch {
            return (.failed(ProviderError(brokenOffBy: error), nil), nil)
        }
    }

    private func read(
        _ stream: ReplyStream,
        of attempt: AttemptID,
        _ permit: ProviderPool.Permit
    ) async -> ReplyEnd {
        var usage: Usage?
        do {
            for try await piece in stream {
                switch piece {
                case .limits(let limits): providers.learn(limits, permit)
                case .text(let text): gather(text, on: .answer, of: attempt)
                case .reasoning(let text): gather(text, on: .reasoning, of: attempt)
                case .usage(let counted): usage = counted
                case .finished(let reason): return .finished(reason, usage)
                }
            }
            return .failed(
                ProviderError(
                    .cutOff,
                    "The reply stopped before its end.",
                    isRetryable: true
                ),
                usage
            )
        } catch {
            return .failed(ProviderError(brokenOffBy: error), usage)
        }
    }

    // MARK: Gathering text

    /// The first piece is an event as soon as no more has come with it, for the latency; later ones
    /// wait for about a frame.
    private func gather(_ text: String, on channel: TextAppended.Channel, of attempt: AttemptID) {
        if gathered[attempt]?.channel == channel {
            gathered[attempt]?.text += text
            return
        }
        flush(attempt)
        gathered[attempt] = Gathered(channel: channel, text: text)
        let isFirst = machine.state.attempt(attempt)?.firstTextAt == nil
        Task { [environment] in
            if isFirst {
                // Whatever has arrived already has its turn on this actor before the last of these.
                for _ in 0..<Self.burst { await Task.yield() }
            } else {
                try? await environment.sleep(for: Self.gatheringTime)
            }
            flush(attempt)
        }
    }

    private func flush(_ attempt: AttemptID) {
        if let text = takeGathered(attempt) { handle(.text(text)) }
    }

    private func takeGathered(_ attempt: AttemptID) -> TextAppended? {
        gathered.removeValue(forKey: attempt).map {
            TextAppended(attempt: attempt, channel: $0.channel, text: $0.text)
        }
    }

    // MARK: The end

    private func breakOff(_ error: any Error) {
        let failure =
            error as? StoreError
            ?? StoreError(.other, "The session could not be stored: \(error).", advice: "")
        stop()
        journal.finish(failure)
    }

    private func finish() {
        stop()
        journal.finish()
    }

    private func stop() {
        for task in calls.values { task.cancel() }
        for task in timers.values { task.cancel() }
        calls = [:]
        timers = [:]
        ownership = nil
        poolSubscription = nil
    }
}

extension ProviderError {
    fileprivate init(brokenOffBy error: any Error) {
        self =
            error as? ProviderError
            ?? ProviderError(
                .malformedReply,
                "The call broke off: \(error).",
                isRetryable: false
            )
    }
}

extension Input.Kind {
    fileprivate var isText: Bool { if case .text = self { true } else { false } }
}
