/// Cuts a byte stream into lines ended by LF, CR or CRLF, after an optional byte-order mark.
struct LineSplitter: Sendable {
    enum Line {
        /// The whole line lies in the chunk; nothing was copied.
        case inChunk(Range<Int>)
        /// The line began in an earlier chunk.
        case gathered([UInt8])
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The beginning of a line whose end has not arrived.
    private var pending: [UInt8] = []
    /// A CR ended the last line, so an LF that follows belongs to it.
    private var endedWithCR = false
    /// How much of a byte-order mark the stream began with; nil once that is settled.
    private var markLength: Int? = 0

    var pendingCount: Int { pending.count }

    /// The next complete line at or after `position`, which moves behind it. Nil when the chunk
    /// holds no further end of a line; what is left of it is kept.
    mutating func next(in bytes: [UInt8], from position: inout Int) -> Line? {
        skipByteOrderMark(in: bytes, from: &position)
        if endedWithCR, position < bytes.count {
            endedWithCR = false
            if bytes[position] == UInt8(ascii: "\n") { position += 1 }
        }
        let start = position
        guard let end = endOfLine(in: bytes, from: start) else {
            pending.append(contentsOf: bytes[start...])
            position = bytes.count
            return nil
        }
        position = end + 1
        endedWithCR = bytes[end] == UInt8(ascii: "\r")
        if pending.isEmpty { return .inChunk(start..<end) }
        pending.append(contentsOf: bytes[start..<end])
        defer { pending = [] }
        return .gathered(pending)
    }

    /// The last line, if it has no end: no more follows.
    mutating func finish() -> [UInt8]? {
        defer { pending = [] }
        return pending.isEmpty ? nil : pending
    }

    private mutating func skipByteOrderMark(in bytes: [UInt8], from position: inout Int) {
        guard var length = markLength else { return }
        while length < 3, position < bytes.count, bytes[position] == Self.byteOrderMark[length] {
            length += 1
            position += 1
        }
        if length == 3 {
            markLength = nil
        } else if position < bytes.count {
            // It only looked like a mark: these bytes are the beginning of the first line.
            pending = Array(Self.byteOrderMark[..<length])
            markLength = nil
        } else {
            markLength = length
        }
    }

    private func endOfLine(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var position = start
            while position < buffer.count {
                let byte = buffer[position]
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return position }
                position += 1
            }
            return nil
        }
    }
}
