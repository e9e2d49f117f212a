internal import Foundation

/// Refuses text whose YAML aliases could stand for far more than the text itself.
///
/// Yams compares the keys of each mapping while it builds the tree, and a key may be an alias; so a
/// few nested aliases can keep it busy for hours, and the text has to be judged before that.
/// Occurrences are counted by looks and may include some in comments and strings: the bound is
/// never too low, and only lists of aliases within lists of aliases come near the limit.
enum AliasLimit {
    /// Bytes that all aliases may stand for, written out.
    static let limit = 20_000_000.0

    static func isExceeded(by text: String) -> Bool {
        let bytes = Array(text.utf8)
        let anchors = names(after: UInt8(ascii: "&"), in: bytes)
        guard !anchors.isEmpty else { return false }
        let aliases = names(after: UInt8(ascii: "*"), in: bytes)
        let shared = Set(anchors).intersection(aliases)
        return bound(
            anchors: anchors.count(where: shared.contains),
            aliases: aliases.count(where: shared.contains),
            size: bytes.count
        ) > limit
    }

    /// The most that `aliases` uses of `anchors` can stand for. Nested, the uses multiply: the
    /// product of numbers whose sum is n is greatest when there are d equal ones: (n / d)ᵈ, with d
    /// at most n / e.
    static func bound(anchors: Int, aliases: Int, size: Int) -> Double {
        guard anchors > 0, aliases > 0 else { return Double(size) }
        let uses = Double(aliases)
        let depth = min(Double(anchors), max(1, uses / M_E))
        return pow(uses / depth, depth) * Double(size)
    }

    /// The names that follow `mark` wherever a YAML node can begin.
    private static func names(after mark: UInt8, in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.indices.compactMap { index in
            guard bytes[index] == mark, index == 0 || endsToken(bytes[index - 1]) else {
                return nil
            }
            let name = bytes[(index + 1)...].prefix(while: isNameByte)
            return name.isEmpty ? nil : name
        }
    }

    /// Whether a node can begin right after `byte`. Non-ASCII bytes count, as some are blanks.
    private static func endsToken(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x80 || "[]{},:?-\"'".utf8.contains(byte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
