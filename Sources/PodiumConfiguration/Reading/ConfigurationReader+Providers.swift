private enum ProviderKey: String, CaseIterable {
    case dialect
    case baseURL = "base_url"
    case keyEnvironment = "key_env"
    case keyCommand = "key_command"
    case allowInsecure = "allow_insecure"
    case headers, timeouts
}

private enum TimeoutKey: String, CaseIterable {
    case connect, idle, total
}

extension ConfigurationReader {
    func readProviders(_ value: YAMLValue) throws(ConfigurationError) -> [ProviderSettings] {
        var providers: [ProviderSettings] = []
        var taken: Set<String> = []
        for entry in try value.entries("a mapping from names to providers") {
            let name = try entry.key.chosenName("provider")
            guard name.lowercased() != Configuration.embedded else {
                throw entry.key.error(
                    .conflict,
                    "The provider `embedded` is always there and cannot be set up.",
                    advice: "Choose another name, or delete it: workers may use it as it is."
                )
            }
            try entry.key.requireNew(name, "provider", in: &taken)
            providers.append(try readProvider(name, YAMLFields(entry.value)))
        }
        return providers
    }

    private func readProvider(
        _ name: String,
        _ fields: YAMLFields<ProviderKey>
    ) throws(ConfigurationError) -> ProviderSettings {
        let allowsInsecure = try fields[.allowInsecure]?.bool() ?? false
        return ProviderSettings(
            name: name,
            dialect: try fields[.dialect]?.choice(of: ProviderSettings.Dialect.self)
                ?? .openAIChat,
            baseURL: try readURL(
                fields.required(.baseURL, "http://127.0.0.1:8080/v1"),
                allowsInsecure: allowsInsecure
            ),
            key: try readKeySource(fields),
            allowsInsecure: allowsInsecure,
            headers: try readHeaders(fields[.headers]),
            timeouts: try readTimeouts(fields[.timeouts])
        )
    }

    private func readURL(
        _ value: YAMLValue,
        allowsInsecure: Bool
    ) throws(ConfigurationError) -> BaseURL {
        let text = try value.string("a URL")
        let url: BaseURL
        do throws(BaseURL.Failure) {
            url = try BaseURL.parse(text)
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

    private func readKeySource(
        _ fields: YAMLFields<ProviderKey>
    ) throws(ConfigurationError) -> ProviderSettings.KeySource {
        if fields[.keyEnvironment] != nil {
            try fields.refuse(
                .keyCommand,
                because: "`key_env` and `key_command` exclude each other."
            )
        }
        if let value = fields[.keyEnvironment] {
            guard let name = value.scalarText, name.isVariableName,
                !SecretGuard.mayHoldSecret(name)
            else {
                throw value.error(
                    .secret,
                    "This is no name of an environment variable. It is not shown, as it may be "
                        + "the key itself.",
                    advice: SecretGuard.advice
                )
            }
            return .environment(name)
        }
        guard let value = fields[.keyCommand] else { return .none }
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

    private func readHeaders(
        _ value: YAMLValue?
    ) throws(ConfigurationError) -> [ProviderSettings.Header] {
        var headers: [ProviderSettings.Header] = []
        var taken: Set<String> = []
        for entry in try value?.entries("a mapping from header names to values") ?? [] {
            guard !entry.name.isEmpty, entry.name.utf8.allSatisfy(isHeaderNameByte) else {
                throw entry.key.error(.badValue, "This cannot be the name of an HTTP header.")
            }
            try entry.key.requireNew(entry.name, "header", in: &taken)
            let text = entry.value.scalarText
            if SecretGuard.isSecretHeader(entry.name)
                || text.map(SecretGuard.mayHoldSecret) == true
            {
                throw entry.key.error(
                    .secret,
                    "A header that carries a key must not stand here.",
                    advice: SecretGuard.advice
                )
            }
            guard let text, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw entry.value.unexpected("a text on one line")
            }
            headers.append(ProviderSettings.Header(name: entry.name, value: text))
        }
        return headers
    }

    /// A token of RFC 9110, § 5.6.2.
    private func isHeaderNameByte(_ byte: UInt8) -> Bool {
        "!#$%&'*+-.^_`|~".utf8.contains(byte)
            || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func readTimeouts(
        _ value: YAMLValue?
    ) throws(ConfigurationError) -> ProviderSettings.Timeouts {
        var timeouts = ProviderSettings.Timeouts()
        guard let value else { return timeouts }
        let fields = try YAMLFields<TimeoutKey>(value)
        if let connect = fields[.connect] { timeouts.connect = try connect.duration() }
        if let idle = fields[.idle] { timeouts.idle = try idle.duration() }
        if let total = fields[.total] { timeouts.total = try total.duration() }
        return timeouts
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
                advice: "Write what comes before it."
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
