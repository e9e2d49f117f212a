/// How far a workflow is when it is forecast: what of it is certain.
struct WorkflowProgress {
    /// What its calls have used that have ended, those that count no more included.
    private(set) var spent = Spending()
    /// From the start of its first call until now.
    private(set) var milliseconds: Int64 = 0
    /// Tokens of output of each settled step: nothing of it is called any more.
    private(set) var outputs: [StepID: Int] = [:]
    /// Milliseconds that a step's call has run.
    private(set) var running: [StepID: Int64] = [:]
    /// Workers whose calls have ended and have no price.
    private(set) var unpriced: [String] = []

    private var start: Timestamp?

    init(of steps: [StepState], in state: SessionState, at now: Timestamp) {
        for step in steps where step.isSettled {
            outputs[step.id] = Self.output(of: step, in: state)
        }
        for step in steps {
            for id in step.attempts {
                guard let attempt = state.attempt(id) else { continue }
                add(attempt, of: step.id, at: now)
            }
        }
        if let start { milliseconds = max(0, (now - start).microseconds / 1_000) }
    }

    private mutating func add(_ attempt: AttemptState, of step: StepID, at now: Timestamp) {
        start = min(start ?? attempt.startedAt, attempt.startedAt)
        guard let settled = attempt.settled else {
            let began = attempt.sentAt ?? attempt.startedAt
            running[step] = max(0, (now - began).microseconds / 1_000)
            return
        }
        spent.add(settled)
        if settled.cost.hasUnknown, !unpriced.contains(attempt.worker) {
            unpriced.append(attempt.worker)
        }
    }

    /// What a person wrote was counted by nobody.
    private static func output(of step: StepState, in state: SessionState) -> Int {
        guard let attempt = step.output.flatMap({ state.attempt($0) }) else { return 0 }
        let counted = attempt.settled?.usage.output ?? 0
        return counted > 0 ? counted : TokenEstimate.tokens(in: attempt.text)
    }
}
