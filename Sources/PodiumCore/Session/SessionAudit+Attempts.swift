/// The calls: who is asked, what is shown to them, and what an end says of the call.
extension SessionAudit {
    mutating func checkWait(of attempt: AttemptID, isQueued: Bool) {
        require(
            state.isRunning(attempt) && (state.attempt(attempt)?.wait != nil) == isQueued,
            "\(attempt) is \(isQueued ? "sent" : "queued"), which does not fit how it stands."
        )
    }

    mutating func check(_ fact: AttemptStarted) {
        require(
            fact.attempt.rawValue == state.attempts.count + 1,
            "\(fact.attempt) is not the next attempt."
        )
        require(!isRunning(fact.agent), "\(fact.agent) runs twice at once.")
        let isPerson = fact.worker == Worker.personName
        require(isPerson || !state.isHeld, "\(fact.attempt) starts while the run is held.")
        if !isPerson { checkWorker(of: fact) }
        switch fact.agent {
        case .conductor(let workflow):
            require(
                state.workflow(workflow)?.isSuperseded != true,
                "The conductor of \(workflow) is called, which was replaced."
            )
        case .step(let id):
            guard let step = state.step(id) else { return report("\(id) starts, but is unknown.") }
            check(start: fact, of: step, isPerson: isPerson)
        }
    }

    private mutating func check(start fact: AttemptStarted, of step: StepState, isPerson: Bool) {
        let workflow = state.workflow(step.workflow)
        require(workflow?.isSuperseded == false, "\(step.id) starts in a replaced workflow.")
        if isPerson { return }
        require(workflow?.awaitsApproval == false, "\(step.id) starts without approval.")
        require(
            StepTransition.started(fact.attempt).fits(step.status),
            "\(step.id) starts, but it has begun or ended."
        )
        let inputs = step.step.access.compactMap { state.step($0) }
        require(
            inputs.allSatisfy(\.isSettled),
            "\(step.id) starts before what it may see is finished."
        )
        require(
            fact.saw == state.outputsSeen(by: step.id),
            "\(step.id) sees something else than its access list names."
        )
        require(
            fact.lacked == state.outputsLacked(by: step.id),
            "\(step.id) is told of other failed steps than there are."
        )
    }

    private func isRunning(_ agent: Agent) -> Bool {
        let attempts: [AttemptID]? =
            switch agent {
            case .conductor(let workflow): state.workflow(workflow)?.attempts
            case .step(let step): state.step(step)?.attempts
            }
        return attempts?.contains(where: state.isRunning) ?? false
    }

    private mutating func checkWorker(of fact: AttemptStarted) {
        guard let worker = state.worker(named: fact.worker) else {
            return report("\(fact.attempt) is a call of nobody in the pool.")
        }
        require(fact.price == worker.price, "\(fact.attempt) has another price than its worker.")
    }

    /// - Parameter digest: nil in sessions of before.
    mutating func checkEnd(of id: AttemptID, _ used: AttemptUsage, _ digest: String?) {
        guard let attempt = state.attempt(id), attempt.isRunning else {
            return report("\(id) ends, but does not run.")
        }
        require(
            used.cost == Cost(of: used.usage, at: attempt.price),
            "The cost of \(id) is not what it used at its price."
        )
        require(
            digest == nil || digest == attempt.digest,
            "The text of \(id) is not the one it ended with."
        )
    }

    mutating func check(_ fact: RetryScheduled) {
        let attempt = state.attempt(fact.attempt)
        let hasFailed = if case .failed? = attempt?.status { true } else { false }
        require(hasFailed, "\(fact.attempt) is to be tried again, but has not failed.")
        if case .step(let step) = fact.agent {
            check(step, .retryScheduled(due: fact.due), "is to be tried again")
        }
    }

    mutating func check(_ fact: WorkerLeft) {
        require(
            state.pool.contains { $0.name == fact.worker },
            "\(fact.worker) leaves, but is not in the pool."
        )
        require(
            !state.away.contains { $0.worker == fact.worker && $0.until == fact.until },
            "\(fact.worker) leaves, but is away."
        )
    }

    mutating func check(_ fact: WorkerReturned) {
        require(
            state.away.contains { $0.worker == fact.worker },
            "\(fact.worker) returns, but is not away."
        )
    }
}
