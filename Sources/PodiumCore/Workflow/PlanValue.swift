/// A value in a written plan: what JSON and Python lists have in common, leniently read.
enum PlanValue: Hashable {
    case list([PlanValue])
    case object([Field])
    case text(String)
    case number(Int)
    /// An unquoted word such as `all`, `none`, `null`.
    case word(String)

    struct Field: Hashable {
        var name: String
        var value: PlanValue
    }
}

/// Reads one value from bytes that may not all have arrived yet.
///
/// A pure function of the bytes: fed in any pieces, the same prefix gives the same result. Quotes
/// inside a string that the writer forgot to escape do not end it; a quote ends a string only when
/// what follows it can follow a value.
struct PlanValueParser {
    enum Result {
        /// The value and the offset after it.
        case complete(PlanValue, end: Int)
        /// What has arrived so far; the last piece of text in it may still grow.
        case partial(PlanValue)
        /// Nothing has arrived that could be shown.
        case nothingYet
        case invalid(offset: Int)
    }

    static let depthLimit = 6

    let bytes: [UInt8]

    func value(at start: Int, depth: Int = 0) -> Result {
        let position = skipSpace(start)
        guard position < bytes.count else { return .nothingYet }
        switch bytes[position] {
        case UInt8(ascii: "["), UInt8(ascii: "("):
            return depth < Self.depthLimit
                ? list(from: position, depth: depth) : .invalid(offset: position)
        case UInt8(ascii: "{"):
            return depth < Self.depthLimit
                ? object(from: position, depth: depth) : .invalid(offset: position)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            return number(from: position)
        case let byte where byte.isLetter:
            return word(from: position)
        default:
            guard let quote = Quote.opening(in: bytes, at: position) else {
                return .invalid(offset: position)
            }
            return text(from: position, quote: quote)
        }
    }

    // MARK: Containers

    private func list(from start: Int, depth: Int) -> Result {
        var items: [PlanValue] = []
        var position = start + 1
        while true {
            position = skipSpace(position)
            guard position < bytes.count else { return .partial(.list(items)) }
            switch bytes[position] {
            case UInt8(ascii: "]"), UInt8(ascii: ")"):
                return .complete(.list(items), end: position + 1)
            case UInt8(ascii: ","):
                position += 1
            default:
                switch value(at: position, depth: depth + 1) {
                case .complete(let item, let end):
                    items.append(item)
                    position = end
                case .partial(let item): return .partial(.list(items + [item]))
                case .nothingYet: return .partial(.list(items))
                case .invalid(let offset): return .invalid(offset: offset)
                }
            }
        }
    }

    private func object(from start: Int, depth: Int) -> Result {
        var fields: [PlanValue.Field] = []
        var position = start + 1
        while true {
            position = skipSpace(position)
            guard position < bytes.count else { return .partial(.object(fields)) }
            switch bytes[position] {
            case UInt8(ascii: "}"):
                return .complete(.object(fields), end: position + 1)
            case UInt8(ascii: ","):
                position += 1
            default:
                let name: String
                switch value(at: position, depth: depth + 1) {
                case .complete(.text(let text), let end), .complete(.word(let text), let end):
                    name = text
                    position = skipSpace(end)
                case .complete, .invalid: return .invalid(offset: position)
                case .partial, .nothingYet: return .partial(.object(fields))
                }
                guard position < bytes.count else { return .partial(.object(fields)) }
                guard bytes[position] == UInt8(ascii: ":") else { return .invalid(offset: position) }
                switch value(at: position + 1, depth: depth + 1) {
                case .complete(let value, let end):
                    fields.append(.init(name: name, value: value))
                    position = end
                case .partial(let value):
                    return .partial(.object(fields + [.init(name: name, value: value)]))
                case .nothingYet: return .partial(.object(fields))
                case .invalid(let offset): return .invalid(offset: offset)
                }
            }
        }
    }

    // MARK: Scalars

    private func number(from start: Int) -> Result {
        var position = start
        var negative = false
        if bytes[position] == UInt8(ascii: "-") {
            negative = true
            position += 1
        }
        var magnitude = 0
        var digits = 0
        while position < bytes.count, let digit = bytes[position].digitValue {
            magnitude = min(magnitude * 10 + digit, 1_000_000_000)
            digits += 1
            position += 1
        }
        guard position < bytes.count else { return .nothingYet }
        guard digits > 0 else { return .invalid(offset: start) }
        return .complete(.number(negative ? -magnitude : magnitude), end: position)
    }

    private func word(from start: Int) -> Result {
        var position = start
        while position < bytes.count, bytes[position].isWordByte { position += 1 }
        guard position < bytes.count else { return .nothingYet }
        return .complete(.word(String(decoding: bytes[start..<position], as: UTF8.self)), end: position)
    }

    private func text(from start: Int, quote: Quote) -> Result {
        var decoded: [UInt8] = []
        var position = start + quote.length
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\\") {
                guard position + 1 < bytes.count else { break }
                guard let next = escape(at: position + 1, into: &decoded) else { break }
                position = next
            } else if let length = quote.closingLength(in: bytes, at: position) {
                switch endsValue(position + length) {
                case true?:
                    return .complete(
                        .text(String(decoding: decoded, as: UTF8.self)), end: position + length)
                case false?:
                    decoded.append(contentsOf: bytes[position..<position + length])
                    position += length
                case nil:
                    return .partial(.text(String(decoding: decoded, as: UTF8.self)))
                }
            } else {
                decoded.append(bytes[position])
                position += 1
            }
        }
        return .partial(.text(String(decoding: decoded, as: UTF8.self)))
    }

    /// Whether what stands at `start` can follow a value; nil when it has not arrived.
    private func endsValue(_ start: Int) -> Bool? {
        let position = skipSpace(start)
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: ":"):
            return true
        case UInt8(ascii: ","):
            let next = skipSpace(position + 1)
            guard next < bytes.count else { return nil }
            if Quote.opening(in: bytes, at: next) != nil { return true }
            return "[](){}0123456789".utf8.contains(bytes[next])
        default:
            return false
        }
    }

    /// Appends what the escape at `position` (after the backslash) stands for; nil if it is cut off.
    private func escape(at position: Int, into decoded: inout [UInt8]) -> Int? {
        switch bytes[position] {
        case UInt8(ascii: "n"): decoded.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): decoded.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "r"): decoded.append(UInt8(ascii: "\r"))
        case UInt8(ascii: "u"):
            guard position + 4 < bytes.count else { return nil }
            let digits = String(decoding: bytes[position + 1...position + 4], as: UTF8.self)
            if let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) {
                decoded.append(contentsOf: String(Character(scalar)).utf8)
            } else {
                decoded.append(contentsOf: "\u{FFFD}".utf8)
            }
            return position + 5
        case let other: decoded.append(other)
        }
        return position + 1
    }

    func skipSpace(_ start: Int) -> Int {
        var position = start
        while position < bytes.count, bytes[position].isSpace { position += 1 }
        return position
    }
}
