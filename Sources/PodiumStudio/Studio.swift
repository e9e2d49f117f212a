import Logging
public import PodiumConfiguration
public import PodiumCore
import PodiumEngine
public import PodiumPolicy
public import PodiumProviders
import PodiumSpecialists
public import PodiumStore

/// The application without a command line and without a screen: it opens sessions, goes on with them,
/// follows them and decides in them, any number at once.
///
/// ```swift
/// let studio = try Studio(at: Places(), program: "podium 0.1.0")
/// let session = try studio.open(RunRequest("What is 2 + 2?"))
/// for try await news in studio.follow(session) { … }
/// ```
public final class Studio: Sendable {
    public let configuration: Configuration
    /// Its store, and what can be done with stored sessions.
    public let archive: SessionArchive
    /// What sessions name as their writer.
    public let program: String
    /// What Podium's own conductor learned; nil where rules alone conduct.
    public let learned: LearnedConduct?
    /// Why there is none, where one was meant to be.
    public let learningProblem: String?
    private let places: Places
    private let providers: ProviderPool
    private let live: LiveSessions
    private let environment = SystemEnvironment()
    private let recent = RecentHistory()

    public var store: SQLiteEventStore { archive.store }

    /// The workers that need no provider.
    public static var embeddedWorkers: [Worker] { Specialists.workers }

    /// Reads the configuration and opens the store.
    ///
    /// - Parameters:
    ///   - program: what sessions name as their writer.
    ///   - pace: pieces a second that in-process workers stream; 0, as fast as they are, unless
    ///     somebody watches.
    ///   - recorder: gets each exchange with a server.
    ///   - onWait: told when another process keeps this one waiting for the store, on any thread.
    /// - Throws: `ConfigurationError`, `StoreError` or `StudioError`.
    public convenience init(
        at places: Places,
        program: String,
        pace: Double = 0,
        recorder: CassetteRecorder? = nil,
        onWait: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        try self.init(
            places.loadConfiguration(),
            at: places,
            program: program,
            pace: pace,
            recorder: recorder,
            onWait: onWait
        )
    }

    /// With a configuration that was read before, for a screen that stands before the store is open.
    public init(
        _ configuration: Configuration,
        at places: Places,
        program: String,
        pace: Double = 0,
        recorder: CassetteRecorder? = nil,
        onWait: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        self.configuration = configuration
        self.program = program
        self.places = places
        archive = SessionArchive(
            try SQLiteEventStore(directory: places.data, onWait: onWait),
            at: places
        )
        live = LiveSessions(inbox: archive.store, watcher: archive.watcher)
        (learned, learningProblem) = try UserPolicy(
            places: places,
            settings: configuration.learning
        ).conduct()
        providers = try ProviderFactory(
            configuration: configuration,
            pace: pace,
            conductor: EmbeddedConductor(
                pace: ReplyPace(piecesPerSecond: pace),
                learned: learned,
                notice: learningProblem
            ),
            recorder: recorder
        ).pool(environment: environment, store: archive.store)
    }

    /// What the latest sessions teach.
    public func examples(limit: Int) throws -> [LearnedExamples.Example] {
        try LearnedExamples(archive, at: places).all(limit: limit)
    }

    /// Waits for what is still to be written of runs that have ended, and closes the store: all of it is
    /// then in the one file. Nothing can be done with the studio afterwards.
    public func close() async {
        await live.finish()
        await archive.close()
    }

    // MARK: Running

    /// Asks a question. The run goes on by itself.
    ///
    /// - Throws: `ConfigurationError`, `PoolRestriction.Failure`, `StudioError` or `StoreError` when
    ///   it cannot begin; nothing is stored then.
    public func open(_ request: RunRequest) throws -> SessionID {
        let opened = try SessionOpening(
            configuration: configuration,
            store: store,
            program: program,
            hasPolicy: learned != nil,
            recent: recent
        ).opened(request, seed: environment.entropy() >> 1)
        let id = SessionID(
            openedAt: environment.now(),
            entropy: environment.entropy(),
            suffix: request.client == nil ? 4 : 8
        )
        let runner = try SessionRunner(
            session: id,
            store: store,
            providers: providers,
            environment: environment
        )
        log("opened", id, ["conductor": "\(opened.conductor.kind)"])
        live.begin(runner, opened)
        return id
    }

