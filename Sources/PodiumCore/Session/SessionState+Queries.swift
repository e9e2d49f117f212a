extension SessionState {
    public func attempt(_ id: AttemptID) -> AttemptState? {
        index(of: id).map { attempts[$0] }
    }

    /// Whether there is such a call and it has not ended.
    public func isRunning(_ id: AttemptID) -> Bool {
        index(of: id).map { attempts[$0].isRunning } ?? false
    }

    public func step(_ id: StepID) -> StepState? {
        steps.first { $0.id == id }
    }

    public func workflow(_ id: WorkflowID) -> WorkflowState? {
        workflows.last { $0.id == id }
    }

    /// A worker of the pool, or the conductor's own model.
    public func worker(named name: String) -> Worker? {
        opened?.pool.first { $0.name == name }
            ?? opened?.conductor.worker.flatMap { $0.name == name ? $0 : nil }
    }

    public var runningAttempts: [AttemptState] { attempts.filter(\.isRunning) }

    /// Settled spending and, for calls still running, the estimate.
    public var spent: Spending {
        runningAttempts.reduce(into: conductorSpent + workerSpent) { sum, attempt in
            sum.add(attempt.estimate)
        }
    }

    /// The text of a finished step.
    public func output(of step: StepID) -> String? {
        guard case .finished(let attempt)? = self.step(step)?.status else { return nil }
        return self.attempt(attempt)?.text
    }

    /// The request an attempt was started with, rebuilt from the events: exactly what was sent.
    public func request(of id: AttemptID) -> ModelRequest? {
        guard let attempt = attempt(id), let opened else { return nil }
        switch attempt.agent {
        case .step:
            let seen = attempt.saw.compactMap { seenID -> StepRequest.Seen? in
                guard let seen = self.attempt(seenID) else { return nil }
                return .init(subtask: seen.subtask ?? "", output: seen.text)
            }
            return .step(
                StepRequest(
                    question: opened.question,
                    seen: seen,
                    subtask: attempt.subtask ?? ""
                )
            )
        case .conductor(let workflow):
            let rejected = (self.workflow(workflow)?.rejections ?? [])
                .filter { $0.attempt < id }
                .map { rejection in
                    PlanRequest.Rejection(
                        text: self.attempt(rejection.attempt)?.text ?? "",
                        reason: rejection.error.message
                    )
                }
            return .plan(
                PlanRequest(
                    question: opened.question,
                    workers: opened.pool,
                    stepLimit: opened.limits.steps,
                    rejected: rejected
                )
            )
        }
    }

    /// The answer the run has come to: the last step's output, or the last one that is not empty
    /// when that is. Nil when the last step gave none.
    public func answer(of workflow: WorkflowID) -> String? {
        let steps = steps.filter { $0.workflow == workflow }
        guard let last = steps.last, case .finished = last.status else { return nil }
        for step in steps.reversed() {
            if let output = output(of: step.id), let answer = FinalAnswer.extract(from: output) {
                return answer
            }
        }
        return nil
    }
}
