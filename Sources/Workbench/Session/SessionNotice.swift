import CellUI
import PodiumCore

/// Something that a person should notice: a fault, a retry, a limit, a decision and its answer.
struct SessionNotice: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case news, trouble }

    let time: Timestamp
    let kind: Kind
    let text: String

    /// Nil for an event that is seen well enough where it happens.
    ///
    /// - Parameter state: the session with the event applied.
    init?(_ event: Event, in state: SessionState) {
        time = event.time
        switch event.fact {
        case .attemptFailed(let fact):
            self.kind = .trouble
            self.text = "\(Self.agent(of: fact.attempt, state)): \(fact.error)"
        case .retryScheduled(let fact):
            self.kind = .news
            self.text =
                "\(Self.agent(of: fact.attempt, state)) is tried again in "
                + "\(Format.duration(fact.due - event.time))."
        case .planRejected(let fact):
            self.kind = .trouble
            self.text = "The plan cannot be used: \(fact.error)"
        case .stepAsked(let fact):
            self.kind = .trouble
            self.text = "\(state.name(of: fact.step)) waits for you: \(fact.reason)"
        case .stepRerouted(let fact):
            self.kind = .news
            self.text =
                "Step \(state.number(of: fact.step)) goes from \(fact.from) to \(fact.to):"
                + " \(fact.reason)"
        case .workerLeft(let fact):
            self.kind = .trouble
            self.text = "\(fact.worker) is out of reach: \(fact.reason)"
        case .workerReturned(let fact):
            self.kind = .news
            self.text = "\(fact.worker) is back."
        case .attemptQueued(let fact):
            self.kind = .news
            self.text = "\(Self.agent(of: fact.attempt, state)) waits for \(fact.wait.text)."
        case .budgetReached(let fact):
            self.kind = .trouble
            self.text =
                fact.remedy == .degrade
                ? "The budget of \(fact.kind.rawValue) runs low: the shortest way to an answer."
                : "The budget of \(fact.kind.rawValue) is spent."
        case .overrideApplied(let fact):
            self.kind = .news
            self.text = OverrideSentence(fact, in: state).text
        case .overrideRefused(let fact):
            self.kind = .trouble
            self.text = fact.reason
        default: return nil
        }
    }

    private static func agent(of id: AttemptID, _ state: SessionState) -> String {
        guard let attempt = state.attempt(id) else { return "A call" }
        switch attempt.agent {
        case .conductor: return "The conductor (\(attempt.worker))"
        case .step(let step): return state.name(of: step)
        }
    }
}
