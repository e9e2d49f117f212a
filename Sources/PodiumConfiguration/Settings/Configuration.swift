public import PodiumCore

/// What a person set up: providers, workers, pools, the conductor, bounds, the
/// interface and its keys.
///
/// Everything in it has been checked: every name refers to something that exists.
public struct Configuration: Hashable, Sendable {
    /// A named choice of workers; a worker's id in a plan is its position here.
    public struct Pool: Hashable, Sendable {
        public var name: String
        public var workers: [Worker]

        public init(name: String, workers: [Worker]) {
            self.name = name
            self.workers = workers
        }
    }

    /// What a file can write, by the key at its top level.
    public enum Section: String, CaseIterable, Sendable {
        case providers, workers, pools, conductor, learning, run, budget, limits, theme, interface,
            keys
    }

    /// The name of the provider and of the pool that need no configuration: in process, no network.
    public static let embedded = "embedded"
    /// The conductor that decides by rules alone.
    public static let rules = "rules"
    /// The pool that is used when none is named.
    public static let defaultPool = "default"

    /// The file it was read from; nil without one.
    public var file: String?
    /// Those of the file, in its order. The embedded one is not among them.
    public var providers: [ProviderSettings]
    /// Those of the file, in its order.
    public var workers: [Worker]
    /// `default` first, `embedded` last, between them those of the file in its order.
    public var pools: [Pool]
    public var conductor: ConductorSettings
    /// The most tokens that a conductor which is a model may write a plan with, if the file says so.
    public var planTokens: Int?
    public var learning = LearningSettings()
    public var policy = RunPolicy()
    var writtenLimits = WrittenLimits()
    /// As far as the file says something about it, the theme included.
    public var interface = InterfaceSettings()
    /// In the order of the file.
    public var keys: [KeyAssignment] = []
    /// The sections that the file has; what belongs to another is the program's own.
    public internal(set) var written: Set<Section> = []

    /// What holds without any file: the embedded workers and the embedded conductor.
    public static func builtIn(embeddedWorkers: [Worker]) -> Configuration {
        Configuration(
            file: nil,
            providers: [],
            workers: [],
            pools: [
                Pool(name: defaultPool, workers: embeddedWorkers),
                Pool(name: embedded, workers: embeddedWorkers),
            ],
            conductor: .embedded
        )
    }

    /// The bounds of a run, its budget among them.
    public var limits: RunLimits { limits(for: policy.variant) }

    /// The bounds of a run of another variant than the configured one: ultra has a second round and
    /// a workflow inside a step unless the file says otherwise.
    public func limits(for variant: RunPolicy.Variant) -> RunLimits {
        writtenLimits.limits(for: variant)
    }

    /// How often a conductor plans again where there is no answer, if the file says so.
    public var replans: Int? { writtenLimits.replans }
}
