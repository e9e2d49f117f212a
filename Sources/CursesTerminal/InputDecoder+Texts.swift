internal import CellUI

/// What is no key: mouse reports, answers, pasted text, and text of more than one byte.
extension InputDecoder {
    /// A paste beyond this many bytes comes in several events.
    private static let longestPaste = 16 << 20
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    mutating func takeInMouseReport(_ byte: UInt8, after report: MouseReport) {
        var report = report
        let isPart = report.take(byte)
        if isPart, report.progress != .whole {
            state = .mouse(report)
            return
        }
        state = .ground
        end(report)
        if !isPart { takeInGround(byte, alt: false) }
    }

    mutating func end(_ report: MouseReport) {
        if let event = report.event { send(event) }
    }

    /// Replies hold no controls. One that comes ends the string and is the key it always is, so
    /// that a string without an end does not keep the keyboard.
    mutating func takeInString(_ byte: UInt8, introducer: UInt8, after bytes: [UInt8]) {
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

    mutating func endString(introducer: UInt8, _ bytes: [UInt8]) {
        state = .ground
        guard introducer == 0x5D, bytes.count < Self.longestSequence,
            let color = BackgroundReport.color(in: bytes)
        else { return }
        endRun()
        events.append(.background(color))
    }

    mutating func takeInPaste(_ byte: UInt8) {
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

    private mutating func sendPaste(_ bytes: [UInt8]) {
        events.append(.paste(String(decoding: bytes, as: UTF8.self).withLineEnds))
    }

    mutating func takeContinuation(
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
}
