/// Finds, while a text grows, which of its lines are code: those between two fences of three or more
/// backticks or tildes (CommonMark 0.31, section 4.5), the fences themselves included.
///
/// It looks at each byte once. Only what a pane needs to tell code from prose is read; nothing is
/// taken out of the text.
struct MarkdownScan: Equatable, Sendable {
    /// UTF-8 offsets of the lines at which code begins or ends, in turn.
    private var fences: [Int] = []
    private var offset = 0
    private var lineStart = 0
    /// What of a fence the present line has so far; nil once it is no fence, or is counted.
    private var fence: (mark: UInt8, count: Int)? = (0, 0)
    /// The mark of the fence that is open.
    private var open: UInt8?

    static func == (left: MarkdownScan, right: MarkdownScan) -> Bool {
        left.fences == right.fences && left.offset == right.offset
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes { take(byte) }
        }
    }

    private mutating func take(_ byte: UInt8) {
        defer { offset += 1 }
        if byte == UInt8(ascii: "\n") {
            lineStart = offset + 1
            fence = (0, 0)
            return
        }
        guard let (mark, count) = fence else { return }
        switch byte {
        case UInt8(ascii: " ") where count == 0 && offset - lineStart < 3: break
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            guard mark == 0 || mark == byte else {
                fence = nil
                return
            }
            fence = (byte, count + 1)
            if count + 1 == 3 { toggle(byte) }
        default: fence = nil
        }
    }

    private mutating func toggle(_ mark: UInt8) {
        fence = nil
        if let open {
            guard open == mark else { return }
            self.open = nil
            // The closing fence is code too: prose begins behind it.
            fences.append(lineStart + 1)
        } else {
            open = mark
            fences.append(lineStart)
        }
    }

    /// Whether the line that begins at a UTF-8 offset, or goes on there, is code.
    func isCode(at offset: Int) -> Bool {
        var low = 0
        var high = fences.count
        while low < high {
            let middle = (low + high) / 2
            if fences[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low % 2 == 1
    }
}
