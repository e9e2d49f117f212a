/// Where a text in quotes begins, and what a backslash and the letters after it stand for.
enum PlanLiteral {
    enum Opening: Hashable {
        case none
        case needsMore
        /// The marks, and the length of what opens it, a prefix such as Python's `r` included.
        case found(Quote, length: Int)
    }

    static func opening(_ bytes: [UInt8], at start: Int, _ end: Int) -> Opening {
        var position = start
        var isRaw = false
        while position < end, position - start < 2, bytes[position].isOne(of: "rRbBuUfF") {
            if bytes[position].lowercased == UInt8(ascii: "r") { isRaw = true }
            position += 1
        }
        guard position < end else { return .needsMore }
        let mark = PlanMark(in: bytes, at: position, end: end)
        guard mark.isQuote, position == start || !mark.isTypographic else { return .none }
        let prefix = position - start
        if mark.sign != UInt8(ascii: "`"), !mark.isTypographic {
            for offset in 1...2 {
                guard position + offset < end else { return .needsMore }
                guard bytes[position + offset] == mark.sign else { break }
                if offset == 2 {
                    let quote = Quote(mark, isTriple: true, isRaw: isRaw)
                    return .found(quote, length: prefix + quote.length)
                }
            }
        }
        return .found(Quote(mark, isRaw: isRaw), length: prefix + mark.length)
    }

    /// Appends what the escape whose backslash is at `position` stands for.
    ///
    /// A letter that has no meaning keeps its backslash, as in Python: `\(x^2\)` is LaTeX.
    /// - Returns: the offset after the escape; nil if the bytes end within it.
    static func decodeEscape(
        _ bytes: [UInt8],
        at position: Int,
        end: Int,
        isRaw: Bool,
        into decoded: inout [UInt8]
    ) -> Int? {
        guard position + 1 < end else { return nil }
        switch bytes[position + 1] {
        case let other where isRaw: decoded += [UInt8(ascii: "\\"), other]
        // Python's line that goes on.
        case UInt8(ascii: "\n"): break
        case UInt8(ascii: "n"): decoded.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): decoded.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "r"): decoded.append(UInt8(ascii: "\r"))
        case UInt8(ascii: "u"): return unicode(bytes, at: position, end: end, into: &decoded)
        case let mark where mark.isOne(of: "\\\"'`/"): decoded.append(mark)
        case let other: decoded += [UInt8(ascii: "\\"), other]
        }
        return position + 2
    }

    /// `\u00e9`, or two of them for a character beyond the basic plane.
    private static func unicode(
        _ bytes: [UInt8],
        at position: Int,
        end: Int,
        into decoded: inout [UInt8]
    ) -> Int? {
        guard position + 6 <= end else { return nil }
        guard let first = unit(bytes, at: position) else {
            decoded += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
            return position + 2
        }
        var units = [first]
        if UTF16.isLeadSurrogate(first) {
            guard position + 12 <= end else { return nil }
            if let second = unit(bytes, at: position + 6), UTF16.isTrailSurrogate(second) {
                units.append(second)
            }
        }
        decoded += String(decoding: units, as: UTF16.self).utf8
        return position + 6 * units.count
    }

    private static func unit(_ bytes: [UInt8], at position: Int) -> UInt16? {
        guard bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return bytes[position + 2..<position + 6].reduce(0) { value, byte in
            guard let value, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                return nil
            }
            return value << 4 | UInt16(digit)
        }
    }
}
