/// Holds a session's events against what must always be true of a run.
///
/// Feed it the events in order; `findings` is empty for every history that the run machine makes.
/// A stored session is checked with it (`podium sessions verify`), and so is every history that the
/// tests make.
public struct SessionAudit: Sendable {
    public struct Finding: Hashable, Sendable {
        /// The event at which it shows.
        public var sequence: Int
        /// One sentence.
        public var text: String
    }

    public private(set) var state: SessionState
    public private(set) var findings: [Finding] = []
    private var sequence = 0

    public init(session: SessionID) {
        state = SessionState(id: session)
    }

    public mutating func check(_ event: Event) {
        sequence = event.sequence
        if event.sequence != state.sequence + 1 {
            report("The sequence is \(event.sequence) after \(state.sequence).")
        }
        if state.closed != nil, !isResumption(event.fact) {
            report("Something happens after the end.")
        }
        if state.opened == nil {
            guard case .sessionOpened = event.fact else {
                report("The session does not begin with sessionOpened.")
                state.apply(event)
                return
            }
        }
        check(event.fact)
        state.apply(event)
    }

    /// Compares the fold with what the store's list says of the session.
    public mutating func check(_ summary: SessionSummary) {
        sequence = state.sequence
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

    /// Only an end without an answer is not the last word.
    private func isResumption(_ fact: Fact) -> Bool {
        guard case .sessionResumed = fact else { return false }
        return state.mayGoOn
    }

    private mutating func report(_ text: String) {
        findings.append(Finding(sequence: sequence, text: text))
    }

    private mutating func require(_ holds: Bool, _ text: @autoclosure () -> String) {
        if !holds { report(text()) }
    }

    // MARK: Facts

    private mutating func check(_ fact: Fact) {
        switch fact {
        case .sessionOpened: require(state.opened == nil, "The session is opened twice.")
        case .attemptStarted(let fact): check(fact)
        case .textAppended(let fact):
            require(state.isRunning(fact.attempt), "There is text outside a running attempt.")
        case .attemptQueued(let fact): checkWait(of: fact.attempt, isQueued: false)
        case .attemptSent(let fact): checkWait(of: fact.attempt, isQueued: true)
        case .attemptFinished(let fact): checkEnd(of: fact.attempt)
        case .attemptFailed(let fact): checkEnd(of: fact.attempt)
        case .attemptCancelled(let fact): checkEnd(of: fact.attempt)
        case .retryScheduled(let fact):
            let hasFailed =
                if case .failed? = state.attempt(fact.attempt)?.status { true } else { false }
            require(hasFailed, "\(fact.attempt) is to be tried again, but has not failed.")
            if case .step(let step) = fact.agent {
                check(step, .retryScheduled(due: fact.due), "is to be tried again")
            }
        case .stepFinished(let fact): check(fact)
        case .stepFailed(let fact): check(fact.step, .failed(fact.reason), "fails")
        case .stepSkipped(let fact): check(fact.step, .skipped(fact.reason), "is skipped")
        case .stepAsked(let fact): check(fact.step, .asked(fact.reason), "asks")
        case .stepRerouted(let fact): check(fact.step, .rerouted, "is rerouted")
        case .planAccepted(let fact): check(fact.workflow)
        case .stepSelected(let fact): checkOrder([fact.step], of: fact.workflow)
        case .workflowBegun(let fact):
            require(state.workflow(fact.workflow) == nil, "\(fact.workflow) is begun twice.")
            if case .step(let step) = fact.parent {
                check(step, .nested(fact.workflow), "is answered by a workflow")
            }
        case .overrideApplied(let fact): check(fact)
        case .overrideRefused(let fact): checkUnanswered(fact.request)
        case .sessionClosed(let fact): check(fact)
        case .planRejected, .answerKept, .forecastMade, .workerLeft, .workerReturned,
            .budgetReached, .sessionResumed, .unknown:
            break
        }
    }

    private mutating func checkWait(of attempt: AttemptID, isQueued: Bool) {
        require(
            state.isRunning(attempt) && (state.attempt(attempt)?.wait != nil) == isQueued,
            "\(attempt) is \(isQueued ? "sent" : "queued"), which does not fit how it stands."
        )
    }

    private mutating func check(_ fact: AttemptStarted) {
        require(
            fact.attempt.rawValue == state.attempts.count + 1,
            "\(fact.attempt) is not the next attempt."
        )
        require(
            !state.attempts.contains { $0.agent == fact.agent && $0.isRunning },
            "\(fact.agent) runs twice at once."
        )
        let isPerson = fact.worker == Worker.personName
        require(isPerson || !state.isHeld, "\(fact.attempt) starts while the run is held.")
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

    private mutating func checkEnd(of attempt: AttemptID) {
        require(state.isRunning(attempt), "\(attempt) ends, but does not run.")
    }

    private mutating func check(_ id: StepID, _ transition: StepTransition, _ verb: String) {
        guard let step = state.step(id) else { return report("\(id) \(verb), but is unknown.") }
        guard !step.isSettled else { return report("\(id) \(verb), but has ended.") }
        require(
            transition.fits(step.status),
            "\(id) \(verb), which does not fit how it stands."
        )
    }

    private mutating func check(_ fact: StepFinished) {
        check(fact.step, .finished(fact.attempt), "finishes")
        guard let attempt = state.attempt(fact.attempt) else {
            return report("\(fact.step) finishes with an attempt that is unknown.")
        }
        require(attempt.gaveOutput, "\(fact.step) finishes with an attempt that gave no output.")
        guard attempt.agent != .step(fact.step), let step = state.step(fact.step),
            case .step(let other) = attempt.agent, let source = state.step(other)
        else { return }
        let isNested = state.workflow(source.workflow)?.parentStep == fact.step
        require(
            isNested || isInside(source.workflow, of: fact.step)
                || source.step.subtask == step.step.subtask,
            "\(fact.step) finishes with another step's attempt."
        )
    }

    private func isInside(_ workflow: WorkflowID, of step: StepID) -> Bool {
        var parent = state.workflow(workflow)?.parentStep
        for _ in state.workflows {
            guard let outer = parent else { return false }
            if outer == step { return true }
            parent = state.step(outer).flatMap { state.workflow($0.workflow) }?.parentStep
        }
        return false
    }

    // MARK: Plans

    private mutating func check(_ workflow: Workflow) {
        require(
            workflow.steps.allSatisfy { state.step($0.id) == nil },
            "\(workflow.id) takes the id of a step that there is."
        )
        checkOrder(workflow.steps, of: workflow.id)
    }

    /// A step sees only steps before it: the graph has no cycle.
    private mutating func checkOrder(_ steps: [Step], of workflow: WorkflowID) {
        var earlier = Set(state.steps.map(\.id))
        for step in steps {
            require(
                step.access.allSatisfy(earlier.contains),
                "\(step.id) may see a step that is not before it."
            )
            earlier.insert(step.id)
        }
    }

    // MARK: Overrides and the end

    private mutating func checkUnanswered(_ request: OverrideRequest) {
        require(
            !state.answeredRequests.contains(request.id),
            "The request \(request.id) is answered twice."
        )
    }

    private mutating func check(_ fact: OverrideApplied) {
        checkUnanswered(fact.request)
        let sequence = sequence
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

    private mutating func check(_ fact: SessionClosed) {
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
}
