import CellUI

/// Styles a line of a pane: light Markdown that takes nothing away, and what a search has found.
struct LineStyler {
    let look: Look
    let showsMarkdown: Bool

    func styled(_ line: PaneDocument.Line) -> StyledText {
        let base = style(line)
        var spans: [(range: Range<Int>, style: Style)] = []
        if line.kind == .answer, showsMarkdown, line.form != .code {
            spans += inlineSpans(of: line.text, base)
        }
        let match = line.isRevealed ? look.theme.matchCurrent : look.theme.match
        spans += line.matches.map { ($0, match) }
        return spans.isEmpty ? StyledText(String(line.text), base) : cut(line.text, base, spans)
    }

    private func style(_ line: PaneDocument.Line) -> Style {
        switch line.kind {
        case .answer where !showsMarkdown: look.theme.text
        case .answer:
            switch line.form {
            case .plain: look.theme.text
            case .heading: look.theme.heading
            case .code: look.theme.codeText
            }
        case .superseded: look.theme.subtle
        case .reasoning: look.theme.subtle.italic()
        case .mark: look.theme.warning
        case .error: look.theme.failed
        }
    }

    /// `code` and **strong**, with their marks, and the marks of lists.
    private func inlineSpans(
        of text: Substring,
        _ base: Style
    ) -> [(range: Range<Int>, style: Style)] {
        var spans: [(range: Range<Int>, style: Style)] = []
        let bytes = Array(text.utf8)
        let first = bytes.firstIndex { $0 != UInt8(ascii: " ") } ?? 0
        if first + 1 < bytes.count, [UInt8(ascii: "-"), UInt8(ascii: "*")].contains(bytes[first]),
            bytes[first + 1] == UInt8(ascii: " ")
        {
            spans.append((first..<first + 1, look.theme.accent))
        }
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "`"),
                let end = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "`")), end > at + 1
            {
                spans.append((at..<end + 1, look.theme.codeText))
                at = end + 1
            } else if let end = strongEnd(in: bytes, from: at) {
                spans.append((at..<end, base.bold()))
                at = end
            } else {
                at += 1
            }
        }
        return spans
    }

    /// Where `**strong**` that begins at an offset ends; nil when none does.
    private func strongEnd(in bytes: [UInt8], from start: Int) -> Int? {
        let mark = UInt8(ascii: "*")
        guard start + 4 < bytes.count, bytes[start] == mark, bytes[start + 1] == mark,
            bytes[start + 2] != mark, bytes[start + 2] != UInt8(ascii: " ")
        else { return nil }
        var at = start + 3
        while at + 1 < bytes.count {
            if bytes[at] == mark, bytes[at + 1] == mark { return at + 2 }
            at += 1
        }
        return nil
    }

    /// The line in pieces of one style; of spans that overlap, the later counts.
    private func cut(
        _ text: Substring,
        _ base: Style,
        _ spans: [(range: Range<Int>, style: Style)]
    ) -> StyledText {
        let count = text.utf8.count
        let edges = Set(spans.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [0, count])
            .filter { (0...count).contains($0) }.sorted()
        var result = StyledText()
        for (start, end) in zip(edges, edges.dropFirst()) {
            let style = spans.last { $0.range.contains(start) }?.style ?? base
            let from = text.utf8.index(text.startIndex, offsetBy: start)
            let to = text.utf8.index(text.startIndex, offsetBy: end)
            result.append(String(text[from..<to]), style)
        }
        return result
    }
}
