/// What a client says of the reply it wants. Nil leaves the choice to the worker's configuration.
public struct ReplyTerms: Hashable, Sendable {
    /// 0 to 2.
    public var temperature: Double?
    /// Nucleus sampling: 0 to 1.
    public var topP: Double?
    public var topK: Int?
    /// The most tokens the answer may have.
    public var maxTokens: Int?
    /// Texts at which the answer ends.
    public var stop: [String]
    public var seed: Int64?
    /// For instance `low` or `high`.
    public var reasoningEffort: String?
    /// The most tokens a model may think.
    public var reasoningTokens: Int?
    /// The form of the answer; nil for free text.
    public var form: ReplyForm?

    public init(
        temperature: Double? = nil,
        topP: Double? = nil,
        topK: Int? = nil,
        maxTokens: Int? = nil,
        stop: [String] = [],
        seed: Int64? = nil,
        reasoningEffort: String? = nil,
        reasoningTokens: Int? = nil,
        form: ReplyForm? = nil
    ) {
        self.temperature = temperature
        self.topP = topP
        self.topK = topK
        self.maxTokens = maxTokens
        self.stop = stop
        self.seed = seed
        self.reasoningEffort = reasoningEffort
        self.reasoningTokens = reasoningTokens
        self.form = form
    }
}

/// The form that a reply must have: JSON, of a schema where there is one.
public struct ReplyForm: Hashable, Sendable {
    /// What the schema is called: letters, digits, `_` and `-`.
    public var name: String
    /// JSON Schema; nil for any object.
    public var schema: JSONValue?
    /// Whether a server is to hold a model to all of the schema, or to what it can.
    public var isStrict: Bool

    public init(name: String, schema: JSONValue? = nil, isStrict: Bool = true) {
        self.name = name
        self.schema = schema
        self.isStrict = isStrict
    }
}

extension ReplyForm: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, schema, isStrict
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            schema: try container.decodeIfPresent(JSONValue.self, forKey: .schema)
                .map(JSONValue.init(recorded:)),
            isStrict: try container.decode(Bool.self, forKey: .isStrict)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(schema?.recorded, forKey: .schema)
        try container.encode(isStrict, forKey: .isStrict)
    }
}

extension ReplyTerms {
    /// A worker as it is asked for a client.
    ///
    /// How it draws its words holds for all that write for the answer; how long it may be and where it
    /// stops is for the answer itself. What a worker may write at most stays.
    func asked(_ worker: Worker, isAnswer: Bool) -> Worker {
        guard self != ReplyTerms() else { return worker }
        var options = worker.options ?? ModelOptions()
        options.temperature = temperature ?? options.temperature
        options.topP = topP ?? options.topP
        options.topK = topK ?? options.topK
        options.seed = seed.map(ModelOptions.Seed.fixed) ?? options.seed
        options.reasoningEffort = reasoningEffort ?? options.reasoningEffort
        options.reasoningTokens = reasoningTokens ?? options.reasoningTokens
        if isAnswer {
            if let maxTokens {
                options.maxTokens = min(maxTokens, options.maxTokens ?? .max)
            }
            options.stop += stop.filter { !options.stop.contains($0) }
        }
        guard options != worker.options ?? ModelOptions() else { return worker }
        var asked = worker
        asked.options = options
        return asked
    }
}

extension ReplyTerms: Codable {
    private enum CodingKeys: String, CodingKey {
        case temperature, topP, topK, maxTokens, stop, seed, reasoningEffort, reasoningTokens, form
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
            form: try value(.form)
        )
    }

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
        try container.encodeIfPresent(form, forKey: .form)
    }
}

extension SessionState {
    /// A worker as it is asked in this session.
    func asked(_ worker: Worker, for agent: Agent, isAnswer: Bool) -> Worker {
        guard let terms = opened?.client?.reply, case .step = agent else { return worker }
        return terms.asked(worker, isAnswer: isAnswer)
    }
}
