/// A mark of a plan's structure: an ASCII sign, or a character that stands for one.
struct PlanMark: Hashable, Sendable {
    /// The ASCII sign that is meant; 0 for a byte that is none.
    let sign: UInt8
    /// The mark's UTF-8 length.
    let length: Int

    var isTypographic: Bool { length > 1 }
    var isQuote: Bool { sign.isOne(of: "\"'`") }
    var isSpace: Bool { sign.isSpace }

    init(in bytes: [UInt8], at position: Int, end: Int) {
        let first = bytes[position]
        guard first >= 0x80 else {
            self.init(sign: first, length: 1)
            return
        }
        guard let (scalar, length) = Self.scalar(in: bytes, at: position, end: end),
            let sign = Self.sign(of: scalar)
        else {
            self.init(sign: 0, length: 1)
            return
        }
        self.init(sign: sign, length: length)
    }

    private init(sign: UInt8, length: Int) {
        self.sign = sign
        self.length = length
    }

    /// A character of two or three bytes, as all the marks are.
    private static func scalar(in bytes: [UInt8], at position: Int, end: Int) -> (UInt32, Int)? {
        let first = UInt32(bytes[position])
        func tail(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset] & 0x3F) }
        switch first {
        case 0xC2...0xDF where position + 1 < end:
            return ((first & 0x1F) << 6 | tail(1), 2)
        case 0xE0...0xEF where position + 2 < end:
            return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
        default: return nil
        }
    }

    private static func sign(of scalar: UInt32) -> UInt8? {
        // The full-width forms stand in the order of ASCII.
        if (0xFF01...0xFF5E).contains(scalar) { return UInt8(scalar - 0xFEE0) }
        return lookalikes[scalar]
    }

    /// One table of what is taken for which sign.
    private static let lookalikes: [UInt32: UInt8] = {
        let rows: [(sign: Character, marks: String)] = [
            ("\"", "“”„‟«»〝〞〟❝❞「」『』"),
            ("'", "‘’‚‛‹›´❛❜"),
            (":", "﹕︓∶꞉"),
            (",", "、﹐﹑､،"),
            ("=", "﹦꞊"),
            ("+", "﹢"),
            ("-", "−‐‑–—﹣"),
            ("[", "【〔〖⟦"),
            ("]", "】〕〗⟧"),
            ("(", "﹙❨⟮"),
            (")", "﹚❩⟯"),
            ("{", "﹛❴"),
            ("}", "﹜❵"),
            (" ", "\u{A0}\u{2002}\u{2003}\u{2009}\u{200B}\u{202F}\u{2060}\u{3000}\u{FEFF}"),
            ("\n", "\u{85}\u{2028}\u{2029}"),
        ]
        var table: [UInt32: UInt8] = [:]
        for row in rows {
            for mark in row.marks.unicodeScalars { table[mark.value] = row.sign.asciiValue }
        }
        return table
    }()
}

/// The marks around a text, and how what stands between them is read.
struct Quote: Hashable, Sendable {
    /// `"`, `'` or a backtick.
    let sign: UInt8
    let isTypographic: Bool
    /// Python's `"""`.
    var isTriple = false
    /// Python's `r"…"`: a backslash stands for itself.
    var isRaw = false
    /// The length of its opening mark.
    let length: Int

    init(_ mark: PlanMark, isTriple: Bool = false, isRaw: Bool = false) {
        sign = mark.sign
        isTypographic = mark.isTypographic
        self.isTriple = isTriple
        self.isRaw = isRaw
        length = isTriple ? 3 : mark.length
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
            UInt8(ascii: "`"), 0xC2, 0xE2, 0xE3, 0xEF:
            // The last four begin the typographic marks.
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

    var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
