/// The quotation marks that models write around a subtask.
struct Quote {
    /// UTF-8 length of the opening mark.
    let length: Int
    private let closing: [[UInt8]]

    private static let ascii: [UInt8: Quote] = [
        UInt8(ascii: "\""): Quote(length: 1, closing: [[UInt8(ascii: "\"")]]),
        UInt8(ascii: "'"): Quote(length: 1, closing: [[UInt8(ascii: "'")]]),
        UInt8(ascii: "`"): Quote(length: 1, closing: [[UInt8(ascii: "`")]]),
    ]
    private static let double = Quote(length: 3, closing: [Array("”".utf8), Array("“".utf8), [34]])
    private static let single = Quote(length: 3, closing: [Array("’".utf8), Array("‘".utf8), [39]])

    static func opening(in bytes: [UInt8], at position: Int) -> Quote? {
        if let quote = ascii[bytes[position]] { return quote }
        guard position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x80
        else { return nil }
        switch bytes[position + 2] {
        case 0x9C, 0x9D: return double  // “ ”
        case 0x98, 0x99: return single  // ‘ ’
        default: return nil
        }
    }

    /// The length of the closing mark at `position`, or nil if there is none.
    func closingLength(in bytes: [UInt8], at position: Int) -> Int? {
        closing.first { mark in
            position + mark.count <= bytes.count
                && bytes[position..<position + mark.count].elementsEqual(mark)
        }?.count
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
