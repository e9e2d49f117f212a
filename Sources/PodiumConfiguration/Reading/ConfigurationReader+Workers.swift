internal import PodiumCore

/// The keys of a worker; those after `fallbacks` say how its model is asked.
enum WorkerKey: String, CaseIterable {
    case name, provider, model, strengths, tags, takes, price, fallbacks
    case temperature, stop, seed, system, headers, body
    case topP = "top_p"
    case topK = "top_k"
    case maxTokens = "max_tokens"
    case reasoningEffort = "reasoning_effort"
    case reasoningTokens = "reasoning_tokens"
    case serviceTier = "service_tier"

    static let options: [WorkerKey] = [
        .temperature, .topP, .topK, .maxTokens, .stop, .seed, .reasoningEffort, .reasoningTokens,
        .system, .serviceTier, .headers, .body,
    ]
}

private enum PriceKey: String, CaseIterable {
    case input, output
    case cacheRead = "cache_read"
    case cacheWriteShort = "cache_write_short"
    case cacheWriteLong = "cache_write_long"
}

extension ConfigurationReader {
    mutating func readWorkers(_ value: YAMLValue, _ mistakes: inout Mistakes) {
        let items = mistakes.read { () throws(ConfigurationError) in
            try value.list(of: "workers")
        }
        knowsWorkers = items != nil
        var taken: Set<String> = []
        for item in items ?? [] {
            let worker = mistakes.read { () throws(ConfigurationError) in
                let fields = try YAMLFields<WorkerKey>(item)
                let worker = try readWorker(fields)
                try (fields[.name] ?? fields[.model] ?? item)
                    .requireNew(worker.name, "worker", in: &taken)
                return worker
            }
            let name = worker?.name ?? item.workerName
            if name == nil { knowsWorkers = false }
            workers.append(worker ?? .standIn(name: name ?? ""))
        }
    }

    /// Read once all workers are known: a worker may fall back to a later one.
    mutating func readFallbacks(_ value: YAMLValue, _ mistakes: inout Mistakes) {
        guard let items = try? value.list(of: "workers") else { return }
        for (position, item) in items.enumerated() {
            // What is wrong with a worker's other keys has been told.
            guard let fields = try? YAMLFields<WorkerKey>(item), let list = fields[.fallbacks]
            else { continue }
            let name = workers[position].name
            let names = mistakes.read { () throws(ConfigurationError) in
                try readFallbacks(list, of: name)
            }
            workers[position].fallbacks = names
        }
    }

    private func readFallbacks(
        _ value: YAMLValue,
        of worker: String
    ) throws(ConfigurationError) -> [String] {
        var names: [String] = []
        for item in try value.list(of: "workers' names") {
            let name = try item.string("a worker's name")
            guard let fallback = roster.worker(named: name)?.name else {
                throw item.unknown("worker", advice: roster.advice(for: name))
            }
            guard fallback != worker else {
                throw item.error(
                    .conflict,
                    "A worker cannot be its own fallback.",
                    advice: "Name another, or write `[]` for none."
                )
            }
            guard !names.contains(fallback) else {
                throw item.error(
                    .duplicate,
                    "The worker \(fallback.quotedForMessage) is in this list already.",
                    advice: "Keep one of them."
                )
            }
            names.append(fallback)
        }
        return names
    }

    private func readWorker(
        _ fields: YAMLFields<WorkerKey>
    ) throws(ConfigurationError) -> Worker {
        let model = try fields.required(.model, "gpt-5-mini")
        var worker = try readOrigin(fields, model: model)
        worker.name = try readName(fields[.name] ?? model)
        if let strengths = fields[.strengths] { worker.strengths = try strengths.string() }
        if let tags = fields[.tags] {
            worker.tags = []
            for tag in try tags.list(of: "tags") { worker.tags.append(try tag.string()) }
        }
        if let takes = fields[.takes] { worker.takes = try readAbilities(takes) }
        if let price = fields[.price] { worker.price = try readPrice(price) }
        worker.options = try readOptions(fields)
        return worker
    }

