/// What the calls of one provider must never tell, and how to find it in what a server sends.
///
/// Servers repeat keys: whole or cut short, in other letter cases, escaped, in any member of a reply. A
/// beginning that holds more than a few bytes of what is secret is taken for the key that it begins.
struct Secrets: Sendable {
    /// What stands where a secret was.
    static let mark = "[key]"
    /// Shorter ones are too common in ordinary text to be replaced.
    private static let shortest = 6
    /// Local servers want some word in the place of a key (`ollama`, `not-needed`), and answers use it.
    private static let longestWord = 12

    private struct Key {
        /// Folded.
        var bytes: [UInt8]
        /// So many of them are taken for all.
        var telling: Int

        init(_ secret: String) {
            bytes = secret.utf8.map(\.folded)
            // What vendors put before all their keys (`sk-ant-api03-`) tells nothing; nor does the head
            // of a JSON Web Token (RFC 7519), which is the same for many.
            let isToken = secret.hasPrefix("eyJ")
            let head = isToken ? bytes[...] : bytes.prefix(16)
            let mark =
                isToken ? head.firstIndex(of: UInt8(ascii: ".")) : head.lastIndex { $0.isJoint }
            telling = min(bytes.count, max(12, mark.map { $0 + 7 } ?? 0))
        }
    }

    private let keys: [Key]
    /// Whether a spelling of a secret may begin with the byte.
    private let mayBegin: [Bool]

    init(_ secrets: [String] = []) {
        keys = secrets.filter { $0.utf8.count >= Self.shortest && !Self.isWord($0) }.map(Key.init)
        var mayBegin = [Bool](repeating: false, count: 256)
        if !keys.isEmpty {
            for byte in "\\%&".utf8 { mayBegin[Int(byte)] = true }
            for byte in UInt8.min...UInt8.max
            where keys.contains(where: { $0.bytes[0] == byte.folded }) {
                mayBegin[Int(byte)] = true
            }
        }
        self.mayBegin = mayBegin
    }

    var isEmpty: Bool { keys.isEmpty }

    private static func isWord(_ secret: String) -> Bool {
        secret.utf8.count <= longestWord
            && secret.utf8.allSatisfy { $0.isASCIILetter || $0.isJoint }
    }

    /// The text without the secrets.
    func scrub(_ text: String) -> String {
        isEmpty ? text : String(decoding: scrub(Array(text.utf8)), as: UTF8.self)
    }

    func scrub(_ bytes: [UInt8]) -> [UInt8] { split(bytes, isWhole: true).clean }

    /// Takes the secrets out of bytes.
    ///
    /// - Parameter isWhole: whether nothing follows.
    /// - Returns: the bytes that are told, and the last ones of which only what follows will tell whether
    ///   they are a secret: none if nothing follows.
    func split(_ bytes: [UInt8], isWhole: Bool) -> (clean: [UInt8], held: [UInt8]) {
        guard !isEmpty else { return (bytes, []) }
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard mayBegin[Int(bytes[index])] else {
                clean.append(bytes[index])
                index += 1
                continue
            }
            switch secret(in: bytes, at: index, isWhole: isWhole) {
            case .none:
                clean.append(bytes[index])
                index += 1
            case .undecided: return (clean, Array(bytes[index...]))
            case .found(let end):
                clean += Self.mark.utf8
                index = end
            }
        }
        return (clean, [])
    }

    private enum Match {
        case none
        /// The bytes end before it is known.
        case undecided
        /// A secret, or a telling beginning of one, up to this index.
        case found(end: Int)
    }

    private func secret(in bytes: [UInt8], at start: Int, isWhole: Bool) -> Match {
        var end: Int?
        for key in keys {
            var (place, count) = (start, 0)
            comparison: while count < key.bytes.count {
                switch Spelling.match(key.bytes[count], in: bytes, at: place) {
                case .byte(let next): (place, count) = (next, count + 1)
                case .other: break comparison
                case .cut:
                    if !isWhole { return .undecided }
                    break comparison
                }
            }
            if count >= key.telling { end = max(end ?? place, place) }
        }
        return end.map { .found(end: $0) } ?? .none
    }
}

/// The ways in which one byte of a secret may be written: as it is, in the other letter case, and as
/// JSON (also JSON within JSON), URLs and HTML escape it.
private enum Spelling {
    case byte(next: Int)
    /// Something else stands there.
    case other
    /// The bytes end before it is known.
    case cut

    /// `\u0073` within three texts of JSON has seven of them.
    private static let longestSlashes = 8

    static func match(_ wanted: UInt8, in bytes: [UInt8], at index: Int) -> Spelling {
        guard index < bytes.count else { return .cut }
        if bytes[index].folded == wanted { return .byte(next: index + 1) }
        switch bytes[index] {
        case UInt8(ascii: "\\"): return escaped(wanted, in: bytes, at: index)
        case UInt8(ascii: "%"): return number(wanted, in: bytes, at: index + 1, digits: 2)
        case UInt8(ascii: "&"): return entity(wanted, in: bytes, at: index + 1)
        default: return .other
        }
    }

    private static func escaped(_ wanted: UInt8, in bytes: [UInt8], at start: Int) -> Spelling {
        let slashes = bytes[start...].prefix(longestSlashes) { $0 == UInt8(ascii: "\\") }
        let index = slashes.endIndex
        guard index < bytes.count else { return .cut }
        if bytes[index] == UInt8(ascii: "u") {
            return number(wanted, in: bytes, at: index + 1, digits: 4)
        }
        return bytes[index].folded == wanted ? .byte(next: index + 1) : .other
    }

    private static func number(
        _ wanted: UInt8,
        in bytes: [UInt8],
        at index: Int,
        digits: Int
    ) -> Spelling {
        let text = bytes.dropFirst(index).prefix(digits)
        guard let value = value(of: text, radix: 16) ?? (text.isEmpty ? 0 : nil) else {
            return .other
        }
        if text.count < digits { return .cut }
        return value == wanted ? .byte(next: index + digits) : .other
    }

    /// `&#115;` or `&#x73;`
    private static func entity(_ wanted: UInt8, in bytes: [UInt8], at index: Int) -> Spelling {
        let text = bytes.dropFirst(index).prefix(8)
        guard let hash = text.first else { return .cut }
        guard hash == UInt8(ascii: "#") else { return .other }
        let body = text.dropFirst().prefix { $0 != UInt8(ascii: ";") }
        let isHex = body.first?.folded == UInt8(ascii: "x")
        let digits = isHex ? body.dropFirst() : body
        let value = value(of: digits, radix: isHex ? 16 : 10)
        guard body.endIndex < text.endIndex else {
            return text.count < 8 && (digits.isEmpty || value != nil) ? .cut : .other
        }
        return value == wanted ? .byte(next: body.endIndex + 1) : .other
    }

    /// Folded, nil for what is no number or no byte.
    private static func value(of digits: ArraySlice<UInt8>, radix: Int) -> UInt8? {
        guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-")
        else {
            return nil
        }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: radix)?.folded
    }
}

extension ArraySlice<UInt8> {
    fileprivate func prefix(_ limit: Int, while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        prefix(limit).prefix(while: holds)
    }
}

extension UInt8 {
    /// In lower case, if it is a letter of ASCII.
    fileprivate var folded: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }

    /// Whether it joins the parts of a key.
    fileprivate var isJoint: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: "_") }
}
