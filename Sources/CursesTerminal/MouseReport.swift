internal import CellUI

/// A mouse report without SGR coordinates: after `ESC [ M` a byte each for the button, the column and
/// the row, 32 more than they are ("Mouse Tracking" in xterm's "Control Sequences"). Terminals that do
/// not know mode 1006 send it. Mode 1005, which another program may have left on, writes a value
/// beyond 127 as two bytes of UTF-8.
///
/// The bytes may be any, also an escape. Whether two of them are one value shows only with what
/// follows, or when nothing does.
struct MouseReport: Equatable {
    private var bytes: [UInt8] = []

    enum Progress {
        /// Bytes are missing.
        case partial
        /// It is whole as it stands, unless a byte follows at once that makes it one of mode 1005.
        case ambiguous
        case whole
    }

    private static let valueCount = 3
    private static let offset = 32

    var progress: Progress {
        guard bytes.count >= Self.valueCount else { return .partial }
        return values.count == Self.valueCount && !endsInLead ? .whole : .ambiguous
    }

    /// Takes the next byte; false when the report was whole without it.
    mutating func take(_ byte: UInt8) -> Bool {
        if progress == .ambiguous, endsInLead ? !byte.continuesScalar : byte <= 0x20 {
            return false
        }
        bytes.append(byte)
        return true
    }

    /// What was done; nil when it is nothing that is told.
    var event: MouseEvent? {
        let all = values
        let values =
            all.count == Self.valueCount ? all : bytes.prefix(Self.valueCount).map(Int.init)
        guard values.count == Self.valueCount else { return nil }
        return KeySequences.mouse(
            code: values[0] - Self.offset,
            column: values[1] - Self.offset,
            row: values[2] - Self.offset
        )
    }

    private var endsInLead: Bool { bytes.last?.leadsTwoBytes ?? false }

    /// The values as mode 1005 writes them. A byte that is no UTF-8 is a value of its own.
    private var values: [Int] {
        var values: [Int] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte.leadsTwoBytes, let next = rest.first, next.continuesScalar {
                rest.removeFirst()
                values.append(Int(byte & 0x1F) << 6 | Int(next & 0x3F))
            } else {
                values.append(Int(byte))
            }
        }
        return values
    }
}

extension UInt8 {
    fileprivate var leadsTwoBytes: Bool { (0xC2...0xDF).contains(self) }
    fileprivate var continuesScalar: Bool { self & 0xC0 == 0x80 }
}
