/// Gathers what an override changes, and what has to be done again because of it.
struct ChangeBuilder {
    let state: SessionState
    private var records: [StepID: RunChange.StepRecord] = [:]
    private var order: [StepID] = []
    private var ended: Set<WorkflowID> = []

    init(state: SessionState) {
        self.state = state
    }

    var result: RunChange {
        RunChange(
            steps: order.compactMap { records[$0] },
            superseded: ended.isEmpty ? nil : state.superseded(adding: ended)
        )
    }

    /// Where a step stands afterwards; of two, the later counts.
    mutating func move(
        _ step: StepState,
        _ transition: StepTransition,
        mark: StepState.Mark? = nil
    ) {
        var record = records[step.id] ?? .init(step)
        guard let status = transition.status(after: step.status) else { return }
        record.status = status
        record.marks.subtract(StepState.Mark.settling)
        if let mark { record.marks.insert(mark) }
        add(record)
    }

    /// What a step is afterwards.
    mutating func define(_ step: StepState, as changed: Step) {
        var record = records[step.id] ?? .init(step)
        record.step = changed
        add(record)
    }

    /// The step is done (again), from the start: no call of another worker has been tried.
    ///
    /// - Parameter transition: what of the table this is.
    mutating func redo(
        _ step: StepState,
        as changed: Step,
        by transition: StepTransition,
        mark: StepState.Mark?
    ) {
        define(step, as: changed)
        move(step, transition, mark: mark)
        records[step.id]?.fallbacks = 0
        endNested(in: step.id)
        if step.isSettled { resetWhatRests(on: step) }
    }

    mutating func add(_ record: RunChange.StepRecord) {
        if records[record.step.id] == nil { order.append(record.step.id) }
        records[record.step.id] = record
    }

    /// The workflows inside a step count no more: it will be done in another way, or not at all.
    mutating func endNested(in step: StepID) {
        for workflow in state.activeWorkflows where workflow.parentStep == step {
            end(workflow.id)
        }
    }

    private mutating func end(_ workflow: WorkflowID) {
        // In a damaged history workflows may stand in a ring.
        guard ended.insert(workflow).inserted else { return }
        for inner in state.steps where inner.workflow == workflow { endNested(in: inner.id) }
    }

    // MARK: What has to be done again

    /// Everything that was made from a step's output, and nothing else.
    mutating func resetWhatRests(on step: StepState) {
        for reader in state.readers(of: step.id) { reset(reader) }
        resetWhatUses(step.workflow)
    }

    /// What was made from a whole workflow: the output of the step that it answers, or the rounds
    /// that were written knowing it.
    mutating func resetWhatUses(_ workflow: WorkflowID) {
        if let parent = state.workflow(workflow)?.parentStep {
            // It goes on being answered by the same workflow.
            let reopening = StepTransition.reopened(workflow)
            guard let outer = state.step(parent), reopening.fits(outer.status),
                records[parent]?.status != .nested(workflow)
            else { return }
            move(outer, reopening)
            return resetWhatRests(on: outer)
        }
        for round in state.activeWorkflows
        where state.earlierRounds(of: round.id).contains(where: { $0.id == workflow }) {
            end(round.id)
        }
    }

    mutating func reset(_ reader: StepState) {
        // What a person left out or wrote rests on nothing.
        guard StepTransition.reset.fits(reader.status),
            reader.marks.isDisjoint(with: StepState.Mark.settling),
            records[reader.id]?.status != .waiting
        else { return }
        move(reader, .reset)
        endNested(in: reader.id)
        resetWhatRests(on: reader)
    }
}

extension StepState.Status {
    var isSkipped: Bool { if case .skipped = self { true } else { false } }
    var isAsking: Bool { if case .asking = self { true } else { false } }
}

extension SessionState {
    /// The steps that may see a step's output.
    func readers(of step: StepID) -> [StepState] {
        steps.filter { reader in
            reader.step.access.contains(step) && !reader.isDeleted
                && workflow(reader.workflow)?.isSuperseded == false
        }
    }

    func superseded(adding workflows: Set<WorkflowID>) -> [WorkflowID] {
        var result = self.workflows.filter { $0.isSuperseded || workflows.contains($0.id) }
            .map(\.id)
        // Those inside a workflow that is replaced go with it.
        for workflow in self.workflows where !result.contains(workflow.id) {
            if let parent = workflow.parentStep, let outer = step(parent)?.workflow,
                result.contains(outer)
            {
                result.append(workflow.id)
            }
        }
        return result.sorted()
    }
}
