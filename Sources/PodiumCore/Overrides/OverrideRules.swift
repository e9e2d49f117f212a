/// What an override changes in a session's state, or why it cannot be.
///
/// Pure: it looks at the state and gives the state's changed part. `RunMachine+Overrides` records it
/// and carries out what follows.
struct OverrideRules {
    let state: SessionState
    let request: OverrideRequest

    /// The changed part, as it is afterwards.
    ///
    /// - Throws: `OverrideRefusal`.
    func change() throws(OverrideRefusal) -> RunChange {
        guard state.closed == nil else {
            throw OverrideRefusal("The session is over.")
        }
        switch request.override {
        case .approve: return try approve()
        case .hold:
            guard !state.isHeld else { throw OverrideRefusal("The run is held already.") }
            return RunChange(isHeld: true)
        case .proceed:
            guard state.isHeld else { throw OverrideRefusal("The run is not held.") }
            return RunChange(isHeld: false)
        case .budget(let budget): return try change(budget)
        case .withdraw(let worker): return try withdraw(worker)
        case .readmit(let worker): return try readmit(worker)
        case .replan: return try replan()
        case .finish: return RunChange()
        case .undo(let sequence): return try UndoRules(state: state).change(undoing: sequence)
        case .reroute(let step, let worker): return try reroute(step, to: worker)
        case .rewrite(let step, let subtask): return try rewrite(step, subtask)
        case .rewire(let step, let access): return try rewire(step, access)
        case .insert(let after, let worker, let subtask, let access, let readers):
            return try InsertionRules(rules: self, after: after, access: access, readers: readers)
                .change(worker: worker, subtask: subtask)
        case .delete(let step): return try delete(step)
        case .retry(let step): return try retry(step)
        case .cancel(let step): return try cancel(step)
        case .skip(let step): return try skip(step)
        case .write(let step, let output): return try write(step, output)
        }
    }

    // MARK: The run as a whole

    private func approve() throws(OverrideRefusal) -> RunChange {
        let awaiting = state.activeWorkflows.filter(\.awaitsApproval)
        guard !awaiting.isEmpty else { throw OverrideRefusal("No plan waits for approval.") }
        for workflow in awaiting {
            for step in state.steps where step.workflow == workflow.id {
                try checkUnchanged(step)
            }
        }
        return RunChange(awaiting: [])
    }

    private func change(_ budget: Budget) throws(OverrideRefusal) -> RunChange {
        guard budget != state.budget else { throw OverrideRefusal("That is the budget already.") }
        if let problem = budget.problem { throw OverrideRefusal(problem) }
        return RunChange(budget: budget)
    }

    private func withdraw(_ worker: String) throws(OverrideRefusal) -> RunChange {
        guard let pool = state.opened?.pool, pool.contains(where: { $0.name == worker }) else {
            throw OverrideRefusal(noWorker(worker))
        }
        guard !state.withdrawn.contains(worker) else {
            throw OverrideRefusal("\(worker) is out of the pool already.")
        }
        return RunChange(withdrawn: state.withdrawn + [worker])
    }

    private func readmit(_ worker: String) throws(OverrideRefusal) -> RunChange {
        guard let pool = state.opened?.pool, pool.contains(where: { $0.name == worker }) else {
            throw OverrideRefusal(noWorker(worker))
        }
        guard !state.isPresent(worker) else {
            throw OverrideRefusal("\(worker) is in the pool.")
        }
        return RunChange(withdrawn: state.withdrawn.filter { $0 != worker })
    }

    private func replan() throws(OverrideRefusal) -> RunChange {
        guard state.opened?.conductor.worker != nil else {
            throw OverrideRefusal("The plan comes from a file: there is no conductor to ask.")
        }
        guard state.policy.variant != .mini else {
            throw OverrideRefusal("A mini session has no plan; change its turns instead.")
        }
        guard let round = state.currentRound else {
            throw OverrideRefusal("There is no plan yet.")
        }
        return RunChange(superseded: state.superseded(adding: [round.id]))
    }

    // MARK: A step

