/// Numbers, words and sentences without quotes.
extension PlanValueReader {
    private static let scalarLimit = 64
    /// A bare word in a list is no longer than this.
    private static let bareLimit = 256

    func canBeginBare(_ mark: PlanMark, _ byte: UInt8) -> Bool {
        guard let container = containers.last else { return false }
        if mark.sign.isOne(of: "]}):=") { return false }
        let isValue = container.kind == .object && !container.expectsKey
        return isValue || unquoted == .sentences || byte.isWordByte || byte >= 0x80
            || byte.isOne(of: "-*~\\")
    }

    /// Reads on in a bare word or sentence; nil when it has come to its end.
    mutating func readBare(_ depth: Int, _ bytes: [UInt8], _ end: Int) -> Progress? {
        var depth = depth
        defer { if case .bare = scalar { scalar = .bare(depth: depth) } }
        guard let container = containers.last else { return .broken }
        let isSentence =
            !container.expectsKey && (container.kind == .object || unquoted == .sentences)
        while position < end {
            let mark = PlanMark(in: bytes, at: position, end: end)
            let isAfterSpace = decoded.last?.isSpace ?? false
            switch mark.sign {
            case UInt8(ascii: "\n"), UInt8(ascii: "]"), UInt8(ascii: "}"): return finishBare()
            case UInt8(ascii: ":") where container.expectsKey: return finishBare()
            case UInt8(ascii: "=") where container.expectsKey: return finishBare()
            case UInt8(ascii: ","):
                guard container.kind == .object, !container.expectsKey else { return finishBare() }
                guard let ends = canFollowComma(bytes, at: position + mark.length, end) else {
                    return .needsMore
                }
                if ends { return finishBare() }
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0, container.kind == .round { return finishBare() }
                depth = max(0, depth - 1)
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if !isSentence { return .broken }
            case UInt8(ascii: "#") where isAfterSpace: return finishBare()
            case UInt8(ascii: "/") where isAfterSpace:
                guard position + 1 < end else { return .needsMore }
                if bytes[position + 1].isOne(of: "/*") { return finishBare() }
            case _ where mark.isQuote && !isSentence:
                if mark.sign != UInt8(ascii: "'") || isAfterSpace { return finishBare() }
            case _ where mark.isQuote && isAfterSpace && container.kind == .object:
                // The next field, without the comma before it.
                guard let isKey = isKey(bytes, at: position, end) else { return .needsMore }
                if isKey { return finishBare() }
            case _ where mark.sign.digitValue != nil && isAfterSpace && !isSentence:
                // Numbers that only blanks part are several.
                if decoded.allSatisfy({ $0.isSpace || $0.digitValue != nil }) {
                    return finishBare()
                }
            default: break
            }
            decoded += bytes[position..<position + mark.length]
            position += mark.length
            if !isSentence, decoded.count > Self.bareLimit { return .broken }
        }
        return .needsMore
    }

    private mutating func finishBare() -> Progress? {
        let value = PlanValue(bare: String(decoding: decoded, as: UTF8.self))
        decoded.removeAll(keepingCapacity: true)
        scalar = .none
        guard let value else { return .broken }
        return finish(value)
    }

    // MARK: Scalars outside of brackets

    mutating func readNumber(_ bytes: [UInt8], _ end: Int) -> Progress? {
        let isNegative = bytes[position] == UInt8(ascii: "-")
        var next = position + (isNegative ? 1 : 0)
        var magnitude = 0
        var digits = 0
        while next < end, let digit = bytes[next].digitValue {
            magnitude = min(magnitude * 10 + digit, 1_000_000_000)
            digits += 1
            next += 1
            guard digits < Self.scalarLimit else { return .broken }
        }
        guard next < end else { return .needsMore }
        guard digits > 0 else { return .broken }
        position = next
        return finish(.number(isNegative ? -magnitude : magnitude))
    }

    mutating func readWord(_ bytes: [UInt8], _ end: Int) -> Progress? {
        let next = wordEnd(bytes, from: position, end)
        guard next - position < Self.scalarLimit else { return .broken }
        guard next < end else { return .needsMore }
        let word = String(decoding: bytes[position..<next], as: UTF8.self)
        position = next
        return finish(.word(word))
    }

    /// Where the word that begins at `start` ends, if it is no longer than a word may be.
    func wordEnd(_ bytes: [UInt8], from start: Int, _ end: Int) -> Int {
        var next = start
        while next < end, next - start < Self.scalarLimit,
            bytes[next].isWordByte || bytes[next] == UInt8(ascii: "-")
        {
            next += 1
        }
        return next
    }
}
