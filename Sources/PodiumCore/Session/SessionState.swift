/// Everything a session's events add up to: the only fold, for the live run, the screen, replay.
///
/// `apply` is total, deterministic and does not throw; times and ids are inside the events. An
/// event that fits nothing (from a damaged or newer history) changes nothing but the counts.
public struct SessionState: Hashable, Sendable {
    public let id: SessionID
    /// The last event applied; 0 before the first.
    public private(set) var sequence = 0
    public private(set) var openedAt: Timestamp?
    /// The time of the last event.
    public private(set) var updatedAt: Timestamp?
    public private(set) var opened: SessionOpened?
    /// Workflows in the order they were begun; the conductor of the last may still be writing.
    public private(set) var workflows: [WorkflowState] = []
    /// Steps of all workflows, in the order they were planned.
    public private(set) var steps: [StepState] = []
    /// Attempts by their id; attempt n is at n − 1.
    public private(set) var attempts: [AttemptState] = []
    public private(set) var closed: SessionClosed?
    /// Settled usage and cost of conductors and of workers, apart.
    public private(set) var conductorSpent = Spending()
    public private(set) var workerSpent = Spending()
    /// Events of a type or version this program does not know.
    public private(set) var unknownEvents = 0

    public init(id: SessionID) {
        self.id = id
    }

    public mutating func apply(_ event: Event) {
        sequence = event.sequence
        updatedAt = event.time
        switch event.fact {
        case .textAppended(let piece): append(piece, at: event.time)
        case .sessionOpened(let fact):
            opened = fact
            openedAt = event.time
        case .planAccepted(let fact): accept(fact)
        case .planRejected(let fact): reject(fact)
        case .attemptStarted(let fact): start(fact, at: event.time)
        case .attemptFinished(let fact):
            settle(fact.attempt, .finished(fact.reason), fact.used, at: event.time)
        case .attemptFailed(let fact):
            settle(fact.attempt, .failed(fact.error), fact.used, at: event.time)
        case .attemptCancelled(let fact):
            settle(fact.attempt, .cancelled(fact.reason), fact.used, at: event.time)
            if case .step(let step)? = attempt(fact.attempt)?.agent {
                giveUp(step, after: fact.attempt, fact.reason)
            }
        case .retryScheduled(let fact): scheduleRetry(fact)
        case .stepFinished(let fact): setStep(fact.step, .finished(fact.attempt))
        case .stepFailed(let fact): setStep(fact.step, .failed(fact.reason))
        case .stepSkipped(let fact): setStep(fact.step, .skipped(fact.reason))
        case .sessionClosed(let fact): close(fact)
        case .unknown: unknownEvents += 1
        }
    }

    // MARK: Transitions

    private mutating func append(_ piece: TextAppended, at time: Timestamp) {
        guard let index = index(of: piece.attempt), attempts[index].isRunning else { return }
        attempts[index].append(piece, at: time)
        if case .conductor(let workflow) = attempts[index].agent, piece.channel == .answer,
            let position = position(of: workflow)
        {
            workflows[position].reader.feed(piece.text)
        }
    }

    private mutating func start(_ fact: AttemptStarted, at time: Timestamp) {
        guard fact.attempt.rawValue == attempts.count + 1 else { return }
        attempts.append(AttemptState(fact, at: time))
        switch fact.agent {
        case .conductor(let workflow):
            let position = position(of: workflow) ?? begin(workflow)
            workflows[position].attempts.append(fact.attempt)
            workflows[position].reader = PlanReader()
            workflows[position].retryDue = nil
        case .step(let step):
            guard let position = self.position(of: step) else { return }
            steps[position].attempts.append(fact.attempt)
            steps[position].status = .running(fact.attempt)
        }
    }

    private mutating func settle(
        _ attempt: AttemptID,
        _ status: AttemptState.Status,
        _ used: AttemptUsage,
        at time: Timestamp
    ) {
        guard let index = index(of: attempt), attempts[index].isRunning else { return }
        attempts[index].settle(status, used, at: time)
        switch attempts[index].agent {
        case .conductor: conductorSpent.add(used)
        case .step: workerSpent.add(used)
        }
    }

    private mutating func accept(_ fact: PlanAccepted) {
        let position = position(of: fact.workflow.id) ?? begin(fact.workflow.id)
        workflows[position].accepted = fact
        for step in fact.workflow.steps where self.position(of: step.id) == nil {
            steps.append(StepState(step: step, workflow: fact.workflow.id))
        }
    }

    private mutating func reject(_ fact: PlanRejected) {
        guard let index = index(of: fact.attempt),
            case .conductor(let workflow) = attempts[index].agent,
            let position = position(of: workflow)
        else { return }
        workflows[position].rejections.append(fact)
    }

    private mutating func scheduleRetry(_ fact: RetryScheduled) {
        switch fact.agent {
        case .conductor(let workflow):
            guard let position = position(of: workflow) else { return }
            workflows[position].retryDue = fact.due
        case .step(let step):
            setStep(step, .retrying(due: fact.due))
        }
    }

    private mutating func setStep(_ id: StepID, _ status: StepState.Status) {
        guard let position = position(of: id) else { return }
        steps[position].status = status
    }

    /// A step whose call was cancelled will not go on by itself.
    private mutating func giveUp(_ id: StepID, after attempt: AttemptID, _ reason: String) {
        guard let position = position(of: id), steps[position].status == .running(attempt) else {
            return
        }
        steps[position].status = .failed(reason)
    }

    /// What had been begun will not go on.
    private mutating func close(_ fact: SessionClosed) {
        closed = fact
        for position in steps.indices {
            switch steps[position].status {
            case .running, .retrying:
                steps[position].status = .failed(fact.reason ?? "The session was closed.")
            case .waiting, .finished, .failed, .skipped: break
            }
        }
    }

    private mutating func begin(_ workflow: WorkflowID) -> Int {
        workflows.append(WorkflowState(id: workflow))
        return workflows.count - 1
    }

    /// Attempts are numbered from 1; nil for a number that none has.
    func index(of attempt: AttemptID) -> Int? {
        let index = attempt.rawValue &- 1
        return attempts.indices.contains(index) ? index : nil
    }

    private func position(of workflow: WorkflowID) -> Int? {
        workflows.lastIndex { $0.id == workflow }
    }

    private func position(of step: StepID) -> Int? {
        steps.firstIndex { $0.id == step }
    }
}

/// Usage and cost added up.
public struct Spending: Hashable, Sendable {
    public var usage = Usage.zero
    public var cost = Cost.zero
    /// True when a part of it is our estimate.
    public var isEstimate = false

    public init() {}

    public mutating func add(_ used: AttemptUsage) {
        usage += used.usage
        cost += used.cost
        isEstimate = isEstimate || used.isEstimate
    }

    public static func + (left: Spending, right: Spending) -> Spending {
        var sum = left
        sum.usage += right.usage
        sum.cost += right.cost
        sum.isEstimate = left.isEstimate || right.isEstimate
        return sum
    }
}
