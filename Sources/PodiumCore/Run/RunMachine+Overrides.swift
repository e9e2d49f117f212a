extension RunMachine {
    /// Follows what a person decided, or says why not. Each request is answered by one event.
    mutating func decide(_ request: OverrideRequest) {
        guard state.isOpened, !state.answeredRequests.contains(request.id) else { return }
        let after: RunChange
        do throws(OverrideRefusal) {
            after = try OverrideRules(state: state, request: request).change()
        } catch {
            record(.overrideRefused(OverrideRefused(request: request, reason: error.reason)))
            return
        }
        enact(
            .overrideApplied(
                OverrideApplied(
                    request: request,
                    before: state.part(changedBy: after),
                    after: after,
                    undid: state.undone(by: request)
                )
            )
        )
        advance()
    }

    /// What follows from a decision at once.
    ///
    /// - Parameter round: the round in which it was made.
    mutating func follow(_ fact: OverrideApplied, in round: WorkflowState?) {
        cancelOrphans(because: fact.request)
        carryOut(fact.request, in: round)
        forecastAnew(fact.after)
    }

    /// A forecast is about the plan as it is.
    private mutating func forecastAnew(_ change: RunChange) {
        guard !state.isClosed else { return }
        for workflow in change.workflows where state.workflow(workflow)?.isSuperseded == false {
            forecast(workflow)
        }
    }

    /// What an override does beside changing the state.
    private mutating func carryOut(_ request: OverrideRequest, in round: WorkflowState?) {
        switch request.override {
        case .write(let step, let output): write(output, as: step)
        case .replan(let remark): beginReplacement(of: round, remark)
        case .finish: finishNow(by: request.author)
        case .budget: setBudgetTimer()
        case .undo: setTimers()
        case .readmit(let worker):
            if state.away.contains(where: { $0.worker == worker }) {
                record(.workerReturned(WorkerReturned(worker: worker)))
            }
        case .approve, .hold, .proceed, .reroute, .rewrite, .rewire, .insert, .delete, .retry,
            .cancel, .skip, .withdraw:
            break
        }
    }

    /// Breaks off the calls that nobody waits for any more.
    private mutating func cancelOrphans(because request: OverrideRequest) {
        for attempt in state.runningAttempts where !isWanted(attempt) {
            cancel(attempt, reason: "\(request.author) decided otherwise.")
        }
    }

    private func isWanted(_ attempt: AttemptState) -> Bool {
        switch attempt.agent {
        case .step(let id):
            guard let step = state.step(id) else { return false }
            return step.status == .running(attempt.id)
                && state.workflow(step.workflow)?.isSuperseded == false
        case .conductor(let workflow):
            return state.workflow(workflow)?.isSuperseded == false
        }
    }

    /// A person does a step: an attempt like any other, but free and at once.
    private mutating func write(_ output: String, as id: StepID) {
        guard let step = state.step(id) else { return }
        let attempt = AttemptID(state.attempts.count + 1)
        record(
            .attemptStarted(
                AttemptStarted(
                    attempt: attempt,
                    agent: .step(id),
                    worker: Worker.personName,
                    price: nil,
                    subtask: step.step.subtask,
                    saw: [],
                    estimatedInput: 0
                )
            )
        )
        record(.textAppended(TextAppended(attempt: attempt, text: output)))
        let fact = AttemptFinished(
            attempt: attempt,
            reason: .stop,
            used: AttemptUsage(usage: .zero, cost: .zero, isEstimate: false),
            digest: state.attempt(attempt)?.digest
        )
        record(.attemptFinished(fact))
        record(.stepFinished(StepFinished(step: id, attempt: attempt)))
    }

    /// The conductor is asked for another plan in place of this one.
    private mutating func beginReplacement(of round: WorkflowState?, _ remark: String) {
        guard let replaced = round else { return }
        record(
            .workflowBegun(
                WorkflowBegun(
                    workflow: nextWorkflowID,
                    parent: replaced.parent,
                    follows: replaced.id,
                    remark: remark.isEmpty ? PlanRequest.noRemark : remark
                )
            )
        )
    }
}

extension SessionState {
    /// The event of the decision that this one takes back; nil when it takes none back.
    func undone(by request: OverrideRequest) -> Int? {
        guard case .undo(let sequence) = request.override else { return nil }
        return UndoRules(state: self).target(sequence)?.sequence
    }

    /// The part of the state that a change is about, as it is now.
    func part(changedBy change: RunChange) -> RunChange {
        RunChange(
            steps: change.steps.map { record in
                guard let step = step(record.step.id) else {
                    var absent = record
                    absent.status = .deleted
                    return absent
                }
                return .init(step)
            },
            isHeld: change.isHeld.map { _ in isHeld },
            budget: change.budget.map { _ in budget },
            awaiting: change.awaiting.map { _ in
                workflows.filter(\.awaitsApproval).map(\.id)
            },
            superseded: change.superseded.map { _ in
                workflows.filter(\.isSuperseded).map(\.id)
            },
            withdrawn: change.withdrawn.map { _ in withdrawn }
        )
    }
}
