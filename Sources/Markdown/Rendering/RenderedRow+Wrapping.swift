public import CellUI

extension RenderedRow {
    /// The row in several, each no wider than that; itself where there is no limit.
    public func wrapped(at width: Int?, policy: WidthPolicy = .standard) -> [RenderedRow] {
        guard let width else { return [self] }
        let wrapped = WrappedText(String(text), width: width, policy: policy)
        var whole = InlineText(unmarked: wrapped.text)
        for span in spans { whole.mark(span.range, span.role, link: span.link) }
        return (0..<wrapped.lineCount).map { index in
            let part = whole.slice(wrapped.lineRange(index))
            return RenderedRow(prefix: prefix, text: part.text[...], spans: part.spans)
        }
    }
}
