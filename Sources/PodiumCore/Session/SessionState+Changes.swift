/// What overrides, budgets and a resumption change.
extension SessionState {
    mutating func apply(_ fact: OverrideApplied) {
        answeredRequests.insert(fact.request.id)
        apply(fact.after)
        if let undone = fact.undid {
            guard let index = overrides.firstIndex(where: { $0.sequence == undone }) else { return }
            overrides[index].isUndone = true
            unmark(overrides[index].fact)
            return
        }
        overrides.append(AppliedOverride(sequence: sequence, fact: fact))
        guard let mark = fact.request.override.kind.mark else { return }
        if let step = fact.markedStep { self.mark(step, mark) }
    }

    mutating func apply(_ change: RunChange) {
        for record in change.steps { apply(record) }
        if let isHeld = change.isHeld { self.isHeld = isHeld }
        if let budget = change.budget { self.budget = budget }
        if let withdrawn = change.withdrawn { self.withdrawn = withdrawn }
        for position in workflows.indices {
            let id = workflows[position].id
            if let awaiting = change.awaiting {
                workflows[position].awaitsApproval = awaiting.contains(id)
            }
            if let superseded = change.superseded {
                workflows[position].isSuperseded = superseded.contains(id)
            }
        }
    }

    private mutating func apply(_ record: RunChange.StepRecord) {
        let id = record.step.id
        if let position = position(of: id) {
            if steps[position].step != record.step { steps[position].fallbacks = 0 }
            steps[position].step = record.step
            steps[position].status = record.status
            steps[position].revision = sequence
            return
        }
        var step = StepState(step: record.step, workflow: record.workflow)
        step.status = record.status
        step.revision = sequence
        let siblings = steps.indices.filter { steps[$0].workflow == record.workflow }
        let place =
            if let after = record.after, let position = position(of: after) {
                position + 1
            } else {
                siblings.first ?? steps.count
            }
        steps.insert(step, at: place)
    }

    mutating func mark(_ step: StepID, _ mark: StepState.Mark) {
        guard let position = position(of: step) else { return }
        steps[position].marks.insert(mark)
    }

    /// A mark goes when the last override of its kind is taken back.
    private mutating func unmark(_ fact: OverrideApplied) {
        guard let mark = fact.request.override.kind.mark, let step = fact.markedStep,
            let position = position(of: step)
        else { return }
        let isStillMarked = overrides.contains {
            !$0.isUndone && $0.fact.markedStep == step && $0.fact.request.override.kind.mark == mark
        }
        if !isStillMarked { steps[position].marks.remove(mark) }
    }
}

extension OverrideApplied {
    /// The step that it is about: for an insertion the new one.
    var markedStep: StepID? {
        guard request.override.kind == .insert else { return request.override.step }
        return after.steps.first { $0.status != .deleted && isNew($0.step.id) }?.step.id
    }

    private func isNew(_ step: StepID) -> Bool {
        before.steps.contains { $0.step.id == step && $0.status == .deleted }
    }
}

extension Override.Kind {
    var mark: StepState.Mark? {
        switch self {
        case .reroute: .rerouted
        case .rewrite: .rewritten
        case .rewire: .rewired
        case .insert: .inserted
        case .write: .written
        case .skip: .skipped
        case .cancel: .cancelled
        case .approve, .hold, .proceed, .delete, .retry, .replan, .budget, .withdraw, .readmit,
            .finish, .undo:
            nil
        }
    }
}
