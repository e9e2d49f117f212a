/// Going on where a process ended, or after an end without an answer.
extension RunMachine {
    /// What was in flight is called again; after an end, also what had failed.
    mutating func resume(_ program: String) {
        guard state.isOpened, !state.isClosed || state.mayGoOn else { return }
        let change = state.isClosed ? state.reopening(redoesFailures: true) : state.restarting
        enact(.sessionResumed(SessionResumed(program: program, change: change)))
        advance()
    }

    /// A person decides something in a session that has ended without an answer, by which it goes
    /// on. What had failed stays as it is, unless the decision is about it. A decision that would be
    /// refused leaves the end as it is.
    mutating func reopen(_ program: String, for request: OverrideRequest) {
        guard let reopened = state.reopened,
            (try? OverrideRules(state: reopened, request: request).change()) != nil
        else { return }
        let change = state.reopening(redoesFailures: false)
        enact(.sessionResumed(SessionResumed(program: program, change: change)))
        // Its author has seen the steps as they were at the end; going on has changed them no further.
        var request = request
        request.basedOn = request.basedOn.map { max($0, state.sequence) }
        decide(request)
        advance()
    }

    /// What follows from going on at once: nothing that ran before runs any more.
    mutating func goOn() {
        forgetGatheringTimer()
        for attempt in state.runningAttempts { cancel(attempt, reason: "Its process ended.") }
        setTimers()
    }

    /// Sets the timer of everything that waits for a time.
    mutating func setTimers() {
        setBudgetTimer()
        for worker in state.away {
            if let until = worker.until { act(.setTimer(.workerReturn(worker.worker), due: until)) }
        }
        for step in state.steps {
            if case .retrying(let due) = step.status, let last = step.attempts.last, due > now {
                act(.setTimer(.retry(last), due: due))
            }
        }
        for workflow in state.activeWorkflows {
            if let due = workflow.retryDue, let last = workflow.attempts.last, due > now {
                act(.setTimer(.retry(last), due: due))
            }
        }
    }
}

extension SessionState {
    /// Whether the session has an end that is no answer, after which it can go on.
    public var mayGoOn: Bool { closed.map { $0.outcome != .answered } ?? false }

    /// As the session stands once it goes on after an end without an answer, for a decision about it;
    /// nil when it cannot.
    public var reopened: SessionState? {
        guard mayGoOn else { return nil }
        var state = self
        state.closed = nil
        // The steps are no newer than they were seen.
        let revisions = steps.map(\.revision)
        state.apply(reopening(redoesFailures: false))
        for (position, revision) in revisions.enumerated() {
            state.steps[position].revision = revision
        }
        return state
    }

    /// The steps whose calls were lost with their process.
    var restarting: RunChange {
        RunChange(
            steps: runningAttempts.compactMap { attempt in
                guard case .step(let id) = attempt.agent, let step = step(id),
                    let status = StepTransition.lost(attempt.id).status(after: step.status)
                else { return nil }
                var again = RunChange.StepRecord(step)
                again.status = status
                return again
            }
        )
    }

    /// The steps that go on after an end: those that it broke off or left without anything to see,
    /// and on request those that had failed. What a person decided stays.
    func reopening(redoesFailures: Bool) -> RunChange {
        guard let round = currentRound?.id else { return RunChange() }
        return RunChange(
            steps: steps.compactMap { step in
                guard !step.isDeleted, isPart(step.workflow, of: round),
                    step.marks.isDisjoint(with: StepState.Mark.settling),
                    let status = status(reopening: step, redoesFailures: redoesFailures)
                else { return nil }
                var record = RunChange.StepRecord(step)
                record.status = status
                record.fallbacks = 0
                return record
            }
        )
    }

    private func status(
        reopening step: StepState,
        redoesFailures: Bool
    ) -> StepState.Status? {
        switch step.status {
        case .failed where !redoesFailures: return nil
        case .cancelled, .failed:
            let inner = activeWorkflows.last { $0.parentStep == step.id }
            let transition = inner.map { StepTransition.reopened($0.id) } ?? .retried
            return transition.status(after: step.status)
        case .skipped: return StepTransition.retried.status(after: step.status)
        default: return nil
        }
    }

    /// Whether a workflow counts, and is the round or stands inside one of its steps.
    private func isPart(_ workflow: WorkflowID, of round: WorkflowID) -> Bool {
        var id = workflow
        // In a damaged history workflows may stand in a ring.
        for _ in 0...workflows.count {
            guard self.workflow(id)?.isSuperseded == false else { return false }
            if id == round { return true }
            guard let parent = parentStep(of: id), let outer = step(parent) else { return false }
            id = outer.workflow
        }
        return false
    }
}

extension Input.Kind {
    /// Whether it can lead on after an end without an answer.
    var opensAnEnd: Bool {
        switch self {
        case .resume, .reopen: true
        default: false
        }
    }
}
