import FoundationEssentials

/// An event as the store keeps it.
public struct StoredEvent: Hashable, Sendable {
    public var sequence: Int
    public var time: Timestamp
    public var type: String
    public var version: Int
    /// Streamed text has columns of its own and no JSON: reading it is the hot path.
    public var attempt: Int?
    public var text: String?
    /// The rest of the fact, a JSON object.
    public var body: String?

    public init(
        sequence: Int,
        time: Timestamp,
        type: String,
        version: Int,
        attempt: Int?,
        text: String?,
        body: String?
    ) {
        self.sequence = sequence
        self.time = time
        self.type = type
        self.version = version
        self.attempt = attempt
        self.text = text
        self.body = body
    }
}

/// Turns events into their stored form and back.
///
/// A type's name is never reused for another meaning. A fact that this version cannot read (its
/// type or version is newer) becomes `.unknown` and is written out again as it came.
public struct EventCodec {
    private let encoder = SortedJSONEncoder()
    private let decoder = JSONDecoder()

    public init() {}

    /// - Throws: `EncodingError` only for a number JSON cannot hold; Podium's facts have none.
    public func encode(_ event: Event) throws -> StoredEvent {
        func stored(_ kind: FactKind, _ payload: some Encodable) throws -> StoredEvent {
            StoredEvent(
                sequence: event.sequence,
                time: event.time,
                type: kind.rawValue,
                version: kind.version,
                attempt: nil,
                text: nil,
                body: try encoder.text(of: payload)
            )
        }
        switch event.fact {
        case .textAppended(let piece):
            let kind = FactKind(piece.channel)
            return StoredEvent(
                sequence: event.sequence,
                time: event.time,
                type: kind.rawValue,
                version: kind.version,
                attempt: piece.attempt.rawValue,
                text: piece.text,
                body: nil
            )
        case .sessionOpened(let payload): return try stored(.sessionOpened, payload)
        case .planAccepted(let payload): return try stored(.planAccepted, payload)
        case .planRejected(let payload): return try stored(.planRejected, payload)
        case .attemptStarted(let payload): return try stored(.attemptStarted, payload)
        case .attemptFinished(let payload): return try stored(.attemptFinished, payload)
        case .attemptFailed(let payload): return try stored(.attemptFailed, payload)
        case .attemptCancelled(let payload): return try stored(.attemptCancelled, payload)
        case .retryScheduled(let payload): return try stored(.retryScheduled, payload)
        case .stepFinished(let payload): return try stored(.stepFinished, payload)
        case .stepFailed(let payload): return try stored(.stepFailed, payload)
        case .stepSkipped(let payload): return try stored(.stepSkipped, payload)
        case .sessionClosed(let payload): return try stored(.sessionClosed, payload)
        case .workflowBegun(let payload): return try stored(.workflowBegun, payload)
        case .answerKept(let payload): return try stored(.answerKept, payload)
        case .forecastMade(let payload): return try stored(.forecastMade, payload)
        case .stepSelected(let payload): return try stored(.stepSelected, payload)
        case .stepRerouted(let payload): return try stored(.stepRerouted, payload)
        case .stepAsked(let payload): return try stored(.stepAsked, payload)
        case .workerLeft(let payload): return try stored(.workerLeft, payload)
        case .workerReturned(let payload): return try stored(.workerReturned, payload)
        case .budgetReached(let payload): return try stored(.budgetReached, payload)
        case .overrideApplied(let payload): return try stored(.overrideApplied, payload)
        case .overrideRefused(let payload): return try stored(.overrideRefused, payload)
        case .sessionResumed(let payload): return try stored(.sessionResumed, payload)
        case .attemptQueued(let payload): return try stored(.attemptQueued, payload)
        case .attemptSent(let payload): return try stored(.attemptSent, payload)
        case .unknown(let fact):
            return StoredEvent(
                sequence: event.sequence,
                time: event.time,
                type: fact.type,
                version: fact.version,
                attempt: fact.attempt,
                text: fact.text,
                body: fact.body
            )
        }
    }

