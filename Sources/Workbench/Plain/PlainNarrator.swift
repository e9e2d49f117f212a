import CellUI
public import PodiumCore

/// Tells a session in sentences, line after line: for pipes, logs and screen readers.
///
/// Feed it the events in order. Streamed text comes out a whole line at a time, each line with the
/// step it belongs to, so that parallel steps stay apart. Text from models is made visible: no
/// control character reaches the output.
public struct PlainNarrator: Sendable {
    public private(set) var state: SessionState
    private var pending = PendingLines()
    private var told: [ToldLine] = []
    private var reasons = ToldReasons()
    /// What is written before an override's words to decide.
    private let prompt: String

    /// - Parameter prompt: what a person writes before the words of an override; nil for the command
    ///   of another terminal.
    public init(session: SessionID, prompt: String? = nil) {
        state = SessionState(id: session)
        self.prompt = prompt ?? "podium override \(session) "
    }

    /// Takes the next event and returns what there is to say about it.
    public mutating func narrate(_ event: Event) -> [String] {
        tell(event).flatMap(\.lines)
    }

    /// The same, each line with what it is.
    mutating func tell(_ event: Event) -> [ToldLine] {
        told = []
        let hadEnded = state.closed != nil
        state.apply(event)
        func sentence() -> String { EventSentence(event, in: state).text }
        switch event.fact {
        case .sessionOpened(let fact): tell(fact)
        case .textAppended(let piece): tell(piece)
        case .attemptFinished(let fact): tell(end: fact.attempt, fact.used, Self.end(fact.reason))
        case .attemptFailed(let fact):
            tell(end: fact.attempt, fact.used, "failed")
            tell(reason: fact.error, of: fact.attempt)
        case .attemptCancelled(let fact): tell(end: fact.attempt, fact.used, "was cancelled")
        case .planAccepted(let fact): tell(fact)
        case .planRejected(let fact):
            say(sentence())
            say(Self.sentence(for: fact.remedy))
        case .stepFailed(let fact): say(reasons.brief(sentence(), of: .step(fact.step)))
        case .sessionClosed(let fact): tell(fact)
        case .workflowBegun(let fact):
            // Of the first workflow of all, what is done for it tells.
            if case .question = fact.parent, fact.remark == nil { break }
            say(sentence())
        case .stepSelected(let fact):
            if let reason = fact.reason { say(reason) }
            say(sentence())
        case .stepRerouted(let fact): say(reasons.brief(sentence(), of: .step(fact.step)))
        case .stepAsked(let fact):
            say(reasons.brief(sentence(), of: .step(fact.step)))
            say("  retry, reroute, write or skip it: \(prompt)…")
        case .workerLeft(let fact):
            say(reasons.brief(sentence()))
            reasons.left(because: fact.reason)
        case .budgetReached(let fact):
            // That it is spent is said with the end.
            if fact.remedy == .degrade { say(sentence()) }
        case .attemptQueued(let fact):
            if state.attempt(fact.attempt) != nil { say(sentence()) }
        case .attemptStarted, .retryScheduled, .stepSkipped, .answerKept, .forecastMade,
            .workerReturned, .overrideApplied, .overrideRefused, .unknown:
            say(sentence())
        case .stepFinished, .attemptSent: break
        case .sessionResumed(let fact):
            say(
                "The session goes on after \(hadEnded ? "its end" : "its process had ended") (\(fact.program))."
            )
        }
        return told
    }

    // MARK: Sentences

    private static func end(_ reason: FinishReason) -> String {
        reason.shortfall.map { "\($0)," } ?? "is finished"
    }

    private mutating func say(_ text: String) {
        told.append(.sentence(text))
    }

    private mutating func tell(_ fact: SessionOpened) {
        say("Session \(state.id)")
        say("Question: \(fact.question)")
        if let client = fact.client {
            say("Asked by \(SessionSummary.Client(client).sentence).")
        }
        say("Workers: \(fact.pool.map(\.name).joined(separator: ", ")).")
        if fact.policy.variant == .mini, let selector = fact.conductor.worker {
            let rule =
                fact.conductor.kind == .embedded ? ", by a rule: no selector is trained yet" : ""
            say("Mini: \(selector.name) chooses a worker and a role a turn\(rule).")
        }
    }

