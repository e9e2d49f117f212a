/// Whose words the answer is, while it is written and afterwards.
extension SessionState {
    /// The call whose words become the answer as the plan stands, once that is certain enough to pass them
    /// on while they are written.
    ///
    /// Nil while a later workflow or turn may replace them, and of a specialist before its end: what it says
    /// is there at once, and may be that it cannot.
    public var emergingAnswer: AttemptID? {
        guard !isClosed, let round = currentRound, round.accepted != nil,
            !round.awaitsApproval, !round.isKept, isLastWord(round.id)
        else { return nil }
        var workflow = round.id
        // In a damaged history the workflows may stand in a ring.
        for _ in workflows.indices {
            guard let step = answeringStep(of: workflow).flatMap(step) else { return nil }
            // Where the last one gave nothing, another behind this one may still give something.
            let later = steps(of: workflow).drop { $0.id != step.id }.dropFirst()
            guard later.allSatisfy(\.isSettled) else { return nil }
            switch step.status {
            case .finished(let attempt): return attempt
            case .nested(let inner): workflow = inner
            case .running(let attempt):
                let isSpecialist = worker(named: step.step.worker)?.price?.currency == .nominal
                return isSpecialist ? nil : attempt
            default: return nil
            }
        }
        return nil
    }

    /// Whether no later workflow or turn may give another answer. Of several turns the next may always be
    /// one that does.
    private func isLastWord(_ round: WorkflowID) -> Bool {
        guard policy.variant == .mini else { return limits.rounds <= roundCount || !hasConductor }
        return limits.turns == 1 && !steps(of: round).isEmpty
    }
}