    /// The worker with what follows from its provider: an embedded one brings its description.
    private func readOrigin(
        _ fields: YAMLFields<WorkerKey>,
        model: YAMLValue
    ) throws(ConfigurationError) -> Worker {
        let provider = try fields.required(
            .provider,
            providers.first?.name.printable() ?? Configuration.embedded
        )
        let name = try provider.string("the name of a provider")
        let modelName = try model.string("the name of a model")
        if let settings = providers.first(where: { $0.name == name }) {
            return Worker(
                name: modelName,
                provider: name,
                model: modelName,
                price: settings.isFree(modelName) ? Price(input: 0, output: 0) : nil,
                isLocal: settings.isLocal,
                takes: settings.usualAbilities
            )
        }
        guard name == Configuration.embedded else {
            guard knowsProviders else { return .standIn(name: modelName) }
            throw provider.unknown(
                "provider",
                advice: Suggestion.advice(
                    for: name,
                    among: providers.map(\.name) + [Configuration.embedded],
                    what: "providers"
                )
            )
        }
        try fields.refuse(.price, because: "An embedded worker costs nothing real.")
        try fields.refuse(.takes, because: "An embedded worker takes words alone.")
        for key in WorkerKey.options {
            try fields.refuse(key, because: "An embedded worker is no language model.")
        }
        guard let worker = embedded.first(where: { $0.model == modelName }) else {
            throw model.unknown(
                "embedded worker",
                advice: Suggestion.advice(
                    for: modelName,
                    among: embedded.map(\.model),
                    what: "embedded workers"
                )
            )
        }
        return worker
    }

    private func readAbilities(
        _ value: YAMLValue
    ) throws(ConfigurationError) -> [Worker.Ability] {
        let names = Worker.Ability.allCases.map(\.rawValue).joined(separator: " or ")
        var abilities: [Worker.Ability] = []
        for item in try value.list(of: names) {
            guard let ability = Worker.Ability(rawValue: try item.string(names)) else {
                throw item.unexpected(names)
            }
            if !abilities.contains(ability) { abilities.append(ability) }
        }
        return abilities
    }

    private func readName(_ value: YAMLValue) throws(ConfigurationError) -> String {
        let name = try value.chosenName("worker")
        guard Int(name) == nil else {
            throw value.error(
                .badValue,
                "A number cannot be a worker's name: in a plan it is a position.",
                advice: "Choose a name with a letter in it."
            )
        }
        guard name.lowercased() != Configuration.embedded else {
            throw value.error(
                .conflict,
                "A worker cannot be called `embedded`: that is the embedded conductor.",
                advice: "Choose another name."
            )
        }
        let reserved = name.lowercased()
        guard !Worker.reservedNames.contains(reserved) else {
            let meaning = reserved == Worker.personName ? "a person" : "who writes the plan"
            throw value.error(
                .conflict,
                "A worker cannot be called `\(reserved)`: in a session that is \(meaning).",
                advice: "Choose another name: `name: NAME`."
            )
        }
        return name
    }

    private func readPrice(_ value: YAMLValue) throws(ConfigurationError) -> Price {
        let fields = try YAMLFields<PriceKey>(value)
        return Price(
            input: try fields.required(.input, "0.25").pricePerMillion(),
            output: try fields.required(.output, "2").pricePerMillion(),
            cacheRead: try fields[.cacheRead]?.pricePerMillion(),
            cacheWriteShort: try fields[.cacheWriteShort]?.pricePerMillion(),
            cacheWriteLong: try fields[.cacheWriteLong]?.pricePerMillion()
        )
    }
}

extension YAMLValue {
    /// The name of a worker that cannot be read; nil when it may be under a misspelt key.
    fileprivate var workerName: String? {
        guard let entries = try? entries("a worker") else { return nil }
        func text(_ key: WorkerKey) -> String? {
            entries.first { $0.name == key.rawValue }?.value.scalarText
        }
        let knowsKeys = entries.allSatisfy { WorkerKey(rawValue: $0.name) != nil }
        return text(.name) ?? (knowsKeys ? text(.model) : nil)
    }

    /// Picodollars a token.
    fileprivate func pricePerMillion() throws(ConfigurationError) -> Int64 {
        let expected = "US dollars per million tokens, from 0 to 1000000"
        return Price.picounits(perMillion: try number(in: 0...1_000_000, expected))
    }
}
