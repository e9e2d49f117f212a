/// Takes an override back, as long as it has had no effect.
struct UndoRules {
    let state: SessionState

    /// The override meant, as it is recorded; nil when there is none.
    func target(_ sequence: Int?) -> SessionState.AppliedOverride? {
        guard let sequence else { return state.overrides.last { !$0.isUndone } }
        return state.overrides.first { $0.sequence == sequence && !$0.isUndone }
    }

    func change(undoing sequence: Int?) throws(OverrideRefusal) -> RunChange {
        guard let target = target(sequence) else {
            throw OverrideRefusal(
                sequence.map { "Event \($0) is no override that could be taken back." }
                    ?? "There is no override to take back."
            )
        }
        try checkWithoutEffect(target)
        return target.fact.before
    }

    private func checkWithoutEffect(
        _ target: SessionState.AppliedOverride
    ) throws(OverrideRefusal) {
        let fact = target.fact
        switch fact.request.override {
        case .replan, .finish:
            throw OverrideRefusal("It has taken effect: that cannot be taken back.")
        case .proceed, .approve:
            guard !state.attempts.contains(where: { $0.sequence > target.sequence }),
                !state.steps.contains(where: { hasEnded($0, since: target) })
            else {
                throw OverrideRefusal("It has taken effect: work has begun since. Hold the run.")
            }
        default: break
        }
        if fact.after.superseded != nil {
            throw OverrideRefusal("It has taken effect: it ended a whole workflow.")
        }
        let hasBeenShown = state.attempts.contains { attempt in
            guard case .conductor = attempt.agent else { return false }
            return attempt.sequence > target.sequence
        }
        guard fact.after.steps.isEmpty || !hasBeenShown else {
            throw OverrideRefusal(
                "It has taken effect: a conductor has been shown what came of it."
            )
        }
        for record in fact.before.steps {
            if case .running = record.status {
                throw OverrideRefusal("It has taken effect: a call was broken off.")
            }
            try checkUntouched(record.step.id, since: target)
        }
        let later = state.overrides.filter { !$0.isUndone && $0.sequence > target.sequence }
        if later.contains(where: { fact.after.overlaps($0.fact.after) }) {
            throw OverrideRefusal("A later override changed the same; take that one back first.")
        }
    }

    /// Neither the step nor one that uses its output has gone on since.
    private func checkUntouched(
        _ id: StepID,
        since target: SessionState.AppliedOverride
    ) throws(OverrideRefusal) {
        let changed = Set(target.fact.after.steps.map(\.step.id))
        let user = state.users(of: id).first { user in
            !changed.contains(user.id)
                && (hasEnded(user, since: target) || hasBegun(user.id, since: target))
        }
        guard let touched = hasBegun(id, since: target) ? id : user?.id else { return }
        throw OverrideRefusal(
            "It has taken effect: \(state.name(of: touched)) has begun or ended since."
        )
    }

    private func hasBegun(_ step: StepID, since target: SessionState.AppliedOverride) -> Bool {
        state.attempts.contains {
            $0.agent == .step(step) && $0.sequence > target.sequence
                && $0.worker != Worker.personName
        }
    }

    /// Whether the run, and not a person, has settled the step or given it up.
    private func hasEnded(
        _ step: StepState,
        since target: SessionState.AppliedOverride
    ) -> Bool {
        (step.isSettled || step.status.isAsking) && step.revision > target.sequence
            && step.marks.isDisjoint(with: StepState.Mark.settling)
    }
}

extension SessionState {
    /// The steps that may see a step's output, and those that its workflow answers.
    fileprivate func users(of id: StepID) -> [StepState] {
        var users = readers(of: id)
        var inner = step(id)
        // In a damaged history the workflows may stand in a ring.
        for _ in workflows {
            guard let outer = inner.flatMap({ workflow($0.workflow)?.parentStep }).flatMap(step)
            else { break }
            users.append(outer)
            inner = outer
        }
        return users
    }
}

extension RunChange {
    /// Whether both change the same thing.
    fileprivate func overlaps(_ other: RunChange) -> Bool {
        let own = Set(steps.map(\.step.id))
        return other.steps.contains { own.contains($0.step.id) }
            || (isHeld != nil && other.isHeld != nil)
            || (budget != nil && other.budget != nil)
            || (awaiting != nil && other.awaiting != nil)
            || (withdrawn != nil && other.withdrawn != nil)
    }
}
