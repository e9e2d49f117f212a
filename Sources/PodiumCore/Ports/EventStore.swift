/// Where sessions are kept: append-only, in the order of their sequence numbers.
///
/// Safe to call from any thread. Calls block for as long as the disk takes; `commit` does not.
public protocol EventStore: Sendable {
    /// Stores the events of one transaction, all or none, and brings the session list up to date.
    ///
    /// The first sequence must follow the last stored one (1 for a new session, whose first event
    /// is `sessionOpened`); otherwise nothing is written.
    /// - Throws: `StoreError`.
    func append(_ events: [Event], to session: SessionID) throws

    /// Stores what `append` does, without keeping a thread meanwhile. The events are durable when it
    /// returns; those of several sessions may be written in one go.
    ///
    /// A session must not ask for the next before this has returned.
    /// - Throws: `StoreError`, of this session alone: what others wrote with it is stored.
    nonisolated(nonsending) func commit(_ events: [Event], to session: SessionID) async throws

    /// The events with a sequence greater than `sequence`, at most `limit` of them, in order.
    /// - Throws: `StoreError`; an unknown session has no events and is no error.
    func events(of session: SessionID, after sequence: Int, limit: Int) throws -> [Event]

    /// Sessions, the latest first.
    func sessions(limit: Int) throws -> [SessionSummary]

    func session(_ id: SessionID) throws -> SessionSummary?

    /// Takes ownership of a session for this process until the returned value is released.
    ///
    /// The kernel gives the lock back when the process ends, however it ends.
    /// - Throws: `StoreError` with code `alreadyOwned` when a live process has it.
    func claim(_ session: SessionID) throws -> any SessionOwnership
}

extension EventStore {
    /// For a store that keeps nobody waiting.
    public nonisolated(nonsending) func commit(
        _ events: [Event],
        to session: SessionID
    ) async throws {
        try append(events, to: session)
    }
}

/// Ownership of a session; it ends when the last reference goes.
public protocol SessionOwnership: AnyObject, Sendable {}

/// A session as the list shows it.
public struct SessionSummary: Hashable, Sendable {
    /// How the session stands.
    public enum Status: String, Sendable, Codable {
        case running
        /// Its process ended before the run did.
        case interrupted
        case answered
        case failed
        case cancelled
        case budget
    }

    /// A client of the endpoint, as it asked for the session.
    public struct Client: Hashable, Sendable, Encodable {
        /// The name of its key; empty where it had none.
        public var name: String
        public var api: ClientRequest.API
        /// The model that it asked for.
        public var model: String

        public init(name: String, api: ClientRequest.API, model: String) {
            self.name = name
            self.api = api
            self.model = model
        }
    }

    public var id: SessionID
    public var question: String
    public var openedAt: Timestamp
    public var updatedAt: Timestamp
    public var eventCount: Int
    public var status: Status
    public var answer: String?
    /// Settled usage and cost; zero until the session is closed.
    public var usage: Usage
    public var cost: Cost
    /// What a person says of the answer.
    public var verdict: AnswerVerdict?
    /// Those that were called for its steps, in the order of their first calls.
    public var workers: [String]
    /// Who asked; nil of a person's.
    public var client: Client?

    public init(
        id: SessionID,
        question: String,
        openedAt: Timestamp,
        updatedAt: Timestamp,
        eventCount: Int,
        status: Status,
        answer: String? = nil,
        usage: Usage = .zero,
        cost: Cost = .zero,
        verdict: AnswerVerdict? = nil,
        workers: [String] = [],
        client: Client? = nil
    ) {
        self.id = id
        self.question = question
        self.openedAt = openedAt
        self.updatedAt = updatedAt
        self.eventCount = eventCount
        self.status = status
        self.answer = answer
        self.usage = usage
        self.cost = cost
        self.workers = workers
        self.verdict = verdict
        self.client = client
    }
}

/// Why the session store could not do something.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let newerVersion = Code(rawValue: "newerVersion")
        public static let notADatabase = Code(rawValue: "notADatabase")
        public static let readOnly = Code(rawValue: "readOnly")
        public static let full = Code(rawValue: "full")
        public static let unreachable = Code(rawValue: "unreachable")
        public static let damaged = Code(rawValue: "damaged")
        /// Nothing was ever stored there.
        public static let empty = Code(rawValue: "empty")
        /// Another process is at it, and was waited for.
        public static let busy = Code(rawValue: "busy")
        /// Another writer was there first, or an event is missing.
        public static let sequence = Code(rawValue: "sequence")
        public static let alreadyOwned = Code(rawValue: "alreadyOwned")
        public static let other = Code(rawValue: "other")
    }

    public var code: Code
    /// What happened and where.
    public var message: String
    /// How to mend it.
    public var advice: String

    public init(_ code: Code, _ message: String, advice: String) {
        self.code = code
        self.message = message
        self.advice = advice
    }

    public var description: String { "\(message) \(advice)" }
}
