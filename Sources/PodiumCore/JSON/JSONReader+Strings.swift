extension JSONReader {
    public mutating func readString() throws(Failure) -> String {
        let (content, hasEscapes) = try scanString()
        guard hasEscapes else { return String(decoding: bytes[content], as: UTF8.self) }
        return try unescape(content)
    }

    public mutating func skipString() throws(Failure) {
        let (content, hasEscapes) = try scanString()
        if hasEscapes { _ = try unescape(content) }
    }

    /// Steps over a string and gives the bytes between its quotation marks.
    private mutating func scanString() throws(Failure) -> (content: Range<Int>, hasEscapes: Bool) {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw failure("a string") }
        let start = position + 1
        var hasEscapes = false
        let end = bytes.withUnsafeBufferPointer { buffer in
            var end = start
            while end < buffer.count {
                let byte = buffer[end]
                if byte == UInt8(ascii: "\"") { break }
                if byte == UInt8(ascii: "\\") {
                    hasEscapes = true
                    end += 1
                }
                end += 1
            }
            return end
        }
        guard end < bytes.count else { throw failure("the end of the string", at: bytes.count) }
        position = end + 1
        endValue()
        return (start..<end, hasEscapes)
    }

    private func unescape(_ content: Range<Int>) throws(Failure) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var at = content.lowerBound
        while at < content.upperBound {
            guard bytes[at] == UInt8(ascii: "\\") else {
                text.append(bytes[at])
                at += 1
                continue
            }
            // The scan stepped over pairs, so a character follows every backslash.
            let escape = bytes[at + 1]
            at += 2
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"):
                let scalar = try unicodeScalar(at: &at, end: content.upperBound)
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: throw failure("an escape", at: at - 1)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The scalar of a `\u` escape whose digits begin at `at`, two of them for a surrogate pair.
    /// Half a pair is a replacement character: models cut streams between the halves.
    private func unicodeScalar(at: inout Int, end: Int) throws(Failure) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        let unit = try hexadecimalUnit(at: at, end: end)
        at += 4
        guard UTF16.isSurrogate(unit) else { return Unicode.Scalar(unit) ?? replacement }
        guard UTF16.isLeadSurrogate(unit), at + 1 < end, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
        else { return replacement }
        let second = try hexadecimalUnit(at: at + 2, end: end)
        guard UTF16.isTrailSurrogate(second) else { return replacement }
        at += 6
        let value = 0x1_0000 + ((UInt32(unit) & 0x3FF) << 10) + (UInt32(second) & 0x3FF)
        return Unicode.Scalar(value) ?? replacement
    }

    private func hexadecimalUnit(at start: Int, end: Int) throws(Failure) -> UInt16 {
        guard start + 4 <= end else { throw failure("four hexadecimal digits", at: start) }
        var unit: UInt16 = 0
        for offset in start..<start + 4 {
            guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue,
                bytes[offset] < 0x80
            else { throw failure("four hexadecimal digits", at: offset) }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
