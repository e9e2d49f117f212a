extension JSONReader {
    /// Reads one value of any kind, whole.
    ///
    /// - Parameter asWritten: the names of members whose values stay as they were written, where these are
    ///   objects.
    public mutating func readValue(
        keeping asWritten: Set<String> = []
    ) throws(Failure) -> JSONValue {
        switch try peek() {
        case .object:
            var members: [String: JSONValue] = [:]
            try beginObject()
            while let name = try nextMember() {
                let isObject = try peek() == .object
                if isObject, asWritten.contains(name) {
                    members[name] = .written(try readText())
                } else {
                    members[name] = try readValue(keeping: asWritten)
                }
            }
            return .object(members)
        case .array:
            var elements: [JSONValue] = []
            try beginArray()
            while try nextElement() { elements.append(try readValue(keeping: asWritten)) }
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
        if let value = UInt64(text) { return .unsigned(value) }
        // What no number is large enough for could not be written again.
        guard let value = Double(text), value.isFinite else {
            throw failure("a number", at: range.lowerBound)
        }
        return .number(value)
    }
}
