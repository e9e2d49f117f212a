extension JSONReader {
    /// Reads one value of any kind, whole.
    public mutating func readValue() throws(Failure) -> JSONValue {
        switch try peek() {
        case .object:
            var members: [String: JSONValue] = [:]
            try beginObject()
            while let name = try nextMember() { members[name] = try readValue() }
            return .object(members)
        case .array:
            var elements: [JSONValue] = []
            try beginArray()
            while try nextElement() { elements.append(try readValue()) }
            return .array(elements)
        case .string: return .string(try readString())
        case .number: return try readNumber()
        case .boolean: return .bool(try readBoolean())
        case .null:
            try readNull()
            return .null
        }
    }

    /// Reads one value of any kind as the text in which it is written.
    public mutating func readText() throws(Failure) -> String {
        _ = try peek()
        let start = position
        try skipValue()
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func readNumber() throws(Failure) -> JSONValue {
        let range = try scanNumber()
        let text = String(decoding: bytes[range], as: UTF8.self)
        if let value = Int64(text) { return .integer(value) }
        return .number(Double(text) ?? 0)
    }
}
