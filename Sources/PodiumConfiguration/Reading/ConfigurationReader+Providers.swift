internal import PodiumCore

private enum ProviderKey: String, CaseIterable {
    case preset, dialect, file, timing
    case baseURL = "base_url"
    case keyEnvironment = "key_env"
    case keyCommand = "key_command"
    case keyHeader = "key_header"
    case allowInsecure = "allow_insecure"
    case headers, timeouts, limits
    case tokenLimit = "token_limit"
    case streamUsage = "stream_usage"
    case maxReplyBytes = "max_reply_bytes"
}

private enum CassetteTiming: String, CaseIterable {
    case recorded, instant
}

extension ConfigurationReader {
    mutating func readProviders(_ value: YAMLValue, _ mistakes: inout Mistakes) {
        let entries = mistakes.read { () throws(ConfigurationError) in
            try value.entries("a mapping from names to providers")
        }
        knowsProviders = entries != nil
        var taken: Set<String> = []
        for entry in entries ?? [] {
            let settings = mistakes.read { () throws(ConfigurationError) in
                let name = try readName(entry.key)
                try entry.key.requireNew(name, "provider", in: &taken)
                return try readProvider(entry, name)
            }
            providers.append(settings ?? .standIn(name: entry.name))
        }
    }

    private func readName(_ key: YAMLValue) throws(ConfigurationError) -> String {
        let name = try key.chosenName("provider")
        guard name.lowercased() != Configuration.embedded else {
            throw key.error(
                .conflict,
                "The provider `embedded` is always there and cannot be set up.",
                advice: "Choose another name, or delete it: workers may use it as it is."
            )
        }
        return name
    }

    private func readProvider(
        _ entry: YAMLValue.Entry,
        _ name: String
    ) throws(ConfigurationError) -> ProviderSettings {
        let preset = ProviderPreset.named(name)
        // `openai:` alone says all there is to say.
        let fields: YAMLFields<ProviderKey>? =
            if let written = entry.value.nonNull { try YAMLFields(written) } else { nil }
        if let written = fields?[.preset] {
            return try readProvider(name, fields, try readPreset(written), whole: entry.value)
        }
        // A name implies no preset for another address: that could send a key there.
        let implied = fields?[.baseURL] == nil ? preset : nil
        return try readProvider(name, fields, implied, whole: entry.value)
    }

    private func readPreset(_ value: YAMLValue) throws(ConfigurationError) -> ProviderPreset {
        let name = try value.string("the name of a preset")
        guard let preset = ProviderPreset.named(name) else {
            throw value.unknown(
                "preset",
                advice: Suggestion.advice(
                    for: name,
                    among: ProviderPreset.all.map(\.name),
                    what: "presets"
                )
            )
        }
        return preset
    }

    private func readProvider(
        _ name: String,
        _ fields: YAMLFields<ProviderKey>?,
        _ preset: ProviderPreset?,
        whole: YAMLValue
    ) throws(ConfigurationError) -> ProviderSettings {
        let dialect =
            try fields?[.dialect]?.choice(of: ProviderSettings.Dialect.self)
            ?? preset?.dialect ?? .openAIChat
        if dialect == .cassette { return try readCassette(name, fields, whole) }
        try fields?.refuse(.file, because: "Only a cassette is a file; `dialect: cassette`.")
        try fields?.refuse(.timing, because: "Only a cassette has its timing recorded.")
        let allowsInsecure = try fields?[.allowInsecure]?.bool() ?? false
        let baseURL = try readBaseURL(
            of: name,
            fields,
            preset,
            whole,
            allowsInsecure: allowsInsecure
        )
        return ProviderSettings(
            name: name,
            preset: preset?.name,
            dialect: dialect,
            source: .server(baseURL),
            key: try readKeySource(fields) ?? impliedKey(of: preset, at: baseURL),
            keyHeader: try fields?[.keyHeader].map(readHeaderName) ?? preset?.keyHeader,
            allowsInsecure: allowsInsecure,
            headers: try readHeaders(fields?[.headers]),
            timeouts: try readTimeouts(fields?[.timeouts]),
            tokenLimit: try fields?[.tokenLimit]?.choice(of: ProviderSettings.TokenLimit.self)
                ?? preset?.tokenLimit ?? .maxTokens,
            asksForUsage: try fields?[.streamUsage]?.bool() ?? preset?.asksForUsage ?? true,
            maxReplyBytes: try fields?[.maxReplyBytes]?.integer(in: 1_024...1 << 30),
            limits: try readLimits(of: fields?[.limits])
        )
    }

    private func readCassette(
        _ name: String,
        _ fields: YAMLFields<ProviderKey>?,
        _ whole: YAMLValue
    ) throws(ConfigurationError) -> ProviderSettings {
        guard let file = fields?[.file] else {
            throw whole.error(
                .missingKey,
                "The key `file` is missing.",
                advice: "Write it like `file: demo.jsonl`; `podium record` makes one."
            )
        }
        for key in ProviderKey.allCases where ![.dialect, .file, .timing].contains(key) {
            try fields?.refuse(key, because: "A cassette asks no server.")
        }
        let path = besideConfiguration(try file.string("the path of a cassette"))
        let timing = try fields?[.timing]?.choice(of: CassetteTiming.self) ?? .recorded
        return ProviderSettings(
            name: name,
            dialect: .cassette,
            source: .cassette(file: path, isInstant: timing == .instant)
        )
    }

