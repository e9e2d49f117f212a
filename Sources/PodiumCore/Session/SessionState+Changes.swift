/// What overrides, budgets and a resumption change.
extension SessionState {
    mutating func apply(_ fact: OverrideApplied) {
        answeredRequests.insert(fact.request.id)
        apply(fact.after)
        // What was forecast was another plan.
        for workflow in fact.after.workflows {
            if let position = position(of: workflow) { workflows[position].forecast = nil }
        }
        if let undone = fact.undid {
            guard let index = overrides.firstIndex(where: { $0.sequence == undone }) else { return }
            overrides[index].isUndone = true
            return
        }
        overrides.append(AppliedOverride(sequence: sequence, fact: fact))
    }

    mutating func apply(_ change: RunChange) {
        for record in change.steps { apply(record) }
        if let isHeld = change.isHeld { self.isHeld = isHeld }
        if let budget = change.budget {
            self.budget = budget
            // Whether it runs low is to be seen anew.
            degradedBy = nil
        }
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
            steps[position].take(record, at: sequence)
            return
        }
        var step = StepState(step: record.step, workflow: record.workflow)
        step.take(record, at: sequence)
        let siblings = steps.indices.filter { steps[$0].workflow == record.workflow }
        let place =
            if let after = record.after, let position = position(of: after) {
                position + 1
            } else {
                siblings.first ?? steps.count
            }
        steps.insert(step, at: place)
    }
}

extension StepState {
    fileprivate mutating func take(_ record: RunChange.StepRecord, at sequence: Int) {
        step = record.step
        happen(.recorded(record.status))
        marks = record.marks
        fallbacks = record.fallbacks
        revision = sequence
    }
}
