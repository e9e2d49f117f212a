internal import PodiumCore

/// Parts of JSON Schema (2020-12), as OpenAPI 3.1 has it.
enum Schema {
    static let string: JSONValue = ["type": "string"]
    static let bool: JSONValue = ["type": "boolean"]
    static let null: JSONValue = ["type": "null"]
    static let count: JSONValue = ["type": "integer", "minimum": 0]
    static let amount: JSONValue = ["type": "number", "minimum": 0]

    static func words(_ words: String...) -> JSONValue {
        ["type": "string", "enum": .array(words.map(JSONValue.string))]
    }

    static func integer(in range: ClosedRange<Int64>) -> JSONValue {
        [
            "type": "integer", "minimum": .integer(range.lowerBound),
            "maximum": .integer(range.upperBound),
        ]
    }

    static func number(in range: ClosedRange<Double>) -> JSONValue {
        [
            "type": "number", "minimum": .number(range.lowerBound),
            "maximum": .number(range.upperBound),
        ]
    }

    /// Nothing but this value.
    static func only(_ value: JSONValue) -> JSONValue { ["const": value] }

    static func list(
        of element: JSONValue,
        atLeast least: Int? = nil,
        atMost most: Int? = nil
    ) -> JSONValue {
        var members: [String: JSONValue] = ["type": "array", "items": element]
        members["minItems"] = least.map { JSONValue($0) }
        members["maxItems"] = most.map { JSONValue($0) }
        return .object(members)
    }

    /// What asks for nothing: other elements are refused.
    static let empty: JSONValue = ["type": "array", "maxItems": 0]

    static func any(of schemas: JSONValue...) -> JSONValue { ["anyOf": .array(schemas)] }

    static func reference(_ name: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(name)")]
    }

    /// What a request may have and nobody looks at.
    static let ignored: JSONValue = ["description": "Taken, and changes nothing here."]

    static func ignored(_ names: String...) -> [String: JSONValue] {
        Dictionary(names.map { ($0, ignored) }) { first, _ in first }
    }

    /// What is refused unless it is null: each with the reason that `RequestFields.unsupported` gives.
    static func refused(_ names: String...) -> [String: JSONValue] {
        Dictionary(names.map { ($0, null) }) { first, _ in first }
    }

    static func described(_ schema: JSONValue, _ words: String) -> JSONValue {
        guard case .object(var members) = schema else { return schema }
        members["description"] = .string(words)
        return .object(members)
    }

    /// An object of a request: what is optional may be null as well, and nothing else may be there.
    static func asked(
        _ needed: [String: JSONValue],
        _ optional: [String: JSONValue] = [:]
    ) -> JSONValue {
        let all = needed.merging(optional.mapValues(orNull)) { first, _ in first }
        return [
            "type": "object", "required": .array(needed.keys.sorted().map(JSONValue.string)),
            "properties": .object(all), "additionalProperties": false,
        ]
    }

    /// An object of a reply, which may have more members later.
    static func told(
        _ needed: [String: JSONValue],
        _ optional: [String: JSONValue] = [:]
    ) -> JSONValue {
        [
            "type": "object", "required": .array(needed.keys.sorted().map(JSONValue.string)),
            "properties": .object(needed.merging(optional) { first, _ in first }),
        ]
    }

    static func orNull(_ schema: JSONValue) -> JSONValue {
        // What may be anything, or nothing but null, is as it was.
        guard schema != ignored, schema != null, case .object(var members) = schema else {
            return schema
        }
        if let constant = members.removeValue(forKey: "const") {
            members["enum"] = [constant, nil]
            return .object(members)
        }
        guard let type = members["type"] else { return any(of: schema, null) }
        members["type"] = [type, "null"]
        if case .array(let words)? = members["enum"] { members["enum"] = .array(words + [nil]) }
        return .object(members)
    }
}