    /// Total: what cannot be read is kept as `.unknown`.
    public func decode(_ stored: StoredEvent) -> Event {
        Event(
            sequence: stored.sequence,
            time: stored.time,
            fact: known(stored)
                ?? .unknown(
                    UnknownFact(
                        type: stored.type,
                        version: stored.version,
                        attempt: stored.attempt,
                        text: stored.text,
                        body: stored.body
                    )
                )
        )
    }

    private func known(_ stored: StoredEvent) -> Fact? {
        guard let kind = FactKind(rawValue: stored.type), stored.version <= kind.version else {
            return nil
        }
        func payload<Payload: Decodable>(_ make: (Payload) -> Fact) -> Fact? {
            guard let body = stored.body else { return nil }
            return (try? decoder.decode(Payload.self, from: Data(body.utf8))).map(make)
        }
        switch kind {
        case .textAppended, .reasoningAppended, .toolCallsAppended:
            guard let channel = kind.channel, let attempt = stored.attempt, let text = stored.text
            else { return nil }
            return .textAppended(
                TextAppended(attempt: AttemptID(attempt), channel: channel, text: text)
            )
        case .sessionOpened: return payload(Fact.sessionOpened)
        case .planAccepted: return payload(Fact.planAccepted)
        case .planRejected: return payload(Fact.planRejected)
        case .attemptStarted: return payload(Fact.attemptStarted)
        case .attemptFinished: return payload(Fact.attemptFinished)
        case .attemptFailed: return payload(Fact.attemptFailed)
        case .attemptCancelled: return payload(Fact.attemptCancelled)
        case .retryScheduled: return payload(Fact.retryScheduled)
        case .stepFinished: return payload(Fact.stepFinished)
        case .stepFailed: return payload(Fact.stepFailed)
        case .stepSkipped: return payload(Fact.stepSkipped)
        case .sessionClosed: return payload(Fact.sessionClosed)
        case .workflowBegun: return payload(Fact.workflowBegun)
        case .answerKept: return payload(Fact.answerKept)
        case .forecastMade: return payload(Fact.forecastMade)
        case .stepSelected: return payload(Fact.stepSelected)
        case .stepRerouted: return payload(Fact.stepRerouted)
        case .stepAsked: return payload(Fact.stepAsked)
        case .workerLeft: return payload(Fact.workerLeft)
        case .workerReturned: return payload(Fact.workerReturned)
        case .budgetReached: return payload(Fact.budgetReached)
        case .overrideApplied: return payload(Fact.overrideApplied)
        case .overrideRefused: return payload(Fact.overrideRefused)
        case .sessionResumed: return payload(Fact.sessionResumed)
        case .attemptQueued: return payload(Fact.attemptQueued)
        case .attemptSent: return payload(Fact.attemptSent)
        }
    }
}

/// The names facts have in the store. Never reused; `version` grows when a payload's meaning does.
public enum FactKind: String, Sendable, CaseIterable {
    case sessionOpened, planAccepted, planRejected, attemptStarted, textAppended, reasoningAppended
    case attemptFinished, attemptFailed, attemptCancelled, retryScheduled
    case stepFinished, stepFailed, stepSkipped, sessionClosed
    case workflowBegun, answerKept, forecastMade, stepSelected, stepRerouted, stepAsked
    case workerLeft, workerReturned, budgetReached, overrideApplied, overrideRefused, sessionResumed
    // A name is for ever; `hold` has since become what a person does to a run.
    case attemptQueued = "attemptHeld"
    case attemptSent, toolCallsAppended

    public var version: Int { 1 }

    /// Those of streamed text, which have no JSON.
    static let texts: [FactKind] = [.textAppended, .reasoningAppended, .toolCallsAppended]

    init(_ channel: TextAppended.Channel) {
        self =
            switch channel {
            case .answer: .textAppended
            case .reasoning: .reasoningAppended
            case .toolCalls: .toolCallsAppended
            }
    }

    /// Nil for what is no streamed text.
    var channel: TextAppended.Channel? {
        switch self {
        case .textAppended: .answer
        case .reasoningAppended: .reasoning
        case .toolCallsAppended: .toolCalls
        default: nil
        }
    }
}
