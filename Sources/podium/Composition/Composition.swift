import FoundationEssentials
import Glibc
import Logging
import PodiumConfiguration
import PodiumCore
import PodiumEngine
import PodiumPolicy
import PodiumPrices
import PodiumProviders
import PodiumSpecialists
import PodiumStore

/// Puts the rooms together: configuration, providers, store, engine.
struct Composition {
    let configuration: Configuration
    let interface: InterfaceLayers
    let store: SQLiteEventStore
    private let providers: ProviderPool
    private let environment = SystemEnvironment()

    /// - Parameter pace: pieces a second that in-process workers stream; 0, as fast as they are,
    ///   unless somebody watches.
    /// - Parameter recorder: gets each exchange with a server.
    init(places: PlaceOptions, pace: Double = 0, recorder: CassetteRecorder? = nil) throws {
        let configuration = try Self.configuration(places: places)
        try self.init(
            configuration: configuration,
            interface: InterfaceLayers(configuration: configuration, places: places),
            places: places,
            pace: pace,
            recorder: recorder
        )
    }

    /// With what was read before, for a screen that stands before the store is opened.
    init(
        configuration: Configuration,
        interface: InterfaceLayers,
        places: PlaceOptions,
        pace: Double = 0,
        recorder: CassetteRecorder? = nil
    ) throws {
        self.configuration = configuration
        self.interface = interface
        store = try Self.store(places: places)
        providers = try ProviderFactory(
            configuration: configuration,
            pace: pace,
            recorder: recorder
        ).pool(environment: environment, store: store)
    }

    static func store(places: PlaceOptions, readOnly: Bool = false) throws -> SQLiteEventStore {
        let directory = try Places().data(option: places.data)
        do {
            return try SQLiteEventStore(directory: directory, readOnly: readOnly)
        } catch {
            throw Failure(error.description)
        }
    }

    /// The store, unless told otherwise for reading; nil when nothing was ever stored.
    static func existingStore(
        places: PlaceOptions,
        readOnly: Bool = true
    ) throws -> SQLiteEventStore? {
        let directory = try Places().data(option: places.data)
        guard FileManager.default.fileExists(atPath: "\(directory)/podium.sqlite") else {
            // A path that is no directory is a mistake to tell, not an empty history.
            var status = stat()
            let isMissing = stat(directory, &status) != 0 && errno == ENOENT
            let isDirectory = status.st_mode & S_IFMT == S_IFDIR
            if !isMissing, !isDirectory { return try store(places: places, readOnly: true) }
            return nil
        }
        return try store(places: places, readOnly: readOnly)
    }

    static func configuration(places: PlaceOptions) throws -> Configuration {
        let configuration: Configuration
        do throws(ConfigurationError) {
            configuration = try Configuration.load(
                path: places.config,
                environment: Places().environment,
                embeddedWorkers: Specialists.workers
            )
        } catch {
            throw Failure(error.description, status: .usage)
        }
        guard configuration.workers.contains(where: { $0.price == nil }) else {
            return configuration
        }
        let list = try UserPrices(places: places).all()
        return configuration.pricing { worker, settings in
            guard let vendor = settings.preset.flatMap(PriceVendor.init(named:)) else { return nil }
            return list.price(
                vendor: vendor,
                model: worker.model,
                on: UserPrices.today,
                tier: worker.options?.serviceTier.flatMap { ServiceTier(rawValue: $0) } ?? .standard
            )
        }
    }

    /// What a new session is opened with: the configuration, and the options that override it.
    ///
    /// - Parameter earlier: the session whose conversation the question goes on with.
    func opening(
        question: String,
        _ options: RunOptions,
        after earlier: SessionID? = nil
    ) throws -> SessionOpened {
        do {
            let whole = try configuration.pool(named: options.pool ?? Configuration.defaultPool)
            let pool = try options.restriction.apply(to: whole)
            var policy = configuration.policy
            // What was set on the screen is for the screen: elsewhere nobody may be there to approve.
            if let asks = interface.configured.asksApproval { policy.asksApproval = asks }
            options.apply(to: &policy)
            var limits = configuration.limits(for: policy.variant)
            options.apply(to: &limits)
            let conductor = try conductor(options.conductor, pool: pool)
            guard policy.variant != .mini || conductor.worker != nil else {
                throw Failure(
                    "a plan file leaves nothing to select: mini needs a conductor.",
                    status: .usage
                )
            }
            return SessionOpened(
                question: question,
                conductor: conductor,
                pool: pool,
                limits: limits,
                policy: policy,
                seed: options.seed ?? environment.entropy() >> 1,
                program: Podium.program,
                history: try store.history(of: pool.map(\.name), limit: Self.historyLimit),
                conversation: try earlier.map(conversation) ?? [],
                follows: earlier
            )
        } catch let error as ConfigurationError {
            throw Failure(error.description, status: .usage)
        } catch let error as PoolRestriction.Failure {
            throw Failure(error.description, status: .usage)
        } catch let error as StoreError {
            throw Failure(error.description)
        }
    }

