/// Puts a new step behind another.
struct InsertionRules {
    let rules: OverrideRules
    let after: StepID?
    let access: [StepID]?
    let readers: [StepID]?

    private var state: SessionState { rules.state }

    func change(worker: String, subtask: String) throws(OverrideRefusal) -> RunChange {
        let workflow = try workflow()
        try rules.checkWorker(worker, for: workflow)
        try rules.checkSubtask(subtask)
        let siblings = state.steps(of: workflow)
        let place = after.flatMap { id in siblings.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
        let next = place < siblings.count ? siblings[place].id : nil
        let step = Step(
            id: StepID(state.nextStepNumber),
            worker: worker,
            subtask: subtask,
            access: try rules.checkAccess(
                access ?? after.map { [$0] } ?? [],
                of: workflow,
                before: next
            )
        )
        var change = ChangeBuilder(state: state)
        change.add(
            .init(
                workflow: workflow,
                step: step,
                status: .waiting,
                marks: [.inserted],
                after: after
            )
        )
        for reader in try readers(among: siblings[place...]) {
            try rules.checkUnchanged(reader)
            var changed = reader.step
            let split = changed.access.firstIndex { id in
                siblings[place...].contains { $0.id == id }
            }
            changed.access.insert(step.id, at: split ?? changed.access.count)
            change.define(reader, as: changed)
            change.reset(reader)
        }
        change.resetWhatUses(workflow)
        return change.result
    }

    private func workflow() throws(OverrideRefusal) -> WorkflowID {
        if state.policy.variant == .mini {
            throw OverrideRefusal("A mini session's turns are chosen; none can be inserted.")
        }
        if let after {
            guard let step = state.step(after), !step.isDeleted else {
                throw OverrideRefusal("There is no step \(after).")
            }
            guard state.workflow(step.workflow)?.isSuperseded == false else {
                throw OverrideRefusal("Step \(after) belongs to a workflow that was replaced.")
            }
            return step.workflow
        }
        guard let round = state.currentRound, round.accepted != nil else {
            throw OverrideRefusal("There is no plan yet to insert a step in.")
        }
        return round.id
    }

    /// The later steps that shall see the new one: those named, else those that see the one before.
    private func readers(
        among later: ArraySlice<StepState>
    ) throws(OverrideRefusal) -> [StepState] {
        guard let readers else {
            return later.filter { step in after.map { step.step.access.contains($0) } ?? false }
        }
        for id in readers where !later.contains(where: { $0.id == id }) {
            throw OverrideRefusal(
                "Only steps behind the new one can see it, and \(state.name(of: id)) is not."
            )
        }
        return later.filter { readers.contains($0.id) }
    }
}

extension SessionState {
    var nextStepNumber: Int { (steps.map(\.id.rawValue).max() ?? 0) &+ 1 }
}
