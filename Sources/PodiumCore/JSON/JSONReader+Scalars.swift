extension JSONReader {
    public mutating func readBoolean() throws(Failure) -> Bool {
        skipSpace()
        let value = current == UInt8(ascii: "t")
        try expect(value ? "true" : "false", "true or false")
        return value
    }

    /// Null, or one of the words for what is no number.
    public mutating func readNull() throws(Failure) {
        skipSpace()
        switch current {
        case UInt8(ascii: "N"): try expect("NaN", "null")
        case UInt8(ascii: "I"): try expect("Infinity", "null")
        case UInt8(ascii: "-"): try expect("-Infinity", "null")
        default: try expect("null", "null")
        }
    }

    /// Steps over a null if one comes next.
    public mutating func skipNull() throws(Failure) -> Bool {
        guard try peek() == .null else { return false }
        try readNull()
        return true
    }

    public mutating func readDouble() throws(Failure) -> Double {
        let range = try scanNumber()
        guard let value = Double(String(decoding: bytes[range], as: UTF8.self)) else {
            throw failure("a number", at: range.lowerBound)
        }
        return value
    }

    /// A whole number, also when it is written with a fraction or an exponent (`12.0`). One that
    /// does not fit becomes the nearest that does.
    public mutating func readInt() throws(Failure) -> Int {
        let range = try scanNumber()
        let text = String(decoding: bytes[range], as: UTF8.self)
        if let value = Int(text) { return value }
        let value = Double(text) ?? 0
        return Int(exactly: value.rounded()) ?? (value < 0 ? .min : .max)
    }

    /// Steps over a number and gives the bytes it stands in.
    mutating func scanNumber() throws(Failure) -> Range<Int> {
        skipSpace()
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        if current == UInt8(ascii: "0") {
            position += 1
        } else {
            try scanDigits()
        }
        if current == UInt8(ascii: ".") {
            position += 1
            try scanDigits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try scanDigits()
        }
        endValue()
        return start..<position
    }

    private mutating func scanDigits() throws(Failure) {
        let start = position
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        guard position > start else { throw failure("a digit") }
    }

    /// Whether the bytes at `position` are those of the word.
    func follows(_ word: StaticString) -> Bool {
        guard position + word.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy {
            bytes[position + $0] == word.utf8Start[$0]
        }
    }

    private mutating func expect(_ word: StaticString, _ expected: String) throws(Failure) {
        guard follows(word) else { throw failure(expected) }
        position += word.utf8CodeUnitCount
        endValue()
    }
}
