public import PodiumCore

extension Configuration {
    /// The workers of a pool.
    ///
    /// - Throws: `unknownName`, which tells the pools there are.
    public func pool(named name: String) throws(ConfigurationError) -> [Worker] {
        if let pool = pools.first(where: { $0.name == name }) { return pool.workers }
        throw ConfigurationError(
            .unknownName,
            "There is no pool \(name.quotedForMessage).",
            advice: Suggestion.advice(for: name, among: pools.map(\.name), what: "pools")
        )
    }

    /// The worker of this name: one of the file before an embedded one.
    public func worker(named name: String) -> Worker? {
        roster.worker(named: name)
    }

    /// How to reach the provider of this name; nil for the embedded one.
    public func provider(named name: String) -> ProviderSettings? {
        providers.first { $0.name == name }
    }

    /// Those the program itself brings.
    public var embeddedWorkers: [Worker] {
        pools.last { $0.name == Self.embedded }?.workers ?? []
    }

    /// Reads what a person gives in place of the configured conductor: `embedded`,
    /// `prompted:NAME`, a worker's name, `fixed:FILE`, or a file that ends in `.yaml`, `.yml` or
    /// `.txt`.
    ///
    /// - Throws: `unknownName` or `badValue`, which tell what there is.
    public func conductor(
        from text: String
    ) throws(ConfigurationError) -> ConductorSettings {
        try ConductorSettings(text, roster: roster)
    }

    private var roster: WorkerRoster {
        WorkerRoster(configured: workers, embedded: embeddedWorkers)
    }
}

extension Configuration {
    /// The configuration with a price for the workers whose own is not written, from `price`; nil stays
    /// unknown.
    public func pricing(_ price: (Worker, ProviderSettings) -> Price?) -> Configuration {
        func priced(_ worker: Worker) -> Worker {
            guard worker.price == nil, let settings = provider(named: worker.provider) else {
                return worker
            }
            var worker = worker
            worker.price = price(worker, settings)
            return worker
        }
        var result = self
        result.workers = workers.map(priced)
        result.pools = pools.map { Pool(name: $0.name, workers: $0.workers.map(priced)) }
        return result
    }
}
