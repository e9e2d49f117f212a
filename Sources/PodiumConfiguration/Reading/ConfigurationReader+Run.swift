internal import PodiumCore

private enum ConductorKey: String, CaseIterable {
    case kind, worker, file
}

private enum ConductorKind: String, CaseIterable {
    case embedded, prompted, fixed
}

private enum BudgetKey: String, CaseIterable {
    case usd, tokens
}

private enum LimitKey: String, CaseIterable {
    case steps, retries, repairs
}

// MARK: Pools

extension ConfigurationReader {
    func readPools(_ value: YAMLValue?) throws(ConfigurationError) -> [Configuration.Pool] {
        let everything = workers.isEmpty ? embedded : workers.map(\.worker)
        var main = Configuration.Pool(name: Configuration.defaultPool, workers: everything)
        var others: [Configuration.Pool] = []
        for entry in try value?.entries("a mapping from names to lists of workers") ?? [] {
            let name = try entry.key.chosenName("pool")
            guard name != Configuration.embedded else {
                throw entry.key.error(
                    .conflict,
                    "The pool `embedded` is always there and cannot be set up.",
                    advice: "Choose another name."
                )
            }
            let pool = Configuration.Pool(name: name, workers: try readMembers(entry.value))
            if name == main.name { main = pool } else { others.append(pool) }
        }
        let last = Configuration.Pool(name: Configuration.embedded, workers: embedded)
        return [main] + others + [last]
    }

    private func readMembers(_ value: YAMLValue) throws(ConfigurationError) -> [Worker] {
        var members: [Worker] = []
        var taken: Set<String> = []
        let items = try value.list(of: "workers' names")
        guard !items.isEmpty else { throw value.error(.badValue, "A pool needs a worker.") }
        for item in items {
            let name = try item.string("a worker's name")
            guard let worker = roster.worker(named: name) else {
                throw item.unknown("worker", advice: roster.advice(for: name))
            }
            guard taken.insert(worker.name.lowercased()).inserted else {
                throw item.error(
                    .duplicate,
                    "The worker \(worker.name.quotedForMessage) is in this pool already.",
                    advice: "Keep one of them."
                )
            }
            members.append(worker)
        }
        return members
    }
}

// MARK: Conductor

extension ConfigurationReader {
    func readConductor(
        _ value: YAMLValue?
    ) throws(ConfigurationError) -> ConductorSettings {
        guard let value else { return .embedded }
        // The short form is the one a person gives on the command line.
        if let text = value.scalarText {
            let conductor = try value.placing { () throws(ConfigurationError) in
                try ConductorSettings(text, roster: roster)
            }
            if case .fixed(let path) = conductor { return .fixed(file: besideConfiguration(path)) }
            return conductor
        }
        let fields = try YAMLFields<ConductorKey>(value)
        switch try fields.required(.kind, "embedded").choice(of: ConductorKind.self) {
        case .embedded:
            try fields.refuse(.worker, because: "The embedded conductor has no worker.")
            try fields.refuse(.file, because: "The embedded conductor reads no file.")
            return .embedded
        case .prompted:
            try fields.refuse(.file, because: "A prompted conductor reads no file.")
            let example = roster.promptable.first?.printable() ?? "NAME"
            let worker = try fields.required(.worker, example)
            let name = try worker.string("a worker's name")
            return try worker.placing { () throws(ConfigurationError) in
                try .prompted(by: name, roster: roster)
            }
        case .fixed:
            try fields.refuse(.worker, because: "A fixed conductor asks no worker.")
            let path = try fields.required(.file, "plan.yaml").string("the path of a plan file")
            return .fixed(file: besideConfiguration(path))
        }
    }

    /// A relative path is meant from the directory of the configuration.
    private func besideConfiguration(_ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return String(file[...slash]) + path
    }
}

// MARK: Bounds

extension ConfigurationReader {
    func readLimits(
        _ value: YAMLValue?,
        budget: YAMLValue?
    ) throws(ConfigurationError) -> RunLimits {
        var limits = RunLimits()
        if let value {
            let fields = try YAMLFields<LimitKey>(value)
            if let steps = fields[.steps] { limits.steps = try steps.integer(in: 1...50) }
            if let retries = fields[.retries] { limits.retries = try retries.integer(in: 0...10) }
            if let repairs = fields[.repairs] { limits.repairs = try repairs.integer(in: 0...5) }
        }
        if let budget {
            let fields = try YAMLFields<BudgetKey>(budget)
            limits.picodollars = try fields[.usd]?.picodollars()
            limits.tokens = try fields[.tokens]?.integer(in: 1...1_000_000_000_000)
        }
        return limits
    }
}

extension YAMLValue {
    fileprivate func picodollars() throws(ConfigurationError) -> Int64 {
        let dollars = try number(in: 0...1_000_000, "US dollars from 0 to 1000000")
        return Int64((dollars * 1e12).rounded())
    }
}
