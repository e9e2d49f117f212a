/// The quotation marks that models write around a subtask.
struct Quote: Hashable, Sendable {
    /// UTF-8 length of the opening mark.
    let length: Int
    private let closing: [[UInt8]]

    private static let straightDouble = Quote(length: 1, closing: [Array("\"".utf8)])
    private static let straightSingle = Quote(length: 1, closing: [Array("'".utf8)])
    private static let backtick = Quote(length: 1, closing: [Array("`".utf8)])
    private static let double = Quote(
        length: 3,
        closing: ["”", "“", "\""].map { Array($0.utf8) }
    )
    private static let single = Quote(length: 3, closing: ["’", "‘", "'"].map { Array($0.utf8) })

    static func opening(in bytes: [UInt8], at position: Int, end: Int) -> Quote? {
        switch bytes[position] {
        case UInt8(ascii: "\""): return straightDouble
        case UInt8(ascii: "'"): return straightSingle
        case UInt8(ascii: "`"): return backtick
        default: break
        }
        guard position + 2 < end, bytes[position] == 0xE2, bytes[position + 1] == 0x80 else {
            return nil
        }
        switch bytes[position + 2] {
        case 0x9C, 0x9D: return double  // “ ”
        case 0x98, 0x99: return single  // ‘ ’
        default: return nil
        }
    }

    /// The length of the closing mark at `position`, or nil if there is none.
    func closingLength(in bytes: [UInt8], at position: Int, end: Int) -> Int? {
        for mark in closing where mark[0] == bytes[position] {
            if position + mark.count <= end,
                bytes[position..<position + mark.count].elementsEqual(mark)
            {
                return mark.count
            }
        }
        return nil
    }
}

extension UInt8 {
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    var isWordByte: Bool { isLetter || digitValue != nil || self == UInt8(ascii: "_") }

    var digitValue: Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self) - 48 : nil
    }
}