    private func reroute(
        _ id: StepID,
        to worker: String
    ) throws(OverrideRefusal) -> RunChange {
        let step = try changeable(id)
        try checkWorker(worker, for: step.workflow)
        guard step.step.worker != worker else {
            throw OverrideRefusal(
                "\(state.name(of: id)) is \(worker)'s already; retry does it again."
            )
        }
        var changed = step.step
        changed.worker = worker
        return redo(step, as: changed, mark: .rerouted)
    }

    private func rewrite(
        _ id: StepID,
        _ subtask: String
    ) throws(OverrideRefusal) -> RunChange {
        let step = try changeable(id)
        try checkSubtask(subtask)
        guard step.step.subtask != subtask else {
            throw OverrideRefusal("That is the subtask of \(state.name(of: id)) already.")
        }
        var changed = step.step
        changed.subtask = subtask
        return redo(step, as: changed, mark: .rewritten)
    }

    private func rewire(
        _ id: StepID,
        _ access: [StepID]
    ) throws(OverrideRefusal) -> RunChange {
        let step = try changeable(id)
        let ordered = try checkAccess(access, of: step.workflow, before: id)
        guard step.step.access != ordered else {
            throw OverrideRefusal("That is the access list of \(state.name(of: id)) already.")
        }
        var changed = step.step
        changed.access = ordered
        return redo(step, as: changed, mark: .rewired)
    }

    private func delete(_ id: StepID) throws(OverrideRefusal) -> RunChange {
        let step = try changeable(id)
        guard state.steps(of: step.workflow).count > 1 else {
            throw OverrideRefusal(
                "It is the workflow's only step; skip it, or ask for another plan."
            )
        }
        var change = ChangeBuilder(state: state)
        change.move(step, .deleted)
        change.endNested(in: id)
        for reader in state.readers(of: id) {
            var changed = reader.step
            changed.access.removeAll { $0 == id }
            change.define(reader, as: changed)
            // Without an output of the step the reader worked as it would now, if it did at all.
            if step.output != nil || reader.status.isSkipped { change.reset(reader) }
        }
        let isAnswer = state.answeringStep(of: step.workflow) == id
        if step.output != nil || isAnswer { change.resetWhatUses(step.workflow) }
        return change.result
    }

    private func retry(_ id: StepID) throws(OverrideRefusal) -> RunChange {
        let step = try changeable(id)
        guard StepTransition.retried.fits(step.status) else {
            throw OverrideRefusal(
                step.status == .waiting
                    ? "\(state.name(of: id)) has not begun."
                    : "\(state.name(of: id)) is being done; cancel it first."
            )
        }
        return redo(step, by: .retried)
    }

    private func cancel(_ id: StepID) throws(OverrideRefusal) -> RunChange {
        let step = try changeable(id)
        let end = StepTransition.cancelled("Cancelled by \(request.author).")
        guard end.fits(step.status) else {
            throw OverrideRefusal(
                step.isSettled
                    ? "\(state.name(of: id)) has ended."
                    : "\(state.name(of: id)) is not being done; skip it instead."
            )
        }
        var change = ChangeBuilder(state: state)
        change.move(step, end, mark: .cancelled)
        change.endNested(in: id)
        return change.result
    }

    private func skip(_ id: StepID) throws(OverrideRefusal) -> RunChange {
        let step = try changeable(id)
        let omission = StepTransition.leftOut("Skipped by \(request.author).")
        guard omission.fits(step.status) else {
            throw OverrideRefusal("\(state.name(of: id)) has ended; delete it to do without it.")
        }
        var change = ChangeBuilder(state: state)
        change.move(step, omission, mark: .skipped)
        change.endNested(in: id)
        return change.result
    }

    private func write(
        _ id: StepID,
        _ output: String
    ) throws(OverrideRefusal) -> RunChange {
        let step = try changeable(id)
        guard output.contains(where: { !$0.isWhitespace }) else {
            throw OverrideRefusal("The output is empty; skip the step to do without it.")
        }
        return redo(step, mark: .written)
    }

    /// The step as changed, to be done (again), and everything that rests on what it gave.
    private func redo(
        _ step: StepState,
        as changed: Step? = nil,
        by transition: StepTransition = .redone,
        mark: StepState.Mark? = nil
    ) -> RunChange {
        var change = ChangeBuilder(state: state)
        change.redo(step, as: changed ?? step.step, by: transition, mark: mark)
        return change.result
    }
}
