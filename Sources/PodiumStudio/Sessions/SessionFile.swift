import Glibc
import PodiumCore

/// A session in the exchange form, one event a line, read in pieces.
final class SessionFile {
    private let path: String
    private let descriptor: Int32
    private var lines = SessionLines()
    /// What was read; the lines before `start` were taken.
    private var bytes: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// The line that was taken last, from 1.
    private var number = 0

    private static let piece = 1 << 18
    /// Bytes. The store takes no larger event either.
    private static let longestLine = 256 << 20

    init(path: String) throws(StudioError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StudioError(.file, "\(path) cannot be read.") }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The session's id, once an event was read.
    var session: SessionID? { lines.session }

    /// The next event; nil at the end of the file.
    func next() throws(StudioError) -> Event? {
        while let line = try nextLine() {
            do throws(JSONLine.ReadError) {
                if let event = try event(in: line) { return event }
            } catch {
                throw StudioError(.file, "\(path), line \(number): \(error).")
            }
        }
        return nil
    }

    /// Nil for a blank line.
    private func event(in line: Range<Int>) throws(JSONLine.ReadError) -> Event? {
        let isBlank = bytes[line].allSatisfy(\.isJSONSpace)
        guard !isBlank else { return nil }
        return try bytes.withUnsafeBufferPointer { (buffer) throws(JSONLine.ReadError) in
            try lines.event(from: UnsafeBufferPointer(rebasing: buffer[line]))
        }
    }

    // MARK: Lines

    /// Where the next line stands, without its end; nil at the end of the file.
    private func nextLine() throws(StudioError) -> Range<Int>? {
        var searched = start
        while true {
            if let end = lineEnd(from: searched) {
                defer { start = end + 1 }
                return line(upTo: end)
            }
            searched = bytes.count
            if isAtEnd {
                guard start < bytes.count else { return nil }
                defer { start = bytes.count }
                return line(upTo: bytes.count)
            }
            bytes.removeSubrange(..<start)
            searched -= start
            start = 0
            try readPiece()
        }
    }

    private func line(upTo end: Int) -> Range<Int> {
        number += 1
        let isReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        let first = number == 1 ? FileText.withoutMark(bytes[start..<end]).startIndex : start
        return first..<max(first, isReturn ? end - 1 : end)
    }

    private func lineEnd(from index: Int) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard index < buffer.count, let base = buffer.baseAddress,
                let end = memchr(base + index, 0x0A, buffer.count - index)
            else { return nil }
            return UnsafeRawPointer(end) - base
        }
    }

    private func readPiece() throws(StudioError) {
        guard bytes.count <= Self.longestLine else {
            throw StudioError(
                .file,
                "\(path), line \(number + 1): it is longer than \(Self.longestLine >> 20) MB."
            )
        }
        let count = withUnsafeTemporaryAllocation(
            byteCount: Self.piece,
            alignment: 1
        ) { buffer in
            var count: Int
            repeat {
                count = read(descriptor, buffer.baseAddress, buffer.count)
            } while count < 0
                && errno == EINTR
            if count > 0 { bytes += buffer[..<count] }
            return count
        }
        guard count >= 0 else { throw StudioError(.file, "\(path) cannot be read.") }
        isAtEnd = count == 0
    }
}
