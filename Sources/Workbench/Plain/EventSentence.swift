import PodiumCore

/// What an event says, in one sentence.
struct EventSentence {
    let text: String

    /// - Parameters:
    ///   - state: the session with the event applied, or as it was later.
    ///   - longest: where it is shortened, in characters; nil tells all of what somebody wrote.
    init(_ event: Event, in state: SessionState, longest: Int? = nil) {
        text = Format.beginning(of: Self.text(event, in: state, longest), longest)
    }

    private static func text(
        _ event: Event,
        in state: SessionState,
        _ longest: Int?
    ) -> String {
        func name(_ step: StepID) -> String { state.name(of: step) }
        switch event.fact {
        case .sessionOpened(let fact): return "Question: \(fact.question)"
        case .workflowBegun(let fact): return Self.beginning(fact, in: state)
        case .planAccepted(let fact):
            let count = fact.workflow.steps.count
            return
                fact.origin == .selector
                ? "A worker and a role are chosen a turn."
                : "The workflow has \(count) \(count == 1 ? "step" : "steps")."
        case .planRejected(let fact): return "The plan cannot be used: \(fact.error)"
        case .attemptStarted(let fact): return Self.start(fact, in: state)
        case .textAppended(let piece):
            let written = state.attempt(piece.attempt)?.writtenBytes ?? piece.text.utf8.count
            return
                Self.writing(piece.attempt, Self.verb(of: piece.channel), in: state)
                + ": \(Format.bytes(written)) so far"
        case .attemptFinished(let fact):
            let how = fact.reason.shortfall.map { "\($0)," } ?? "is finished"
            return Self.end(fact.attempt, how, fact.used, in: state)
        case .attemptFailed(let fact):
            return "\(Self.ending(fact.attempt, "failed", in: state)): \(fact.error)"
        case .attemptCancelled(let fact):
            return "\(Self.ending(fact.attempt, "was cancelled", in: state)): \(fact.reason)"
        case .retryScheduled(let fact):
            let wait = Format.duration(fact.due - event.time)
            return "\(state.name(of: fact.agent)) will be tried again in \(wait)."
        case .attemptQueued(let fact):
            return "\(Self.agent(of: fact.attempt, in: state)) waits for \(fact.wait.text)."
        case .attemptSent(let fact):
            return "\(Self.agent(of: fact.attempt, in: state)) has its turn: it is called."
        case .stepFinished(let fact): return Self.output(fact, in: state)
        case .stepFailed(let fact): return "\(name(fact.step)) gave no output: \(fact.reason)"
        case .stepSkipped(let fact): return "\(name(fact.step)) is skipped: \(fact.reason)"
        case .stepSelected(let fact):
            return
                "Turn \(state.number(of: fact.step.id)): \(fact.step.worker) as"
                + " \(fact.step.role?.rawValue ?? "worker")."
        case .stepRerouted(let fact):
            return
                "Step \(state.number(of: fact.step)) goes from \(fact.from) to \(fact.to):"
                + " \(fact.reason)"
        case .stepAsked(let fact): return "\(name(fact.step)) waits for you: \(fact.reason)"
        case .workerLeft(let fact): return "\(fact.worker) is out of reach: \(fact.reason)"
        case .workerReturned(let fact): return "\(fact.worker) is back."
        case .budgetReached(let fact):
            let kind = fact.kind.rawValue
            return
                fact.remedy == .degrade
                ? "The budget of \(kind) runs low: the run takes the shortest way to an answer."
                : "The budget of \(kind) is spent."
        case .forecastMade(let fact): return "Forecast: \(fact.forecast.text)."
        case .answerKept: return "The conductor leaves the answer as it is."
        case .overrideApplied(let fact):
            return OverrideSentence(fact, in: state, longest: longest).text
        case .overrideRefused(let fact):
            let kind = fact.request.override.kind.rawValue
            return "\(fact.request.author)'s \(kind) is refused: \(fact.reason)"
        case .sessionResumed(let fact): return "The session goes on (\(fact.program))."
        case .sessionClosed(let fact): return Self.closing(fact)
        case .unknown(let fact): return "(An event of a later version: \(fact.type).)"
        }
    }

