internal import CellUI

/// Turns the bytes a terminal sends into events. It never waits: what may be the beginning of a
/// sequence is kept until more bytes come, or until `flush()` says that none do.
struct InputDecoder {
    enum State: Equatable {
        case ground
        case escape
        /// After an escape with which an answer may begin: it has waited once.
        case lateEscape
        /// After `ESC [`: the bytes so far.
        case csi([UInt8])
        /// After `ESC [ [`, which the Linux console sends for F1–F5.
        case linuxFunction
        /// After `ESC [ M`.
        case mouse(MouseReport)
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

    /// How long to wait for more before `flush()`.
    enum Patience: Equatable {
        /// A key may have been pressed that is an escape or ends in one.
        case short
        /// Hardly anything but a sequence begins like this.
        case long
    }

    var state = State.ground
    var events: [InputEvent] = []
    /// What came in a row, told apart only at its end.
    var run = TypedRun()
    /// Whether the terminal was asked something and has not answered: a lone escape waits longer then,
    /// unless something else follows than an answer.
    var awaitsAnswer = false
    /// Sequences of this terminal's description, without the leading escape.
    private let described: [[UInt8]: Key]

    /// A sequence longer than this is not one.
    static let longestSequence = 64

    init(described: [[UInt8]: Key] = [:]) {
        self.described = described
    }

    /// How long the bytes so far wait for more; nil when there are none, and when what they begin has an
    /// end of its own. A sequence that has begun is no key, however late its rest comes.
    var patience: Patience? {
        switch state {
        case .ground, .paste, .stringEscape: nil
        case .escape: .short
        case .lateEscape, .linuxFunction, .ss3, .utf8: .long
        case .csi(let bytes), .string(_, let bytes): bytes.isEmpty ? .long : nil
        case .mouse(let report): report.progress == .ambiguous ? .short : nil
        }
    }

    /// Takes the bytes of one read and returns the events they complete.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        for byte in bytes { take(byte) }
        return drain()
    }

    /// Says that nothing has followed: an escape was the key of that name.
    mutating func flush() -> [InputEvent] {
        guard patience != nil else { return drain() }
        let waiting = state
        state = .ground
        switch waiting {
        case .escape where awaitsAnswer: state = .lateEscape
        case .escape, .lateEscape: send(.escape)
        case .csi: send(.alt("["))
        case .ss3: send(.alt("O"))
        case .string(let introducer, _): send(.alt(Character(Unicode.Scalar(introducer))))
        case .mouse(let report): end(report)
        case .utf8: append("\u{FFFD}")
        case .ground, .linuxFunction, .stringEscape, .paste: break
        }
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
        case .lateEscape: takeAfterLateEscape(byte)
        case .csi(let bytes): takeInControlSequence(byte, after: bytes)
        case .linuxFunction:
            state = .ground
            if (0x41...0x45).contains(byte) { send(.function(Int(byte) - 0x40)) }
        case .mouse(let report): takeInMouseReport(byte, after: report)
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

    mutating func takeInGround(_ byte: UInt8, alt: Bool) {
        switch byte {
        case 0x1B: state = .escape
        case 0x20..<0x7F:
            let scalar = Unicode.Scalar(byte)
            if alt { send(.alt(Character(scalar))) } else { append(scalar) }
        case 0x09 where !alt, 0x0A where !alt, 0x0D where !alt: append(Unicode.Scalar(byte))
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
        case 0x50, 0x5D, 0x5F: state = .string(introducer: byte, [])
        case 0x1B:
            send(.escape)
            state = .escape
        default:
            state = .ground
            takeInGround(byte, alt: true)
        }
    }

    /// Only what an answer begins with belongs to the escape; anything else is a key of its own, which
    /// came too late for one that was pressed with Alt.
    private mutating func takeAfterLateEscape(_ byte: UInt8) {
        switch byte {
        case 0x5B, 0x50, 0x5D, 0x5F: takeAfterEscape(byte)
        default:
            send(.escape)
            state = .ground
            takeInGround(byte, alt: false)
        }
    }

    private mutating func takeInControlSequence(_ byte: UInt8, after bytes: [UInt8]) {
        switch byte {
        case 0x5B where bytes.isEmpty:
            state = .linuxFunction
        case 0x24 where !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }:
            // rxvt ends what is pressed with Shift like this.
            state = .ground
            endControlSequence(bytes, final: byte)
        case 0x20...0x3F:
            // What is too long is read to its end and means nothing.
            state = .csi(bytes.count < Self.longestSequence ? bytes + [byte] : bytes)
        case 0x40...0x7E:
            state = .ground
            endControlSequence(bytes, final: byte)
        case 0x00..<0x20, 0x7F:
            // A sequence holds no controls: one that comes is the key it always is.
            state = .ground
            takeInGround(byte, alt: false)
        default:
            state = .ground
        }
    }

    private mutating func endControlSequence(_ bytes: [UInt8], final: UInt8) {
        guard bytes.count < Self.longestSequence else { return }
        if bytes == Array("200".utf8), final == 0x7E {
            endRun()
            state = .paste([])
        } else if let key = described[[0x5B] + bytes + [final]] {
            send(key)
        } else if final == 0x4D, bytes.isEmpty {
            state = .mouse(MouseReport())
        } else if let event = KeySequences.mouse(parameters: bytes, final: final) {
            send(event)
        } else if let key = KeySequences.csi(parameters: bytes, final: final) {
            send(key)
        }
    }

    // MARK: Events

    mutating func append(_ scalar: Unicode.Scalar) { run.append(scalar) }

    mutating func send(_ key: Key) {
        endRun()
        events.append(.key(key))
    }

    mutating func send(_ event: MouseEvent) {
        endRun()
        events.append(.mouse(event))
    }

    mutating func endRun() { events += run.take() }
}