    private mutating func tell(_ piece: TextAppended) {
        guard piece.channel != .reasoning, let attempt = state.attempt(piece.attempt) else {
            return
        }
        // The tools that it asks for are lines of their own.
        if piece.channel == .toolCalls, attempt.toolCalls == piece.text,
            let rest = pending.finish(piece.attempt)
        {
            told.append(.text(rest, of: attempt.id, label: label(of: attempt)))
        }
        for line in pending.take(piece.text, of: piece.attempt) {
            told.append(.text(line, of: attempt.id, label: label(of: attempt)))
        }
    }

    private mutating func tell(end id: AttemptID, _ used: AttemptUsage, _ how: String) {
        guard let attempt = state.attempt(id) else { return }
        if let rest = pending.finish(id) {
            told.append(.text(rest, of: id, label: label(of: attempt)))
        }
        say(EventSentence.end(id, how, used, in: state))
        if let count = used.disbelieved { say("  \(Self.doubt(about: count))") }
    }

    private static func doubt(about count: Usage) -> String {
        "Its provider counts \(Format.tokens(count.totalInput)) tokens read and "
            + "\(Format.tokens(count.output)) written, which cannot be; these are our figures."
    }

    private mutating func tell(reason error: ProviderError, of id: AttemptID) {
        guard let attempt = state.attempt(id) else { return }
        say("  \(reasons.sentence(for: error, of: attempt.agent))")
    }

    private mutating func tell(_ fact: PlanAccepted) {
        guard fact.origin != .selector else { return }
        let steps = fact.workflow.steps
        if let reason = fact.reason {
            let agent = Agent.conductor(fact.workflow.id)
            say(
                fact.origin == .file
                    ? "The workflow comes from \(reason)." : reasons.brief(reason, of: agent)
            )
        }
        if let note = fact.note { say("Left out of the plan: \(note)") }
        say("The workflow has \(steps.count) \(steps.count == 1 ? "step" : "steps"):")
        let numbers = state.stepNumbers
        let own = Set(steps.map(\.id))
        for (position, step) in steps.enumerated() {
            let seen = step.access.map { id in
                "\(numbers[id] ?? id.rawValue)" + (own.contains(id) ? "" : " of the round before")
            }
            say("  \(position + 1). \(Self.description(of: step, seeing: seen))")
        }
        if fact.awaitsApproval == true {
            say("It waits for approval: \(prompt)approve")
        }
    }

    private static func description(of step: Step, seeing seen: [String]) -> String {
        let sees =
            seen.isEmpty
            ? "It sees the question only."
            : "It sees the output of \(seen.count == 1 ? "step" : "steps") "
                + "\(seen.joined(separator: ", "))."
        return "\(step.worker): \(Format.oneLine(step.subtask)) \(sees)"
    }

    private static func sentence(for remedy: PlanRejected.Remedy) -> String {
        switch remedy {
        case .repair: "The conductor is asked to mend it."
        case .fallback: "One worker answers alone instead."
        case .keep: "The answer that was found before is kept."
        }
    }

    private mutating func tell(_ fact: SessionClosed) {
        switch fact.outcome {
        case .answered:
            if let reason = fact.reason { say(reason) }
            told.append(.answer(fact.answer ?? ""))
        case .failed:
            say("There is no answer. \(fact.reason ?? "")")
            if let advice = Advice.forFailure(of: state) { say(advice) }
        case .cancelled: say("The run was cancelled. \(fact.reason ?? "")")
        case .budget:
            say("Stopped without an answer. \(fact.reason ?? "")")
            if let best = fact.answer { say("Best so far: \(best)") }
        }
        let time = state.openedAt.flatMap { opened in
            state.updatedAt.map { " in \(Format.duration($0 - opened))" }
        }
        say(
            "Used\(time ?? ""): \(Format.tokens(fact.usage.totalInput)) tokens read, "
                + "\(Format.tokens(fact.usage.output)) written, \(Format.cost(fact.cost))."
        )
        if let comparison = ForecastComparison(state) { say(comparison.text) }
    }

    // MARK: Names

    private func label(of attempt: AttemptState) -> String {
        switch attempt.agent {
        case .conductor: state.policy.variant == .mini ? "selector" : "conductor"
        case .step(let id): "\(state.number(of: id)) \(attempt.worker)"
        }
    }
}
