public import CellUI

/// A part of a text as rows at a width.
struct RenderedChunk: Sendable {
    /// What is before the text of a row: indentation, list marks, quote bars.
    typealias Prefix = [RenderedRow.Piece]

    struct Row: Sendable {
        /// UTF-8 offsets into the text.
        var start: Int32
        var end: Int32
        var prefix: Int32
    }

    /// The words of all rows, without prefixes: lines that were wrapped are whole here.
    var text = ""
    var rows: [Row] = []
    var spans: [TextSpan] = []
    var prefixes: [Prefix] = [[]]

    func row(_ index: Int) -> RenderedRow {
        let row = rows[index]
        let (start, end) = (Int(row.start), Int(row.end))
        let utf8 = text.utf8
        let first = utf8.index(utf8.startIndex, offsetBy: start)
        let line = text[first..<utf8.index(first, offsetBy: end - start)]
        var result = RenderedRow(prefix: prefixes[Int(row.prefix)], text: line)
        var at = spans.firstIndex { $0.range.upperBound > start }
        while at < spans.count, spans[at].range.lowerBound < end {
            let range = spans[at].range.clamped(to: start..<end)
            result.spans.append(
                TextSpan(
                    range.lowerBound - start..<range.upperBound - start,
                    spans[at].role,
                    link: spans[at].link
                )
            )
            at += 1
        }
        return result
    }

    /// The row in which an offset of the text is.
    func row(containing offset: Int) -> Int {
        max(0, rows.firstIndex { Int($0.start) > offset } - 1)
    }
}

/// A row as it is drawn.
public struct RenderedRow: Hashable, Sendable {
    public struct Piece: Hashable, Sendable {
        public var text: String
        public var role: TextRole
        /// Where it leads; nil for nowhere.
        public var link: Hyperlink?

        init(_ text: String, _ role: TextRole, link: Hyperlink? = nil) {
            self.text = text
            self.role = role
            self.link = link
        }
    }

    public var prefix: [Piece]
    public var text: Substring
    /// In order, without overlap; by UTF-8 offsets of this row's text.
    public var spans: [TextSpan]
    /// What fits the search, in UTF-8 offsets of this row's text.
    public var matches: [Range<Int>] = []

    public init(prefix: [Piece] = [], text: Substring, spans: [TextSpan] = []) {
        self.prefix = prefix
        self.text = text
        self.spans = spans
    }

    /// The row as one text in pieces of one role that lead to one place.
    public var pieces: [Piece] {
        var pieces = prefix
        var at = 0
        func append(_ end: Int, _ role: TextRole, _ link: Hyperlink? = nil) {
            guard end > at else { return }
            let utf8 = text.utf8
            let from = utf8.index(utf8.startIndex, offsetBy: at)
            let to = utf8.index(from, offsetBy: end - at)
            pieces.append(Piece(String(text[from..<to]), role, link: link))
            at = end
        }
        for span in spans {
            append(span.range.lowerBound, .text)
            append(span.range.upperBound, span.role, span.link)
        }
        append(text.utf8.count, .text)
        return pieces
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index at which something holds that holds for all behind it; the end where none does.
    func firstIndex(from lower: Int? = nil, _ holds: (Element) -> Bool) -> Int {
        var low = lower ?? startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
