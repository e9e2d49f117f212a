internal import CellUI

/// A text with roles, as it is put together. It may have line ends.
struct InlineText: Sendable {
    private(set) var text = ""
    private(set) var spans: [TextSpan] = []

    init() {}

    init(_ text: String, _ role: TextRole) {
        append(text, role)
    }

    /// A text whose roles are marked afterwards, in order.
    init(unmarked text: String) {
        self.text = text
    }

    /// A part, by UTF-8 offsets.
    func slice(_ range: Range<Int>) -> InlineText {
        let utf8 = text.utf8
        let from = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        let to = utf8.index(from, offsetBy: range.count)
        var result = InlineText(unmarked: String(text[from..<to]))
        for span in spans where span.range.overlaps(range) {
            let part = span.range.clamped(to: range)
            result.mark(
                part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound,
                span.role,
                link: span.link
            )
        }
        return result
    }

    var utf8Count: Int { text.utf8.count }

    mutating func append(_ piece: String, _ role: TextRole, link: Hyperlink? = nil) {
        guard !piece.isEmpty else { return }
        let start = text.utf8.count
        text += piece
        mark(start..<text.utf8.count, role, link: link)
    }

    mutating func append(_ other: InlineText) {
        let start = text.utf8.count
        text += other.text
        for span in other.spans {
            let range = span.range.lowerBound + start..<span.range.upperBound + start
            mark(range, span.role, link: span.link)
        }
    }

    /// Spans come in order; two that touch are one where role and link are the same.
    mutating func mark(_ range: Range<Int>, _ role: TextRole, link: Hyperlink? = nil) {
        guard role != .text || link != nil, !range.isEmpty else { return }
        if let last = spans.last, last.role == role, last.link == link,
            last.range.upperBound == range.lowerBound
        {
            spans[spans.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            spans.append(TextSpan(range, role, link: link))
        }
    }
}
