public import PodiumCore

/// Runs a question again on replies that were recorded, under a clock of its own.
///
/// Nothing is called and nothing is waited for: the same opening, replies and start give the same
/// events, byte for byte. What is due at the same time comes in the order of the attempts.
public struct RecordedRun: Sendable {
    /// One call's reply, as it came.
    struct Reply: Hashable, Sendable {
        struct Piece: Hashable, Sendable {
            var after: Duration
            var channel: TextAppended.Channel
            var text: String
        }

        struct End: Hashable, Sendable {
            var after: Duration
            var kind: ReplyEnd
        }

        var pieces: [Piece] = []
        /// Nil for a call that was still running.
        var end: End?
    }

    private let opened: SessionOpened
    private let start: Timestamp
    private var replies: [Agent: [Reply]] = [:]
    private var decisions: [(after: Duration, OverrideRequest)] = []

    /// Takes the replies, and what persons decided, from a stored session.
    ///
    /// Nil when the events do not begin with the session's opening.
    public init?(_ events: [Event]) {
        guard let first = events.first, case .sessionOpened(let opened) = first.fact else {
            return nil
        }
        self.opened = opened
        start = first.time
        var state = SessionState(id: SessionID(rawValue: "recorded"))
        for event in events {
            state.apply(event)
            take(event, in: state)
        }
    }

    private mutating func take(_ event: Event, in state: SessionState) {
        switch event.fact {
        case .attemptStarted(let fact):
            guard fact.worker != Worker.personName else { return }
            replies[fact.agent, default: []].append(Reply())
        case .textAppended(let fact):
            change(fact.attempt, in: state, at: event.time) { reply, after in
                reply.pieces.append(.init(after: after, channel: fact.channel, text: fact.text))
            }
        case .attemptFinished(let fact):
            let usage = fact.used.isEstimate ? nil : fact.used.usage
            change(fact.attempt, in: state, at: event.time) { reply, after in
                reply.end = .init(after: after, kind: .finished(fact.reason, usage))
            }
        case .attemptFailed(let fact):
            let usage = fact.used.isEstimate ? nil : fact.used.usage
            change(fact.attempt, in: state, at: event.time) { reply, after in
                reply.end = .init(after: after, kind: .failed(fact.error, usage))
            }
        case .overrideApplied(let fact): decisions.append((event.time - start, fact.request))
        case .overrideRefused(let fact): decisions.append((event.time - start, fact.request))
        default: return
        }
    }

    private mutating func change(
        _ id: AttemptID,
        in state: SessionState,
        at time: Timestamp,
        _ body: (inout Reply, Duration) -> Void
    ) {
        guard let attempt = state.attempt(id), attempt.worker != Worker.personName else { return }
        let calls = state.attempts.filter {
            $0.agent == attempt.agent && $0.worker != Worker.personName
        }
        guard let ordinal = calls.firstIndex(where: { $0.id == id }) else { return }
        body(&replies[attempt.agent, default: []][ordinal], time - attempt.startedAt)
    }

    // MARK: Running

    private struct Due {
        var time: Timestamp
        var order: Int
        var kind: Input.Kind
    }

    /// The events of the run, until it ends or nothing more is recorded.
    public func events(session: SessionID) -> [Event] {
        var machine = RunMachine(state: SessionState(id: session))
        var random = SeededGenerator(seed: opened.seed)
        var events: [Event] = []
        var queue = decisions.map { Due(time: start + $0.after, order: 0, kind: .override($0.1)) }
        queue.append(Due(time: start, order: -1, kind: .open(opened)))
        var counts: [Agent: Int] = [:]
        while let index = queue.indices.min(by: {
            (queue[$0].time, queue[$0].order, $0) < (queue[$1].time, queue[$1].order, $1)
        }) {
            let due = queue.remove(at: index)
            let transition = machine.handle(
                Input(at: due.time, entropy: random.next(), due.kind)
            )
            events += transition.events
            for action in transition.actions {
                switch action {
                case .call(let call):
                    guard let agent = machine.state.attempt(call.attempt)?.agent else { continue }
                    queue += inputs(of: call, number: counts[agent, default: 0], agent, due.time)
                    counts[agent, default: 0] += 1
                case .setTimer(let timer, let time):
                    queue.append(Due(time: time, order: 0, kind: .timerFired(timer)))
                case .cancel: continue
                case .close: return events
                }
            }
        }
        return events
    }

    private func inputs(
        of call: ModelCall,
        number: Int,
        _ agent: Agent,
        _ time: Timestamp
    ) -> [Due] {
        let order = call.attempt.rawValue
        guard let recorded = replies[agent], recorded.indices.contains(number) else {
            let error = ProviderError(
                .unavailable,
                "There is no recorded reply for this call.",
                isRetryable: false
            )
            return [Due(time: time, order: order, kind: .ended(call.attempt, .failed(error, nil)))]
        }
        let reply = recorded[number]
        var inputs = reply.pieces.map { piece in
            Due(
                time: time + piece.after,
                order: order,
                kind: .text(
                    TextAppended(attempt: call.attempt, channel: piece.channel, text: piece.text)
                )
            )
        }
        if let end = reply.end {
            inputs.append(
                Due(time: time + end.after, order: order, kind: .ended(call.attempt, end.kind))
            )
        }
        return inputs
    }
}
