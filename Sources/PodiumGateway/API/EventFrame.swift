internal import PodiumCore

/// Frames of a stream of server-sent events (WHATWG HTML, § 9.2).
enum EventFrame {
    /// `data: {…}`, with `event:` before it where it has a name.
    static func data(_ value: JSONValue, event: String? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        if let event { bytes += "event: \(event)\ndata: ".utf8 } else { bytes += "data: ".utf8 }
        bytes += value.bytes
        bytes += "\n\n".utf8
        return bytes
    }

    /// What clients step over. It keeps a connection alive and tells who looks at it how far the run is.
    static func comment(_ words: String) -> [UInt8] {
        let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Array(": \(line)\n\n".utf8)
    }
}

extension JSONValue {
    init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

    init(_ number: Double) { self = number.isFinite ? .number(number) : .null }
}
