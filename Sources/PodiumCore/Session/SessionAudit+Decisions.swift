/// What persons decide, and another process that goes on. What a decision leads to is a matter of the rules
/// that the session was decided by.
extension SessionAudit {
    private mutating func checkUnanswered(_ request: OverrideRequest) {
        require(
            !state.answeredRequests.contains(request.id),
            "The request \(request.id) is answered twice."
        )
    }

    mutating func check(_ fact: OverrideApplied) {
        checkUnanswered(fact.request)
        let sequence = sequence
        if isByTheseRules {
            let change = try? OverrideRules(state: state, request: fact.request).change()
            require(
                change?.withoutWords == fact.after.withoutWords
                    && fact.undid == state.undone(by: fact.request),
                "The override at \(sequence) changes something else than was decided."
            )
        }
        require(
            fact.before == state.part(changedBy: fact.after),
            "The override at \(sequence) records another state than there was."
        )
        var changed = state
        changed.apply(fact.after)
        for workflow in changed.activeWorkflows {
            var earlier = Set(changed.steps.filter { $0.workflow != workflow.id }.map(\.id))
            for step in changed.steps(of: workflow.id) {
                require(
                    step.step.access.allSatisfy(earlier.contains),
                    "The override at \(sequence) lets \(step.id) see what is not before it."
                )
                earlier.insert(step.id)
            }
        }
    }

    mutating func check(_ fact: OverrideRefused) {
        checkUnanswered(fact.request)
        guard isByTheseRules else { return }
        let rules = OverrideRules(state: state, request: fact.request)
        require((try? rules.change()) == nil, "A decision is refused that could be followed.")
    }

    mutating func check(_ fact: SessionResumed) {
        guard isByTheseRules else { return }
        let changes =
            state.isClosed
            ? [true, false].map { state.reopening(redoesFailures: $0) } : [state.restarting]
        require(
            changes.contains { $0.withoutWords == fact.change.withoutWords },
            "What is done again is not what was broken off."
        )
    }
}
