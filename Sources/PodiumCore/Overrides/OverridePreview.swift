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
    /// Rounds that are given up as a whole, counted from 1.
    public private(set) var roundsGivenUp: [Int] = []
    private let change: RunChange

    /// - Parameter basedOn: the last event its author has seen; nil asks about the present state.
    /// - Throws: `OverrideRefusal` when the override would be refused.
    public init(
        _ override: Override,
        basedOn: Int? = nil,
        in state: SessionState
    ) throws(OverrideRefusal) {
        let request = OverrideRequest(id: "", author: "", basedOn: basedOn, override)
        change = try OverrideRules(state: state, request: request).change()
        let superseded = change.superseded ?? []
        roundsGivenUp = state.rounds.enumerated().filter { superseded.contains($1.id) }
            .map { $0.offset + 1 }
        for step in state.steps where !step.isDeleted {
            note(step, becoming: Self.status(of: step, after: change, in: state), in: state)
        }
        if override == .finish {
            brokenOff += state.runningAttempts.compactMap { attempt in
                if case .step(let step) = attempt.agent { step } else { nil }
            }
        }
    }

    /// What rests on the override further on, when the run goes on by itself.
    ///
    /// - Parameter state: the one that the preview was made of.
    public func aftermath(in state: SessionState) -> Aftermath {
        var after = state
        after.apply(change)
        return Aftermath(before: state, after: after)
    }

    /// What becomes of steps that an override does not change itself.
    public struct Aftermath: Hashable, Sendable {
        /// Steps that will be left out, since nothing they may see gives an output any more, in plan
        /// order.
        public private(set) var starved: [StepID] = []
        /// Steps that would have seen others' outputs, and now see the question only.
        public private(set) var blinded: [StepID] = []
        /// Steps that somebody read, or that answered, and of which nobody reads the output then.
        public private(set) var unread: [StepID] = []
        /// The step that answers a workflow in place of the one before.
        public private(set) var answering: StepID?
        /// The step that this workflow stands in; nil when it answers the question.
        public private(set) var answeredStep: StepID?
        /// Whether nothing is left to be done in the round, and there is no answer.
        public private(set) var endsWithoutAnswer = false

        fileprivate init(before: SessionState, after: SessionState) {
            let lacking = Self.starved(in: after)
            let already = Set(Self.starved(in: before))
            starved = lacking.filter { !already.contains($0) }
            blinded = after.steps.compactMap { step in
                guard !step.isDeleted, step.step.access.isEmpty,
                    before.step(step.id)?.step.access.isEmpty == false
                else { return nil }
                return step.id
            }
            readers(before, after)
            // A selector chooses on, another round looks again, and an earlier one may have answered.
            guard let round = after.currentRound, round.accepted != nil,
                after.policy.variant != .mini,
                after.roundCount >= max(after.limits.rounds, 1 + after.limits.replans)
            else { return }
            endsWithoutAnswer =
                after.bestAnswer?.isComplete != true
                && after.steps(of: round.id).allSatisfy {
                    $0.isSettled || lacking.contains($0.id)
                }
        }

        /// What becomes of outputs. A selector's turns are all shown to it.
        private mutating func readers(_ before: SessionState, _ after: SessionState) {
            guard after.policy.variant != .mini else { return }
            unread = after.steps.compactMap { step in
                guard step.isWanted, after.workflow(step.workflow)?.isSuperseded == false,
                    !Self.isRead(step, in: after),
                    before.step(step.id).map({ Self.isRead($0, in: before) }) ?? true
                else { return nil }
                return step.id
            }
            for workflow in before.activeWorkflows where workflow.accepted != nil {
                let answers = after.answeringStep(of: workflow.id)
                guard after.workflow(workflow.id)?.isSuperseded == false,
                    answers != before.answeringStep(of: workflow.id)
                else { continue }
                (answering, answeredStep) = (answers, workflow.parentStep)
            }
        }

        private static func isRead(_ step: StepState, in state: SessionState) -> Bool {
            state.answeringStep(of: step.workflow) == step.id
                || state.readers(of: step.id).contains(where: \.isWanted)
        }

        private static func starved(in state: SessionState) -> [StepID] {
            var starved: [StepID] = []
            for step in state.steps where step.status == .waiting && step.step.role == nil {
                let inputs = step.step.access.compactMap(state.step)
                let isFed = inputs.contains {
                    $0.output != nil || !($0.isSettled || starved.contains($0.id))
                }
                if !inputs.isEmpty, !isFed { starved.append(step.id) }
            }
            return starved
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

extension StepState {
    /// Whether it is done, or was: nobody left it out or broke it off.
    fileprivate var isWanted: Bool {
        switch status {
        case .skipped, .cancelled, .deleted: false
        default: true
        }
    }
}