    /// Asks a question, waits for the end, and tells all that happened. Cancelling the task interrupts
    /// the run.
    ///
    /// - Throws: as `open`, and `StoreError` when the session could not be stored to its end.
    public func answer(_ request: RunRequest) async throws -> SessionState {
        let session = try open(request)
        return try await withTaskCancellationHandler {
            var state = SessionState(id: session)
            for try await news in follow(session) {
                if case .events(let events) = news { for event in events { state.apply(event) } }
            }
            return state
        } onCancel: {
            interrupt(session, reason: "It was broken off.")
        }
    }

    /// Takes over a session whose process has ended, or that has an end without an answer, and goes
    /// on with it: what was finished is kept, what was in flight or had failed is called again.
    ///
    /// - Parameter decision: what a person decided after an end without an answer. Then only this is
    ///   done, and what it leads to.
    /// - Throws: `StudioError` when it was answered or a live process runs it, and `StoreError`.
    public func resume(_ id: SessionID, deciding decision: OverrideRequest? = nil) throws {
        try requireResumable(id)
        let runner = try SessionRunner.resume(
            session: id,
            store: store,
            providers: providers,
            environment: environment,
            program: program,
            decision: decision
        )
        log("resumed", id)
        live.goOn(runner)
    }

    private func requireResumable(_ id: SessionID) throws {
        switch try store.session(id)?.status {
        case .interrupted, .failed, .cancelled, .budget: break
        case nil:
            throw StudioError(
                .noSession,
                "session \(id) is not among those that are stored here."
            )
        case .running:
            throw StudioError(
                .wrongState,
                "session \(id) is being run by a live process. Watch it: podium watch \(id)"
            )
        case .answered:
            throw StudioError(
                .wrongState,
                "session \(id) has its answer; it cannot go on."
            )
        }
    }

    private func log(_ what: Logger.Message, _ id: SessionID, _ more: Logger.Metadata = [:]) {
        let metadata = more.merging(["session": "\(id)"]) { $1 }
        Logger(label: "session").info(what, metadata: metadata)
    }

    // MARK: Following and deciding

    /// A session's events after one that is known already, and its end, whoever runs it.
    public func follow(_ session: SessionID, after sequence: Int = 0) -> SessionFeed {
        guard let journal = live.journal(of: session) else {
            return archive.follow(session, after: sequence)
        }
        return SessionFeed(session, after: sequence, from: JournalSource(journal: journal))
    }

    /// What a stored session has come to; nil for one that is not there.
    public func state(of session: SessionID) throws -> SessionState? {
        let events = try store.events(of: session, after: 0, limit: .max)
        let state = events.reduce(into: SessionState(id: session)) { $0.apply($1) }
        return state.isOpened ? state : nil
    }

    /// Whether this process runs the session.
    public func runs(_ session: SessionID) -> Bool { live.runs(session) }

    /// What a decision led to.
    public enum Decided: Sendable {
        /// Whoever runs the session was told.
        case sent
        /// The session had an end without an answer, and goes on in this process.
        case resumed
    }

    /// Decides something in a session that runs, whoever runs it, or that has an end without an
    /// answer. The session's events answer: applied, or refused with the reason. An end stays as it is
    /// when the decision would be refused.
    ///
    /// - Throws: `StudioError` when nobody runs it any more, and `StoreError`.
    @discardableResult
    public func decide(_ request: OverrideRequest, in session: SessionID) throws -> Decided {
        if live.decide(request, in: session) { return .sent }
        switch try store.session(session)?.status {
        case .running:
            try store.send(request, to: session)
            return .sent
        case .failed, .cancelled, .budget:
            try resume(session, deciding: request)
            return .resumed
        default: throw StudioError(.wrongState, "nobody runs this session any more.")
        }
    }

    /// Lets a step of a run of this process, or with nil its end alone, wait for a decision that a
    /// person is about to take: until `release`, and a minute at most. Of another's it does nothing.
    public func reserve(_ step: StepID?, in session: SessionID) {
        live.reserve(step, in: session)
    }

    public func release(_ session: SessionID) { live.release(session) }

    /// Ends all runs of this process, and those that are still to begin: it ends itself. Nothing more is
    /// called from here on, however long the store takes.
    public func stop(reason: String) { live.stop(reason: reason) }

    /// Ends a run of this process; what was streamed so far stays. Of another's it does nothing.
    public func interrupt(_ session: SessionID, reason: String) {
        live.interrupt(session, reason: reason)
    }
}
