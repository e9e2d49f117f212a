/// What an override would do to a session as it stands, told before anybody decides.
public struct OverridePreview: Hashable, Sendable {
    /// Steps whose output counts no more, in plan order.
    public private(set) var thrownAway: [StepID] = []
    /// Steps whose call is broken off.
    public private(set) var brokenOff: [StepID] = []
    /// Steps that had begun and will be done again.
    public private(set) var doneAgain: [StepID] = []
    /// What the work that is thrown away has used up; doing it again may cost about that.
    public private(set) var lost = Spending()

    /// - Throws: `OverrideRefusal` when the override would be refused.
    public init(_ override: Override, in state: SessionState) throws(OverrideRefusal) {
        let request = OverrideRequest(id: "", author: "", override)
        let change = try OverrideRules(state: state, request: request).change()
        for step in state.steps where !step.isDeleted {
            note(step, becoming: Self.status(of: step, after: change, in: state), in: state)
        }
        if override == .finish {
            brokenOff += state.runningAttempts.compactMap { attempt in
                if case .step(let step) = attempt.agent { step } else { nil }
            }
        }
    }

    /// Where a step stands afterwards; nil when its workflow counts no more.
    private static func status(
        of step: StepState,
        after change: RunChange,
        in state: SessionState
    ) -> StepState.Status? {
        let wasSuperseded = state.workflow(step.workflow)?.isSuperseded ?? true
        if !wasSuperseded, change.superseded?.contains(step.workflow) == true { return nil }
        return change.steps.last { $0.step.id == step.id }?.status ?? step.status
    }

    private mutating func note(
        _ step: StepState,
        becoming status: StepState.Status?,
        in state: SessionState
    ) {
        guard status != step.status else { return }
        switch step.status {
        case .finished(let attempt):
            thrownAway.append(step.id)
            if let attempt = state.attempt(attempt) { lost.add(attempt.used) }
        case .running, .retrying, .nested: brokenOff.append(step.id)
        default: break
        }
        if status == .waiting, !step.attempts.isEmpty { doneAgain.append(step.id) }
    }
}
