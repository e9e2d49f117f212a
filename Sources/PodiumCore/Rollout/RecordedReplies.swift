/// The replies of a session that has run, for rollouts of the same question or a changed run of it.
///
/// A reply belongs to what was asked of whom. Who was asked the same again, after a fault, gave
/// several, and they come in their order.
///
/// ```swift
/// var replies = RecordedReplies(of: state)
/// let again = Rollout(opened) { call in replies.next(to: call) ?? live(call) }
/// ```
public struct RecordedReplies: Sendable {
    private struct Asked: Hashable {
        var worker: String
        var request: ModelRequest
    }

    /// The latest first.
    private var replies: [Asked: [Rollout.Reply]] = [:]

    public init(of state: SessionState) {
        for attempt in state.attempts.reversed() {
            guard attempt.worker != Worker.personName, let request = state.request(of: attempt.id),
                let reply = Rollout.Reply(recordedIn: attempt)
            else { continue }
            replies[Asked(worker: attempt.worker, request: request), default: []].append(reply)
        }
    }

    /// The next of the replies to such a call; nil when there is no other.
    public mutating func next(to call: ModelCall) -> Rollout.Reply? {
        replies[Asked(worker: call.worker.name, request: call.request)]?.popLast()
    }
}

extension Rollout.Reply {
    /// Nil for a call that did not come to its own end.
    fileprivate init?(recordedIn attempt: AttemptState) {
        let counted = attempt.settled.flatMap { $0.isEstimate ? nil : $0.usage }
        let end: ReplyEnd
        switch attempt.status {
        case .finished(let reason): end = .finished(reason, counted)
        case .failed(let error): end = .failed(error, counted)
        case .running, .cancelled: return nil
        }
        self.init(
            reasoning: attempt.reasoning,
            attempt.text,
            toolCalls: attempt.toolCalls,
            end: end,
            duration: attempt.endedAt.map { $0 - attempt.startedAt } ?? .zero
        )
    }
}
