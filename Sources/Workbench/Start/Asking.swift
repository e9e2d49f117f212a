public import PodiumCore

/// How questions are answered that are asked on this screen: what the start screen shows, and lets a
/// person choose.
public struct Asking: Hashable, Sendable {
    /// A pool, and the names of its workers.
    public struct Pool: Hashable, Sendable {
        public var name: String
        public var workers: [String]

        public init(name: String, workers: [String]) {
            self.name = name
            self.workers = workers
        }
    }

    /// Who may write the workflow.
    public struct Conductor: Hashable, Sendable {
        /// As a request names it; nil as configured.
        public var name: String?
        /// As a person reads it.
        public var title: String

        public init(name: String?, title: String) {
            self.name = name
            self.title = title
        }
    }

    /// What there is to choose from; empty where nothing was said of it.
    public let pools: [Pool]
    public let conductors: [Conductor]
    public internal(set) var pool: String
    public internal(set) var conductor: Conductor
    public internal(set) var variant: RunPolicy.Variant
    /// A bound that is nil is none.
    public internal(set) var budget: Budget

    /// - Parameters:
    ///   - pool: the one that is used unless a person chooses another.
    ///   - conductors: the first is the one that is used unless a person chooses another.
    public init(
        pools: [Pool] = [],
        pool: String = "default",
        conductors: [Conductor] = [Conductor(name: nil, title: "embedded")],
        variant: RunPolicy.Variant = .plan,
        budget: Budget = Budget()
    ) {
        self.pools = pools
        self.pool = pool
        self.conductors = conductors
        conductor = conductors.first ?? Conductor(name: nil, title: "embedded")
        self.variant = variant
        self.budget = budget
    }

    /// What a person chooses.
    enum Choice: Hashable, Sendable {
        case pool(String)
        case conductor(Conductor)
        case variant(RunPolicy.Variant)
        case budget(Budget)
    }

    mutating func take(_ choice: Choice) {
        switch choice {
        case .pool(let name): pool = name
        case .conductor(let conductor): self.conductor = conductor
        case .variant(let variant): self.variant = variant
        case .budget(let budget): self.budget = budget
        }
    }

    /// The workers of the pool; nil where they are not known.
    var workers: [String]? { pools.first { $0.name == pool }?.workers }
}

extension RunPolicy.Variant {
    /// What it is, in a line.
    var meaning: String {
        switch self {
        case .plan: "a conductor's plan"
        case .mini: "a worker and a role a turn"
        case .ultra: "a plan, and a second round that corrects it"
        }
    }
}
