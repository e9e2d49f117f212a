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
                span.role
            )
        }
        return result
    }

    var utf8Count: Int { text.utf8.count }

    mutating func append(_ piece: String, _ role: TextRole) {
        guard !piece.isEmpty else { return }
        let start = text.utf8.count
        text += piece
        mark(start..<text.utf8.count, role)
    }

    mutating func append(_ other: InlineText) {
        let start = text.utf8.count
        text += other.text
        for span in other.spans {
            mark(span.range.lowerBound + start..<span.range.upperBound + start, span.role)
        }
    }

    /// Spans come in order; two of one role that touch are one.
    mutating func mark(_ range: Range<Int>, _ role: TextRole) {
        guard role != .text, !range.isEmpty else { return }
        if let last = spans.last, last.role == role, last.range.upperBound == range.lowerBound {
            spans[spans.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            spans.append(TextSpan(range, role))
        }
    }
}
