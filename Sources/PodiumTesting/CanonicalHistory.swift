public import PodiumCore

/// What a session came to, without when: the same for two runs in which everybody did the same,
/// however their calls fell between each other.
///
/// Times, sequences, the numbers of attempts and the pieces in which text came are left out.
public struct CanonicalHistory: Hashable, Sendable {
    /// One call, named by its agent and how many calls that agent had had before.
    public struct Call: Hashable, Sendable {
        public var agent: Agent
        public var ordinal: Int
        public var worker: String
        public var subtask: String?
        /// The calls whose output it was shown.
        public var saw: [String]
        public var text: String
        public var reasoning: String
        public var status: String
        public var usage: Usage?
    }

    public var calls: [Call]
    public var steps: [Step]
    public var outcome: SessionClosed.Outcome?
    public var answer: String?

    public init(_ state: SessionState) {
        var ordinals: [Agent: Int] = [:]
        let names = state.attempts.map { attempt in
            ordinals[attempt.agent, default: 0] += 1
            return (attempt.agent, ordinals[attempt.agent] ?? 0)
        }
        func name(_ id: AttemptID) -> String {
            let index = id.rawValue - 1
            guard names.indices.contains(index) else { return "?" }
            return "\(names[index].0).\(names[index].1)"
        }
        calls = zip(state.attempts, names).map { attempt, place in
            Call(
                agent: attempt.agent,
                ordinal: place.1,
                worker: attempt.worker,
                subtask: attempt.subtask,
                saw: attempt.saw.map { name($0.attempt) },
                text: attempt.text,
                reasoning: attempt.reasoning,
                status: Self.text(of: attempt.status),
                usage: attempt.settled?.usage
            )
        }
        .sorted { ("\($0.agent)", $0.ordinal) < ("\($1.agent)", $1.ordinal) }
        steps = state.steps.filter { !$0.isDeleted }.map(\.step).sorted { $0.id < $1.id }
        outcome = state.closed?.outcome
        answer = state.closed?.answer
    }

    private static func text(of status: AttemptState.Status) -> String {
        switch status {
        case .running: "running"
        case .finished(let reason): "finished \(reason.rawValue)"
        case .failed(let error): "failed \(error.code.rawValue)"
        case .cancelled: "cancelled"
        }
    }
}
