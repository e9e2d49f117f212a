/// A growing text and its lines at a width.
///
/// Lines break after spaces and between wide characters; a word longer than a line is broken
/// where the line ends. The spaces at a break belong to the text but to no line's visible part,
/// and a tab counts four columns. Appending costs about the last line, however long the text is.
///
/// ```swift
/// var text = WrappedText(width: 40)
/// text.append("The conductor writes ")
/// text.append("a workflow.")
/// for line in text.lines(in: 0..<text.lineCount) { … }
/// ```
public struct WrappedText: Equatable, Sendable {
    /// The text as it was appended.
    public private(set) var text: String = ""
    /// The columns of a line, at least 1.
    public private(set) var width: Int
    public let policy: WidthPolicy
    /// Never empty: a text without any line end has one line.
    var lines: [Line] = [Line(start: 0, end: 0)]

    /// UTF-8 offsets of a line's visible part.
    struct Line: Equatable, Sendable {
        var start: Int
        var end: Int
    }

    public init(_ text: String = "", width: Int, policy: WidthPolicy = .standard) {
        self.width = max(1, width)
        self.policy = policy
        append(text)
    }

    /// The lines at the present width; at least one.
    public var lineCount: Int { lines.count }
    public var isEmpty: Bool { text.isEmpty }
    /// The text's length in UTF-8, the unit of all offsets here.
    public var utf8Count: Int { text.utf8.count }

    /// Adds text at the end.
    public mutating func append(_ piece: some StringProtocol) {
        guard !piece.isEmpty else { return }
        text += piece
        // The end of the old text may join what is new (a combining mark, the `\n` of `\r\n`), and
        // the line before the last was ended by what may now be another cluster.
        rewrap(fromLine: max(0, lines.count - 2))
    }

    /// Replaces everything.
    public mutating func setText(_ text: String) {
        self.text = text
        rewrap(fromLine: 0)
    }

    /// Wraps anew for another width.
    public mutating func setWidth(_ width: Int) {
        let width = max(1, width)
        guard width != self.width else { return }
        self.width = width
        rewrap(fromLine: 0)
    }

    /// A line's visible part; empty when there is no such line.
    public subscript(line index: Int) -> Substring {
        text(in: lineRange(index))
    }

    /// The visible parts of those of the lines that exist.
    public func lines(in range: Range<Int>) -> [Substring] {
        range.clamped(to: 0..<lineCount).map { self[line: $0] }
    }

    /// The UTF-8 offsets of a line's visible part; empty when there is no such line.
    public func lineRange(_ index: Int) -> Range<Int> {
        guard lines.indices.contains(index) else { return utf8Count..<utf8Count }
        return lines[index].start..<lines[index].end
    }

    /// The UTF-8 offsets of everything that belongs to a line: also the spaces at its break and
    /// its line end. These ranges tile the text.
    public func fullLineRange(_ index: Int) -> Range<Int> {
        guard lines.indices.contains(index) else { return utf8Count..<utf8Count }
        let end = index + 1 < lines.count ? lines[index + 1].start : utf8Count
        return lines[index].start..<end
    }

    /// The line to which a UTF-8 offset belongs; the last one for offsets past the end.
    public func lineIndex(containing offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// True when a line begins the text or follows a line end, not a wrap.
    public func startsParagraph(line index: Int) -> Bool {
        guard index > 0, index < lines.count else { return index == 0 }
        let utf8 = text.utf8
        return utf8[utf8.index(utf8.startIndex, offsetBy: lines[index].start - 1)] == 0x0A
    }

    /// The text between two UTF-8 offsets, which must lie between scalars.
    public func text(in range: Range<Int>) -> Substring {
        let range = range.clamped(to: 0..<utf8Count)
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return text[start..<utf8.index(start, offsetBy: range.count)]
    }
}
