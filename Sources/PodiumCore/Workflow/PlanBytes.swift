/// The quotation marks that models write around a subtask.
enum Quote: Hashable, Sendable {
    case straightDouble, straightSingle, backtick
    /// Typographic ones, opening or closing.
    case double, single

    /// Its UTF-8 length.
    var length: Int {
        switch self {
        case .straightDouble, .straightSingle, .backtick: 1
        case .double, .single: 3
        }
    }

    static func opening(in bytes: [UInt8], at position: Int, end: Int) -> Quote? {
        switch bytes[position] {
        case UInt8(ascii: "\""): return .straightDouble
        case UInt8(ascii: "'"): return .straightSingle
        case UInt8(ascii: "`"): return .backtick
        default: break
        }
        guard position + 2 < end, bytes[position] == 0xE2, bytes[position + 1] == 0x80 else {
            return nil
        }
        switch bytes[position + 2] {
        case 0x9C, 0x9D: return .double  // “ ”
        case 0x98, 0x99: return .single  // ‘ ’
        default: return nil
        }
    }

    /// The length of the closing mark at `position`, or nil if there is none.
    func closingLength(in bytes: [UInt8], at position: Int, end: Int) -> Int? {
        guard let mark = Quote.opening(in: bytes, at: position, end: end),
            mark == self || mark == straight
        else { return nil }
        return mark.length
    }

    /// The straight mark that closes it too: writers mix them.
    private var straight: Quote {
        switch self {
        case .double: .straightDouble
        case .single: .straightSingle
        case .straightDouble, .straightSingle, .backtick: self
        }
    }
}

extension UInt8 {
    func isOne(of marks: StaticString) -> Bool {
        marks.withUTF8Buffer { $0.contains(self) }
    }

    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    /// Whether it stands for itself in a quoted text, whatever the marks around it.
    var isPlainText: Bool {
        switch self {
        case UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: "`"), 0xE2:
            false
        default: true
        }
    }

    var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    var isWordByte: Bool { isLetter || digitValue != nil || self == UInt8(ascii: "_") }

    var digitValue: Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self) - 48 : nil
    }
}
