extension SessionState {
    public var isOpened: Bool { opened != nil }

    public var isClosed: Bool { closed != nil }

    public func attempt(_ id: AttemptID) -> AttemptState? {
        index(of: id).map { attempts[$0] }
    }

    /// Whether there is such a call and it has not ended.
    public func isRunning(_ id: AttemptID) -> Bool {
        index(of: id).map { attempts[$0].isRunning } ?? false
    }

    public func step(_ id: StepID) -> StepState? {
        position(of: id).map { steps[$0] }
    }

    public func workflow(_ id: WorkflowID) -> WorkflowState? {
        position(of: id).map { workflows[$0] }
    }

    /// What was asked for, where a workflow is not the first of the question.
    func begun(_ workflow: WorkflowID) -> WorkflowBegun? {
        guard let position = position(of: workflow) else { return nil }
        return workflows[position].begun?.value
    }

    /// The plans of a workflow's conductor that could not be used.
    func rejections(of workflow: WorkflowID) -> [PlanRejected] {
        guard let position = position(of: workflow) else { return [] }
        return workflows[position].rejections
    }

    /// The step that a workflow answers; nil for the question itself.
    func parentStep(of workflow: WorkflowID) -> StepID? {
        guard let position = position(of: workflow) else { return nil }
        return workflows[position].parentStep
    }

    /// The steps that a workflow has now, in the order of its plan.
    public func steps(of workflow: WorkflowID) -> [StepState] {
        steps.filter { $0.workflow == workflow && !$0.isDeleted }
    }

    /// The steps whose outputs a step may see: those of the round before, if the workflow is a
    /// further round, then those before it in its own.
    ///
    /// - Parameter step: nil for a step that would come last.
    public func stepsInReach(of workflow: WorkflowID, before step: StepID?) -> [StepState] {
        let own = steps(of: workflow).prefix { $0.id != step }
        guard case .round(let earlier)? = self.workflow(workflow)?.parent else { return Array(own) }
        return steps(of: earlier) + own
    }

    /// A worker of the pool, or the conductor's own model.
    public func worker(named name: String) -> Worker? {
        let pool = pool
        if let position = pool.firstIndex(where: { $0.name == name }) { return pool[position] }
        return opened?.conductor.worker.flatMap { $0.name == name ? $0 : nil }
    }

    /// Whether a model writes the plans.
    var hasConductor: Bool { opened?.conductor.worker != nil }

    public var runningAttempts: [AttemptState] { attempts.filter(\.isRunning) }

    /// Settled spending and, for calls still running, the estimate.
    public var spent: Spending {
        attempts.reduce(into: conductorSpent + workerSpent) { sum, attempt in
            if attempt.isRunning { sum.add(attempt.estimate) }
        }
    }

    /// What some attempts used together; nil when there is none but what was written by hand.
    public func spending(on attempts: [AttemptID]) -> Spending? {
        let attempts = attempts.compactMap(attempt).filter { $0.worker != Worker.personName }
        return attempts.isEmpty ? nil : attempts.reduce(into: Spending()) { $0.add($1.used) }
    }

    /// The text of a finished step.
    public func output(of step: StepID) -> String? {
        guard let position = position(of: step), case .finished(let id) = steps[position].status,
            let index = index(of: id)
        else { return nil }
        return attempts[index].text
    }

    public var limits: RunLimits {
        var limits = opened?.limits ?? RunLimits()
        limits.budget = budget
        return limits
    }

    public var policy: RunPolicy { opened?.policy ?? RunPolicy() }

    // MARK: The pool

    /// The workers the session was opened with.
    public var pool: [Worker] { opened?.pool ?? [] }

    /// The workers that can be given steps now.
    public var presentWorkers: [Worker] {
        guard !away.isEmpty || !withdrawn.isEmpty else { return pool }
        return pool.filter { isPresent($0.name) }
    }

    public func isPresent(_ worker: String) -> Bool {
        !withdrawn.contains(worker) && !away.contains { $0.worker == worker }
    }

    /// Whether a worker that is out of reach is expected back soon enough to be waited for.
    func isAnyWorkerExpected(at now: Timestamp) -> Bool {
        away.contains { isExpected($0.worker, at: now) }
    }

    func isExpected(_ worker: String, at now: Timestamp) -> Bool {
        guard let absence = absence(of: worker, at: now) else { return false }
        return absence <= RetryPolicy.longestAbsence && !withdrawn.contains(worker)
    }

    /// How long a worker is still out of reach; nil when that is not known, or it is not.
    func absence(of worker: String, at now: Timestamp) -> Duration? {
        away.first { $0.worker == worker }?.until.map { $0 - now }
    }

    // MARK: Workflows

    /// The workflows that count, in order.
    var activeWorkflows: [WorkflowState] { workflows.filter { !$0.isSuperseded } }

    /// Those that answer the question itself: the first and its rounds.
    public var rounds: [WorkflowState] { activeWorkflows.filter { $0.parentStep == nil } }

