import CellUI
import Markdown

/// Styles a line of a pane: what its words are, and what a search has found.
struct LineStyler {
    let look: Look

    func styled(_ line: PaneDocument.Line) -> StyledText {
        let base = base(line)
        // What counts no more has no colours.
        func style(_ role: TextRole, _ base: Style) -> Style {
            let kind = line.kind == .superseded ? .text : role.kind
            return self.style(TextRole(kind, role.traits), base)
        }
        let match = line.isRevealed ? look.theme.matchCurrent : look.theme.match
        var result = StyledText()
        for piece in line.row.prefix { result.append(piece.text, style(piece.role, base)) }
        var at = 0
        var matches = line.matches[...]
        for piece in RenderedRow(text: line.row.text, spans: line.row.spans).pieces {
            let style = style(piece.role, base)
            let link = link(of: piece)
            let end = at + piece.text.utf8.count
            var rest = piece.text[...]
            while let found = matches.first, found.lowerBound < end {
                let part = found.clamped(to: at..<end)
                result.append(rest.cut(part.lowerBound - at), style, link: link)
                result.append(rest.cut(part.count), match, link: link)
                at = part.upperBound
                guard found.upperBound <= end else { break }
                matches.removeFirst()
            }
            result.append(String(rest), style, link: link)
            at = end
        }
        result.runs.removeAll { $0.text.isEmpty }
        return result
    }

    /// Where a piece leads, as far as the terminal can be told.
    func link(of piece: RenderedRow.Piece) -> Hyperlink? { look.hyperlinks ? piece.link : nil }

    private func base(_ line: PaneDocument.Line) -> Style {
        switch line.kind {
        case .answer: look.theme.text
        case .superseded: look.theme.subtle
        case .reasoning where line.isHeader: look.theme.faint
        case .reasoning: look.theme.subtle.italic()
        case .toolCalls: look.theme.codeText
        case .mark: look.theme.warning
        case .error: look.theme.failed
        }
    }

    /// The style of a role. What has none of its own is as the rest of the line.
    func style(_ role: TextRole, _ base: Style) -> Style {
        var style = style(role.kind, base)
        if role.traits.contains(.strong) { style = style.bold() }
        if role.traits.contains(.emphasis) { style = style.italic() }
        if role.traits.contains(.struck) { style = style.strikethrough() }
        return style
    }

    private func style(_ kind: TextRole.Kind, _ base: Style) -> Style {
        let theme = look.theme
        return switch kind {
        case .text, .codeText: base
        case .heading1, .heading2: theme.heading
        case .heading3, .heading4, .heading5, .heading6, .tableHeader: theme.title
        case .code: theme.codeText
        case .link: theme.link
        case .address, .frameTitle: theme.subtle
        case .quoted: theme.quote
        case .listMark: theme.accent
        case .taskDone: theme.succeeded
        case .taskOpen, .html: theme.faint
        case .quoteBar, .tableLine, .rule, .frame: theme.border
        case .keyword: theme.codeKeyword
        case .type: theme.codeType
        case .string: theme.codeString
        case .number: theme.codeNumber
        case .comment: theme.codeComment
        case .function: theme.codeFunction
        case .attribute: theme.codeAttribute
        case .added: theme.codeAdded
        case .removed: theme.codeRemoved
        case .hunk: theme.codeHunk
        }
    }
}

extension Substring {
    /// Takes so many bytes from the beginning.
    fileprivate mutating func cut(_ bytes: Int) -> String {
        let end = utf8.index(startIndex, offsetBy: bytes)
        defer { self = self[end...] }
        return String(self[..<end])
    }
}
