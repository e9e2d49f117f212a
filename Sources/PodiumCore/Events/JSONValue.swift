/// Any JSON: the fields of facts that this version does not know, and what a configuration adds to
/// requests.
public enum JSONValue: Hashable, Sendable, Codable {
    case null
    case bool(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])
    /// As it was written, with its members in that order: a model writes what it is told to write in the
    /// order of the schema.
    case written(String)

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(UInt64.self) {
            self = .unsigned(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .unsigned(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        case .written: try container.encode(parsed)
        }
    }
}

extension JSONValue {
    /// As JSON in UTF-8, with members in order. What JSON cannot say, a number that is none, makes it
    /// `null`.
    public var bytes: [UInt8] { (try? JSONLine.encoded(self)) ?? Array("null".utf8) }

    /// As JSON.
    public var text: String {
        if case .written(let text) = self { text } else { String(decoding: bytes, as: UTF8.self) }
    }

    /// Taken apart where it is as it was written; null where that is no JSON.
    public var parsed: JSONValue {
        guard case .written(let text) = self else { return self }
        var reader = JSONReader(Array(text.utf8))
        return (try? reader.readValue()) ?? .null
    }

    /// In a record what was written is a text, so that it comes back as it was.
    var recorded: JSONValue { if case .written(let text) = self { .string(text) } else { self } }

    init(recorded value: JSONValue) {
        if case .string(let text) = value { self = .written(text) } else { self = value }
    }
}
