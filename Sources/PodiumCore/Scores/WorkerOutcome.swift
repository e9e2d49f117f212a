/// How a worker's output turned out in a session.
public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    case right
    case wrong
    /// Nobody has judged it.
    case unjudged
}

/// How a worker did in a session: one record however many steps it had there.
public struct WorkerOutcome: Hashable, Sendable {
    public var worker: String
    /// The kind of the session's question; see `QuestionKinds`.
    public var kind: String
    public var session: SessionID
    public var outcome: Outcome

    public init(worker: String, kind: String, session: SessionID, outcome: Outcome) {
        self.worker = worker
        self.kind = kind
        self.session = session
        self.outcome = outcome
    }

    /// A person's verdict counts for whoever bears the answer; for the others, and without one, the
    /// checks do.
    public init(
        _ contribution: Contribution,
        to session: SessionID,
        kind: String,
        verdict: AnswerVerdict.Value?
    ) {
        let judged: Outcome? =
            switch verdict {
            case .right: .right
            case .wrong: .wrong
            case nil: nil
            }
        self.init(
            worker: contribution.worker,
            kind: kind,
            session: session,
            outcome: contribution.bearsAnswer
                ? judged ?? contribution.checked : contribution.checked
        )
    }
}

/// What a worker gave to a closed session: all that its outcome rests on, beside a person's verdict.
public struct Contribution: Hashable, Sendable, Codable {
    public var worker: String
    /// Whether the session's answer is an output of this worker, or rests on one that was seen.
    public var bearsAnswer: Bool
    /// What checks within the session came to.
    public var checked: Outcome

    public init(worker: String, bearsAnswer: Bool, checked: Outcome) {
        self.worker = worker
        self.bearsAnswer = bearsAnswer
        self.checked = checked
    }
}
