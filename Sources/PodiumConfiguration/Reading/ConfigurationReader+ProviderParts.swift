internal import PodiumCore

private enum TimeoutKey: String, CaseIterable {
    case connect, idle, total
}

private enum LimitKey: String, CaseIterable {
    case concurrency
    case requestsPerMinute = "requests_per_minute"
    case tokensPerMinute = "tokens_per_minute"
    case usdPerDay = "usd_per_day"
}

extension ConfigurationReader {
    func readHeaderName(_ value: YAMLValue) throws(ConfigurationError) -> String {
        guard let name = value.scalarText, !name.isEmpty, name.utf8.allSatisfy(isHeaderNameByte),
            !SecretGuard.mayHoldSecret(name)
        else { throw value.error(.badValue, "This cannot be the name of an HTTP header.") }
        return name
    }

    func readHeaders(
        _ value: YAMLValue?
    ) throws(ConfigurationError) -> [RequestHeader] {
        var headers: [RequestHeader] = []
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
            headers.append(RequestHeader(name: entry.name, value: text))
        }
        return headers
    }

    /// A token of RFC 9110, § 5.6.2.
    private func isHeaderNameByte(_ byte: UInt8) -> Bool {
        "!#$%&'*+-.^_`|~".utf8.contains(byte)
            || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    func readTimeouts(
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

    func readLimits(
        of value: YAMLValue?
    ) throws(ConfigurationError) -> ProviderLimits {
        guard let value else { return ProviderLimits() }
        let fields = try YAMLFields<LimitKey>(value)
        return ProviderLimits(
            concurrency: try fields[.concurrency]?.integer(in: 1...1_000),
            requestsPerMinute: try fields[.requestsPerMinute]?.integer(in: 1...1_000_000),
            tokensPerMinute: try fields[.tokensPerMinute]?.integer(in: 1...1_000_000_000),
            picodollarsPerDay: try fields[.usdPerDay]?.picodollars()
        )
    }
}
