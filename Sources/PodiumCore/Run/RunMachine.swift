/// Decides what a session does next: a pure function of its state and one input.
///
/// It has no clock, no randomness and no I/O; those arrive in inputs and leave as actions. Since it
/// decides over `SessionState` alone, a machine rebuilt from any session's events goes on as the
/// first one would have.
public struct RunMachine: Sendable {
    public private(set) var state: SessionState
    private var transition = Transition()
    private var now = Timestamp(microseconds: 0)
    private var entropy: UInt64 = 0

    public init(state: SessionState) {
        self.state = state
    }

    /// Takes one input; its events are one transaction.
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
        case .interrupt(let reason): close(.cancelled, reason: reason)
        }
        return transition
    }

    private mutating func record(_ fact: Fact) {
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
        guard state.attempt(piece.attempt)?.isRunning == true, !piece.text.isEmpty else { return }
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
            let used = used(by: attempt, counted: usage)
            record(.attemptFailed(AttemptFailed(attempt: id, error: error, used: used)))
            recover(from: error, of: attempt)
        }
        advance()
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

    // MARK: The conductor

    private mutating func callConductor(of workflow: WorkflowID) {
        guard let worker = state.opened?.conductor.worker else {
            return close(.failed, reason: "The session names no model as its conductor.")
        }
        start(worker, for: .conductor(workflow), subtask: nil, saw: [])
    }

    private mutating func readPlan(of workflow: WorkflowID, from attempt: AttemptID) {
        guard let opened = state.opened, var reader = state.workflow(workflow)?.reader else { return }
        do throws(WorkflowError) {
            let plan = try reader.finish()
            try plan.validate(pool: opened.pool, stepLimit: opened.limits.steps)
            accept(plan, as: workflow, origin: .conductor, reason: nil)
        } catch {
            let rejections = state.workflow(workflow)?.rejections.count ?? 0
            let repairs = opened.conductor.kind == .prompted ? opened.limits.repairs : 0
            let remedy: PlanRejected.Remedy = rejections < repairs ? .repair : .fallback
            record(
                .planRejected(PlanRejected(attempt: attempt, error: error, remedy: remedy)))
            switch remedy {
            case .repair where !isOverBudget: callConductor(of: workflow)
            default: fallBack(workflow, reason: "The conductor gave no usable plan: \(error.message)")
            }
        }
    }

    /// One step for the strongest single worker.
    private mutating func fallBack(_ workflow: WorkflowID, reason: String) {
        guard let opened = state.opened, let strongest = opened.pool.strongest else {
            return close(.failed, reason: reason)
        }
        let plan = Plan(steps: [
            Plan.Step(
                worker: .id(strongest), subtask: "Answer the question.", access: .steps([]))
        ])
        accept(plan, as: workflow, origin: .fallback, reason: reason)
    }

    private mutating func accept(
        _ plan: Plan, as id: WorkflowID, origin: PlanAccepted.Origin, reason: String?
    ) {
        guard let opened = state.opened else { return }
        let firstStep = (state.steps.map(\.id.rawValue).max() ?? 0) + 1
        let workflow = plan.workflow(
            id: id, parent: .question, firstStep: firstStep, pool: opened.pool)
        record(.planAccepted(PlanAccepted(workflow: workflow, origin: origin, reason: reason)))
    }

    // MARK: Steps

    private mutating func finish(_ step: StepID, with attempt: AttemptID, reason: FinishReason) {
        guard reason == .declined || reason == .contentFilter else {
            return record(.stepFinished(StepFinished(step: step, attempt: attempt)))
        }
        let text = state.attempt(attempt)?.text.trimmed ?? ""
        let why = reason == .contentFilter ? "The provider's content filter stopped it." : "It declined."
        record(
            .stepFailed(
                StepFailed(step: step, attempt: attempt, reason: text.isEmpty ? why : text)))
    }

    private mutating func recover(from error: ProviderError, of attempt: AttemptState) {
        let earlierFailures = attemptsOf(attempt.agent).count { failed in
            if case .failed = failed.status { failed.id < attempt.id } else { false }
        }
        if let delay = RetryPolicy.delay(
            after: error, number: earlierFailures, limit: state.opened?.limits.retries ?? 0,
            entropy: entropy)
        {
            let due = now + delay
            record(
                .retryScheduled(
                    RetryScheduled(attempt: attempt.id, agent: attempt.agent, due: due)))
            transition.actions.append(.setTimer(attempt.id, due: due))
            return
        }
        switch attempt.agent {
        case .step(let step):
            record(
                .stepFailed(
                    StepFailed(step: step, attempt: attempt.id, reason: error.description)))
        case .conductor(let workflow):
            let provider = state.worker(named: attempt.worker)?.provider
            let others = state.opened?.pool.contains { $0.provider != provider } ?? false
            // A provider that cannot be reached will not answer as a worker either.
            if others {
                fallBack(workflow, reason: "The conductor could not be reached: \(error.message)")
            } else {
                close(.failed, reason: error.description)
            }
        }
    }

    private func attemptsOf(_ agent: Agent) -> [AttemptState] {
        state.attempts.filter { $0.agent == agent }
    }

    // MARK: Going on

    /// Starts whatever can start now, and ends the session when nothing is left.
    private mutating func advance() {
        guard state.closed == nil, let workflow = state.workflows.last,
            workflow.accepted != nil
        else {
            if state.closed == nil, isOverBudget { closeOverBudget() }
            return
        }
        for position in state.steps.indices {
            let step = state.steps[position]
            guard step.workflow == workflow.id, step.status == .waiting else { continue }
            dispatch(step.step)
        }
        let steps = state.steps.filter { $0.workflow == workflow.id }
        if steps.allSatisfy(\.isSettled) {
            conclude(workflow.id)
        } else if isOverBudget {
            closeOverBudget()
        }
    }

    private mutating func dispatch(_ step: Step) {
        let inputs = step.access.compactMap { state.step($0) }
        guard inputs.allSatisfy(\.isSettled) else { return }
        let hasOutput = inputs.contains { if case .finished = $0.status { true } else { false } }
        if inputs.isEmpty || hasOutput {
            if !isOverBudget { start(step) }
        } else {
            record(
                .stepSkipped(
                    StepSkipped(step: step.id, reason: "No step it may see has an output.")))
        }
    }

    private mutating func start(_ step: Step) {
        guard let worker = state.worker(named: step.worker) else { return }
        let saw = step.access.compactMap { id -> AttemptID? in
            if case .finished(let attempt)? = state.step(id)?.status { attempt } else { nil }
        }
        start(worker, for: .step(step.id), subtask: step.subtask, saw: saw)
    }

    private mutating func start(
        _ worker: Worker, for agent: Agent, subtask: String?, saw: [AttemptID]
    ) {
        guard let opened = state.opened else { return }
        let id = AttemptID(state.attempts.count + 1)
        let seenText = saw.reduce(0) { $0 + (state.attempt($1)?.text.utf8.count ?? 0) }
        let estimate = (opened.question.utf8.count + (subtask?.utf8.count ?? 600) + seenText) / 4 + 1
        record(
            .attemptStarted(
                AttemptStarted(
                    attempt: id, agent: agent, worker: worker.name, price: worker.price,
                    subtask: subtask, saw: saw, estimatedInput: estimate)))
        guard let request = state.request(of: id) else { return }
        transition.actions.append(
            .call(
                ModelCall(
                    session: state.id, attempt: id, worker: worker, request: request,
                    seed: opened.seed &+ UInt64(id.rawValue) &* 0x9E37_79B9_7F4A_7C15)))
    }

    private func used(by attempt: AttemptState, counted: Usage?) -> AttemptUsage {
        guard let counted else { return attempt.estimate }
        return AttemptUsage(
            usage: counted, cost: Cost(of: counted, at: attempt.price), isEstimate: false)
    }

    // MARK: The end

    private var isOverBudget: Bool {
        guard let limits = state.opened?.limits else { return false }
        let spent = state.conductorSpent + state.workerSpent
        if let most = limits.picodollars, spent.cost.picodollars >= most { return true }
        if let most = limits.tokens, spent.usage.total >= most { return true }
        return false
    }

    private mutating func closeOverBudget() {
        let limits = state.opened?.limits
        let bound = limits?.tokens.map { "\($0) tokens" } ?? ""
        let money = limits?.picodollars.map { "$\(Double($0) * 1e-12)" } ?? ""
        let budget = [money, bound].filter { !$0.isEmpty }.joined(separator: " and ")
        close(.budget, reason: "The budget of \(budget) is spent. Raise it to go on.")
    }

    private mutating func conclude(_ workflow: WorkflowID) {
        if let answer = state.answer(of: workflow) {
            close(.answered, answer: answer, reason: nil)
            return
        }
        let steps = state.steps.filter { $0.workflow == workflow }
        let failure = steps.lazy.compactMap { step -> String? in
            if case .failed(let reason) = step.status {
                "Step \(step.id.rawValue) (\(step.step.worker)) gave no answer: \(reason)"
            } else {
                nil
            }
        }.first
        close(.failed, reason: failure ?? "No step gave an output.")
    }

    private mutating func close(
        _ outcome: SessionClosed.Outcome, answer: String? = nil, reason: String?
    ) {
        for attempt in state.runningAttempts {
            let why = reason ?? "The session was closed."
            record(
                .attemptCancelled(
                    AttemptCancelled(attempt: attempt.id, reason: why, used: attempt.estimate)))
            transition.actions.append(.cancel(attempt.id))
        }
        let spent = state.conductorSpent + state.workerSpent
        record(
            .sessionClosed(
                SessionClosed(
                    outcome: outcome, answer: answer, reason: reason, usage: spent.usage,
                    cost: spent.cost)))
        transition.actions.append(.close)
    }
}

extension [Worker] {
    /// The position of the worker to trust alone: tagged `strongest`, else the dearest of those
    /// that are sold for money, else the first.
    var strongest: Int? {
        if let tagged = firstIndex(where: { $0.tags.contains("strongest") }) { return tagged }
        let paid = indices.filter { self[$0].price?.currency == .usd }
        let dearest = paid.max { (self[$0].price?.output ?? 0) < (self[$1].price?.output ?? 0) }
        return dearest ?? indices.first
    }
}
