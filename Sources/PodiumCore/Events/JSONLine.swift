import FoundationEssentials

/// The exchange form of an event: one JSON object a line, the fact's fields beside the header's.
///
/// `{"session":"…","sequence":3,"time":"2026-11-23T23:38:12.345678Z","type":"textAppended",
/// "version":1,"attempt":1,"text":"…"}`
public struct JSONLine {
    /// Why a line could not be read.
    public struct ReadError: Error, Hashable, CustomStringConvertible {
        public var message: String
        public var description: String { message }
    }

    private struct Header: Codable {
        var session: SessionID
        var sequence: Int
        var time: String
        var type: String
        var version: Int
    }

    private struct TextBody: Codable {
        var attempt: Int?
        var text: String?
    }

    private static let headerKeys: Set<String> = ["session", "sequence", "time", "type", "version"]

    private let codec = EventCodec()
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    public init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// The line without its line break.
    public func text(of event: Event, in session: SessionID) throws -> String {
        let stored = try codec.encode(event)
        var parts = [
            "\"session\":\(try json(session.rawValue))",
            "\"sequence\":\(stored.sequence)",
            "\"time\":\"\(stored.time.calendar.rfc3339)\"",
            "\"type\":\(try json(stored.type))",
            "\"version\":\(stored.version)",
        ]
        if let attempt = stored.attempt { parts.append("\"attempt\":\(attempt)") }
        if let text = stored.text { parts.append("\"text\":\(try json(text))") }
        if let body = stored.body?.dropFirst().dropLast(), !body.isEmpty {
            parts.append(String(body))
        }
        return "{\(parts.joined(separator: ","))}"
    }

    /// Reads a line back.
    ///
    /// - Throws: `ReadError` that says which part of the header is missing or malformed.
    public func event(from line: String) throws(ReadError) -> (session: SessionID, event: Event) {
        let data = Data(line.utf8)
        let header: Header
        var fields: [String: JSONValue]
        do {
            header = try decoder.decode(Header.self, from: data)
            fields = try decoder.decode([String: JSONValue].self, from: data)
        } catch {
            throw ReadError(
                message: "this is no event: it must be a JSON object with session, sequence, time,"
                    + " type and version")
        }
        guard let time = Timestamp(rfc3339: header.time) else {
            throw ReadError(message: "\(header.time) is no time such as 2026-11-23T23:38:12.345678Z")
        }
        var attempt: Int?
        var text: String?
        if header.type == FactKind.textAppended.rawValue
            || header.type == FactKind.reasoningAppended.rawValue
        {
            let piece = try? decoder.decode(TextBody.self, from: data)
            (attempt, text) = (piece?.attempt, piece?.text)
            fields["attempt"] = nil
            fields["text"] = nil
        }
        fields = fields.filter { !Self.headerKeys.contains($0.key) }
        let body = fields.isEmpty ? nil : try? json(fields)
        let stored = StoredEvent(
            sequence: header.sequence, time: time, type: header.type, version: header.version,
            attempt: attempt, text: text, body: body)
        return (header.session, codec.decode(stored))
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// Any JSON, for the fields of facts that this version does not know.
private enum JSONValue: Codable {
    case null
    case bool(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(UInt64.self) {
            self = .unsigned(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .unsigned(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension Timestamp {
    /// Reads the one form `CalendarTime.rfc3339` writes (UTC, with or without a fraction).
    public init?(rfc3339 text: String) {
        let parts = text.split(whereSeparator: { "-T:.Z".contains($0) })
        guard text.hasSuffix("Z"), parts.count == 6 || parts.count == 7 else { return nil }
        let numbers = parts.prefix(6).compactMap { Int64($0) }
        guard numbers.count == 6, (0...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
            (1...31).contains(numbers[2]), (0...23).contains(numbers[3]),
            (0...59).contains(numbers[4]), (0...60).contains(numbers[5])
        else { return nil }
        var fraction: Int64 = 0
        if parts.count == 7 {
            let digits = parts[6].prefix(6)
            guard let value = Int64(digits), value >= 0 else { return nil }
            fraction = (0..<(6 - digits.count)).reduce(value) { sum, _ in sum * 10 }
        }
        // Days from civil, the inverse of `calendar`.
        let year = numbers[1] <= 2 ? numbers[0] - 1 : numbers[0]
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let marchMonth = (numbers[1] + 9) % 12
        let dayOfYear = (153 * marchMonth + 2) / 5 + numbers[2] - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        let seconds = ((days * 24 + numbers[3]) * 60 + numbers[4]) * 60 + numbers[5]
        self.init(microseconds: seconds * 1_000_000 + fraction)
    }
}
