/// Reading where a member may be missing, null or of another kind than its documentation says.
///
/// A value of another kind is skipped. What is no JSON at all still throws.
extension JSONReader {
    public mutating func readIfString() throws(Failure) -> String? {
        guard try peek() == .string else {
            try skipValue()
            return nil
        }
        return try readString()
    }

    public mutating func readIfInt() throws(Failure) -> Int? {
        guard try peek() == .number else {
            try skipValue()
            return nil
        }
        return try readInt()
    }

    public mutating func readIfBoolean() throws(Failure) -> Bool? {
        guard try peek() == .boolean else {
            try skipValue()
            return nil
        }
        return try readBoolean()
    }

    /// Gives each member of an object to `read`, which must read or skip its value.
    public mutating func readMembers(
        _ read: (String, inout JSONReader) throws(Failure) -> Void
    ) throws(Failure) {
        guard try peek() == .object else { return try skipValue() }
        try beginObject()
        while let name = try nextMember() { try read(name, &self) }
    }

    /// Gives each element of an array to `read`, which must read or skip it.
    public mutating func readElements(
        _ read: (inout JSONReader) throws(Failure) -> Void
    ) throws(Failure) {
        guard try peek() == .array else { return try skipValue() }
        try beginArray()
        while try nextElement() { try read(&self) }
    }
}