    /// What a question after that session carries with it.
    private func conversation(after id: SessionID) throws(StoreError) -> [Exchange] {
        let events = try store.events(of: id, after: 0, limit: .max)
        let state = events.reduce(into: SessionState(id: id)) { $0.apply($1) }
        guard let opened = state.opened, let answer = state.closed?.answer else { return [] }
        let exchange = Exchange(question: opened.question, answer: answer)
        return Array((opened.conversation + [exchange]).suffix(Exchange.limit))
    }

    /// The latest calls of each worker that a forecast rests on.
    private static let historyLimit = 200

    private func conductor(_ option: String?, pool: [Worker]) throws -> ConductorSpecification {
        let settings = try option.map { try configuration.conductor(from: $0) }
        switch settings ?? configuration.conductor {
        case .embedded: return .embedded(EmbeddedConductor.descriptor)
        case .prompted(let name): return .prompted(try worker(name))
        case .checkpoint(let name, let template, let file):
            return .checkpoint(try worker(name), template: template, source: file)
        case .fixed(let path): return try fixed(path, pool: pool)
        }
    }

    private func worker(_ name: String) throws -> Worker {
        guard let worker = configuration.worker(named: name) else {
            throw Failure("there is no worker \(name).", status: .usage)
        }
        return worker
    }

    private func fixed(_ path: String, pool: [Worker]) throws -> ConductorSpecification {
        .fixed(try PlanFile.load(path: path, pool: pool), source: path)
    }

    /// Starts a session; `wake` is called after each commit, from any thread.
    func start(
        _ opened: SessionOpened,
        wake: @escaping @Sendable () -> Void
    ) throws -> SessionRunner {
        let id = SessionID(openedAt: environment.now(), entropy: environment.entropy())
        do {
            let runner = try SessionRunner(
                session: id,
                store: store,
                providers: providers,
                environment: environment
            )
            follow(runner, wake: wake)
            Logger(label: "session").info(
                "opened",
                metadata: ["session": "\(id)", "conductor": "\(opened.conductor.kind)"]
            )
            Task.detached { await runner.open(opened) }
            return runner
        } catch let error as StoreError {
            throw Failure(error.description)
        }
    }

    /// Takes over a session whose process has ended, and goes on with it.
    func resume(
        _ id: SessionID,
        wake: @escaping @Sendable () -> Void
    ) throws -> SessionRunner {
        do {
            try requireResumable(id)
            let runner = try SessionRunner.resume(
                session: id,
                store: store,
                providers: providers,
                environment: environment,
                program: Podium.program
            )
            follow(runner, wake: wake)
            Logger(label: "session").info("resumed", metadata: ["session": "\(id)"])
            Task.detached { await runner.goOn() }
            return runner
        } catch let error as StoreError {
            throw Failure(error.description)
        }
    }

    private func requireResumable(_ id: SessionID) throws {
        switch try store.session(id)?.status {
        case .interrupted: break
        case nil: throw Failure("session \(id) is not among those that are stored here.")
        case .running:
            throw Failure(
                "session \(id) is being run by a live process. Watch it: podium watch \(id)"
            )
        case let status?:
            throw Failure("session \(id) has ended (\(status.rawValue)); it cannot go on.")
        }
    }

    /// Wakes whoever shows the session, and brings it what other processes decide.
    private func follow(_ runner: SessionRunner, wake: @escaping @Sendable () -> Void) {
        runner.journal.follow(wake)
        let follower = InboxFollower(runner: runner, inbox: store, environment: environment)
        Task.detached {
            await follower.follow { error in
                Logger(label: "inbox").error("cannot be followed", metadata: ["error": "\(error)"])
            }
        }
    }
}
