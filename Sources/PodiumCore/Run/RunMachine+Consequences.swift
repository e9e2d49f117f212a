/// What the run would do: the machine as a witness of what a session says that it did.
extension RunMachine {
    /// What follows at once from a fact that comes next; nil where nothing in this state leads to it.
    ///
    /// What comes from outside may come at any time, and a person's reservation may keep the run from a
    /// move: so a fact must be possible, and what follows from it must come.
    func consequences(of fact: Fact) -> ArraySlice<Fact>? {
        switch fact {
        case .textAppended, .attemptQueued, .attemptSent, .workerLeft, .workerReturned,
            .overrideRefused, .unknown:
            return []
        case .sessionOpened, .attemptFinished, .attemptFailed, .overrideApplied, .sessionResumed:
            var machine = self
            machine.enact(fact)
            return machine.recorded.dropFirst()
        default:
            for move in moves(to: fact) {
                var machine = self
                machine.perform(move)
                if machine.recorded.first?.fits(fact, at: now) == true {
                    return machine.recorded.dropFirst()
                }
            }
            return endByHand(beginningWith: fact)
        }
    }

    private var recorded: [Fact] { transition.events.map(\.fact) }

    /// A person, or a signal, may end the run at any time.
    private func endByHand(beginningWith fact: Fact) -> ArraySlice<Fact>? {
        switch fact {
        case .attemptCancelled, .sessionClosed:
            var machine = self
            machine.close(.cancelled, reason: "")
            guard machine.recorded.first?.fits(fact, at: now) == true else { return nil }
            return machine.recorded.dropFirst()
        default: return nil
        }
    }

    // MARK: Moves

    /// The moves that the run may make in this state, as far as they could begin with the fact.
    private func moves(to fact: Fact) -> [Move] {
        switch fact {
        case .attemptStarted(let start):
            switch start.agent {
            case .step(let step): moves(on: step)
            case .conductor(let workflow): moves(in: workflow)
            }
        case .stepFinished(let end): moves(on: end.step)
        case .stepFailed(let end): moves(on: end.step)
        case .stepSkipped(let end): moves(on: end.step)
        case .stepAsked(let question): moves(on: question.step)
        case .stepRerouted(let change): moves(on: change.step)
        case .workflowBegun(let begun):
            if case .step(let step) = begun.parent { moves(on: step) } else { nextMoves }
        case .planAccepted(let plan): moves(in: plan.workflow.id)
        case .budgetReached(let reached): moves(at: reached)
        case .attemptCancelled, .sessionClosed: nextMoves
        default: []
        }
    }

    private var nextMoves: [Move] { nextMove().map { [$0] } ?? [] }

    private func moves(on id: StepID) -> [Move] {
        guard let place = state.position(of: id) else { return [] }
        if case .nested(let inner) = state.steps[place].status { return moves(in: inner) }
        guard let workflow = state.position(of: state.steps[place].workflow),
            isFree(workflowAt: workflow), state.workflows[workflow].accepted != nil,
            !state.workflows[workflow].awaitsApproval, isDue(state.steps[place].status)
        else { return [] }
        return move(onStepAt: place).map { [$0] } ?? []
    }

    /// Of the conductor, and those by which a workflow inside a step ends: those need not wait.
    private func moves(in id: WorkflowID) -> [Move] {
        guard let place = state.position(of: id) else { return nextMoves }
        var moves: [Move] = []
        if state.workflows[place].parentStep != nil, hasAllStepsSettled(inWorkflowAt: place) {
            moves.append(.conclude(id))
        }
        if isFree(workflowAt: place), let move = move(inWorkflowAt: place) { moves.append(move) }
        return moves
    }

    /// Whether the run may begin something in a workflow.
    private func isFree(workflowAt place: Int) -> Bool {
        guard !state.isHeld, let round = state.currentRound, !round.isKept else { return false }
        return isGoingOn(place, current: round.id)
    }

    private func moves(at reached: BudgetReached) -> [Move] {
        switch reached.remedy {
        case .degrade: return lowBudget == reached.kind ? [.degrade(reached.kind)] : []
        case .stop:
            let mayStop =
                spentBudget == reached.kind
                || exhaustedBudget == reached.kind && state.runningAttempts.isEmpty
            return mayStop ? [.stopForBudget(reached.kind)] : []
        }
    }
}
