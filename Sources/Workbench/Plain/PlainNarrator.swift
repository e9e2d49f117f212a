import CellUI
public import PodiumCore

/// Tells a session in sentences, line after line: for pipes, logs and screen readers.
///
/// Feed it the events in order. Streamed text comes out a whole line at a time, each line with the
/// step it belongs to, so that parallel steps stay apart. Text from models is made visible: no
/// control character reaches the output.
public struct PlainNarrator {
    public private(set) var state: SessionState
    /// The unfinished last line of each attempt.
    private var pending: [AttemptID: String] = [:]
    private var lines: [String] = []

    public init(session: SessionID) {
        state = SessionState(id: session)
    }

    /// Takes the next event and returns what there is to say about it.
    public mutating func narrate(_ event: Event) -> [String] {
        lines = []
        state.apply(event)
        switch event.fact {
        case .sessionOpened(let fact): tell(fact)
        case .attemptStarted(let fact): tell(fact)
        case .textAppended(let piece): tell(piece)
        case .attemptFinished(let fact): tell(end: fact.attempt, fact.used, "is finished")
        case .attemptFailed(let fact):
            tell(end: fact.attempt, fact.used, "failed")
            say("  The reason: \(fact.error)")
        case .attemptCancelled(let fact): tell(end: fact.attempt, fact.used, "was cancelled")
        case .retryScheduled(let fact):
            say(
                "\(name(of: fact.agent)) will be tried again in "
                    + "\(Format.duration(fact.due - event.time))."
            )
        case .planAccepted(let fact): tell(fact)
        case .planRejected(let fact):
            say("The plan cannot be used: \(fact.error)")
            say(
                fact.remedy == .repair
                    ? "The conductor is asked to mend it." : "One worker answers alone instead."
            )
        case .stepFinished: break
        case .stepFailed(let fact):
            say("\(name(of: .step(fact.step))) gave no output: \(fact.reason)")
        case .stepSkipped(let fact): say("\(name(of: .step(fact.step))) is skipped: \(fact.reason)")
        case .sessionClosed(let fact): tell(fact)
        case .unknown(let fact): say("(An event of a later version: \(fact.type).)")
        }
        return lines
    }

    // MARK: Sentences

    private mutating func say(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(visible(String(line), keepingNewlines: false))
        }
    }

    private mutating func tell(_ fact: SessionOpened) {
        say("Session \(state.id)")
        say("Question: \(fact.question)")
        say("Workers: \(fact.pool.map(\.name).joined(separator: ", ")).")
    }

    private mutating func tell(_ fact: AttemptStarted) {
        switch fact.agent {
        case .conductor: say("The conductor (\(fact.worker)) writes a workflow.")
        case .step: say("\(name(of: fact.agent)) starts.")
        }
    }

    private mutating func tell(_ piece: TextAppended) {
        guard piece.channel == .answer, let attempt = state.attempt(piece.attempt) else { return }
        var text = (pending[piece.attempt] ?? "") + piece.text
        while let end = text.firstIndex(where: \.isNewline) {
            say("  \(label(of: attempt)) | \(text[..<end])")
            text = String(text[text.index(after: end)...])
        }
        pending[piece.attempt] = text
    }

    private mutating func tell(end id: AttemptID, _ used: AttemptUsage, _ how: String) {
        guard let attempt = state.attempt(id) else { return }
        if let rest = pending.removeValue(forKey: id), !rest.isEmpty {
            say("  \(label(of: attempt)) | \(rest)")
        }
        let time = attempt.endedAt.map { " after \(Format.duration($0 - attempt.startedAt))" } ?? ""
        let mark = used.isEstimate ? "about " : ""
        say(
            "\(name(of: attempt.agent)) \(how)\(time): \(mark)\(Format.tokens(used.usage.totalInput))"
                + " tokens read, \(mark)\(Format.tokens(used.usage.output)) written, "
                + "\(Format.cost(used.cost))."
        )
    }

    private mutating func tell(_ fact: PlanAccepted) {
        let steps = fact.workflow.steps
        if let reason = fact.reason {
            say(fact.origin == .file ? "The workflow comes from \(reason)." : reason)
        }
        say("The workflow has \(steps.count) \(steps.count == 1 ? "step" : "steps"):")
        for (position, step) in steps.enumerated() {
            let seen = step.access.compactMap { id in
                steps.firstIndex { $0.id == id }.map { "\($0 + 1)" }
            }
            let sees =
                seen.isEmpty
                ? "It sees the question only."
                : "It sees the output of \(seen.count == 1 ? "step" : "steps") "
                    + "\(seen.joined(separator: ", "))."
            say("  \(position + 1). \(step.worker): \(Format.oneLine(step.subtask)) \(sees)")
        }
    }

    private mutating func tell(_ fact: SessionClosed) {
        switch fact.outcome {
        case .answered: say("Answer: \(fact.answer ?? "")")
        case .failed:
            say("There is no answer. \(fact.reason ?? "")")
            if let advice = Advice.forFailure(of: state) { say(advice) }
        case .cancelled: say("The run was interrupted. \(fact.reason ?? "")")
        case .budget: say("Stopped without an answer. \(fact.reason ?? "")")
        }
        let time = state.openedAt.flatMap { opened in
            state.updatedAt.map { " in \(Format.duration($0 - opened))" }
        }
        say(
            "Used\(time ?? ""): \(Format.tokens(fact.usage.totalInput)) tokens read, "
                + "\(Format.tokens(fact.usage.output)) written, \(Format.cost(fact.cost))."
        )
    }

    // MARK: Names

    private func name(of agent: Agent) -> String {
        switch agent {
        case .conductor: "The conductor"
        case .step(let id): "Step \(number(of: id)) (\(state.step(id)?.step.worker ?? "?"))"
        }
    }

    private func label(of attempt: AttemptState) -> String {
        switch attempt.agent {
        case .conductor: "conductor"
        case .step(let id): "\(number(of: id)) \(attempt.worker)"
        }
    }

    private func number(of id: StepID) -> Int {
        guard let step = state.step(id) else { return id.rawValue }
        let siblings = state.steps.filter { $0.workflow == step.workflow }
        return (siblings.firstIndex { $0.id == id } ?? 0) + 1
    }
}
