/// Where a text leads: an address of the web or of mail that a terminal may be given.
///
/// There is none of another kind, whatever a text says: its bytes are printable ASCII, and what opens it
/// is a browser or a mail program.
public struct Hyperlink: Hashable, Sendable {
    /// In bytes; browsers and terminals take no more.
    public static let longestAddress = 2_000

    /// Absolute, with scheme; what no address may hold is percent-encoded (RFC 3986, section 2.1).
    public let address: String

    /// Nil where the address is not absolute, of another scheme than `http`, `https` and `mailto`, holds
    /// control characters or is too long.
    public init?(_ address: String) {
        guard address.utf8.count <= Self.longestAddress, Self.isAbsolute(address.utf8) else {
            return nil
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(address.utf8.count)
        for byte in address.utf8 {
            if byte < 0x20 || byte == 0x7F { return nil }
            if Self.mayStand(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), Self.digit(byte >> 4), Self.digit(byte & 15)]
            }
        }
        guard bytes.count <= Self.longestAddress else { return nil }
        self.address = String(decoding: bytes, as: UTF8.self)
    }

    private static func isAbsolute(_ address: String.UTF8View) -> Bool {
        guard let colon = address.prefix(7).firstIndex(of: UInt8(ascii: ":")) else { return false }
        let rest = address[address.index(after: colon)...]
        switch String(decoding: address[..<colon].map { $0 | 0x20 }, as: UTF8.self) {
        case "mailto": return !rest.isEmpty
        case "http", "https":
            let host = rest.dropFirst(2).first
            return rest.starts(with: "//".utf8) && !(host.map { "/?#".utf8.contains($0) } ?? true)
        default: return false
        }
    }

    /// Whether a byte may be part of an address as it is.
    private static func mayStand(_ byte: UInt8) -> Bool {
        (0x21..<0x7F).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

/// OSC 8, in which a terminal is told where text leads.
extension Hyperlink {
    /// Stands before the text.
    public var opening: String { "\u{1B}]8;id=\(identifier);\(address)\u{1B}\\" }

    /// Stands behind the text.
    public static let closing = "\u{1B}]8;;\u{1B}\\"

    /// By it a terminal knows that pieces of text, as those of several rows, are one link. It is made of
    /// the address (FNV-1a, 64 bits), so that nobody has to count links.
    private var identifier: String {
        let hash = address.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return String(hash, radix: 36)
    }
}
