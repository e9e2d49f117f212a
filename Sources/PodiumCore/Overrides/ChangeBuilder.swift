/// Gathers what an override changes, and what has to be done again because of it.
struct ChangeBuilder {
    let state: SessionState
    private var records: [StepID: RunChange.StepRecord] = [:]
    private var order: [StepID] = []
    private var ended: Set<WorkflowID> = []
    private var insertedReaders: Set<StepID> = []

    init(state: SessionState) {
        self.state = state
    }

    var result: RunChange {
        RunChange(
            steps: order.compactMap { records[$0] },
            superseded: ended.isEmpty ? nil : state.superseded(adding: ended)
        )
    }

    /// What a step is and where it stands afterwards; of two, the later counts.
    mutating func set(_ step: Step, _ status: StepState.Status) {
        guard let workflow = state.step(step.id)?.workflow else { return }
        add(.init(workflow: workflow, step: step, status: status))
    }

    mutating func add(_ record: RunChange.StepRecord) {
        if records[record.step.id] == nil { order.append(record.step.id) }
        records[record.step.id] = record
    }

    /// The workflows inside a step count no more: it will be done in another way, or not at all.
    mutating func endNested(in step: StepID) {
        for workflow in state.activeWorkflows where workflow.parentStep == step {
            ended.insert(workflow.id)
            for inner in state.steps where inner.workflow == workflow.id {
                endNested(in: inner.id)
            }
        }
    }

    /// Everything that was made from a step's output is done again, and nothing else.
    mutating func resetWhatRests(on id: StepID) {
        guard let step = state.step(id) else { return }
        for reader in state.steps where sees(reader, id) {
            reset(reader)
        }
        if let parent = state.workflow(step.workflow)?.parentStep {
            // The step that the nested workflow answers goes on being answered by it.
            guard let outer = state.step(parent), outer.isSettled, !outer.isDeleted else { return }
            set(outer.step, .nested(step.workflow))
            resetWhatRests(on: parent)
        } else {
            resetWhatFollows(step.workflow)
        }
    }

    /// Later rounds were written knowing the whole round before.
    mutating func resetWhatFollows(_ workflow: WorkflowID) {
        for round in state.activeWorkflows
        where round.id != workflow
            && state.earlierRounds(of: round.id).contains(where: { $0.id == workflow })
        {
            ended.insert(round.id)
            for inner in state.steps where inner.workflow == round.id { endNested(in: inner.id) }
        }
    }

    private func sees(_ reader: StepState, _ id: StepID) -> Bool {
        reader.step.access.contains(id)
            && state.workflow(reader.workflow)?.isSuperseded == false
    }

    mutating func reset(_ reader: StepState) {
        // What a person left out or wrote rests on nothing.
        guard reader.hasBegun, reader.marks.isDisjoint(with: [.skipped, .cancelled, .written])
        else { return }
        let step = records[reader.id]?.step ?? reader.step
        if let record = records[reader.id], record.status == .waiting { return }
        set(step, .waiting)
        endNested(in: reader.id)
        resetWhatRests(on: reader.id)
    }
}

extension StepState {
    /// Whether anything came of it yet.
    fileprivate var hasBegun: Bool {
        switch status {
        case .waiting, .deleted: false
        case .running, .retrying, .nested, .asking, .finished, .failed, .skipped, .cancelled: true
        }
    }
}

extension SessionState {
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

    /// The step whose output is a workflow's answer.
    func answeringStep(of workflow: WorkflowID) -> StepID? {
        steps(of: workflow).last?.id
    }
}
