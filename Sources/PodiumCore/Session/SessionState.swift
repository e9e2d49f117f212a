/// Everything a session's events add up to: the only fold, for the live run, the screen, replay.
///
/// `apply` is total, deterministic and does not throw; times and ids are inside the events. An
/// event that fits nothing (from a damaged or newer history) changes nothing but the counts.
public struct SessionState: Hashable, Sendable {
    public let id: SessionID
    /// The last event applied; 0 before the first.
    public internal(set) var sequence = 0
    public internal(set) var openedAt: Timestamp?
    /// The time of the last event.
    public internal(set) var updatedAt: Timestamp?
    /// The event by which the session went on last; 0 for none.
    var resumption = 0
    /// How long nothing ran between the end of a process, or of the run, and a resumption. Less than
    /// nothing where the clock was set back meanwhile.
    public internal(set) var downtime = Duration.zero
    public internal(set) var opened: Shared<SessionOpened>?
    /// Of what every call reads first: the conversation before, and the question.
    var questionEstimate = TokenEstimate()
    /// Workflows in the order they were begun; the conductor of the last may still be writing.
    public internal(set) var workflows: [WorkflowState] = []
    /// Steps of all workflows; those of one in the order of its plan.
    public internal(set) var steps: [StepState] = []
    /// Attempts by their id; attempt n is at n − 1.
    public internal(set) var attempts: [AttemptState] = []
    /// Nil while the run goes on, also again after an end without an answer.
    public internal(set) var closed: Shared<SessionClosed>?
    /// What the run may use up: as it was opened, or as a person changed it.
    public internal(set) var budget = Budget()
    /// Whether nothing new is begun until a person says so.
    public internal(set) var isHeld = false
    /// Workers that a person has taken out of the pool.
    public internal(set) var withdrawn: [String] = []
    /// Workers that are out of reach.
    public internal(set) var away: [WorkerLeft] = []
    /// What of the budget ran low, when that shortened the run.
    public internal(set) var degradedBy: Budget.Kind?
    /// What persons decided, in order.
    public internal(set) var overrides: [AppliedOverride] = []
    /// The requests that were answered, followed or not.
    public internal(set) var answeredRequests: Set<String> = []
    /// Calls of steps' workers so far; what a person wrote is none.
    public internal(set) var stepCalls = 0
    /// Settled usage and cost of conductors and of workers, apart.
    public internal(set) var conductorSpent = Spending()
    public internal(set) var workerSpent = Spending()
    /// Events of a type or version this program does not know.
    public internal(set) var unknownEvents = 0

    /// An override, and whether it was taken back.
    public struct AppliedOverride: Hashable, Sendable {
        public let sequence: Int
        public let fact: OverrideApplied
        public internal(set) var isUndone = false
    }

    public init(id: SessionID) {
        self.id = id
    }

    public mutating func apply(_ event: Event) {
        sequence = event.sequence
        let before = updatedAt ?? event.time
        updatedAt = event.time
        switch event.fact {
        case .textAppended(let piece): append(piece, at: event.time)
        case .sessionOpened(let fact): open(fact, at: event.time)
        case .planAccepted(let fact): accept(fact)
        case .planRejected(let fact): reject(fact)
        case .attemptStarted(let fact): start(fact, at: event.time)
        case .attemptFinished(let fact):
            settle(fact.attempt, .finished(fact.reason), fact.used, at: event.time)
        case .attemptFailed(let fact):
            settle(fact.attempt, .failed(fact.error), fact.used, at: event.time)
        case .attemptCancelled(let fact):
            settle(fact.attempt, .cancelled(fact.reason), fact.used, at: event.time)
            giveUp(after: fact.attempt, fact.reason)
        case .attemptQueued(let fact):
            if let index = index(of: fact.attempt) { attempts[index].queue(fact.wait) }
        case .attemptSent(let fact):
            if let index = index(of: fact.attempt) { attempts[index].send(at: event.time) }
        case .retryScheduled(let fact): scheduleRetry(fact)
        case .stepFinished(let fact): move(fact.step, .finished(fact.attempt))
        case .stepFailed(let fact): move(fact.step, .failed(fact.reason))
        case .stepSkipped(let fact): move(fact.step, .skipped(fact.reason))
        case .stepAsked(let fact): move(fact.step, .asked(fact.reason))
        case .stepRerouted(let fact): reroute(fact)
        case .stepSelected(let fact): select(fact)
        case .workflowBegun(let fact): begin(fact)
        case .answerKept(let fact): keepAnswer(fact)
        case .forecastMade(let fact):
            if let position = position(of: fact.workflow) {
                workflows[position].forecast = fact.forecast
            }
        case .workerLeft(let fact):
            away.removeAll { $0.worker == fact.worker }
            away.append(fact)
        case .workerReturned(let fact): away.removeAll { $0.worker == fact.worker }
        case .budgetReached(let fact):
            if fact.remedy == .degrade { degradedBy = fact.kind }
            apply(fact.change)
        case .overrideApplied(let fact): apply(fact)
        case .overrideRefused(let fact): answeredRequests.insert(fact.request.id)
        case .sessionResumed(let fact):
            downtime += event.time - before
            if event.time < before { shiftWaits(by: event.time - before) }
            resumption = event.sequence
            if mayGoOn { closed = nil }
            apply(fact.change)
        case .sessionClosed(let fact): close(fact)
        case .unknown: unknownEvents += 1
        }
    }

    /// The clock has been set back, or was wrong before: nobody waits for longer than what was left of it.
    private mutating func shiftWaits(by shift: Duration) {
        for position in steps.indices {
            guard case .retrying(let due) = steps[position].status else { continue }
            steps[position].status = .retrying(due: due + shift)
        }
        for position in workflows.indices {
            workflows[position].retryDue = workflows[position].retryDue.map { $0 + shift }
        }
        for position in away.indices {
            away[position].until = away[position].until.map { $0 + shift }
        }
    }

    private mutating func open(_ fact: SessionOpened, at time: Timestamp) {
        opened = Shared(fact)
        openedAt = time
        questionEstimate = TokenEstimate()
        questionEstimate.append(fact.conversation.preface)
        questionEstimate.append(fact.question)
        if let instructions = fact.client?.instructions { questionEstimate.append(instructions) }
        // As many calls as a workflow and its conductor usually make.
        attempts.reserveCapacity(min(max(fact.limits.steps, 0), 50) + 3)
        budget = fact.limits.budget
    }

    /// What had been begun will not go on.
    private mutating func close(_ fact: SessionClosed) {
        closed = Shared(fact)
        let end = StepTransition.sessionClosed(fact.reason ?? "The session was closed.")
        for position in steps.indices { steps[position].happen(end) }
    }

    /// Attempts are numbered from 1; nil for a number that none has.
    func index(of attempt: AttemptID) -> Int? {
        let index = attempt.rawValue &- 1
        return attempts.indices.contains(index) ? index : nil
    }

    func position(of workflow: WorkflowID) -> Int? {
        workflows.lastIndex { $0.id == workflow }
    }

    /// Steps are numbered in the order in which they are planned, so that one stands at its number or,
    /// where others were put in or left out before it, near it.
    func position(of step: StepID) -> Int? {
        guard !steps.isEmpty else { return nil }
        let guess = min(max(0, step.rawValue &- 1), steps.count - 1)
        if steps[guess].id == step { return guess }
        var (below, above) = (guess - 1, guess + 1)
        while below >= 0 || above < steps.count {
            if above < steps.count, steps[above].id == step { return above }
            if below >= 0, steps[below].id == step { return below }
            above += 1
            below -= 1
        }
        return nil
    }
}
