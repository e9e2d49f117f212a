import PodiumConfiguration
import PodiumCore
import PodiumEngine
import PodiumPolicy
import PodiumProviders
import PodiumSpecialists
import PodiumStore

/// Puts the rooms together: configuration, providers, store, engine.
struct Composition {
    let configuration: Configuration
    let store: SQLiteEventStore
    private let providers: ProviderPool
    private let environment = SystemEnvironment()

    /// - Parameter pace: how fast in-process workers stream; unbounded unless somebody watches.
    init(places: PlaceOptions, pace: SpecialistPace = .unbounded) throws {
        configuration = try Self.configuration(places: places)
        store = try Self.store(places: places)
        providers = ProviderPool(try Self.providers(configuration, pace: pace))
    }

    static func store(places: PlaceOptions, readOnly: Bool = false) throws -> SQLiteEventStore {
        let directory = try Places().data(option: places.data)
        do {
            return try SQLiteEventStore(directory: directory, readOnly: readOnly)
        } catch let error as StoreError {
            throw Failure(error.description)
        }
    }

    static func configuration(places: PlaceOptions) throws -> Configuration {
        do {
            return try Configuration.load(
                option: places.config, environment: Places().environment,
                embeddedWorkers: Specialists.workers)
        } catch let error as ConfigurationError {
            throw Failure(error.description, status: .usage)
        }
    }

    /// What a new session is opened with: the configuration, and the options that override it.
    func opening(question: String, _ options: RunOptions) throws -> SessionOpened {
        do {
            let pool = try configuration.pool(named: options.pool)
            var limits = configuration.limits
            if let budget = options.budget {
                limits.picodollars = Int64(min(budget, 1e6) * 1e12)
            }
            if let tokens = options.budgetTokens { limits.tokens = tokens }
            let conductor = try conductor(options.conductor, pool: pool)
            return SessionOpened(
                question: question, conductor: conductor, pool: pool, limits: limits,
                seed: options.seed ?? environment.entropy() >> 1,
                program: "podium \(Podium.version)")
        } catch let error as ConfigurationError {
            throw Failure(error.description, status: .usage)
        }
    }

    private func conductor(_ option: String?, pool: [Worker]) throws -> ConductorSpecification {
        switch try configuration.conductor(option) {
        case .embedded:
            return .embedded(EmbeddedConductor.worker)
        case .prompted(let worker):
            return .prompted(worker)
        case .fixed(let path):
            let plan = try PlanFile.load(path: path)
            do throws(WorkflowError) {
                try plan.validate(pool: pool, stepLimit: nil)
            } catch {
                throw Failure("\(path): \(error.message)", status: .usage)
            }
            return .fixed(plan, source: path)
        }
    }

    /// Starts a session; `wake` is called after each commit, from any thread.
    func start(
        _ opened: SessionOpened, wake: @escaping @Sendable () -> Void
    ) throws -> SessionRunner {
        let id = SessionID(openedAt: environment.now(), entropy: environment.entropy())
        do {
            let runner = try SessionRunner(
                session: id, store: store, providers: providers, environment: environment)
            runner.journal.follow(wake)
            Task.detached { await runner.open(opened) }
            return runner
        } catch let error as StoreError {
            throw Failure(error.description)
        }
    }

    private static func providers(
        _ configuration: Configuration, pace: SpecialistPace
    ) throws -> [String: any Provider] {
        var result: [String: any Provider] = [
            Specialists.providerName: SpecialistProvider(pace: pace),
            EmbeddedConductor.worker.provider: EmbeddedConductor(pace: pace),
        ]
        return result
    }
}
