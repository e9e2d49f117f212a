import FoundationEssentials

/// The exchange form of an event: one JSON object a line, the fact's fields beside the header's.
///
/// `{"session":"…","sequence":3,"time":"2026-11-23T23:38:12.345678Z","type":"textAppended",
/// "version":1,"attempt":1,"text":"…"}`
///
/// A fact this version does not know is written out as it was stored: its fields beside the header
/// where they read back the same, otherwise whole under `stored`.
public struct JSONLine {
    /// Why a line could not be read.
    public struct ReadError: Error, Hashable, CustomStringConvertible {
        public var message: String
        public var description: String { message }

        public init(message: String) {
            self.message = message
        }
    }

    struct Header: Codable {
        var session: SessionID
        var sequence: Int
        var time: String
        var type: String
        var version: Int
    }

    /// A fact's columns as they are, when they cannot stand beside the header.
    struct Stored: Codable {
        var attempt: Int?
        var text: String?
        var body: String?
    }

    struct StoredField: Codable {
        var stored: Stored
    }

    struct TextBody: Codable {
        var attempt: Int
        var text: String
    }

    static let reservedKeys: Set<String> = [
        "session", "sequence", "time", "type", "version", "stored",
    ]
    static let textTypes = Set(FactKind.texts.map(\.rawValue))

    let codec = EventCodec()
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    public init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    // MARK: Writing

    /// Any value as a line with its line break, with its members in order and escaped for a terminal.
    public static func line(_ value: some Encodable) throws -> String {
        escaped(String(decoding: try encoded(value), as: UTF8.self)) + "\n"
    }

    /// Any value as JSON in UTF-8, with its members in order.
    public static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
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
        if case .unknown = event.fact, !isPlainObject(stored) {
            let whole = Stored(attempt: stored.attempt, text: stored.text, body: stored.body)
            parts.append("\"stored\":\(try json(whole))")
        } else {
            if let attempt = stored.attempt { parts.append("\"attempt\":\(attempt)") }
            if let text = stored.text { parts.append("\"text\":\(try json(text))") }
            if let fields = stored.body?.dropFirst().dropLast(), !fields.isEmpty {
                parts.append(String(fields))
            }
        }
        return Self.escaped("{\(parts.joined(separator: ","))}")
    }

    /// Writes what a terminal or a reader of lines might act on (DEL, C1 controls, separators of lines,
    /// changes of direction, annotations, tags, and what is no character) as `\\u` escapes. They can only
    /// stand inside strings, where the escape means the same.
    public static func escaped(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: isActive) else { return line }
        var result = ""
        for scalar in line.unicodeScalars {
            if isActive(scalar) {
                for unit in UTF16.encode(scalar) ?? .init() {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF,
            0xE0000...0xE007F:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// Whether the fields can stand beside the header and come back byte for byte.
    private func isPlainObject(_ stored: StoredEvent) -> Bool {
        guard stored.attempt == nil, stored.text == nil, let body = stored.body,
            !Self.textTypes.contains(stored.type), let fields = fields(of: body), !fields.isEmpty,
            Self.reservedKeys.isDisjoint(with: fields.keys)
        else { return false }
        return (try? json(fields)) == body
    }

    // MARK: JSON

    func json(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    func decoded<Value: Decodable>(_ type: Value.Type, from text: String) -> Value? {
        try? decoder.decode(type, from: Data(text.utf8))
    }

    func fields(of text: String) -> [String: JSONValue]? {
        decoded([String: JSONValue].self, from: text)
    }
}
