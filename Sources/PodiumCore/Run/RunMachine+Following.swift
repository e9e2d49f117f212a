extension RunMachine {
    /// Records what comes from outside, and what follows from it at once: before the run goes on by
    /// itself, and whatever it waits for.
    ///
    /// `SessionAudit` asks the same of every event of a session.
    mutating func enact(_ fact: Fact) {
        switch fact {
        case .sessionOpened(let opened):
            record(fact)
            begin(opened)
        case .attemptFinished(let end):
            record(fact)
            follow(end)
        case .attemptFailed(let end):
            record(fact)
            if let attempt = state.attempt(end.attempt) { recover(from: end.error, of: attempt) }
        case .overrideApplied(let decision):
            let round = state.currentRound
            record(fact)
            follow(decision, in: round)
        case .sessionResumed:
            record(fact)
            goOn()
        default: record(fact)
        }
    }

    private mutating func follow(_ end: AttemptFinished) {
        switch state.attempt(end.attempt)?.agent {
        case .conductor(let workflow) where state.policy.variant == .mini:
            readSelection(in: workflow, from: end.attempt)
        case .conductor(let workflow):
            readPlan(of: workflow, from: end.attempt, reason: end.reason)
        case .step(let step): finish(step, with: end.attempt, reason: end.reason)
        case nil: break
        }
    }

    private mutating func finish(
        _ step: StepID,
        with attempt: AttemptID,
        reason: FinishReason
    ) {
        guard reason == .declined || reason == .contentFilter else {
            return record(.stepFinished(StepFinished(step: step, attempt: attempt)))
        }
        let why =
            reason == .contentFilter
            ? "The provider's content filter stopped it in the middle."
            : state.attempt(attempt)?.text.trimmed ?? "It declined."
        giveUp(step, after: attempt, why)
    }
}
