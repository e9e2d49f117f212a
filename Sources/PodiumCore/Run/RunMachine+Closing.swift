extension RunMachine {
    /// All steps of a workflow are settled: it answers its step, or a round follows, or the end.
    mutating func conclude(_ workflow: WorkflowID) {
        if let parent = state.parentStep(of: workflow) {
            return answer(parent, by: workflow)
        }
        if asksAnotherRound(after: workflow) { return beginRound(after: workflow) }
        if let answer = state.answer(of: workflow) {
            return close(
                .answered,
                answer: answer,
                reason: joined(
                    doubt(about: workflow),
                    shortness(of: state.answerAttempt(of: workflow))
                )
            )
        }
        if let best = state.bestAnswer, best.isComplete {
            let isKept = state.workflow(workflow)?.isKept == true
            let reason = isKept ? nil : "The last round gave no answer; this is the one before."
            return close(
                .answered,
                answer: best.text,
                reason: joined(reason, shortness(of: best.attempt))
            )
        }
        close(.failed, reason: reasonForFailure(of: workflow))
    }

    private func asksAnotherRound(after workflow: WorkflowID) -> Bool {
        guard state.policy.variant != .mini, state.degradedBy == nil,
            state.roundCount < roundLimit(after: workflow), state.hasConductor,
            state.workflow(workflow)?.isKept == false
        else { return false }
        return exhaustedBudget == nil
    }

    /// Where there is no answer yet, the conductor may plan again more often.
    private func roundLimit(after workflow: WorkflowID) -> Int {
        let limits = state.limits
        let isAnswered = state.answer(of: workflow) != nil || state.bestAnswer?.isComplete == true
        return isAnswered ? limits.rounds : max(limits.rounds, 1 + limits.replans)
    }

    /// What speaks against an answer of turns: the last verifier did not accept it.
    private func doubt(about workflow: WorkflowID) -> String? {
        var turns = 0
        var verdict: Verdict?
        for index in state.steps.indices where state.steps[index].workflow == workflow {
            turns += 1
            guard state.steps[index].step.role == .verifier,
                let output = state.steps[index].output, let place = state.index(of: output)
            else { continue }
            verdict = Verdict(in: state.attempts[place].text)
        }
        guard verdict == .revise else { return nil }
        return "No verifier accepted it within \(turns) turns."
    }

    /// What speaks against an answer being whole: how the call that gave it ended.
    func shortness(of answer: AttemptID?) -> String? {
        guard let attempt = answer.flatMap({ state.attempt($0) }),
            case .finished(let end) = attempt.status
        else { return nil }
        switch end {
        case .stop, .toolCalls, .declined: return nil
        case .length:
            return "The answer stops in the middle, at \(attempt.worker)'s limit of tokens."
        case .contentFilter:
            return
                "The answer stops in the middle: the content filter of \(attempt.worker)'s provider."
        default:
            return "The answer may not be whole: \(attempt.worker) ended it with “\(end.rawValue)”."
        }
    }

    /// What there is to say of an end, in one text; nil when there is nothing.
    func joined(_ sentences: String?...) -> String? {
        let said = sentences.compactMap(\.self)
        return said.isEmpty ? nil : said.joined(separator: " ")
    }

    /// A nested workflow's answer is the output of the step it stands in.
    private mutating func answer(_ step: StepID, by workflow: WorkflowID) {
        if let attempt = state.answerAttempt(of: workflow) {
            record(.stepFinished(StepFinished(step: step, attempt: attempt)))
        } else {
            giveUp(step, after: nil, reasonForFailure(of: workflow))
        }
    }

    private func reasonForFailure(of workflow: WorkflowID) -> String {
        let steps = state.steps(of: workflow)
        // Nothing was added to the workflow before.
        if steps.isEmpty, let before = state.begun(workflow)?.follows {
            return reasonForFailure(of: before)
        }
        // The last step's own failure says why; if it never ran, the first failure does.
        let failures = steps.compactMap { step -> String? in
            switch step.status {
            case .failed(let reason), .cancelled(let reason):
                return "\(state.name(of: step.id)) gave no answer: \(reason)"
            case .skipped(let reason) where step.marks.contains(.skipped):
                return "\(state.name(of: step.id)) gave no answer: \(reason)"
            default: return nil
            }
        }
        let lastFailed = if case .failed? = steps.last?.status { true } else { false }
        let nothing =
            state.policy.variant == .mini ? "No turn gave an answer." : "No step gave an output."
        return (lastFailed ? failures.last : failures.first) ?? nothing
    }

    /// A person ends the run with the best there is.
    mutating func finishNow(by author: String) {
        guard let best = state.bestAnswer else {
            return close(.cancelled, reason: "Ended by \(author), before there was an answer.")
        }
        let part =
            best.isComplete
            ? nil
            : "The answer is the output of \(state.name(of: best.step)), not of the last step."
        close(
            .answered,
            answer: best.text,
            reason: joined("Ended by \(author).", part, shortness(of: best.attempt))
        )
    }

    /// Cancels what runs, and ends the session.
    mutating func close(
        _ outcome: SessionClosed.Outcome,
        answer: String? = nil,
        reason: String?
    ) {
        for index in state.attempts.indices where state.attempts[index].isRunning {
            cancel(state.attempts[index], reason: reason ?? "The session was closed.")
        }
        let spent = state.conductorSpent + state.workerSpent
        record(
            .sessionClosed(
                SessionClosed(
                    outcome: outcome,
                    answer: answer,
                    reason: reason,
                    usage: spent.usage,
                    cost: spent.cost
                )
            )
        )
        act(.close)
    }
}
