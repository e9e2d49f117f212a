/// What a run does next by itself.
enum Decision: Hashable, Sendable {
    /// The conductor is asked for a workflow, or for the next turn of a mini session.
    case callConductor(WorkflowID)
    case start(StepID)
    /// The conductor answers the step by a workflow of its own.
    case nest(StepID)
    /// Another worker gets the step, since its own is out of reach.
    case reroute(StepID, to: String, reason: String)
    case skip(StepID, reason: String)
    /// The step cannot be done; the policy says what follows.
    case giveUp(StepID, reason: String)
    /// All steps are settled.
    case conclude(WorkflowID)
    /// What has to be done next cannot be paid for.
    case stopForBudget(Budget.Kind)
}

extension RunMachine {
    /// Does whatever the state calls for, until that is nothing.
    mutating func advance() {
        guard state.opened != nil else { return }
        heedBudget()
        while state.closed == nil, let decision = nextDecision() {
            perform(decision)
        }
    }

    private mutating func perform(_ decision: Decision) {
        switch decision {
        case .callConductor(let workflow): callConductor(of: workflow)
        case .start(let step): start(step)
        case .nest(let step): nest(step)
        case .reroute(let step, let worker, let reason): reroute(step, to: worker, reason)
        case .skip(let step, let reason):
            record(.stepSkipped(StepSkipped(step: step, reason: reason)))
        case .giveUp(let step, let reason): giveUp(step, after: nil, reason)
        case .conclude(let workflow): conclude(workflow)
        case .stopForBudget(let kind): closeOverBudget(kind)
        }
    }

    /// The first thing to do, looking at the workflows and their steps in order.
    func nextDecision() -> Decision? {
        guard !state.isHeld else { return nil }
        guard let round = state.currentRound else { return call(WorkflowID(1)) }
        if round.isKept { return .conclude(round.id) }
        for workflow in state.workflows where !workflow.isSuperseded {
            let isGoingOn =
                workflow.parentStep.map { state.step($0)?.status == .nested(workflow.id) }
                ?? (workflow.id == round.id)
            if isGoingOn, let decision = decision(in: workflow) { return decision }
        }
        return nil
    }

    private func decision(in workflow: WorkflowState) -> Decision? {
        guard let accepted = workflow.accepted else {
            return isConductorDue(workflow) ? call(workflow.id) : nil
        }
        guard !workflow.awaitsApproval else { return nil }
        var isSettled = true
        for step in state.steps where step.workflow == workflow.id {
            if let decision = decision(on: step) { return decision }
            isSettled = isSettled && step.isSettled
        }
        guard isSettled else { return nil }
        if accepted.origin == .selector, isTurnLeft(in: workflow) {
            return isConductorDue(workflow) ? call(workflow.id) : nil
        }
        return .conclude(workflow.id)
    }

    private func isConductorDue(_ workflow: WorkflowState) -> Bool {
        guard workflow.retryDue.map({ $0 <= now }) ?? true else { return false }
        return !(workflow.attempts.last.map { state.isRunning($0) } ?? false)
    }

    private func call(_ workflow: WorkflowID) -> Decision? {
        affordable(.callConductor(workflow))
    }

    // MARK: A step

    private func decision(on step: StepState) -> Decision? {
        switch step.status {
        case .waiting: break
        case .retrying(let due) where due <= now: break
        default: return nil
        }
        var hasOutput = step.step.access.isEmpty || step.step.role != nil
        for id in step.step.access {
            guard let input = state.step(id) else { continue }
            guard input.isSettled else { return nil }
            if input.output != nil { hasOutput = true }
        }
        guard hasOutput else {
            return .skip(step.id, reason: "No step it may see has an output.")
        }
        return placed(step)
    }

    /// Who does it: the worker, the conductor itself, or another one in the worker's place.
    private func placed(_ step: StepState) -> Decision? {
        let name = step.step.worker
        guard let worker = state.opened?.pool.first(where: { $0.name == name }) else {
            guard name == Worker.conductorName, state.conductorAsWorker != nil else {
                return .skip(step.id, reason: "The pool has no worker \(name).")
            }
            guard state.mayNest(in: step.workflow) else {
                return .giveUp(step.id, reason: "No further workflow may stand inside this one.")
            }
            return affordable(.nest(step.id))
        }
        guard !state.isPresent(name) else { return affordable(.start(step.id)) }
        let left = state.away.first { $0.worker == name }
        let reason = left?.reason ?? "It was taken out of the pool."
        if let other = replacement(of: worker, for: step) {
            return .reroute(step.id, to: other.name, reason: "\(name) is not there: \(reason)")
        }
        // It is expected back: the step waits.
        guard left?.until == nil || state.withdrawn.contains(name) else { return nil }
        return .giveUp(step.id, reason: "\(name) is not there: \(reason)")
    }

    // MARK: Money

    /// The decision if there is a budget for it; else the end of the run, once nothing runs that
    /// may still give an answer.
    private func affordable(_ decision: Decision) -> Decision? {
        guard let kind = exhausted(by: decision) else { return decision }
        return state.attempts.contains(where: \.isRunning) ? nil : .stopForBudget(kind)
    }
}
