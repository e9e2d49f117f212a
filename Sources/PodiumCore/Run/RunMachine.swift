/// Decides what a session does next: a pure function of its state and one input.
///
/// It has no clock, no randomness and no I/O; those arrive in inputs and leave as actions. Since it
/// decides over `SessionState` alone, a machine rebuilt from any session's events goes on as the
/// first one would have.
///
/// An input is first taken down (`RunMachine+Calls`, `+Overrides`), then `advance` does whatever
/// the state now calls for, move after move (`Move`), until nothing is left to do.
public struct RunMachine: Sendable {
    /// Of these rules: it grows when the same facts lead to others than before. A session names it, so that
    /// nobody holds it against rules that it did not know.
    public static let rules = 1

    public private(set) var state: SessionState
    /// Text that has come and is in no event yet.
    var gathered = GatheredText()
    /// What waits for a decision that is being taken.
    var reservation: Reservation?
    // What the input in hand brought and led to; without meaning between inputs.
    private(set) var transition = Transition()
    private(set) var now = Timestamp(microseconds: 0)
    private(set) var entropy: UInt64 = 0

    public init(state: SessionState) {
        self.state = state
    }

    /// For a look at what the run does at that time.
    init(state: SessionState, at time: Timestamp) {
        self.state = state
        now = time
    }

    /// Takes one input; its events belong in one transaction.
    ///
    /// An input that fits nothing (a late piece of text, a timer of a step that goes on already)
    /// leads to nothing.
    public mutating func handle(_ input: Input) -> Transition {
        // The last one belongs to whoever was given it.
        transition = Transition()
        take(input)
        return transition
    }

    /// Takes one input; what it leads to stands in `transition`, in the place of what was there.
    mutating func take(_ input: Input) {
        transition.events.removeAll(keepingCapacity: true)
        transition.actions.removeAll(keepingCapacity: true)
        now = input.at
        entropy = input.entropy
        if !input.kind.isText { appendGathered() }
        guard !state.isClosed || input.kind.opensAnEnd else { return }
        switch input.kind {
        case .text(let piece): gather(piece)
        case .open(let opened): open(opened)
        case .queued(let attempt, let wait): queue(attempt, wait)
        case .sent(let attempt): send(attempt)
        case .ended(let attempt, let end): settle(attempt, end)
        case .timerFired(let timer): fire(timer)
        case .override(let request): decide(request)
        case .workerLeft(let fact): leave(fact)
        case .workerReturned(let worker): comeBack(worker)
        case .reserve(let step): reserve(step)
        case .release: release()
        case .resume(let program): resume(program)
        case .reopen(let program, let request): reopen(program, for: request)
        case .interrupt(let reason): interrupt(reason)
        }
    }

    mutating func record(_ fact: Fact) {
        let event = Event(sequence: state.sequence &+ 1, time: now, fact: fact)
        state.apply(event)
        // What ends one call usually starts another.
        if transition.events.isEmpty { transition.events.reserveCapacity(4) }
        transition.events.append(event)
    }

    mutating func act(_ action: Action) {
        transition.actions.append(action)
    }

    // MARK: Inputs

    private mutating func open(_ opened: SessionOpened) {
        guard !state.isOpened else { return }
        enact(.sessionOpened(opened))
        advance()
    }

    /// The first workflow, where nobody has to be asked for it.
    mutating func begin(_ opened: SessionOpened) {
        setBudgetTimer()
        let first = WorkflowID(1)
        if let plan = opened.conductor.plan {
            do throws(WorkflowError) {
                try plan.validate(pool: opened.pool + nestingOffer(in: first), stepLimit: nil)
                accept(plan, as: first, origin: .file, reason: opened.conductor.source)
            } catch {
                close(.failed, reason: error.message)
            }
        } else if opened.policy.variant == .mini {
            record(
                .planAccepted(
                    PlanAccepted(workflow: Workflow(id: first, steps: []), origin: .selector)
                )
            )
        }
    }

    private mutating func queue(_ attempt: AttemptID, _ wait: AdmissionWait) {
        guard state.isRunning(attempt), state.attempt(attempt)?.wait == nil else { return }
        record(.attemptQueued(AttemptQueued(attempt: attempt, wait: wait)))
    }

    private mutating func send(_ attempt: AttemptID) {
        guard state.isRunning(attempt), state.attempt(attempt)?.wait != nil else { return }
        record(.attemptSent(AttemptSent(attempt: attempt)))
    }

    private mutating func fire(_ timer: RunTimer) {
        guard state.isOpened else { return }
        switch timer {
        case .retry(let attempt):
            guard let due = retryDue(after: attempt) else { return }
            // The clock may have been set back meanwhile.
            guard due <= now else { return act(.setTimer(timer, due: due)) }
        case .workerReturn(let worker):
            guard let until = state.away.first(where: { $0.worker == worker })?.until else {
                return
            }
            guard until <= now else { return act(.setTimer(timer, due: until)) }
            record(.workerReturned(WorkerReturned(worker: worker)))
        case .reservation:
            guard let until = reservation?.until else { return }
            // Another decision was begun meanwhile.
            guard until <= now else { return act(.setTimer(timer, due: until)) }
            reservation = nil
        case .budget: break
        // The text is in events already, as before any input.
        case .gather: return forgetGatheringTimer()
        }
        advance()
        if timer == .budget, !state.isClosed { setBudgetTimer() }
    }

    /// When the call after this one is due; nil when none is waited for.
    private func retryDue(after id: AttemptID) -> Timestamp? {
        switch state.attempt(id)?.agent {
        case .conductor(let workflow):
            guard let workflow = state.workflow(workflow), workflow.attempts.last == id else {
                return nil
            }
            return workflow.retryDue
        case .step(let step):
            guard let step = state.step(step), step.attempts.last == id,
                case .retrying(let due) = step.status
            else { return nil }
            return due
        case nil: return nil
        }
    }

    private mutating func interrupt(_ reason: String) {
        guard state.isOpened else { return }
        close(.cancelled, reason: reason)
    }

    // MARK: The pool

    private mutating func leave(_ fact: WorkerLeft) {
        guard state.pool.contains(where: { $0.name == fact.worker }),
            !state.away.contains(where: { $0.worker == fact.worker && $0.until == fact.until })
        else { return }
        record(.workerLeft(fact))
        if let until = fact.until { act(.setTimer(.workerReturn(fact.worker), due: until)) }
        advance()
    }

    private mutating func comeBack(_ worker: String) {
        guard state.away.contains(where: { $0.worker == worker }) else { return }
        record(.workerReturned(WorkerReturned(worker: worker)))
        advance()
    }
}