    private func readBaseURL(
        of name: String,
        _ fields: YAMLFields<ProviderKey>?,
        _ preset: ProviderPreset?,
        _ whole: YAMLValue,
        allowsInsecure: Bool
    ) throws(ConfigurationError) -> BaseURL {
        if let written = fields?[.baseURL] {
            return try readURL(written, allowsInsecure: allowsInsecure)
        }
        if let url = preset?.baseURL.flatMap({ try? BaseURL($0) }) { return url }
        guard let preset else {
            let nearest = Suggestion.nearest(to: name, among: ProviderPreset.all.map(\.name))
            throw whole.error(
                .missingKey,
                "The key `base_url` is missing.",
                advice: "Write it like `base_url: http://127.0.0.1:8080/v1`, or name a `preset`"
                    + " such as `\(nearest ?? "openai")`."
            )
        }
        throw whole.error(
            .missingKey,
            "The key `base_url` is missing: \(preset.title) has another address for each customer.",
            advice: "Write it like `base_url: https://NAME.openai.azure.com/openai/v1`."
        )
    }

    /// A preset's key goes to the vendor's own host, or to one the customer has of it, and nowhere
    /// else unless that is written.
    private func impliedKey(of preset: ProviderPreset?, at url: BaseURL) -> KeySource {
        guard let preset, !preset.keyVariables.isEmpty else { return .none }
        let home = preset.baseURL.flatMap { try? BaseURL($0) }
        guard home == nil || home?.host == url.host, url.isSecure else { return .none }
        return .environment(preset.keyVariables)
    }

    private func readURL(
        _ value: YAMLValue,
        allowsInsecure: Bool
    ) throws(ConfigurationError) -> BaseURL {
        let text = try value.string("a URL")
        let url: BaseURL
        do throws(BaseURL.Failure) {
            url = try BaseURL(text)
        } catch {
            throw value.refusedURL(error)
        }
        guard url.isSecure || url.isLoopback || allowsInsecure else {
            throw value.error(
                .badValue,
                "Plain http to another machine sends questions and keys unprotected.",
                advice: "Use https, or add `allow_insecure: true` if you trust the network."
            )
        }
        return url
    }

    /// Nil when nothing is written.
    private func readKeySource(
        _ fields: YAMLFields<ProviderKey>?
    ) throws(ConfigurationError) -> KeySource? {
        guard let fields else { return nil }
        if let value = fields[.keyEnvironment] {
            try fields.refuse(
                .keyCommand,
                because: "`key_env` and `key_command` exclude each other."
            )
            let names = value.isList ? try value.list(of: "variables") : [value]
            guard !names.isEmpty else { throw value.unexpected("the name of a variable") }
            return .environment(try names.map(readVariable))
        }
        guard let value = fields[.keyCommand] else { return nil }
        // What a command holds is not shown either, so its type is all that is said.
        guard let command = value.scalarText, !command.allSatisfy(\.isWhitespace),
            !SecretGuard.mayHoldSecret(command)
        else {
            throw value.error(
                .secret,
                "This is no command that prints a key. It is not shown, as it may be the key "
                    + "itself.",
                advice: SecretGuard.advice
            )
        }
        return .command(command)
    }

    private func readVariable(_ value: YAMLValue) throws(ConfigurationError) -> String {
        guard let name = value.scalarText, name.isVariableName, !SecretGuard.mayHoldSecret(name)
        else {
            throw value.error(
                .secret,
                "This is no name of an environment variable. It is not shown, as it may be "
                    + "the key itself.",
                advice: SecretGuard.advice
            )
        }
        return name
    }
}

extension YAMLValue {
    fileprivate func refusedURL(_ failure: BaseURL.Failure) -> ConfigurationError {
        switch failure {
        case .scheme: unexpected("a URL that begins with http:// or https://")
        case .userInfo:
            error(
                .secret,
                "A URL with a user or a password in it must not stand here.",
                advice: SecretGuard.advice
            )
        case .host: unexpected("a URL with a host name or an IP address")
        case .port: unexpected("a URL with a port from 1 to 65535, or without one")
        case .path: unexpected("a URL with a path of plain characters")
        case .queryOrFragment:
            // Not repeated: some services take a key there.
            error(
                .badValue,
                "A `?` or `#` must not stand in this URL.",
                advice: "Write what comes before it. Only `?api-version=…` may stay."
            )
        }
    }
}

extension String {
    fileprivate var isVariableName: Bool {
        utf8.first.map { !(0x30...0x39).contains($0) } == true
            && unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || $0 == "_" || $0.properties.numericType != nil)
            }
    }
}
