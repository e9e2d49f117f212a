public import PodiumCore

extension Transition {
    /// The facts and then the actions, a line each: what a playbook test expects after an input.
    ///
    /// ```swift
    /// #expect(book.reply(1, "42").script == [
    ///     "a1 finished stop", "s1 finished with a1", "closed answered: 42", "> close",
    /// ])
    /// ```
    public var script: [String] {
        events.map(\.fact.script) + actions.map { "> " + $0.script }
    }
}

extension Fact {
    /// One line for a person, with all that decides how a run goes on.
    public var script: String {
        switch self {
        case .sessionOpened(let fact): "opened by \(fact.conductor.kind.rawValue)"
        case .planAccepted(let fact):
            "plan \(fact.workflow.id) from \(fact.origin.rawValue): "
                + fact.workflow.steps.map(\.script).joined(separator: ", ")
        case .planRejected(let fact):
            "plan of \(fact.attempt) rejected, \(fact.error.problem.rawValue): \(fact.remedy.rawValue)"
        case .attemptStarted(let fact):
            "\(fact.attempt) started: \(fact.agent) by \(fact.worker)"
                + (fact.saw.isEmpty ? "" : " seeing \(fact.saw.script)")
        case .textAppended(let fact):
            "\(fact.attempt) \(fact.channel.verb): \(fact.text)"
        case .attemptFinished(let fact): "\(fact.attempt) finished \(fact.reason.rawValue)"
        case .attemptFailed(let fact): "\(fact.attempt) failed \(fact.error.code.rawValue)"
        case .attemptCancelled(let fact): "\(fact.attempt) cancelled: \(fact.reason)"
        case .retryScheduled(let fact): "\(fact.agent) retries after \(fact.attempt)"
        case .stepFinished(let fact): "\(fact.step) finished with \(fact.attempt)"
        case .stepFailed(let fact): "\(fact.step) failed: \(fact.reason)"
        case .stepSkipped(let fact): "\(fact.step) skipped: \(fact.reason)"
        case .sessionClosed(let fact):
            "closed \(fact.outcome.rawValue): \(fact.answer ?? fact.reason ?? "")"
        case .workflowBegun(let fact):
            "\(fact.workflow) begun for \(fact.parent.script)"
                + (fact.remark.map { ": \($0)" } ?? "")
        case .answerKept(let fact): "\(fact.workflow) keeps the answer"
        case .forecastMade(let fact): "\(fact.workflow) forecast"
        case .stepSelected(let fact):
            "\(fact.workflow) turn: \(fact.step.script) as \(fact.step.role?.rawValue ?? "?")"
        case .stepRerouted(let fact): "\(fact.step) rerouted from \(fact.from) to \(fact.to)"
        case .stepAsked(let fact): "\(fact.step) asks: \(fact.reason)"
        case .workerLeft(let fact): "\(fact.worker) left: \(fact.reason)"
        case .workerReturned(let fact): "\(fact.worker) returned"
        case .budgetReached(let fact):
            "budget of \(fact.kind.rawValue): \(fact.remedy.rawValue)" + fact.change.script
        case .overrideApplied(let fact):
            "\(fact.request.author) \(fact.request.override.kind.rawValue)" + fact.after.script
        case .overrideRefused(let fact):
            "\(fact.request.override.kind.rawValue) refused: \(fact.reason)"
        case .attemptQueued(let fact): "\(fact.attempt) queued: \(fact.wait.reason.rawValue)"
        case .attemptSent(let fact): "\(fact.attempt) sent"
        case .sessionResumed(let fact): "resumed" + fact.change.script
        case .unknown(let fact): "unknown \(fact.type)"
        }
    }
}

extension Action {
    public var script: String {
        switch self {
        case .call(let call): "call \(call.attempt) \(call.worker.name)"
        case .cancel(let attempt): "cancel \(attempt)"
        case .setTimer(.retry(let attempt), _): "timer \(attempt)"
        case .setTimer(.workerReturn(let worker), _): "timer \(worker)"
        case .setTimer(.budget, _): "timer budget"
        case .setTimer(.reservation, _): "timer reservation"
        case .setTimer(.gather, _): "timer gather"
        case .close: "close"
        }
    }
}

extension Step {
    fileprivate var script: String {
        "\(id) \(worker)" + (access.isEmpty ? "" : "(\(access.script))")
    }
}

extension Workflow.Parent {
    fileprivate var script: String {
        switch self {
        case .question: "the question"
        case .round(let workflow): "a round after \(workflow)"
        case .step(let step): "\(step)"
        }
    }
}

extension RunChange {
    /// `; s1 waiting, s2 waiting; held`: what it changed.
    fileprivate var script: String {
        var parts: [String] = []
        if !steps.isEmpty {
            parts.append(
                steps.map { "\($0.step.script) \($0.status.script)" }.joined(separator: ", ")
            )
        }
        if let isHeld { parts.append(isHeld ? "held" : "not held") }
        if let superseded { parts.append("without \(superseded.script)") }
        if let withdrawn { parts.append("withdrawn: \(withdrawn.joined(separator: " "))") }
        return parts.map { "; " + $0 }.joined()
    }
}

extension StepState.Status {
    fileprivate var script: String {
        switch self {
        case .waiting: "waiting"
        case .running(let attempt): "running \(attempt)"
        case .retrying: "retrying"
        case .nested(let workflow): "nested \(workflow)"
        case .asking: "asking"
        case .finished(let attempt): "finished \(attempt)"
        case .failed: "failed"
        case .skipped: "skipped"
        case .cancelled: "cancelled"
        case .deleted: "deleted"
        }
    }
}

extension [SeenOutput] {
    fileprivate var script: String { map(\.attempt.description).joined(separator: " ") }
}

extension Array where Element: SessionScopedID {
    fileprivate var script: String { map(\.description).joined(separator: " ") }
}

extension TextAppended.Channel {
    fileprivate var verb: String {
        switch self {
        case .answer: "wrote"
        case .reasoning: "thought"
        case .toolCalls: "asked for"
        }
    }
}
