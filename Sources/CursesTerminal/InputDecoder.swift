internal import CellUI

/// Turns the bytes a terminal sends into events. It never waits: what may be the beginning of a
/// sequence is kept until more bytes come, or until `flush()` says that none do.
struct InputDecoder {
    private enum State: Equatable {
        case ground
        case escape
        /// After `ESC [`: the bytes so far.
        case csi([UInt8])
        /// After `ESC [ [`, which the Linux console sends for F1–F5.
        case linuxFunction
        /// After `ESC O`.
        case ss3
        /// Within a device control string or an operating system command: the bytes so far.
        case string(introducer: UInt8, [UInt8])
        /// After an escape within such a string, where the string terminator may follow.
        case stringEscape(introducer: UInt8, [UInt8])
        case paste([UInt8])
        /// Within a scalar: how many bytes are missing.
        case utf8([UInt8], missing: Int, alt: Bool)
    }

    private var state = State.ground
    private var events: [InputEvent] = []
    /// Text that came in a row, split into characters only at its end.
    private var run = String.UnicodeScalarView()
    /// Sequences of this terminal's description, without the leading escape.
    private let described: [[UInt8]: Key]

    /// A sequence longer than this is not one.
    private static let longestSequence = 64
    /// A paste beyond this many bytes comes in several events.
    private static let longestPaste = 16 << 20
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    init(described: [[UInt8]: Key] = [:]) {
        self.described = described
    }

    /// True when the bytes so far may be the beginning of something, or an escape key.
    var isPartial: Bool {
        switch state {
        case .ground, .paste, .stringEscape: false
        case .string(_, let bytes): bytes.isEmpty
        default: true
        }
    }

