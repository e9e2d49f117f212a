extension [UInt8] {
    /// Writes a text as a string of JSON (RFC 8259, § 7): only what must be escaped is.
    public mutating func append(json text: String) {
        var text = text
        append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var written = 0
            for position in utf8.indices where utf8[position].needsEscape {
                self += utf8[written..<position]
                appendEscape(of: utf8[position])
                written = position + 1
            }
            self += utf8[written...]
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): self += #"\""#.utf8
        case UInt8(ascii: "\\"): self += #"\\"#.utf8
        case 0x08: self += #"\b"#.utf8
        case 0x09: self += #"\t"#.utf8
        case 0x0A: self += #"\n"#.utf8
        case 0x0C: self += #"\f"#.utf8
        case 0x0D: self += #"\r"#.utf8
        default:
            self += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
            self += String(byte, radix: 16).utf8
        }
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}
