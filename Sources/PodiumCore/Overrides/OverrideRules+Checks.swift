/// What must hold before a change is made.
extension OverrideRules {
    /// A step that counts, and that is as the person saw it.
    func changeable(_ id: StepID) throws(OverrideRefusal) -> StepState {
        guard let step = state.step(id), !step.isDeleted else {
            throw OverrideRefusal("There is no step \(id).")
        }
        guard state.workflow(step.workflow)?.isSuperseded == false else {
            throw OverrideRefusal("Step \(id) belongs to a workflow that was replaced.")
        }
        try checkUnchanged(step)
        return step
    }

    func checkUnchanged(_ step: StepState) throws(OverrideRefusal) {
        guard let basedOn = request.basedOn, step.revision > basedOn else { return }
        throw OverrideRefusal(
            "\(state.name(of: step.id)) changed at event \(step.revision), after event \(basedOn),"
                + " which this rests on. Look again."
        )
    }

    func checkWorker(
        _ name: String,
        for workflow: WorkflowID
    ) throws(OverrideRefusal) {
        if name == Worker.conductorName, state.mayNest(in: workflow) { return }
        guard let pool = state.opened?.pool, pool.contains(where: { $0.name == name }) else {
            throw OverrideRefusal(noWorker(name))
        }
        guard state.isPresent(name) else {
            throw OverrideRefusal("\(name) is out of the pool; readmit it first.")
        }
    }

    func noWorker(_ name: String) -> String {
        let names = (state.opened?.pool ?? []).map(\.name).joined(separator: ", ")
        return "The pool has no worker \(name); it has \(names)."
    }

    func checkSubtask(_ text: String) throws(OverrideRefusal) {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw OverrideRefusal("The subtask is empty.")
        }
    }

    /// The access list in plan order: steps before `step`, and those of the round before.
    func checkAccess(
        _ access: [StepID],
        of workflow: WorkflowID,
        before step: StepID?
    ) throws(OverrideRefusal) -> [StepID] {
        let earlier = state.stepsInReach(of: workflow, before: step).map(\.id)
        for id in access where !earlier.contains(id) {
            guard state.step(id)?.isDeleted == false else {
                throw OverrideRefusal("There is no step \(id).")
            }
            throw OverrideRefusal(
                "A step sees only steps before it, and \(state.name(of: id)) is not."
            )
        }
        return earlier.filter(access.contains)
    }
}

extension Budget {
    /// What is wrong with it, if anything.
    public var problem: String? {
        let figures = [
            picodollars, tokens.map(Int64.init), steps.map(Int64.init),
            milliseconds.map(Int64.init),
        ]
        return figures.contains { $0.map { $0 <= 0 } ?? false }
            ? "A budget must be greater than zero; leave it out for no limit." : nil
    }
}
