import FoundationEssentials
import Glibc
public import PodiumCore
import PodiumEngine
public import PodiumStore

/// The sessions that are stored, whoever runs them: found by what a person types, followed, and
/// decided in through the store's inbox. It needs no configuration.
public struct SessionArchive: Sendable {
    public let store: SQLiteEventStore
    let watcher: StoreWatcher
    private let places: Places

    init(_ store: SQLiteEventStore, at places: Places) {
        self.store = store
        self.places = places
        watcher = StoreWatcher(environment: SystemEnvironment()) { try store.watch() }
    }

    /// What is stored at a place; nil when nothing ever was.
    ///
    /// - Throws: `StoreError`, or `StudioError` when there is no such place.
    public init?(
        at places: Places,
        readOnly: Bool = true,
        onWait: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        let directory = try places.data
        // A path that is no directory, or that this user may not look into, is a mistake to tell, and not
        // an empty history.
        let isMissing = access("\(directory)/podium.sqlite", F_OK) != 0 && errno == ENOENT
        guard !isMissing, let store = try Self.open(directory, readOnly: readOnly, onWait) else {
            return nil
        }
        self.init(store, at: places)
    }

    /// Nil where a first start was cut off, and nothing is stored.
    private static func open(
        _ directory: String,
        readOnly: Bool,
        _ onWait: @escaping @Sendable (String) -> Void
    ) throws(StoreError) -> SQLiteEventStore? {
        do {
            return try SQLiteEventStore(directory: directory, readOnly: readOnly, onWait: onWait)
        } catch {
            if error.code == .empty { return nil }
            throw error
        }
    }

    /// What is stored at a place, to be changed.
    ///
    /// - Throws: as `init(at:readOnly:)`, and when nothing was stored there yet.
    public static func existing(
        at places: Places,
        onWait: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> SessionArchive {
        guard let archive = try SessionArchive(at: places, readOnly: false, onWait: onWait) else {
            throw StudioError(.noSession, "there are no sessions yet. Ask something: podium")
        }
        return archive
    }

    /// The one session whose id is, or begins with, the text.
    ///
    /// - Throws: `StudioError` when there is none, or more than one.
    public func find(_ text: String) throws -> SessionID {
        if let exact = try store.session(SessionID(rawValue: text)) { return exact.id }
        let matches = try store.sessions(limit: .max).filter { $0.id.rawValue.hasPrefix(text) }
        switch matches.count {
        case 1: return matches[0].id
        case 0:
            throw StudioError(
                .noSession,
                "there is no session \(text). `podium sessions list` shows those there are."
            )
        default:
            let names = matches.prefix(5).map(\.id.rawValue).joined(separator: ", ")
            throw StudioError(
                .ambiguousSession,
                "\(text) could be any of \(matches.count) sessions: \(names)"
                    + (matches.count > 5 ? ", …" : ".") + " Write more of the id."
            )
        }
    }

    /// Lets go of the store: all that is stored is then in the one file, unless another process has it
    /// open.
    public func close() async {
        await watcher.finish()
        store.close()
    }

    /// A session's events after one that is known already, and its end.
    public func follow(_ session: SessionID, after sequence: Int = 0) -> SessionFeed {
        SessionFeed(
            session,
            after: sequence,
            from: StoreSource(session: session, store: store, watcher: watcher)
        )
    }
}

// MARK: - Deciding

extension SessionArchive {
    /// What became of a request.
    public enum Answer: Sendable {
        case applied(sequence: Int)
        case refused(reason: String)
        /// The session ended before, and the request was taken back.
        case ended
        /// The session's process has not answered in time; the request waits for it.
        case unanswered
        /// The session's process could not read the request, and has thrown it away.
        case unread
    }

    /// Leaves a decision for the process that runs a session, and waits for the answer.
    ///
    /// - Throws: `StudioError` when no process runs it, and `StoreError`.
    public func decide(
        _ request: OverrideRequest,
        in session: SessionID,
        patience: Duration
    ) async throws -> Answer {
        try requireRunning(session)
        // An answer can only come after what is there now.
        let cursor = try store.session(session)?.eventCount ?? 0
        try store.send(request, to: session)
        return try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await answer(to: request, in: session, after: cursor) }
            group.addTask {
                try await Task.sleep(for: patience)
                return .unanswered
            }
            defer { group.cancelAll() }
            let first = try await group.next() ?? .unanswered
            guard case .unanswered = first else { return first }
            let isThere = try store.requests(to: session).ids.contains(request.id)
            return isThere ? .unanswered : .unread
        }
    }

    /// - Throws: `StudioError` that says what can be done instead.
    public func requireRunning(_ session: SessionID) throws {
        switch try store.session(session)?.status {
        case .running: return
        case .interrupted:
            throw StudioError(
                .wrongState,
                "the process that ran session \(session) has ended. Go on with it first:"
                    + " podium resume \(session)"
            )
        case .failed, .cancelled, .budget:
            throw StudioError(
                .wrongState,
                "session \(session) has ended without an answer. Decide when it goes on:"
                    + " podium resume \(session) DECISION"
            )
        default:
            throw StudioError(
                .wrongState,
                "session \(session) is over; nothing of it can be changed."
            )
        }
    }

    private func answer(
        to request: OverrideRequest,
        in session: SessionID,
        after cursor: Int
    ) async throws -> Answer {
        var last = cursor
        for try await news in follow(session, after: cursor) {
            guard case .events(let events) = news else { break }
            if let answer = Self.answer(to: request, among: events) { return answer }
            last = events.last?.sequence ?? last
        }
        try Task.checkCancellation()
        try store.remove([request.id], from: session)
        // Whoever resumed it meanwhile may have answered before it was taken out.
        let later = try store.events(of: session, after: last, limit: .max)
        return Self.answer(to: request, among: later) ?? .ended
    }

    private static func answer(to request: OverrideRequest, among events: [Event]) -> Answer? {
        for event in events {
            switch event.fact {
            case .overrideApplied(let fact) where fact.request.id == request.id:
                return .applied(sequence: event.sequence)
            case .overrideRefused(let fact) where fact.request.id == request.id:
                return .refused(reason: fact.reason)
            default: continue
            }
        }
        return nil
    }
}
