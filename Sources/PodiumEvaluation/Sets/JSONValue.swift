internal import Foundation

/// A JSON value as it stands in a set's file. Numbers keep their digits as text.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(parsing data: Data) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: data)
    }

    /// Text and numbers as text; nil for all else.
    var plainText: String? {
        switch self {
        case .text(let text), .number(let text): text
        case .null, .bool, .array, .object: nil
        }
    }

    var isNumber: Bool { if case .number = self { true } else { false } }

    var object: [String: JSONValue]? {
        if case .object(let fields) = self { fields } else { nil }
    }
}

extension JSONValue: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .number(String(value))
        } else if let value = try? container.decode(Decimal.self) {
            self = .number(value.description)
        } else if let values = try? container.decode([JSONValue].self) {
            self = .array(values)
        } else if let fields = try? container.decode([String: JSONValue].self) {
            self = .object(fields)
        } else {
            // A number too large for a decimal one.
            self = .number(String(try container.decode(Double.self)))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let digits): try container.encode(Double(digits) ?? .nan)
        case .text(let text): try container.encode(text)
        case .array(let values): try container.encode(values)
        case .object(let fields): try container.encode(fields)
        }
    }
}
