/// Workflows, steps and calls: what their events do to the state.
extension SessionState {
    // MARK: Calls

    mutating func append(_ piece: TextAppended, at time: Timestamp) {
        guard let index = index(of: piece.attempt), attempts[index].isRunning else { return }
        attempts[index].append(piece, at: time)
        if case .conductor(let workflow) = attempts[index].agent, piece.channel == .answer,
            let position = position(of: workflow)
        {
            workflows[position].reader.feed(piece.text)
        }
    }

    private func calibration(of worker: String) -> TokenCalibration? {
        guard let opened, !opened.history.isEmpty else { return nil }
        return opened.history.first { $0.worker == worker }?.calibration
    }

    mutating func start(_ fact: AttemptStarted, at time: Timestamp) {
        guard fact.attempt.rawValue == attempts.count + 1 else { return }
        attempts.append(
            AttemptState(
                fact,
                calibration: calibration(of: fact.worker),
                sequence: sequence,
                at: time
            )
        )
        switch fact.agent {
        case .conductor(let workflow):
            let position = position(of: workflow) ?? begin(workflow)
            workflows[position].attempts.append(fact.attempt)
            workflows[position].reader = PlanReader()
            workflows[position].retryDue = nil
            if let prefill = opened?.conductor.template?.prefill {
                workflows[position].reader.feed(prefill)
            }
        case .step(let step):
            guard let position = self.position(of: step) else { return }
            steps[position].attempts.append(fact.attempt)
            steps[position].happen(.started(fact.attempt))
            if fact.worker != Worker.personName { stepCalls += 1 }
        }
    }

    mutating func settle(
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

    /// A step whose call was cancelled will not go on by itself.
    mutating func giveUp(after attempt: AttemptID, _ reason: String) {
        guard let index = index(of: attempt), case .step(let step) = attempts[index].agent else {
            return
        }
        move(step, .callCancelled(attempt, reason))
    }

    mutating func scheduleRetry(_ fact: RetryScheduled) {
        switch fact.agent {
        case .conductor(let workflow):
            guard let position = position(of: workflow) else { return }
            workflows[position].retryDue = fact.due
        case .step(let step):
            move(step, .retryScheduled(due: fact.due))
        }
    }

    // MARK: Workflows

    mutating func begin(_ fact: WorkflowBegun) {
        let position = position(of: fact.workflow) ?? begin(fact.workflow)
        workflows[position].begun = Shared(fact)
        if case .step(let step) = fact.parent { move(step, .nested(fact.workflow)) }
    }

    private mutating func begin(_ workflow: WorkflowID) -> Int {
        workflows.append(WorkflowState(id: workflow))
        return workflows.count - 1
    }

    mutating func accept(_ fact: PlanAccepted) {
        let position = position(of: fact.workflow.id) ?? begin(fact.workflow.id)
        workflows[position].accepted = Shared(fact)
        workflows[position].awaitsApproval = fact.awaitsApproval ?? false
        steps.reserveCapacity(steps.count + fact.workflow.steps.count)
        attempts.reserveCapacity(attempts.count + fact.workflow.steps.count)
        for step in fact.workflow.steps where self.position(of: step.id) == nil {
            steps.append(StepState(step: step, workflow: fact.workflow.id))
        }
    }

    mutating func reject(_ fact: PlanRejected) {
        guard let index = index(of: fact.attempt),
            case .conductor(let workflow) = attempts[index].agent,
            let position = position(of: workflow)
        else { return }
        workflows[position].rejections.append(fact)
        if fact.remedy == .keep { workflows[position].isKept = true }
    }

    mutating func keepAnswer(_ fact: AnswerKept) {
        guard let position = position(of: fact.workflow) else { return }
        workflows[position].isKept = true
    }

    // MARK: Steps

    mutating func select(_ fact: StepSelected) {
        guard position(of: fact.workflow) != nil, position(of: fact.step.id) == nil else { return }
        steps.append(StepState(step: fact.step, workflow: fact.workflow))
    }

    mutating func move(_ id: StepID, _ transition: StepTransition) {
        guard let position = position(of: id), steps[position].happen(transition) else { return }
        if steps[position].isSettled || steps[position].status.isAsking {
            steps[position].revision = sequence
        }
    }

    mutating func reroute(_ fact: StepRerouted) {
        guard let position = position(of: fact.step) else { return }
        steps[position].step.worker = fact.to
        steps[position].happen(.rerouted)
        steps[position].fallbacks &+= 1
        // Who takes the step over does it without the workflow that failed at it.
        for workflow in workflows.indices where workflows[workflow].parentStep == fact.step {
            workflows[workflow].isSuperseded = true
        }
    }
}