    /// Takes bytes and returns the events they complete.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        for byte in bytes { take(byte) }
        return drain()
    }

    /// Says that nothing follows for now: an escape was the key of that name.
    mutating func flush() -> [InputEvent] {
        switch state {
        case .ground, .paste, .stringEscape: break
        case .escape: send(.escape)
        case .csi(let bytes) where bytes.isEmpty: send(.alt("["))
        case .ss3: send(.alt("O"))
        case .utf8: append("\u{FFFD}")
        case .string(let introducer, let bytes) where bytes.isEmpty:
            send(.alt(Character(Unicode.Scalar(introducer))))
        case .csi, .linuxFunction, .string: break
        }
        if isPartial { state = .ground }
        return drain()
    }

    private mutating func drain() -> [InputEvent] {
        endRun()
        defer { events.removeAll(keepingCapacity: true) }
        return events
    }

    // MARK: Bytes

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeInGround(byte, alt: false)
        case .escape: takeAfterEscape(byte)
        case .csi(let bytes): takeInControlSequence(byte, after: bytes)
        case .linuxFunction:
            state = .ground
            if (0x41...0x45).contains(byte) { send(.function(Int(byte) - 0x40)) }
        case .ss3:
            state = .ground
            if let key = described[[0x4F, byte]] ?? KeySequences.ss3(byte) { send(key) }
        case .string(let introducer, let bytes):
            takeInString(byte, introducer: introducer, after: bytes)
        case .stringEscape(let introducer, let bytes):
            if byte == 0x5C {
                endString(introducer: introducer, bytes)
            } else {
                takeAfterEscape(byte)
            }
        case .paste: takeInPaste(byte)
        case .utf8(let bytes, let missing, let alt):
            takeContinuation(byte, after: bytes, missing: missing, alt: alt)
        }
    }

    private mutating func takeInGround(_ byte: UInt8, alt: Bool) {
        switch byte {
        case 0x1B: state = .escape
        case 0x20..<0x7F:
            let scalar = Unicode.Scalar(byte)
            if alt { send(.alt(Character(scalar))) } else { run.append(scalar) }
        case 0xC2...0xDF: state = .utf8([byte], missing: 1, alt: alt)
        case 0xE0...0xEF: state = .utf8([byte], missing: 2, alt: alt)
        case 0xF0...0xF4: state = .utf8([byte], missing: 3, alt: alt)
        case 0x80...0xFF: append("\u{FFFD}")
        default: send(KeySequences.control(byte, alt: alt))
        }
    }

    private mutating func takeAfterEscape(_ byte: UInt8) {
        switch byte {
        case 0x5B: state = .csi([])
        case 0x4F: state = .ss3
        case 0x50, 0x5D: state = .string(introducer: byte, [])
        case 0x1B:
            send(.escape)
            state = .escape
        default:
            state = .ground
            takeInGround(byte, alt: true)
        }
    }

    private mutating func takeInControlSequence(_ byte: UInt8, after bytes: [UInt8]) {
        switch byte {
        case 0x5B where bytes.isEmpty:
            state = .linuxFunction
        case 0x20...0x3F:
            // What is too long is read to its end and means nothing.
            state = .csi(bytes.count < Self.longestSequence ? bytes + [byte] : bytes)
        case 0x40...0x7E:
            state = .ground
            endControlSequence(bytes, final: byte)
        case 0x1B:
            state = .escape
        default:
            state = .ground
        }
    }

    private mutating func endControlSequence(_ bytes: [UInt8], final: UInt8) {
        guard bytes.count < Self.longestSequence else { return }
        if bytes == Array("200".utf8), final == 0x7E {
            endRun()
            state = .paste([])
        } else if bytes.first == 0x3C, final == 0x4D || final == 0x6D {
            if let event = KeySequences.mouse(bytes.dropFirst(), isRelease: final == 0x6D) {
                endRun()
                events.append(.mouse(event))
            }
        } else if let key = described[[0x5B] + bytes + [final]]
            ?? KeySequences.csi(parameters: bytes, final: final)
        {
            send(key)
        }
    }

    /// Replies hold no controls. One that comes ends the string and is the key it always is, so
    /// that a string without an end does not keep the keyboard.
    private mutating func takeInString(_ byte: UInt8, introducer: UInt8, after bytes: [UInt8]) {
        switch byte {
        case 0x07:
            endString(introducer: introducer, bytes)
        case 0x1B:
            state = .stringEscape(introducer: introducer, bytes)
        case 0x00..<0x20, 0x7F:
            state = .ground
            takeInGround(byte, alt: false)
        default:
            // What is too long is read to its end and means nothing.
            let isWhole = bytes.count < Self.longestSequence
            state = .string(introducer: introducer, isWhole ? bytes + [byte] : bytes)
        }
    }

    private mutating func endString(introducer: UInt8, _ bytes: [UInt8]) {
        state = .ground
        guard introducer == 0x5D, bytes.count < Self.longestSequence,
            let color = BackgroundReport.color(in: bytes)
        else { return }
        endRun()
        events.append(.background(color))
    }

    private mutating func takeInPaste(_ byte: UInt8) {
        guard case .paste(var bytes) = state else { return }
        state = .ground  // So that the bytes are not copied.
        bytes.append(byte)
        if byte == 0x7E, bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
            bytes.removeLast(Self.pasteEnd.count)
            sendPaste(bytes)
        } else if bytes.count >= Self.longestPaste {
            sendPaste(bytes)
            state = .paste([])
        } else {
            state = .paste(bytes)
        }
    }

    private mutating func takeContinuation(
        _ byte: UInt8,
        after bytes: [UInt8],
        missing: Int,
        alt: Bool
    ) {
        state = .ground
        guard byte & 0xC0 == 0x80 else {
            append("\u{FFFD}")
            takeInGround(byte, alt: false)
            return
        }
        guard missing == 1 else {
            state = .utf8(bytes + [byte], missing: missing - 1, alt: alt)
            return
        }
        for scalar in String(decoding: bytes + [byte], as: UTF8.self).unicodeScalars {
            // C1 controls are no keys.
            if (0x80...0x9F).contains(scalar.value) { continue }
            if alt { send(.alt(Character(scalar))) } else { append(scalar) }
        }
    }

    // MARK: Events

    private mutating func append(_ scalar: Unicode.Scalar) {
        run.append(scalar)
    }

    private mutating func send(_ key: Key) {
        endRun()
        events.append(.key(key))
    }

    private mutating func sendPaste(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for character in text {
            result.append(character == "\r" || character == "\r\n" ? "\n" : character)
        }
        events.append(.paste(result))
    }

    private mutating func endRun() {
        guard !run.isEmpty else { return }
        events += String(run).map { .key(.character($0)) }
        run = String.UnicodeScalarView()
    }
}
