/// Decides what a session does next: a pure function of its state and one input.
///
/// It has no clock, no randomness and no I/O; those arrive in inputs and leave as actions. Since it
/// decides over `SessionState` alone, a machine rebuilt from any session's events goes on as the
/// first one would have.
public struct RunMachine: Sendable {
    public private(set) var state: SessionState
    // What the input in hand brought and led to; without meaning between inputs.
    var transition = Transition()
    private(set) var now = Timestamp(microseconds: 0)
    private(set) var entropy: UInt64 = 0

    public init(state: SessionState) {
        self.state = state
    }

    /// Takes one input; its events are one transaction.
    ///
    /// An input that fits nothing (a late piece of text, a timer of a step that goes on already)
    /// leads to nothing.
    public mutating func handle(_ input: Input) -> Transition {
        transition = Transition()
        now = input.at
        entropy = input.entropy
        guard state.closed == nil else { return transition }
        switch input.kind {
        case .open(let opened): open(opened)
        case .text(let piece): append(piece)
        case .ended(let attempt, let end): settle(attempt, end)
        case .timerFired(let attempt): retry(after: attempt)
        case .interrupt(let reason): interrupt(reason)
        }
        return transition
    }

    mutating func record(_ fact: Fact) {
        let event = Event(sequence: state.sequence + 1, time: now, fact: fact)
        state.apply(event)
        transition.events.append(event)
    }

    // MARK: Inputs

    private mutating func open(_ opened: SessionOpened) {
        guard state.opened == nil else { return }
        record(.sessionOpened(opened))
        let first = WorkflowID(1)
        if let plan = opened.conductor.plan {
            do throws(WorkflowError) {
                try plan.validate(pool: opened.pool, stepLimit: nil)
                accept(plan, as: first, origin: .file, reason: opened.conductor.source)
            } catch {
                close(.failed, reason: error.message)
            }
        } else {
            callConductor(of: first)
        }
        advance()
    }

    private mutating func append(_ piece: TextAppended) {
        guard state.isRunning(piece.attempt), !piece.text.isEmpty else { return }
        record(.textAppended(piece))
    }

    private mutating func settle(_ id: AttemptID, _ end: ReplyEnd) {
        guard let attempt = state.attempt(id), attempt.isRunning else { return }
        switch end {
        case .finished(let reason, let usage):
            let used = used(by: attempt, counted: usage)
            record(.attemptFinished(AttemptFinished(attempt: id, reason: reason, used: used)))
            switch attempt.agent {
            case .conductor(let workflow): readPlan(of: workflow, from: id)
            case .step(let step): finish(step, with: id, reason: reason)
            }
        case .failed(let error, let usage):
            // A call that failed before a word came back was most likely never read.
            let silent = attempt.firstTextAt == nil ? Usage.zero : nil
            let used = used(by: attempt, counted: usage ?? silent)
            record(.attemptFailed(AttemptFailed(attempt: id, error: error, used: used)))
            recover(from: error, of: attempt)
        }
        advance()
    }

    private func used(by attempt: AttemptState, counted: Usage?) -> AttemptUsage {
        guard let counted else { return attempt.estimate }
        return AttemptUsage(
            usage: counted,
            cost: Cost(of: counted, at: attempt.price),
            isEstimate: false
        )
    }

    private mutating func retry(after id: AttemptID) {
        guard let attempt = state.attempt(id) else { return }
        switch attempt.agent {
        case .conductor(let workflow):
            guard let current = state.workflow(workflow), current.retryDue != nil,
                current.attempts.last == id
            else { return }
            callConductor(of: workflow)
        case .step(let step):
            guard let current = state.step(step), case .retrying = current.status,
                current.attempts.last == id
            else { return }
            start(current.step)
        }
    }

    private mutating func interrupt(_ reason: String) {
        guard state.opened != nil else { return }
        close(.cancelled, reason: reason)
    }
}
