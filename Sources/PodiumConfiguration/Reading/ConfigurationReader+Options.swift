internal import PodiumCore

extension ConfigurationReader {
    /// How a worker's model is asked; nil when nothing is written about it.
    func readOptions(
        _ fields: YAMLFields<WorkerKey>
    ) throws(ConfigurationError) -> ModelOptions? {
        let tokens = 1...10_000_000
        let options = ModelOptions(
            temperature: try fields[.temperature]?.number(in: 0...2, "a number from 0 to 2"),
            topP: try fields[.topP]?.number(in: 0...1, "a number from 0 to 1"),
            topK: try fields[.topK]?.integer(in: 1...1_000_000),
            maxTokens: try fields[.maxTokens]?.integer(in: tokens),
            stop: try readStop(fields[.stop]),
            seed: try fields[.seed].map(readSeed),
            reasoningEffort: try fields[.reasoningEffort]?.string("such as low, medium or high"),
            reasoningTokens: try fields[.reasoningTokens]?.integer(in: tokens),
            system: try fields[.system]?.string(),
            serviceTier: try fields[.serviceTier]?.string("the name of a service tier"),
            headers: try readHeaders(fields[.headers]),
            body: try readBody(fields[.body])
        )
        return options == ModelOptions() ? nil : options
    }

    private func readStop(_ value: YAMLValue?) throws(ConfigurationError) -> [String] {
        guard let value else { return [] }
        let items = value.isList ? try value.list(of: "texts") : [value]
        return try items.map { item throws(ConfigurationError) in
            // Blanks count: a line break is a common end.
            guard let text = item.scalarText, !text.isEmpty else {
                throw item.unexpected("a text or a list of texts")
            }
            return text
        }
    }

    private func readSeed(_ value: YAMLValue) throws(ConfigurationError) -> ModelOptions.Seed {
        if value.scalarText == "call" { return .ofCall }
        guard let number = value.plainInteger else {
            throw value.unexpected("a whole number, or `call` for the one the session draws")
        }
        return .fixed(Int64(number))
    }

    private func readBody(_ value: YAMLValue?) throws(ConfigurationError) -> [String: JSONValue] {
        guard let value else { return [:] }
        return try value.members()
    }
}

extension YAMLValue {
    /// The members of a mapping as JSON. Nothing in it may look like a key.
    fileprivate func members() throws(ConfigurationError) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for entry in try entries("a mapping from names to values") {
            guard !SecretGuard.isSecretKey(entry.name),
                !SecretGuard.mayHoldSecret(entry.name)
            else { throw entry.key.secretInBody }
            members[entry.name] = try entry.value.json()
        }
        return members
    }

    private func json() throws(ConfigurationError) -> JSONValue {
        if nonNull == nil { return .null }
        if isList {
            return .array(
                try list(of: "values").map { item throws(ConfigurationError) in try item.json() }
            )
        }
        guard let text = scalarText else { return .object(try members()) }
        if let number = plainInteger { return .integer(Int64(number)) }
        if let flag = try? bool() { return .bool(flag) }
        if let number = try? number(in: -1e300...1e300, "") { return .number(number) }
        guard !SecretGuard.mayHoldSecret(text) else { throw secretInBody }
        return .string(text)
    }

    private var secretInBody: ConfigurationError {
        error(
            .secret,
            "What looks like a key must not stand here. It is not shown.",
            advice: SecretGuard.advice
        )
    }
}

extension ProviderSettings {
    /// Whether a model costs no money: it runs in a server of one's own. Ollama marks those that it
    /// passes on to its cloud.
    func isFree(_ model: String) -> Bool {
        guard let preset = preset.flatMap(ProviderPreset.named), preset.isLocal else {
            return false
        }
        return !model.hasSuffix("-cloud") && !model.hasSuffix(":cloud")
    }
}
