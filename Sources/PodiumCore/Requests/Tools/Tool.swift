/// A function that whoever asked can carry out, and a model may ask for.
public struct Tool: Hashable, Sendable {
    public var name: String
    /// What it does and when to use it, for the model.
    public var description: String?
    /// Of its arguments: JSON Schema, an object.
    public var parameters: JSONValue
    /// Whether a server is to hold the arguments to the schema; nil as it does by itself.
    public var isStrict: Bool?

    public init(
        name: String,
        description: String? = nil,
        parameters: JSONValue = .withoutParameters,
        isStrict: Bool? = nil
    ) {
        self.name = name
        self.description = description
        self.parameters = parameters
        self.isStrict = isStrict
    }
}

extension Tool: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, description, parameters, isStrict
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            description: try container.decodeIfPresent(String.self, forKey: .description),
            parameters: JSONValue(
                recorded: try container.decode(JSONValue.self, forKey: .parameters)
            ),
            isStrict: try container.decodeIfPresent(Bool.self, forKey: .isStrict)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(description, forKey: .description)
        try container.encode(parameters.recorded, forKey: .parameters)
        try container.encodeIfPresent(isStrict, forKey: .isStrict)
    }
}

extension JSONValue {
    /// The schema of a tool that takes no arguments.
    public static let withoutParameters: JSONValue = ["type": "object", "properties": [:]]
}

/// The tools that a worker is offered, and what it may make of the offer.
public struct ToolTerms: Hashable, Sendable, Codable {
    public enum Choice: Hashable, Sendable {
        /// The model decides.
        case auto
        /// It must answer in words.
        case never
        /// It must call some tool.
        case required
        /// It must call this one.
        case named(String)
    }

    public var tools: [Tool]
    public var choice: Choice
    /// Whether it may call several at once; nil as the server does by itself.
    public var isParallel: Bool?

    public init(_ tools: [Tool], choice: Choice = .auto, isParallel: Bool? = nil) {
        self.tools = tools
        self.choice = choice
        self.isParallel = isParallel
    }
}

extension ToolTerms.Choice: Codable {
    private enum Word: String, Codable {
        case auto, required
        case never = "none"
    }

    private struct Named: Codable {
        var name: String
    }

    /// A word, or `{"name": …}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        switch try? container.decode(Word.self) {
        case .auto: self = .auto
        case .never: self = .never
        case .required: self = .required
        case nil: self = .named(try container.decode(Named.self).name)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .auto: try container.encode(Word.auto)
        case .never: try container.encode(Word.never)
        case .required: try container.encode(Word.required)
        case .named(let name): try container.encode(Named(name: name))
        }
    }
}