    var roundCount: Int {
        var count = 0
        for index in workflows.indices where isRound(index) { count += 1 }
        return count
    }

    private func isRound(_ index: Int) -> Bool {
        !workflows[index].isSuperseded && workflows[index].parentStep == nil
    }

    /// The last of the rounds: its end is the run's.
    public var currentRound: WorkflowState? {
        currentRoundIndex.map { workflows[$0] }
    }

    /// Its place among the workflows.
    var currentRoundIndex: Int? {
        var index = workflows.count - 1
        while index >= 0 {
            if isRound(index) { return index }
            index -= 1
        }
        return nil
    }

    /// How many workflows stand around it.
    func depth(of workflow: WorkflowID) -> Int {
        var depth = 0
        var parent = parentStep(of: workflow)
        // A damaged history may hold a ring.
        while let step = parent, depth < workflows.count {
            depth += 1
            parent = position(of: step).flatMap { parentStep(of: steps[$0].workflow) }
        }
        return depth
    }

    /// Whether a step of the workflow may be answered by a workflow of its own.
    func mayNest(in workflow: WorkflowID) -> Bool {
        policy.variant != .mini && depth(of: workflow) < limits.nesting
            && hasConductor
    }

    /// The workflows that a conductor is shown as earlier ones, the latest last.
    func earlierRounds(of workflow: WorkflowID) -> [WorkflowState] {
        var chain: [WorkflowState] = []
        var next = begun(workflow)?.follows
        while let id = next, let earlier = self.workflow(id), chain.count < workflows.count {
            chain.append(earlier)
            next = earlier.begun?.follows
        }
        return chain.reversed()
    }

    // MARK: Answers

    /// The answer a workflow has come to: its last step's output, or the last one that is not empty
    /// when that is. Nil when the last step gave none.
    ///
    /// A step that a person left out does not count, and in a mini session a verifier's or thinker's
    /// words are no answer.
    public func answer(of workflow: WorkflowID) -> String? {
        guard let attempt = answerAttempt(of: workflow), let index = index(of: attempt) else {
            return nil
        }
        return attempts[index].answer
    }

    /// The attempt that gave it.
    func answerAttempt(of workflow: WorkflowID) -> AttemptID? {
        guard let position = answeringPosition(of: workflow),
            let output = steps[position].output, hasAnswer(output)
        else { return nil }
        return output
    }

    /// The step whose output is a workflow's answer, or will be as the plan stands.
    public func answeringStep(of workflow: WorkflowID) -> StepID? {
        answeringPosition(of: workflow).map { steps[$0].id }
    }

    /// Whether what an agent writes is to be the answer of the session, as the plans stand.
    func isToAnswer(_ agent: Agent) -> Bool {
        guard case .step(var step) = agent else { return false }
        // In a damaged history the workflows may stand in a ring.
        for _ in workflows.indices {
            guard let place = position(of: step) else { return false }
            let workflow = steps[place].workflow
            guard answeringStep(of: workflow) == step else { return false }
            guard let parent = parentStep(of: workflow) else { return true }
            step = parent
        }
        return false
    }

    /// The last step that may answer, or the last with text when that one gave none.
    private func answeringPosition(of workflow: WorkflowID) -> Int? {
        let positions = answeringSteps(of: workflow)
        guard let last = positions.last, steps[last].output != nil else { return positions.last }
        for position in positions.reversed() {
            if let output = steps[position].output, hasAnswer(output) { return position }
        }
        return last
    }

    /// The positions of the steps whose outputs may be a workflow's answer.
    private func answeringSteps(of workflow: WorkflowID) -> [Int] {
        steps.indices.filter { position in
            steps[position].workflow == workflow && steps[position].mayAnswer
        }
    }

    private func hasAnswer(_ attempt: AttemptID) -> Bool {
        guard let index = index(of: attempt) else { return false }
        return !attempts[index].isWordless
    }

    /// What a run has to show when it ends now.
    public struct BestAnswer: Hashable, Sendable {
        public var text: String
        public var step: StepID
        /// The call that wrote it.
        public var attempt: AttemptID
        /// Whether it is the answer of a whole workflow, and not of a step on the way.
        public var isComplete: Bool
    }

    /// The latest round's answer; failing that, the last output on the way.
    public var bestAnswer: BestAnswer? {
        let rounds = rounds
        for round in rounds.reversed() {
            if let text = answer(of: round.id), let last = answeringSteps(of: round.id).last,
                let attempt = answerAttempt(of: round.id)
            {
                return BestAnswer(
                    text: text,
                    step: steps[last].id,
                    attempt: attempt,
                    isComplete: true
                )
            }
        }
        for round in rounds.reversed() {
            for position in answeringSteps(of: round.id).reversed() {
                let step = steps[position].id
                guard let attempt = steps[position].output,
                    let text = output(of: step).flatMap(FinalAnswer.extract)
                else { continue }
                return BestAnswer(text: text, step: step, attempt: attempt, isComplete: false)
            }
        }
        return nil
    }
}
