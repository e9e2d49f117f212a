/// The end, and what the store's list says of it.
extension SessionAudit {
    mutating func check(_ fact: SessionClosed) {
        require(state.runningAttempts.isEmpty, "A call still runs at the end.")
        let parts = state.attempts.compactMap(\.settled).reduce(into: Spending()) { $0.add($1) }
        let total = state.conductorSpent + state.workerSpent
        require(
            fact.usage == parts.usage && fact.cost == parts.cost && total.usage == parts.usage
                && total.cost == parts.cost,
            "The total is not the sum of the parts."
        )
        require(
            fact.outcome != .answered || fact.answer != nil,
            "It is answered, but there is no answer."
        )
    }

    /// Compares the fold with what the store's list says of the session.
    public mutating func check(_ summary: SessionSummary) {
        if summary.eventCount != state.sequence {
            report("The list counts \(summary.eventCount) events; there are \(state.sequence).")
        }
        guard let closed = state.closed else {
            if summary.status != .running, summary.status != .interrupted {
                report("The list says \(summary.status.rawValue), but the session has no end.")
            }
            return
        }
        if summary.status.rawValue != closed.outcome.rawValue {
            report("The list says \(summary.status.rawValue), the end \(closed.outcome.rawValue).")
        }
        if summary.answer != closed.answer { report("The list has another answer than the end.") }
        if summary.usage != closed.usage || summary.cost != closed.cost {
            report("The list has another total than the end.")
        }
    }
}
