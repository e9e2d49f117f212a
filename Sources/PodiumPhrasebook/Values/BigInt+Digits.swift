public import BigInt

extension BigInt {
    /// Reads digits of a radix from 2 to 35, the library's limit. Nil when any character is no such
    /// digit: its own initialiser traps on some texts, and these come from outside.
    public init?(digits text: String, radix: Int) {
        let isNumber = text.utf8.allSatisfy { byte in
            let value: UInt8
            switch byte {
            case 48...57: value = byte - 48
            case 65...90: value = byte - 55
            case 97...122: value = byte - 87
            default: return false
            }
            return Int(value) < radix
        }
        guard isNumber, !text.isEmpty, (2...35).contains(radix) else { return nil }
        self.init(text, radix: radix)
    }
}
