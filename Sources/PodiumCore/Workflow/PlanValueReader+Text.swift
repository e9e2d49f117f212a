extension PlanValueReader {
    /// As many spaces between a closing quote and what follows are looked through, no more.
    private static let spaceLimit = 256

    /// Reads on in a text; nil when it has come to its end.
    mutating func readText(_ bytes: [UInt8], _ end: Int) -> Progress? {
        while let quote {
            readPlainText(bytes, end)
            guard position < end else { break }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\") {
                guard let next = PlanEscape.decode(bytes, at: position, end: end, into: &decoded)
                else { return .needsMore }
                position = next
                continue
            }
            if byte == UInt8(ascii: "\n") {
                // A line that begins another list: this quote was opened and forgotten.
                switch PlanLabelScanner(bytes: bytes, end: end).label(onLineAt: position + 1) {
                case .needsMore: return .needsMore
                case .found: return .broken
                case .none: break
                }
            } else if let length = quote.closingLength(in: bytes, at: position, end: end) {
                guard let isEnd = endsText(bytes, at: position + length, end) else {
                    return .needsMore
                }
                if isEnd {
                    position += length
                    return finishText()
                }
            }
            decoded.append(byte)
            position += 1
        }
        return .needsMore
    }

    private mutating func readPlainText(_ bytes: [UInt8], _ end: Int) {
        var next = position
        while next < end, bytes[next].isPlainText { next += 1 }
        guard next > position else { return }
        decoded += bytes[position..<next]
        position = next
    }

    private mutating func finishText() -> Progress? {
        let text = String(decoding: decoded, as: UTF8.self)
        quote = nil
        decoded.removeAll(keepingCapacity: true)
        return finish(.text(text))
    }

    /// Whether what stands at `start` can follow a text here; nil when it has not arrived.
    private func endsText(_ bytes: [UInt8], at start: Int, _ end: Int) -> Bool? {
        guard let container = containers.last, container.kind != .series else { return true }
        let position = skipSpace(bytes, from: start, end)
        guard position < end else { return nil }
        let closer: UInt8 =
            switch container.kind {
            case .round: UInt8(ascii: ")")
            case .object where !container.sawColon: UInt8(ascii: ":")
            case .object: UInt8(ascii: "}")
            case .square, .series: UInt8(ascii: "]")
            }
        if bytes[position] == closer { return true }
        guard bytes[position] == UInt8(ascii: ",") else { return false }
        let next = skipSpace(bytes, from: position + 1, end)
        guard next < end else { return nil }
        if Quote.opening(in: bytes, at: next, end: end) != nil { return true }
        if bytes[next].isOne(of: "[](){}0123456789") { return true }
        guard takesWords, bytes[next].isLetter else { return false }
        let mark = skipSpace(bytes, from: wordEnd(bytes, from: next, end), end)
        guard mark < end else { return nil }
        return bytes[mark] == closer || bytes[mark] == UInt8(ascii: ",")
    }

    private func skipSpace(_ bytes: [UInt8], from start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, bytes[position].isSpace, position - start < Self.spaceLimit {
            position += 1
        }
        return position
    }
}

/// What a backslash and the letters after it stand for.
enum PlanEscape {
    /// Appends what the escape whose backslash is at `position` stands for.
    ///
    /// A letter that has no meaning keeps its backslash, as in Python: `\(x^2\)` is LaTeX.
    /// - Returns: the offset after the escape; nil if the bytes end within it.
    static func decode(
        _ bytes: [UInt8],
        at position: Int,
        end: Int,
        into decoded: inout [UInt8]
    ) -> Int? {
        guard position + 1 < end else { return nil }
        switch bytes[position + 1] {
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
