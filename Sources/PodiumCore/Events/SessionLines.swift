/// Reads a session in the exchange form, line after line, and sees to it that it is one session from its
/// beginning and without a gap.
///
/// Almost all lines are pieces of streamed text as `JSONLine` writes them. Those are read directly;
/// whatever is written in another way is read like any other line, with the same result.
public struct SessionLines {
    public private(set) var session: SessionID?
    /// The last event's; 0 before the first.
    public private(set) var sequence = 0
    private let line = JSONLine()
    /// With what a line of this session begins: `{"session":"…","sequence":`.
    private var beginning: [UInt8] = []
    private var clock = MinuteClock()

    public init() {}

    /// The next line's event, without its line end.
    ///
    /// - Throws: `ReadError` for what is no event, or not the next of the session.
    public mutating func event(
        from bytes: UnsafeBufferPointer<UInt8>
    ) throws(JSONLine.ReadError) -> Event {
        if let event = textEvent(in: bytes), event.sequence == sequence + 1 {
            sequence += 1
            return event
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw JSONLine.ReadError(message: "this is not UTF-8 text")
        }
        let (session, event) = try line.event(from: text)
        guard session == self.session ?? session else {
            throw JSONLine.ReadError(message: "this line belongs to another session, \(session)")
        }
        guard event.sequence == sequence + 1 else {
            throw JSONLine.ReadError(
                message: "the sequence is \(event.sequence), expected \(sequence + 1)"
            )
        }
        if self.session == nil, let name = try? line.json(session.rawValue) {
            self.session = session
            beginning = Array("{\"session\":\(name),\"sequence\":".utf8)
        }
        sequence = event.sequence
        return event
    }

    /// A piece of text, in exactly the form in which it is written; nil for everything else.
    mutating func textEvent(in bytes: UnsafeBufferPointer<UInt8>) -> Event? {
        guard !beginning.isEmpty else { return nil }
        var scanner = FormScanner(bytes: bytes)
        guard scanner.skip(beginning), let sequence = scanner.number(),
            scanner.skip(",\"time\":\""), let time = clock.time(in: &scanner),
            scanner.skip("\",\"type\":\"")
        else { return nil }
        let channel: TextAppended.Channel
        if scanner.skip("textAppended\"") {
            channel = .answer
        } else if scanner.skip("reasoningAppended\"") {
            channel = .reasoning
        } else if scanner.skip("toolCallsAppended\"") {
            channel = .toolCalls
        } else {
            return nil
        }
        guard scanner.skip(",\"version\":1,\"attempt\":"), let attempt = scanner.number(),
            scanner.skip(",\"text\":\""), let text = scanner.text(), scanner.skip("}"),
            scanner.isAtEnd
        else { return nil }
        let piece = TextAppended(attempt: AttemptID(attempt), channel: channel, text: text)
        return Event(sequence: sequence, time: time, fact: .textAppended(piece))
    }
}

/// Times as they are written, of which many fall into the same minute.
private struct MinuteClock {
    private var minute: [UInt8] = []
    private var start: Int64 = 0

    /// `2026-11-23T23:38:12.345678Z`.
    mutating func time(in scanner: inout FormScanner) -> Timestamp? {
        guard let written = scanner.take(27), written[19] == UInt8(ascii: "."),
            written[26] == UInt8(ascii: "Z"),
            let second = FormScanner.number(written[17..<19]), second < 60,
            let fraction = FormScanner.number(written[20..<26])
        else { return nil }
        let offset = Int64(second * 1_000_000 + fraction)
        if written[..<17].elementsEqual(minute) { return Timestamp(microseconds: start + offset) }
        guard let time = Timestamp(rfc3339: String(decoding: written, as: UTF8.self)) else {
            return nil
        }
        minute = Array(written[..<17])
        start = time.microseconds - offset
        return time
    }
}

/// Steps through bytes of a known form.
private struct FormScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ form: some Collection<UInt8>) -> Bool {
        guard bytes[position...].starts(with: form) else { return false }
        position += form.count
        return true
    }

    mutating func skip(_ form: StaticString) -> Bool {
        skip(UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount))
    }

    /// As many bytes, counted from 0.
    mutating func take(_ count: Int) -> UnsafeBufferPointer<UInt8>? {
        guard bytes.count - position >= count else { return nil }
        defer { position += count }
        return UnsafeBufferPointer(rebasing: bytes[position..<position + count])
    }

    /// Digits that JSON allows as a number, up to fifteen.
    mutating func number() -> Int? {
        let digits = bytes[position...].prefix { $0.digitValue != nil }
        guard digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        position += digits.count
        return Self.number(digits)
    }

    static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard (1...15).contains(digits.count) else { return nil }
        var number = 0
        for byte in digits {
            guard let digit = byte.digitValue else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// What stands before the next quotation mark, and steps over that; nil where it holds what need not be
    /// UTF-8, or has escapes beyond the usual ones.
    mutating func text() -> String? {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\") { return escapedText(from: start) }
            guard bytes[position] >= 0x20 else { return nil }
            position += 1
        }
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return String(validating: bytes[start..<position], as: UTF8.self)
    }

    private mutating func escapedText(from start: Int) -> String? {
        var text = Array(bytes[start..<position])
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            var byte = bytes[position]
            position += 1
            guard byte >= 0x20 else { return nil }
            if byte == UInt8(ascii: "\\") {
                guard position < bytes.count, let plain = Self.escapes[bytes[position]] else {
                    return nil
                }
                byte = plain
                position += 1
            }
            text.append(byte)
        }
        guard position < bytes.count else { return nil }
        position += 1
        return String(validating: text, as: UTF8.self)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "\""): UInt8(ascii: "\""),
        UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "r"): 0x0D, UInt8(ascii: "/"): UInt8(ascii: "/"),
    ]
}
