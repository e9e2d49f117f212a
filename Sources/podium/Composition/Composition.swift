import FoundationEssentials
import Glibc
import Logging
import PodiumConfiguration
import PodiumCore
import PodiumEngine
import PodiumPolicy
import PodiumSpecialists
import PodiumStore

/// Puts the rooms together: configuration, providers, store, engine.
struct Composition {
    let configuration: Configuration
    let store: SQLiteEventStore
    private let providers: ProviderPool
    private let environment = SystemEnvironment()

    /// - Parameter pace: pieces a second that in-process workers stream; 0, as fast as they are,
    ///   unless somebody watches.
    init(places: PlaceOptions, pace: Double = 0) throws {
        configuration = try Self.configuration(places: places)
        store = try Self.store(places: places)
        providers = try ProviderFactory(configuration: configuration, pace: pace).pool()
    }

    static func store(places: PlaceOptions, readOnly: Bool = false) throws -> SQLiteEventStore {
        let directory = try Places().data(option: places.data)
        do {
            return try SQLiteEventStore(directory: directory, readOnly: readOnly)
        } catch {
            throw Failure(error.description)
        }
    }

    /// The store for reading; nil when nothing was ever stored.
    static func existingStore(places: PlaceOptions) throws -> SQLiteEventStore? {
        let directory = try Places().data(option: places.data)
        guard FileManager.default.fileExists(atPath: "\(directory)/podium.sqlite") else {
            // A path that is no directory is a mistake to tell, not an empty history.
            var status = stat()
            let isMissing = stat(directory, &status) != 0 && errno == ENOENT
            let isDirectory = status.st_mode & S_IFMT == S_IFDIR
            if !isMissing, !isDirectory { return try store(places: places, readOnly: true) }
            return nil
        }
        return try store(places: places, readOnly: true)
    }

    static func configuration(places: PlaceOptions) throws -> Configuration {
        do {
            return try Configuration.load(
                path: places.config,
                environment: Places().environment,
                embeddedWorkers: Specialists.workers
            )
        } catch {
            throw Failure(error.description, status: .usage)
        }
    }

    /// What a new session is opened with: the configuration, and the options that override it.
    func opening(question: String, _ options: RunOptions) throws -> SessionOpened {
        do {
            let pool = try configuration.pool(named: options.pool ?? Configuration.defaultPool)
            var limits = configuration.limits
            if let budget = options.budget {
                limits.picodollars = Int64(min(budget, 1e6) * 1e12)
            }
            if let tokens = options.budgetTokens { limits.tokens = tokens }
            let conductor = try conductor(options.conductor, pool: pool)
            return SessionOpened(
                question: question,
                conductor: conductor,
                pool: pool,
                limits: limits,
                seed: options.seed ?? environment.entropy() >> 1,
                program: "podium \(Podium.version)"
            )
        } catch let error as ConfigurationError {
            throw Failure(error.description, status: .usage)
        }
    }

    private func conductor(_ option: String?, pool: [Worker]) throws -> ConductorSpecification {
        let settings = try option.map { try configuration.conductor(from: $0) }
        switch settings ?? configuration.conductor {
        case .embedded:
            return .embedded(EmbeddedConductor.descriptor)
        case .prompted(let name):
            guard let worker = configuration.worker(named: name) else {
                throw Failure("there is no worker \(name).", status: .usage)
            }
            return .prompted(worker)
        case .fixed(let path):
            return try fixed(path, pool: pool)
        }
    }

    private func fixed(_ path: String, pool: [Worker]) throws -> ConductorSpecification {
        let plan = try PlanFile.load(path: path)
        do throws(WorkflowError) {
            try plan.validate(pool: pool, stepLimit: nil)
        } catch {
            throw Failure("\(path): \(error.message)", status: .usage)
        }
        return .fixed(plan, source: path)
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
            runner.journal.follow(wake)
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
}
