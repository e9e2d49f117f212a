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
            "\(fact.attempt) \(fact.channel == .answer ? "wrote" : "thought"): \(fact.text)"
        case .attemptFinished(let fact): "\(fact.attempt) finished \(fact.reason.rawValue)"
        case .attemptFailed(let fact): "\(fact.attempt) failed \(fact.error.code.rawValue)"
        case .attemptCancelled(let fact): "\(fact.attempt) cancelled: \(fact.reason)"
        case .retryScheduled(let fact): "\(fact.agent) retries after \(fact.attempt)"
        case .stepFinished(let fact): "\(fact.step) finished with \(fact.attempt)"
        case .stepFailed(let fact): "\(fact.step) failed: \(fact.reason)"
        case .stepSkipped(let fact): "\(fact.step) skipped: \(fact.reason)"
        case .sessionClosed(let fact):
            "closed \(fact.outcome.rawValue): \(fact.answer ?? fact.reason ?? "")"
        case .unknown(let fact): "unknown \(fact.type)"
        }
    }
}

extension Action {
    public var script: String {
        switch self {
        case .call(let call): "call \(call.attempt) \(call.worker.name)"
        case .cancel(let attempt): "cancel \(attempt)"
        case .setTimer(let attempt, _): "timer \(attempt)"
        case .close: "close"
        }
    }
}

extension Step {
    fileprivate var script: String {
        "\(id) \(worker)" + (access.isEmpty ? "" : "(\(access.script))")
    }
}

extension Array where Element: SessionScopedID {
    fileprivate var script: String { map(\.description).joined(separator: " ") }
}
