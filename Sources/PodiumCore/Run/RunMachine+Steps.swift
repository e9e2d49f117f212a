extension RunMachine {
    /// Starts whatever can start now, and ends the session when nothing is left.
    mutating func advance() {
        guard state.closed == nil else { return }
        guard let workflow = state.workflows.last, workflow.accepted != nil else {
            if isOverBudget { closeOverBudget() }
            return
        }
        for position in state.steps.indices {
            let step = state.steps[position]
            guard step.workflow == workflow.id, step.status == .waiting else { continue }
            dispatch(step.step)
        }
        if state.steps.allSatisfy({ $0.workflow != workflow.id || $0.isSettled }) {
            conclude(workflow.id)
        } else if isOverBudget {
            closeOverBudget()
        }
    }

    /// Starts the step if everything it may see is settled; skips it if that gave nothing.
    private mutating func dispatch(_ step: Step) {
        let inputs = step.access.compactMap { state.step($0) }
        guard inputs.allSatisfy(\.isSettled) else { return }
        let hasOutput = inputs.contains { if case .finished = $0.status { true } else { false } }
        guard inputs.isEmpty || hasOutput else {
            return record(
                .stepSkipped(
                    StepSkipped(step: step.id, reason: "No step it may see has an output.")
                )
            )
        }
        if !isOverBudget { start(step) }
    }

    mutating func start(_ step: Step) {
        guard let worker = state.worker(named: step.worker) else {
            return record(
                .stepSkipped(
                    StepSkipped(step: step.id, reason: "The pool has no worker \(step.worker).")
                )
            )
        }
        let saw = step.access.compactMap { id -> AttemptID? in
            if case .finished(let attempt)? = state.step(id)?.status { attempt } else { nil }
        }
        start(worker, for: .step(step.id), subtask: step.subtask, saw: saw)
    }

    mutating func start(_ worker: Worker, for agent: Agent, subtask: String?, saw: [AttemptID]) {
        guard let opened = state.opened else { return }
        let id = AttemptID(state.attempts.count + 1)
        let seenText = saw.reduce(0) { $0 + (state.attempt($1)?.text.utf8.count ?? 0) }
        let estimate =
            (opened.question.utf8.count + (subtask?.utf8.count ?? 600) + seenText) / 4 + 1
        record(
            .attemptStarted(
                AttemptStarted(
                    attempt: id,
                    agent: agent,
                    worker: worker.name,
                    price: worker.price,
                    subtask: subtask,
                    saw: saw,
                    estimatedInput: estimate
                )
            )
        )
        guard let request = state.request(of: id) else { return }
        transition.actions.append(
            .call(
                ModelCall(
                    session: state.id,
                    attempt: id,
                    worker: worker,
                    request: request,
                    seed: opened.seed &+ UInt64(id.rawValue) &* 0x9E37_79B9_7F4A_7C15
                )
            )
        )
    }

    mutating func finish(_ step: StepID, with attempt: AttemptID, reason: FinishReason) {
        guard reason == .declined || reason == .contentFilter else {
            return record(.stepFinished(StepFinished(step: step, attempt: attempt)))
        }
        let text = state.attempt(attempt)?.text.trimmed ?? ""
        let why =
            reason == .contentFilter ? "The provider's content filter stopped it." : "It declined."
        fail(step, attempt, text.isEmpty ? why : text)
    }

    /// After a failed call: tries again, or gives the step or the conductor up.
    mutating func recover(from error: ProviderError, of attempt: AttemptState) {
        if let delay = RetryPolicy.delay(
            after: error,
            number: failures(before: attempt),
            limit: state.opened?.limits.retries ?? 0,
            entropy: entropy
        ) {
            if !isOverBudget { return scheduleRetry(of: attempt, after: delay) }
            // There is nothing to pay a retry with: it is the budget that ends the run.
            if case .step(let step) = attempt.agent { fail(step, attempt.id, error.description) }
            return closeOverBudget()
        }
        switch attempt.agent {
        case .step(let step): fail(step, attempt.id, error.description)
        case .conductor(let workflow): fallBack(workflow, from: error, of: attempt.worker)
        }
    }

    private mutating func fail(_ step: StepID, _ attempt: AttemptID, _ reason: String) {
        record(.stepFailed(StepFailed(step: step, attempt: attempt, reason: reason)))
    }

    private mutating func scheduleRetry(of attempt: AttemptState, after delay: Duration) {
        let due = now + delay
        record(
            .retryScheduled(RetryScheduled(attempt: attempt.id, agent: attempt.agent, due: due))
        )
        transition.actions.append(.setTimer(attempt.id, due: due))
    }

    /// How often the same call has failed already. A repair turn of the conductor is another call.
    private func failures(before attempt: AttemptState) -> Int {
        let earlier = state.attempts.filter { $0.agent == attempt.agent && $0.id < attempt.id }
        return earlier.reversed().prefix { call in
            if case .failed = call.status { true } else { false }
        }.count
    }
}
