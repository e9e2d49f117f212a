import FoundationEssentials

extension JSONLine {
    /// Reads a line back.
    ///
    /// - Throws: `ReadError` that says which part of the header is missing or malformed.
    public func event(from line: String) throws(ReadError) -> (session: SessionID, event: Event) {
        if let known = knownEvent(from: line) { return known }
        return try anyEvent(from: line)
    }

    /// A line of any form, which is read several times over.
    func anyEvent(from line: String) throws(ReadError) -> (session: SessionID, event: Event) {
        guard let header = decoded(Header.self, from: line), var fields = fields(of: line) else {
            throw ReadError(
                message: "this is no event: it must be a JSON object with session, sequence, time,"
                    + " type and version"
            )
        }
        guard let time = Timestamp(rfc3339: header.time) else {
            throw ReadError(
                message: "\(header.time) is no time such as 2026-11-23T23:38:12.345678Z"
            )
        }
        var event = Self.stored(header, time)
        if let whole = decoded(StoredField.self, from: line)?.stored {
            (event.attempt, event.text, event.body) = (whole.attempt, whole.text, whole.body)
            return (header.session, codec.decode(event))
        }
        if Self.textTypes.contains(header.type), let piece = decoded(TextBody.self, from: line) {
            (event.attempt, event.text) = (piece.attempt, piece.text)
            fields["attempt"] = nil
            fields["text"] = nil
        }
        fields = fields.filter { !Self.reservedKeys.contains($0.key) }
        event.body = fields.isEmpty ? nil : try? json(fields)
        return (header.session, codec.decode(event))
    }

    /// A fact that this version knows, with the fields as they stand in the line: almost every line is one.
    /// Nil for any other, and for what is no event.
    func knownEvent(from line: String) -> (session: SessionID, event: Event)? {
        guard let members = try? Self.members(of: Array(line.utf8)),
            let header = decoded(Header.self, from: members.header),
            let time = Timestamp(rfc3339: header.time)
        else { return nil }
        var stored = Self.stored(header, time)
        if Self.textTypes.contains(header.type) {
            guard let piece = decoded(TextBody.self, from: members.fields) else { return nil }
            (stored.attempt, stored.text) = (piece.attempt, piece.text)
        } else {
            stored.body = members.fields
        }
        let event = codec.decode(stored)
        if case .unknown = event.fact { return nil }
        return (header.session, event)
    }

    private static func stored(_ header: Header, _ time: Timestamp) -> StoredEvent {
        StoredEvent(
            sequence: header.sequence,
            time: time,
            type: header.type,
            version: header.version,
            attempt: nil,
            text: nil,
            body: nil
        )
    }

    /// The two parts of a line, each an object of its own.
    ///
    /// - Throws: for what is no object, or has a name twice.
    private static func members(
        of bytes: [UInt8]
    ) throws -> (header: String, fields: String) {
        var (header, fields): ([UInt8], [UInt8]) = ([], [])
        fields.reserveCapacity(bytes.count)
        var names: Set<String> = []
        var reader = JSONReader(bytes)
        try reader.beginObject()
        var start = reader.position
        while let name = try reader.nextMember() {
            guard names.insert(name).inserted, name != "stored" else { throw NotPlain() }
            try reader.skipValue()
            // From the comma before it, or the brace.
            let member = bytes[start..<reader.position].drop { $0 == UInt8(ascii: ",") }
            start = reader.position
            if reservedKeys.contains(name) {
                header.append(UInt8(ascii: header.isEmpty ? "{" : ","))
                header += member
            } else {
                fields.append(UInt8(ascii: fields.isEmpty ? "{" : ","))
                fields += member
            }
        }
        try reader.expectEnd()
        guard !header.isEmpty else { throw NotPlain() }
        if fields.isEmpty { fields.append(UInt8(ascii: "{")) }
        let end = [UInt8(ascii: "}")]
        return (
            String(decoding: header + end, as: UTF8.self),
            String(decoding: fields + end, as: UTF8.self)
        )
    }

    private struct NotPlain: Error {}
}
