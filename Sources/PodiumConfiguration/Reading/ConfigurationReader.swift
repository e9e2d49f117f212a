internal import PodiumCore

/// Reads a configuration section by section; later sections refer to earlier ones.
struct ConfigurationReader {
    let file: String
    let fields: YAMLFields<Configuration.Section>
    let embedded: [Worker]
    var providers: [ProviderSettings] = []
    var workers: [Worker] = []
    /// Complete once the workers have been read.
    var roster: WorkerRoster

    init(_ root: YAMLValue, embedded: [Worker]) throws(ConfigurationError) {
        file = root.file
        fields = try YAMLFields(root)
        self.embedded = embedded
        roster = WorkerRoster(configured: [], embedded: embedded)
    }

    consuming func configuration() throws(ConfigurationError) -> Configuration {
        if let value = fields[.providers] { providers = try readProviders(value) }
        if let value = fields[.workers] {
            workers = try readWorkers(value)
            roster = WorkerRoster(configured: workers, embedded: embedded)
            try readFallbacks(value)
        }
        roster = WorkerRoster(configured: workers, embedded: embedded)
        let pools = try readPools(fields[.pools])
        let conductor = try readConductor(fields[.conductor])
        let learning = try readLearning(fields[.learning])
        let interface = try InterfaceSettings(theme: fields[.theme], interface: fields[.interface])
        let policy = try readPolicy(fields[.run], conductor: conductor, interface: interface)
        var limits = try readLimits(fields[.limits])
        limits.limits.budget = try readBudget(fields[.budget])
        return Configuration(
            file: file,
            providers: providers,
            workers: workers,
            pools: pools,
            conductor: conductor,
            planTokens: try readPlanTokens(fields[.conductor]),
            learning: learning,
            policy: policy,
            writtenLimits: limits,
            interface: interface,
            keys: try readKeys(),
            written: fields.written
        )
    }
}

extension YAMLValue {
    /// A name a person chose for a provider, worker or pool.
    func chosenName(_ what: String) throws(ConfigurationError) -> String {
        let name = try string("a name for the \(what)")
        guard name.count <= 80, name == name.printable(limit: 80),
            name.first?.isWhitespace == false,
            name.last?.isWhitespace == false
        else {
            throw unexpected(
                "a name of at most 80 characters on one line, without blanks at its ends"
            )
        }
        return name
    }

    /// Names are compared without regard to case, so two that differ only in it are the same.
    func requireNew(
        _ name: String,
        _ what: String,
        in taken: inout Set<String>
    ) throws(ConfigurationError) {
        guard taken.insert(name.lowercased()).inserted else {
            throw error(
                .duplicate,
                "There is another \(what) \(name.quotedForMessage) before this one.",
                advice: "Give each \(what) a name of its own."
            )
        }
    }

    /// The name of something that must exist.
    func unknown(_ what: String, advice: String) -> ConfigurationError {
        let name = (scalarText ?? "").quotedForMessage
        return error(.unknownName, "There is no \(what) \(name).", advice: advice)
    }
}