    /// Text that a call wrote between two other events.
    init(writing attempt: AttemptID, bytes: Int, in state: SessionState) {
        text = "\(Self.writing(attempt, "writes", in: state)) \(Format.bytes(bytes))"
    }

    // MARK: Calls

    private static func agent(of attempt: AttemptID, in state: SessionState) -> String {
        state.attempt(attempt).map { state.name(of: $0.agent) } ?? "A call"
    }

    private static func start(_ fact: AttemptStarted, in state: SessionState) -> String {
        switch fact.agent {
        case .conductor where state.policy.variant == .mini:
            "The selector (\(fact.worker)) chooses."
        case .conductor: "The conductor (\(fact.worker)) writes a workflow."
        case .step: "\(state.name(of: fact.agent)) starts."
        }
    }

    private static func verb(of channel: TextAppended.Channel) -> String {
        switch channel {
        case .answer: "writes"
        case .reasoning: "thinks"
        case .toolCalls: "asks for tools"
        }
    }

    private static func writing(
        _ attempt: AttemptID,
        _ verb: String,
        in state: SessionState
    ) -> String {
        "\(agent(of: attempt, in: state)) \(verb)"
    }

    /// `Step 2 (linguist) is finished after 3.1s`
    private static func ending(
        _ attempt: AttemptID,
        _ how: String,
        in state: SessionState
    ) -> String {
        let time = state.attempt(attempt).flatMap { attempt in
            attempt.endedAt.map { " after \(Format.duration($0 - attempt.startedAt))" }
        }
        return "\(agent(of: attempt, in: state)) \(how)\(time ?? "")"
    }

    /// The end of a call, and what it used.
    static func end(
        _ attempt: AttemptID,
        _ how: String,
        _ used: AttemptUsage,
        in state: SessionState
    ) -> String {
        let mark = used.isEstimate ? "about " : ""
        return "\(ending(attempt, how, in: state)):"
            + " \(mark)\(Format.tokens(used.usage.totalInput)) tokens read,"
            + " \(mark)\(Format.tokens(used.usage.output)) written, \(Format.cost(used.cost))."
    }

    private static func output(_ fact: StepFinished, in state: SessionState) -> String {
        let name = state.name(of: fact.step)
        guard case .step(let other)? = state.attempt(fact.attempt)?.agent, other != fact.step else {
            return "\(name) has its output."
        }
        return "\(name) has its output, as \(state.name(of: other)) has it."
    }

    // MARK: Plans and the end

    private static func beginning(_ fact: WorkflowBegun, in state: SessionState) -> String {
        switch fact.parent {
        case _ where fact.remark == PlanRequest.noRemark:
            "The conductor is asked for another plan."
        case _ where fact.remark != nil:
            "The conductor is asked for another plan: \(fact.remark ?? "")"
        case .question: "A workflow is begun."
        case .round: "The conductor is shown the answer, and asked for another round."
        case .step(let step): "\(state.name(of: step)) is answered by a workflow of its own."
        }
    }

    private static func closing(_ fact: SessionClosed) -> String {
        let reason = fact.reason.map { " \($0)" } ?? ""
        return switch fact.outcome {
        case .answered: "The run ends with an answer.\(reason)"
        case .failed: "There is no answer.\(reason)"
        case .cancelled: "The run was cancelled.\(reason)"
        case .budget: "Stopped without an answer.\(reason)"
        }
    }
}

extension SessionState {
    /// An agent as a person knows it, at the beginning of a sentence.
    func name(of agent: Agent) -> String {
        switch agent {
        case .conductor: policy.variant == .mini ? "The selector" : "The conductor"
        case .step(let id): name(of: id)
        }
    }
}

extension AttemptState {
    /// How much it has written, in UTF-8.
    var writtenBytes: Int { text.utf8.count + reasoning.utf8.count + toolCalls.utf8.count }
}
