public import PodiumCore

/// The shell around one session's run machine: it stores what the machine decides, then does it.
///
/// Facts are durable before the actions they lead to run, so no request leaves before the start of
/// its attempt is stored, and no follower sees what the store lacks.
public actor SessionRunner {
    public nonisolated let journal: Journal

    private var machine: RunMachine
    let providers: ProviderPool
    let environment: any RunEnvironment
    /// Held while the run lasts, so that no other process takes this session for a dead one.
    private var ownership: (any SessionOwnership)?
    var calls: [AttemptID: Task<Void, Never>] = [:]
    /// Whether the run is about to be interrupted.
    private(set) var areCallsBrokenOff = false
    private var timers: [RunTimer: Task<Void, Never>] = [:]
    /// Tells of workers that leave the pool, while the run lasts.
    private var poolSubscription: Subscription?
    private var queue = InputQueue()

    /// How the session goes on. Before anything else is heard, the machine is told this: that what
    /// was in flight is lost, or what a person decided after an end.
    private var resumption: Input.Kind?

    /// What has come in and is in no transaction yet.
    private struct InputQueue {
        var inputs: [Input.Kind] = []
        /// How often something came in, and how much of that is stored.
        var arrived = 0
        var stored = 0
        var isCommitting = false
        /// Those who wait for the transaction under way.
        var waiters: [CheckedContinuation<Void, Never>] = []
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
        resumption: Input.Kind,
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

    /// Takes over a session whose process has ended, or that has an end without an answer. Nothing
    /// goes on before `goOn` is called.
    ///
    /// - Parameter decision: what a person decided in a session that has its end; nil for going on
    ///   as it is.
    /// - Throws: `StoreError` when a live process owns it, or it cannot be read.
    public static func resume(
        session: SessionID,
        store: any EventStore,
        providers: ProviderPool,
        environment: any RunEnvironment,
        program: String,
        decision: OverrideRequest? = nil
    ) throws -> SessionRunner {
        let ownership = try store.claim(session)
        let events = try store.events(of: session, after: 0, limit: .max)
        let runner = SessionRunner(
            session: session,
            events: events,
            resumption: decision.map { .reopen(program: program, $0) } ?? .resume(program: program),
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

    /// Goes on with a session that was taken over: what was in flight is called again, or what was
    /// decided is done.
    public func goOn() async {
        await handle([])
        await followPool()
        // It had ended, or had never begun: there is nothing to wait for.
        if machine.state.closed != nil || machine.state.opened == nil { finish() }
    }

    /// Whether the session has its end, as opposed to having been broken off.
    var isClosed: Bool { journal.failure == nil && machine.state.closed != nil }

    /// Lets a person decide something. An event answers it, stored when this returns: applied, or
    /// refused with the reason.
    public func decide(_ request: OverrideRequest) async {
        await handle(.override(request))
    }

    /// Lets a step, or with nil the end of the run alone, wait for a decision that a person is about to
    /// take: until `release`, and a minute at most.
    public func reserve(_ step: StepID?) async { await handle(.reserve(step)) }

    public func release() async { await handle(.release) }

    /// Whether a stored event answers a request of this id: applied, or refused.
    func hasAnswered(_ request: String) async -> Bool {
        while queue.isCommitting { await commitUnderWay() }
        return journal.failure == nil && machine.state.answeredRequests.contains(request)
    }

    /// Asks the question. The run goes on by itself; follow it in `journal`.
    public func open(_ opened: SessionOpened) async {
        await handle(.open(opened))
        await followPool()
    }

    private func followPool() async {
        guard !journal.isOver else { return }
        let (away, subscription) = providers.follow { [weak self] fact in
            Task { await self?.handle(.workerLeft(fact)) }
        }
        poolSubscription = subscription
        if !away.isEmpty { await handle(away.map(Input.Kind.workerLeft)) }
    }

    /// Ends the run; what was streamed so far stays.
    public func interrupt(reason: String) async {
        breakOffCalls()
        await handle(.interrupt(reason: reason))
    }

    /// Calls nobody any more, for a run that is about to be interrupted: what is under way is paid for,
    /// and the store may take long to hear of the interruption.
    public func breakOffCalls() {
        areCallsBrokenOff = true
        for task in calls.values { task.cancel() }
    }

    // MARK: Inputs and transactions

    func handle(_ kind: Input.Kind) async { await handle([kind]) }

    /// Takes inputs down and does what follows from them. They are stored when this returns, or the
    /// run is over.
    ///
    /// While the store takes a transaction, this actor hears on. What comes in meanwhile waits, in its
    /// order, and is the next transaction together. So the machine is never ahead of the store by more
    /// than the transaction under way: whatever it decides next, it decides over a state that is
    /// stored, and the sequence numbers it gives go on from there. If the store fails, what waits is
    /// never heard, and nothing that rests on what was lost is done.
    func handle(_ kinds: [Input.Kind]) async {
        queue.inputs += kinds
        queue.arrived += 1
        let turn = queue.arrived
        while queue.isCommitting {
            await commitUnderWay()
            // Another who waited as well was first, and took these along.
            if queue.stored >= turn { return }
        }
        queue.isCommitting = true
        let (inputs, taken) = (queue.inputs, queue.arrived)
        queue.inputs = []
        await commit(inputs)
        queue.isCommitting = false
        queue.stored = taken
        let waiters = queue.waiters
        queue.waiters = []
        for waiter in waiters { waiter.resume() }
    }

    /// A call that was decided in the transaction under way, and that is not made: it has not left, and
    /// costs nothing.
    func withhold(_ call: ModelCall) {
        let wait = AdmissionWait(reason: .concurrency)
        queue.inputs.insert(.queued(call.attempt, wait), at: 0)
    }

    /// How many wait behind the transaction under way.
    var waitingInputs: Int { queue.inputs.count }

    private func commitUnderWay() async {
        await withCheckedContinuation { queue.waiters.append($0) }
    }

    /// Inputs that arrived together are one transaction: their facts are stored at once, and then
    /// their actions are done.
    private func commit(_ kinds: [Input.Kind]) async {
        guard !journal.isOver else { return }
        var kinds = kinds
        if let resumption {
            self.resumption = nil
            kinds.insert(resumption, at: 0)
        }
        var events: [Event] = []
        var actions: [Action] = []
        let now = environment.now()
        var random = SeededGenerator(seed: environment.entropy())
        for kind in kinds {
            let transition = machine.handle(Input(at: now, entropy: random.next(), kind))
            events += transition.events
            actions += transition.actions
        }
        do {
            try await journal.append(events)
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
            await handle(.timerFired(timer))
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
