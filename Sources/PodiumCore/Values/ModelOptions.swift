/// How a model is to be asked, beside the messages.
///
/// Nil leaves the choice to the server. A dialect leaves out what its API does not know; `body` says
/// what no field here says.
public struct ModelOptions: Hashable, Sendable {
    /// 0 to 2. Some models refuse any other value than their own.
    public var temperature: Double?
    /// Nucleus sampling: 0 to 1.
    public var topP: Double?
    public var topK: Int?
    /// The most tokens a reply may have, reasoning included.
    public var maxTokens: Int?
    /// Texts at which the reply ends.
    public var stop: [String]
    public var seed: Seed?
    /// For instance `low` or `high`, for models that take it.
    public var reasoningEffort: String?
    /// The most tokens the model may think, for vendors that count them apart.
    public var reasoningTokens: Int?
    /// A worker's own system prompt, before that of the request.
    public var system: String?
    /// For instance `flex` or `priority`; it changes the price too.
    public var serviceTier: String?
    /// Sent with each call. None of them carries a key.
    public var headers: [RequestHeader]
    /// Members laid over the request's body as RFC 7396 (JSON Merge Patch) says.
    public var body: [String: JSONValue]

    public init(
        temperature: Double? = nil,
        topP: Double? = nil,
        topK: Int? = nil,
        maxTokens: Int? = nil,
        stop: [String] = [],
        seed: Seed? = nil,
        reasoningEffort: String? = nil,
        reasoningTokens: Int? = nil,
        system: String? = nil,
        serviceTier: String? = nil,
        headers: [RequestHeader] = [],
        body: [String: JSONValue] = [:]
    ) {
        self.temperature = temperature
        self.topP = topP
        self.topK = topK
        self.maxTokens = maxTokens
        self.stop = stop
        self.seed = seed
        self.reasoningEffort = reasoningEffort
        self.reasoningTokens = reasoningTokens
        self.system = system
        self.serviceTier = serviceTier
        self.headers = headers
        self.body = body
    }
}

extension ModelOptions {
    /// The seed of a call.
    public enum Seed: Hashable, Sendable {
        /// The same for each call.
        case fixed(Int64)
        /// The one that the session gives the call, so that a run can be repeated.
        case ofCall
    }
}

/// A header field of HTTP that a configuration adds.
public struct RequestHeader: Hashable, Sendable, Codable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension ModelOptions: Codable {
    private enum CodingKeys: String, CodingKey {
        case temperature, topP, topK, maxTokens, stop, seed, reasoningEffort, reasoningTokens
        case system, serviceTier, headers, body
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
            try container.decodeIfPresent(Value.self, forKey: key)
        }
        self.init(
            temperature: try value(.temperature),
            topP: try value(.topP),
            topK: try value(.topK),
            maxTokens: try value(.maxTokens),
            stop: try value(.stop) ?? [],
            seed: try value(.seed),
            reasoningEffort: try value(.reasoningEffort),
            reasoningTokens: try value(.reasoningTokens),
            system: try value(.system),
            serviceTier: try value(.serviceTier),
            headers: try value(.headers) ?? [],
            body: try value(.body) ?? [:]
        )
    }

    /// What is left to the server is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(temperature, forKey: .temperature)
        try container.encodeIfPresent(topP, forKey: .topP)
        try container.encodeIfPresent(topK, forKey: .topK)
        try container.encodeIfPresent(maxTokens, forKey: .maxTokens)
        if !stop.isEmpty { try container.encode(stop, forKey: .stop) }
        try container.encodeIfPresent(seed, forKey: .seed)
        try container.encodeIfPresent(reasoningEffort, forKey: .reasoningEffort)
        try container.encodeIfPresent(reasoningTokens, forKey: .reasoningTokens)
        try container.encodeIfPresent(system, forKey: .system)
        try container.encodeIfPresent(serviceTier, forKey: .serviceTier)
        if !headers.isEmpty { try container.encode(headers, forKey: .headers) }
        if !body.isEmpty { try container.encode(body, forKey: .body) }
    }
}

extension ModelOptions.Seed: Codable {
    private static let word = "call"

    /// A number, or the word `call`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            self = .fixed(number)
            return
        }
        guard try container.decode(String.self) == Self.word else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a seed is a number or \"\(Self.word)\""
            )
        }
        self = .ofCall
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .fixed(let number): try container.encode(number)
        case .ofCall: try container.encode(Self.word)
        }
    }
}
