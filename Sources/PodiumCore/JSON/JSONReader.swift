/// Reads JSON (RFC 8259) from bytes by pulling, without building a tree.
///
/// A stream of chat chunks is thousands of small objects of which two or three members matter;
/// pulling reads those and steps over the rest.
///
/// ```swift
/// var reader = JSONReader(bytes)
/// try reader.beginObject()
/// while let name = try reader.nextMember() {
///     if name == "id" { id = try reader.readString() } else { try reader.skipValue() }
/// }
/// try reader.expectEnd()
/// ```
///
/// After each `nextMember` or `nextElement` exactly one value must be read or skipped. Malformed
/// input throws and never traps. Malformed UTF-8 inside a string is replaced, not refused, and control
/// characters are taken as they are: some servers do not escape what a model writes, and the reply is
/// worth more than the rule. So are a byte-order mark before the text, and the words `NaN`,
/// `Infinity` and `-Infinity` that Python writes for what is no number, which are read as null.
public struct JSONReader {
    public struct Failure: Error, Hashable, CustomStringConvertible {
        public var expected: String
        /// In bytes from the beginning.
        public var offset: Int

        public var description: String { "expected \(expected) at byte \(offset)" }
    }

    public enum Kind: Sendable {
        case object, array, string, number, boolean, null
    }

    /// How deeply containers may nest, so that hostile input cannot exhaust the stack or memory.
    public static let depthLimit = 128

    let bytes: [UInt8]
    /// In bytes from the beginning.
    public internal(set) var position = 0
    private var depth = 0
    /// A value has just ended, so that a comma or the container's end must come next.
    private var isAfterValue = false

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    }

    /// Reads a value that begins within the bytes.
    public init(_ bytes: [UInt8], at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// U+FEFF in UTF-8.
    public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    func failure(_ expected: String, at offset: Int? = nil) -> Failure {
        Failure(expected: expected, offset: offset ?? position)
    }

    /// The byte at `position`, or nil at the end.
    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The kind of the value that comes next, by its first byte.
    public mutating func peek() throws(Failure) -> Kind {
        skipSpace()
        guard let byte = current else { throw failure("a value") }
        switch byte {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"): return .null
        case UInt8(ascii: "-"): return follows("-I") ? .null : .number
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw failure("a value")
        }
    }
}

// MARK: - Containers

extension JSONReader {
    public mutating func beginObject() throws(Failure) {
        try begin(UInt8(ascii: "{"), "an object")
    }

    public mutating func beginArray() throws(Failure) {
        try begin(UInt8(ascii: "["), "an array")
    }

    /// The name of the next member, with its value next; nil when the object has ended.
    public mutating func nextMember() throws(Failure) -> String? {
        guard try advance(closing: UInt8(ascii: "}")) else { return nil }
        let name = try readString()
        skipSpace()
        guard current == UInt8(ascii: ":") else { throw failure("a colon") }
        position += 1
        isAfterValue = false
        return name
    }

    /// Whether the array has a further element, which then comes next.
    public mutating func nextElement() throws(Failure) -> Bool {
        try advance(closing: UInt8(ascii: "]"))
    }

    /// Throws unless only white space is left.
    public mutating func expectEnd() throws(Failure) {
        skipSpace()
        guard position == bytes.count, depth == 0 else { throw failure("the end") }
    }

    /// Steps over one value of any kind.
    public mutating func skipValue() throws(Failure) {
        switch try peek() {
        case .object:
            try beginObject()
            while try skipMember() { try skipValue() }
        case .array:
            try beginArray()
            while try nextElement() { try skipValue() }
        case .string: try skipString()
        case .number: _ = try scanNumber()
        case .boolean: _ = try readBoolean()
        case .null: try readNull()
        }
    }

    private mutating func skipMember() throws(Failure) -> Bool {
        guard try advance(closing: UInt8(ascii: "}")) else { return false }
        try skipString()
        skipSpace()
        guard current == UInt8(ascii: ":") else { throw failure("a colon") }
        position += 1
        isAfterValue = false
        return true
    }

    private mutating func begin(_ opening: UInt8, _ expected: String) throws(Failure) {
        skipSpace()
        guard current == opening else { throw failure(expected) }
        guard depth < Self.depthLimit else {
            throw failure("at most \(Self.depthLimit) nested containers")
        }
        position += 1
        depth += 1
        isAfterValue = false
    }

    /// Moves to the next member or element; false when the container has ended.
    private mutating func advance(closing: UInt8) throws(Failure) -> Bool {
        guard depth > 0 else { throw failure("a container to be open") }
        skipSpace()
        if current == closing {
            position += 1
            depth -= 1
            isAfterValue = true
            return false
        }
        guard isAfterValue else { return true }
        guard current == UInt8(ascii: ",") else { throw failure("a comma or the end") }
        position += 1
        isAfterValue = false
        skipSpace()
        if current == closing { throw failure("a value after the comma") }
        return true
    }

    mutating func endValue() { isAfterValue = true }

    mutating func skipSpace() {
        while let byte = current, byte.isJSONSpace { position += 1 }
    }
}

extension UInt8 {
    /// White space by RFC 8259, § 2.
    public var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
