/// Writes values as JSON without spaces, the fields of each object in the order of their names: the
/// form in which the store keeps facts.
///
/// It gives byte for byte what Foundation's `JSONEncoder` gives with `.sortedKeys` and
/// `.withoutEscapingSlashes`, but builds no tree on the way: everything is written into one buffer,
/// and fields that come out of order are put right when their object ends. An object ends when its
/// `encode(to:)` returns, so that containers nested by hand, which have no end, are not supported.
final class SortedJSONEncoder {
    /// A field in the buffer, without the mark before it.
    private struct Field {
        var start, nameEnd, end: Int
    }

    /// The value that is being written.
    fileprivate struct OpenValue {
        enum Kind {
            case scalar, list, object
        }

        var start: Int
        /// Where its fields begin among `fields`.
        var firstField: Int
        var kind = Kind.scalar
        var count = 0
        var isSorted = true
    }

    private var bytes: [UInt8] = []
    /// The finished fields of all objects that are being written, in order within each.
    private var fields: [Field] = []
    private var open = OpenValue(start: 0, firstField: 0)
    private var reordered: [UInt8] = []

    /// - Throws: `EncodingError` for a number that JSON cannot hold, and what the value itself throws.
    func text(of value: some Encodable) throws -> String {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        try write(value)
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Values

    private func write(_ value: some Encodable) throws {
        let outer = open
        open = OpenValue(start: bytes.count, firstField: fields.count)
        try value.encode(to: self)
        close()
        open = outer
    }

    private func close() {
        switch open.kind {
        case .scalar where bytes.count > open.start: break
        case .list where open.count > 0: bytes.append(UInt8(ascii: "]"))
        case .list: write(literal: "[]")
        case .object where open.count > 0:
            if !open.isSorted { reorder() }
            fields.removeLast(fields.count - open.firstField)
            bytes.append(UInt8(ascii: "}"))
        case .scalar, .object: write(literal: "{}")
        }
    }

    /// Writes the fields of the open object anew, in order.
    private func reorder() {
        reordered.removeAll(keepingCapacity: true)
        for index in open.firstField..<fields.count {
            reordered.append(UInt8(ascii: index == open.firstField ? "{" : ","))
            reordered += bytes[fields[index].start..<fields[index].end]
        }
        bytes.removeLast(bytes.count - open.start)
        bytes += reordered
    }

    fileprivate func begin(_ kind: OpenValue.Kind) { open.kind = kind }

    fileprivate func writeField(_ name: String, _ value: some Encodable) throws {
        bytes.append(UInt8(ascii: open.count == 0 ? "{" : ","))
        open.count += 1
        var field = Field(start: bytes.count, nameEnd: 0, end: 0)
        write(text: name)
        field.nameEnd = bytes.count
        bytes.append(UInt8(ascii: ":"))
        try write(value)
        field.end = bytes.count
        insert(field)
    }

    private func insert(_ field: Field) {
        var place = fields.count
        while place > open.firstField, precedes(field, fields[place - 1]) { place -= 1 }
        if place < fields.count { open.isSorted = false }
        fields.insert(field, at: place)
    }

    /// By the bytes of the names. The marks around them come before whatever a name is made of.
    private func precedes(_ left: Field, _ right: Field) -> Bool {
        var (first, second) = (left.start, right.start)
        while first < left.nameEnd, second < right.nameEnd {
            if bytes[first] != bytes[second] { return bytes[first] < bytes[second] }
            first += 1
            second += 1
        }
        return false
    }

    fileprivate func writeItem(_ value: some Encodable) throws {
        bytes.append(UInt8(ascii: open.count == 0 ? "[" : ","))
        open.count += 1
        try write(value)
    }

    fileprivate var itemCount: Int { open.count }

    // MARK: Scalars

    fileprivate func write(literal: StaticString) {
        literal.withUTF8Buffer { bytes += $0 }
    }

    fileprivate func write(number: some CustomStringConvertible) {
        bytes += number.description.utf8
    }

    fileprivate func write(text: String) { bytes.append(json: text) }
}

extension SortedJSONEncoder: Encoder {
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        begin(.object)
        return KeyedEncodingContainer(Fields(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        begin(.list)
        return Items(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Scalar(encoder: self) }

    fileprivate func refuseNesting() -> Never {
        preconditionFailure("SortedJSONEncoder has no containers nested by hand.")
    }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: SortedJSONEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws {
        try encoder.writeField(key.stringValue, Bool?.none)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try encoder.writeField(key.stringValue, value)
    }

    func nestedContainer<Inner>(
        keyedBy type: Inner.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Inner> {
        encoder.refuseNesting()
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.refuseNesting()
    }

    func superEncoder() -> any Encoder { encoder.refuseNesting() }

    func superEncoder(forKey key: Key) -> any Encoder { encoder.refuseNesting() }
}

private struct Items: UnkeyedEncodingContainer {
    let encoder: SortedJSONEncoder
    var codingPath: [any CodingKey] { [] }
    var count: Int { encoder.itemCount }

    func encodeNil() throws { try encoder.writeItem(Bool?.none) }

    func encode(_ value: some Encodable) throws { try encoder.writeItem(value) }

    func nestedContainer<Inner>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
        encoder.refuseNesting()
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.refuseNesting() }

    func superEncoder() -> any Encoder { encoder.refuseNesting() }
}

private struct Scalar: SingleValueEncodingContainer {
    let encoder: SortedJSONEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.write(literal: "null") }

    func encode(_ value: Bool) { encoder.write(literal: value ? "true" : "false") }

    func encode(_ value: String) { encoder.write(text: value) }

    func encode(_ value: some FixedWidthInteger & Encodable) { encoder.write(number: value) }

    func encode(_ value: some BinaryFloatingPoint & CustomStringConvertible & Encodable) throws {
        guard value.isFinite else {
            let context = EncodingError.Context(
                codingPath: [],
                debugDescription: "JSON has no form for \(value)."
            )
            throw EncodingError.invalidValue(value, context)
        }
        let digits = value.description
        encoder.write(number: digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
    }

    func encode(_ value: some Encodable) throws { try value.encode(to: encoder) }
}
