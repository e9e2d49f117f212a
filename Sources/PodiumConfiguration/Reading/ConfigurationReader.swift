internal import PodiumCore

/// Reads a configuration section by section; later sections refer to earlier ones.
///
/// What is wrong in one does not keep the others from being read. A provider or worker that cannot
/// be read is stood in for by its name, so that what refers to it is not called wrong too.
struct ConfigurationReader {
    let file: String
    let fields: YAMLFields<Configuration.Section>
    let embedded: [Worker]
    var providers: [ProviderSettings] = []
    var workers: [Worker] = []
    /// Whole once the workers have been read.
    var roster: WorkerRoster
    /// Whether every provider and every worker of the file is there, be it only by its name: a section
    /// that is missing may stand under a misspelt name.
    var knowsProviders: Bool
    var knowsWorkers: Bool
    /// Of the sections' names.
    private let mistakes: Mistakes

    init(_ root: YAMLValue, embedded: [Worker]) throws(ConfigurationError) {
        file = root.file
        var mistakes = Mistakes()
        fields = try YAMLFields(root, &mistakes)
        self.mistakes = mistakes
        self.embedded = embedded
        roster = WorkerRoster(configured: [], embedded: embedded)
        let names = Configuration.Section.allCases.map(\.rawValue)
        let meant = mistakes.errors.map { Suggestion.nearest(to: $0.keyPath ?? "", among: names) }
        knowsProviders = !meant.contains {
            $0 == nil || $0 == Configuration.Section.providers.rawValue
        }
        knowsWorkers = !meant.contains { $0 == nil || $0 == Configuration.Section.workers.rawValue }
    }

    /// - Throws: all mistakes that do not follow from others.
    consuming func configuration() throws(ConfigurationError) -> Configuration {
        var mistakes = mistakes
        if let value = fields[.providers] { readProviders(value, &mistakes) }
        if let value = fields[.workers] { readWorkers(value, &mistakes) }
        roster = completeRoster
        if let value = fields[.workers], knowsWorkers { readFallbacks(value, &mistakes) }
        // With their fallbacks now.
        roster = completeRoster
        let pools = readPools(fields[.pools], &mistakes)
        let conducting = mistakes.read { () throws(ConfigurationError) in
            (try readConductor(fields[.conductor]), try readPlanTokens(fields[.conductor]))
        }
        let (conductor, planTokens) = conducting ?? (.embedded, nil)
        let learning = mistakes.read { () throws(ConfigurationError) in
            try readLearning(fields[.learning])
        }
        let interface =
            mistakes.read { () throws(ConfigurationError) in
                try InterfaceSettings(theme: fields[.theme], interface: fields[.interface])
            } ?? InterfaceSettings()
        let policy = mistakes.read { () throws(ConfigurationError) in
            try readPolicy(fields[.run], conductor: conductor, interface: interface)
        }
        var limits =
            mistakes.read { () throws(ConfigurationError) in try readLimits(fields[.limits]) }
            ?? WrittenLimits()
        let budget = mistakes.read { () throws(ConfigurationError) in
            try readBudget(fields[.budget])
        }
        limits.limits.budget = budget ?? Budget()
        let keys = readKeys(&mistakes)
        try mistakes.check(file: file)
        return Configuration(
            file: file,
            providers: providers,
            workers: workers,
            pools: pools,
            conductor: conductor,
            planTokens: planTokens,
            learning: learning ?? LearningSettings(),
            policy: policy ?? RunPolicy(),
            writtenLimits: limits,
            interface: interface,
            keys: keys,
            written: fields.written
        )
    }

    private var completeRoster: WorkerRoster {
        WorkerRoster(configured: workers, embedded: embedded, isComplete: knowsWorkers)
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
