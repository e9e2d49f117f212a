internal import PodiumCore

/// The JSON objects that stand in a text: one, one after the other, or the elements of an array.
///
/// Servers send a reply in any of these forms. What is no object is stepped over.
public struct JSONObjects {
    /// Whether these are the bytes of a whole response, which may have been broken off.
    let isBody: Bool
    private let bytes: [UInt8]
    private var position = 0
    /// Bytes that stand between the objects and are neither white space nor an array's own marks.
    private(set) var strayBytes: [UInt8] = []

    init(_ bytes: [UInt8], isBody: Bool = false) {
        self.bytes = bytes
        self.isBody = isBody
        if bytes.starts(with: JSONReader.byteOrderMark) {
            position = JSONReader.byteOrderMark.count
        }
    }

    /// Reads the next object with `read`, which must read all of it. Nil when none is left.
    mutating func next<Object>(
        _ read: (inout JSONReader) throws(JSONReader.Failure) -> Object
    ) throws(JSONReader.Failure) -> Object? {
        guard findObject() else { return nil }
        var reader = JSONReader(bytes, at: position)
        defer { position = reader.position }
        return try read(&reader)
    }

    /// The next object as a value, also one that is cut off; nil when none can be read.
    mutating func nextValue() -> JSONValue? {
        guard findObject() else { return nil }
        for end in [[], Self.closing(bytes[position...])] {
            var reader = JSONReader(bytes + end, at: position)
            if let value = try? reader.readValue() {
                position = min(reader.position, bytes.count)
                return value
            }
        }
        return nil
    }

    /// What ends a text of JSON that was cut off behind a value.
    private static func closing(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var open: [UInt8] = []
        var isInString = false
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if isInString {
                isEscaped = byte == UInt8(ascii: "\\")
                isInString = byte != UInt8(ascii: "\"")
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
                case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
                case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
                default: break
                }
            }
        }
        return isInString ? [] : open.reversed()
    }

    var count: Int { bytes.count }

    /// Whether the text is one object, or the beginning of one, and no array.
    var isSingle: Bool {
        var rest = self
        guard rest.findObject(), bytes[..<rest.position].allSatisfy({ $0 != UInt8(ascii: "[") })
        else { return false }
        var reader = JSONReader(bytes, at: rest.position)
        guard (try? reader.skipValue()) != nil else { return true }
        rest.position = reader.position
        return !rest.findObject()
    }

    private mutating func findObject() -> Bool {
        while position < bytes.count, bytes[position] != UInt8(ascii: "{") {
            let byte = bytes[position]
            if !byte.isJSONSpace, !"[],".utf8.contains(byte) { strayBytes.append(byte) }
            position += 1
        }
        return position < bytes.count
    }
}
