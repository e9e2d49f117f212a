extension RunMachine {
    // MARK: Beginning

    mutating func callConductor(of workflow: WorkflowID) {
        guard let worker = state.opened?.conductor.worker else {
            return close(.failed, reason: "The session names no model as its conductor.")
        }
        let offered =
            state.presentWorkers.map(\.name) + nestingOffer(in: workflow).map(\.name)
        guard !offered.isEmpty else {
            return abandon(workflow, "No worker is left in the pool.")
        }
        start(
            worker,
            for: .conductor(workflow),
            subtask: nil,
            saw: state.outputsSeen(byConductorOf: workflow),
            offered: offered
        )
    }

    /// The conductor as a worker, where a workflow may still hold others.
    func nestingOffer(in workflow: WorkflowID) -> [Worker] {
        guard state.mayNest(in: workflow), let conductor = state.conductorAsWorker else {
            return []
        }
        return [conductor]
    }

    mutating func start(_ id: StepID) {
        guard let place = state.position(of: id),
            let worker = state.worker(named: state.steps[place].step.worker)
        else { return }
        start(
            worker,
            for: .step(id),
            subtask: state.steps[place].step.subtask,
            saw: state.outputsSeen(by: id),
            lacked: state.outputsLacked(by: id)
        )
    }

    /// About what a conductor is told beside the question: how to plan, and over whom.
    private static let planningTokens = 150

    private mutating func start(
        _ worker: Worker,
        for agent: Agent,
        subtask: String?,
        saw: [SeenOutput],
        lacked: [LackedOutput]? = nil,
        offered: [String]? = nil
    ) {
        guard let opened = state.opened else { return }
        let id = AttemptID(state.attempts.count + 1)
        let isAnswer = opened.client != nil && state.isToAnswer(agent)
        let input = estimatedInput(for: agent, subtask: subtask, saw: saw)
        record(
            .attemptStarted(
                AttemptStarted(
                    attempt: id,
                    agent: agent,
                    worker: worker.name,
                    provider: worker.provider,
                    price: worker.price,
                    subtask: subtask,
                    saw: saw,
                    lacked: lacked,
                    estimatedInput: input,
                    offered: offered,
                    isAnswer: isAnswer ? true : nil
                )
            )
        )
        guard let request = state.request(of: id) else { return }
        act(
            .call(
                ModelCall(
                    session: state.id,
                    attempt: id,
                    worker: state.asked(worker, for: agent, isAnswer: isAnswer),
                    request: request,
                    seed: seed(of: agent, from: opened.seed)
                )
            )
        )
    }

    /// Tokens. What the messages hold beside these is found by calibration.
    private func estimatedInput(
        for agent: Agent,
        subtask: String?,
        saw: [SeenOutput]
    ) -> Int {
        if case .step = agent, saw.isEmpty, let client = state.opened?.client,
            let messages = client.messages
        {
            return messages.estimatedTokens(with: client.tools)
        }
        var input = state.questionEstimate
        if let subtask { input.append(subtask) }
        for seen in saw {
            if let index = state.index(of: seen.attempt) {
                input.append(state.attempts[index].text)
            }
        }
        return input.tokens + (subtask == nil ? Self.planningTokens : 0)
    }

    /// Each call draws from a seed of its own, which does not depend on what else runs meanwhile.
    private func seed(of agent: Agent, from seed: UInt64) -> UInt64 {
        var count = 0
        for index in state.attempts.indices where state.attempts[index].agent == agent {
            count += 1
        }
        let place =
            switch agent {
            case .conductor(let workflow): (UInt64(truncatingIfNeeded: workflow.rawValue) << 1) | 1
            case .step(let step): UInt64(truncatingIfNeeded: step.rawValue) << 1
            }
        return seed &+ (place << 16 | UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    }

    // MARK: Ending

    mutating func settle(_ id: AttemptID, _ end: ReplyEnd) {
        guard let index = state.index(of: id), state.attempts[index].isRunning else { return }
        switch answered(end, by: state.attempts[index]) {
        case .finished(let reason, let usage):
            let used = state.attempts[index].used(counted: usage)
            let fact = AttemptFinished(
                attempt: id,
                reason: reason,
                used: used,
                digest: state.attempts[index].digest
            )
            enact(.attemptFinished(fact))
        case .failed(let error, let usage):
            // A call that failed before a word came back was most likely never read.
            let silent = state.attempts[index].firstTextAt == nil ? Usage.zero : nil
            let used = state.attempts[index].used(counted: usage ?? silent)
            let fact = AttemptFailed(
                attempt: id,
                error: error,
                used: used,
                digest: state.attempts[index].digest
            )
            enact(.attemptFailed(fact))
        }
        advance()
    }

    /// A reply without a word of an answer is no reply, however well it ended.
    private func answered(_ end: ReplyEnd, by attempt: AttemptState) -> ReplyEnd {
        guard case .finished(let reason, let usage) = end,
            attempt.isWordless
        else { return end }
        return .failed(ProviderError(emptyReplyOf: attempt, reason), usage)
    }

    mutating func cancel(_ attempt: AttemptState, reason: String) {
        record(
            .attemptCancelled(
                AttemptCancelled(
                    attempt: attempt.id,
                    reason: reason,
                    used: attempt.estimate,
                    digest: attempt.digest
                )
            )
        )
        act(.cancel(attempt.id))
    }

    // MARK: Failing

    /// After a failed call: tries again, or gives the step or the conductor up.
    mutating func recover(from error: ProviderError, of attempt: AttemptState) {
        let isSpent = exhaustedBudget != nil
        if let delay = RetryPolicy.delay(
            after: error,
            number: failures(before: attempt),
            limit: state.limits.retries,
            entropy: entropy
        ), !isSpent {
            return scheduleRetry(of: attempt, after: delay)
        }
        switch attempt.agent {
        case .step(let step): giveUp(step, after: attempt.id, error.description)
        case .conductor(let workflow): giveUpConductor(of: workflow, after: error, of: attempt)
        }
    }

    private mutating func scheduleRetry(of attempt: AttemptState, after delay: Duration) {
        let due = now + delay
        record(
            .retryScheduled(RetryScheduled(attempt: attempt.id, agent: attempt.agent, due: due))
        )
        act(.setTimer(.retry(attempt.id), due: due))
    }

    /// How often the same call has failed already: since another worker, or a person, or a repair
    /// turn of the conductor made it another call, or the session went on.
    private func failures(before attempt: AttemptState) -> Int {
        var since = state.resumption
        if case .step(let id) = attempt.agent { since = max(since, state.step(id)?.revision ?? 0) }
        let earlier = state.attempts.filter {
            $0.agent == attempt.agent && $0.id < attempt.id && $0.sequence > since
        }
        return earlier.reversed().prefix { call in
            guard call.worker == attempt.worker, case .failed = call.status else { return false }
            return true
        }.count
    }

    /// A step's worker cannot do it: another worker, a person, or the run without it, by policy.
    mutating func giveUp(_ id: StepID, after attempt: AttemptID?, _ reason: String) {
        guard let step = state.step(id) else { return }
        if let worker = state.worker(named: step.step.worker),
            let other = replacement(of: worker, for: step)
        {
            return reroute(id, to: other.name, reason)
        }
        switch state.policy.onFailure {
        case .ask: record(.stepAsked(StepAsked(step: id, reason: reason)))
        case .proceed:
            record(.stepFailed(StepFailed(step: id, attempt: attempt, reason: reason)))
        case .stop:
            record(.stepFailed(StepFailed(step: id, attempt: attempt, reason: reason)))
            close(.failed, reason: "\(state.name(of: id)) gave no answer: \(reason)")
        }
    }

    mutating func reroute(_ id: StepID, to worker: String, _ reason: String) {
        guard let step = state.step(id) else { return }
        record(
            .stepRerouted(
                StepRerouted(step: id, from: step.step.worker, to: worker, reason: reason)
            )
        )
    }

    /// Who takes a step over: the first of the worker's own fallbacks that is there and has not
    /// failed at it; without a list the strongest model of another provider, and of the same one where
    /// the server wants the worker's own model to rest for long. A specialist is nobody's stand-in: it
    /// can do its own kind of work only.
    func replacement(of worker: Worker, for step: StepState) -> Worker? {
        guard step.fallbacks < state.limits.fallbacks, state.degradedBy == nil,
            exhaustedBudget == nil
        else { return nil }
        let tried = Set(step.attempts.compactMap { state.attempt($0)?.worker } + [worker.name])
        let free = state.presentWorkers.filter { !tried.contains($0.name) }
        if let names = worker.fallbacks {
            return names.lazy.compactMap { name in free.first { $0.name == name } }.first
        }
        let models = free.filter { $0.price?.currency != .nominal }
        if let other = models.strongest(where: { $0.provider != worker.provider }) {
            return models[other]
        }
        guard let absence = state.absence(of: worker.name, at: now),
            absence > .milliseconds(RetryPolicy.longestWish)
        else { return nil }
        return models.strongest { $0.model != worker.model }.map { models[$0] }
    }
}

extension ProviderError {
    /// The reply ended well, for this reason, and has no answer.
    fileprivate init(emptyReplyOf attempt: AttemptState, _ reason: FinishReason) {
        let what = attempt.reasoning.isEmpty ? "without a word" : "with thoughts only"
        switch reason {
        case .length:
            self.init(
                .emptyReply,
                "\(attempt.worker) reached its limit of tokens \(what) of an answer.",
                advice: "Raise its max_tokens, or let it think less.",
                isRetryable: false
            )
        case .contentFilter:
            self.init(
                .contentPolicy,
                "The provider's content filter stopped \(attempt.worker) before its first word.",
                advice: "Reword the question, or give the step to another worker.",
                isRetryable: false
            )
        case .declined:
            self.init(
                .contentPolicy,
                "\(attempt.worker) declined, and does not say why.",
                isRetryable: false
            )
        default:
            let end = reason == .stop ? "" : " (\(reason.rawValue))"
            self.init(
                .emptyReply,
                "\(attempt.worker) ended its reply \(what)\(end).",
                isRetryable: true
            )
        }
    }

    /// Whether the provider answers, so that another of its models may do it.
    var comesFromAnAnsweringProvider: Bool {
        [.emptyReply, .contentPolicy, .malformedReply, .tooLarge].contains(code)
    }
}
