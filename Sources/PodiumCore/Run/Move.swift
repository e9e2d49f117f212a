/// What a run does next by itself.
enum Move: Hashable, Sendable {
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
    /// The budget runs low, and the run takes the shortest way to an answer.
    case degrade(Budget.Kind)
    /// The budget is used up, or what has to be done next cannot be paid for.
    case stopForBudget(Budget.Kind)
}

extension RunMachine {
    /// Does whatever the state calls for, until that is nothing.
    mutating func advance() {
        guard state.isOpened else { return }
        // An answer that is there costs nothing, and may be the one that a budget ends with.
        while !state.isClosed, let move = nestedAnswer { perform(move) }
        // Once an input: the calls it leads to are not broken off for what they will cost.
        if !state.isClosed, let move = budgetMove { perform(move) }
        while !state.isClosed, let move = nextMove() {
            perform(move)
        }
    }

    mutating func perform(_ move: Move) {
        switch move {
        case .callConductor(let workflow): callConductor(of: workflow)
        case .start(let step): start(step)
        case .nest(let step): nest(step)
        case .reroute(let step, let worker, let reason): reroute(step, to: worker, reason)
        case .skip(let step, let reason):
            record(.stepSkipped(StepSkipped(step: step, reason: reason)))
        case .giveUp(let step, let reason): giveUp(step, after: nil, reason)
        case .conclude(let workflow): conclude(workflow)
        case .degrade(let kind): degrade(kind)
        case .stopForBudget(let kind): closeOverBudget(kind)
        }
    }

    // What follows runs several times an input. It has no closures: one that looks at the state
    // would copy the machine.

    /// The first thing to do, looking at the workflows and their steps in order.
    func nextMove() -> Move? {
        guard !state.isHeld else { return nil }
        guard let round = state.currentRoundIndex else {
            // A damaged history may hold workflows of which none counts.
            return state.workflows.isEmpty ? call(WorkflowID(1)) : nil
        }
        let current = state.workflows[round].id
        if state.workflows[round].isKept { return isReserved ? nil : .conclude(current) }
        for index in state.workflows.indices where isGoingOn(index, current: current) {
            if let move = move(inWorkflowAt: index) { return move }
        }
        return nil
    }

    private var nestedAnswer: Move? {
        guard let round = state.currentRoundIndex, state.workflows.count > 1 else { return nil }
        let current = state.workflows[round].id
        for index in state.workflows.indices where isGoingOn(index, current: current) {
            if state.workflows[index].parentStep != nil, hasAllStepsSettled(inWorkflowAt: index) {
                return .conclude(state.workflows[index].id)
            }
        }
        return nil
    }

    private var budgetMove: Move? {
        guard !state.budget.isUnlimited else { return nil }
        if let kind = spentBudget { return .stopForBudget(kind) }
        return lowBudget.map(Move.degrade)
    }

    /// Whether a workflow counts, and is the current round or the answer of a step that is.
    func isGoingOn(_ index: Int, current: WorkflowID) -> Bool {
        guard !state.workflows[index].isSuperseded else { return false }
        guard let parent = state.workflows[index].parentStep else {
            return state.workflows[index].id == current
        }
        guard let step = state.position(of: parent) else { return false }
        return state.steps[step].status == .nested(state.workflows[index].id)
    }

    func move(inWorkflowAt place: Int) -> Move? {
        let id = state.workflows[place].id
        guard let origin = state.workflows[place].accepted?.origin else {
            return isConductorDue(ofWorkflowAt: place) ? call(id) : nil
        }
        guard !state.workflows[place].awaitsApproval else { return nil }
        var isSettled = true
        for index in state.steps.indices where state.steps[index].workflow == id {
            guard !state.steps[index].isSettled else { continue }
            isSettled = false
            if isDue(state.steps[index].status), let move = move(onStepAt: index) {
                return move
            }
        }
        guard isSettled else { return nil }
        if origin == .selector, isTurnLeft(in: state.workflows[place]) {
            return isConductorDue(ofWorkflowAt: place) ? call(id) : nil
        }
        return isReserved && state.workflows[place].parentStep == nil ? nil : .conclude(id)
    }

    func hasAllStepsSettled(inWorkflowAt place: Int) -> Bool {
        guard state.workflows[place].accepted != nil, !state.workflows[place].awaitsApproval else {
            return false
        }
        let id = state.workflows[place].id
        for index in state.steps.indices where state.steps[index].workflow == id {
            if !state.steps[index].isSettled { return false }
        }
        return true
    }

    private func isConductorDue(ofWorkflowAt place: Int) -> Bool {
        if let due = state.workflows[place].retryDue, due > now { return false }
        guard let last = state.workflows[place].attempts.last else { return true }
        return !state.isRunning(last)
    }

    private func call(_ workflow: WorkflowID) -> Move? {
        // Without workers there is nothing to plan; it waits for those that are expected back.
        guard
            state.away.isEmpty || !state.presentWorkers.isEmpty
                || !state.isAnyWorkerExpected(at: now)
        else {
            return nil
        }
        return affordable(.callConductor(workflow))
    }

    // MARK: A step

    func isDue(_ status: StepState.Status) -> Bool {
        switch status {
        case .waiting: true
        case .retrying(let due): due <= now
        default: false
        }
    }

    func move(onStepAt place: Int) -> Move? {
        guard !isReserved(state.steps[place].id) else { return nil }
        let access = state.steps[place].step.access
        var hasOutput = access.isEmpty || state.steps[place].step.role != nil
        for id in access {
            guard let input = state.position(of: id) else { continue }
            guard state.steps[input].isSettled else { return nil }
            if state.steps[input].output != nil { hasOutput = true }
        }
        guard hasOutput else {
            return .skip(state.steps[place].id, reason: "No step it may see has an output.")
        }
        return placed(stepAt: place)
    }

    /// Who does it: the worker, the conductor itself, or another one in the worker's place.
    private func placed(stepAt place: Int) -> Move? {
        let step = state.steps[place].id
        let name = state.steps[place].step.worker
        let pool = state.pool
        guard let position = pool.firstIndex(where: { $0.name == name }) else {
            guard name == Worker.conductorName, state.conductorAsWorker != nil else {
                return .skip(step, reason: "The pool has no worker \(name).")
            }
            guard state.mayNest(in: state.steps[place].workflow) else {
                return .giveUp(step, reason: "No further workflow may stand inside this one.")
            }
            return affordable(.nest(step))
        }
        guard !state.isPresent(name) else { return affordable(.start(step)) }
        let left = state.away.first { $0.worker == name }
        let reason = left?.reason ?? "It was taken out of the pool."
        if let other = replacement(of: pool[position], for: state.steps[place]) {
            return .reroute(step, to: other.name, reason: "\(name) is not there: \(reason)")
        }
        // It is expected back: the step waits.
        if state.isExpected(name, at: now) { return nil }
        return .giveUp(step, reason: "\(name) is not there: \(reason)")
    }

    // MARK: Money

    /// The move if there is a budget for it; else the end of the run, once nothing runs that
    /// may still give an answer.
    private func affordable(_ move: Move) -> Move? {
        guard let kind = exhaustedBudget else { return move }
        return state.attempts.contains(where: \.isRunning) ? nil : .stopForBudget(kind)
    }
}
