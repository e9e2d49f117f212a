/// Text as files and pipes bring it, whatever system wrote it: a byte-order mark may stand before it, and
/// its lines may end with CR LF.
public enum FileText {
    /// Why bytes are no text.
    public struct NotUTF8: Error, Hashable, Sendable {
        /// The first line, from 1, that is no UTF-8.
        public let line: Int
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The text without a byte-order mark. Line ends are left as they are, so that places in it are those
    /// of the file.
    public static func decode(_ bytes: some Collection<UInt8>) throws(NotUTF8) -> String {
        let content = withoutMark(bytes)
        if let text = String(validating: content, as: UTF8.self) { return text }
        let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        throw NotUTF8(line: bad + 1)
    }

    /// The bytes behind a byte-order mark.
    public static func withoutMark<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
        bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
    }
}

extension String {
    /// The text with `\n` in place of each CR LF.
    public var withNewlines: String { utf8.contains(0x0D) ? replacing("\r\n", with: "\n") : self }

    /// Its lines without their ends, also empty ones; there is a last one behind the last line end. CR LF
    /// is one character in Swift, so that splitting at `"\n"` finds none of these.
    public var fileLines: [Substring] {
        split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }
}
