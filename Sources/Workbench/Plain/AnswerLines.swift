public import CellUI
import Markdown

/// An answer as lines for the terminal's own screen.
public struct AnswerLines {
    public let lines: [StyledText]
    private let width: Int

    /// - Parameter width: of the terminal, in columns.
    public init(_ answer: String, look: Look, width: Int) {
        self.width = width
        let layout = MarkdownLayout(
            width: width,
            form: look.showsMarkdown ? .rendered : .plain,
            policy: look.widthPolicy,
            unicode: look.unicode
        )
        var text = MarkdownText(layout)
        text.append(answer)
        let count = text.rowCount
        let styler = LineStyler(look: look)
        lines = text.rows(in: 0..<count).map { row in
            StyledText(
                row.pieces.map {
                    StyledText.Run(
                        visible($0.text, keepingNewlines: false),
                        styler.style($0.role, .plain).inStream,
                        link: styler.link(of: $0)
                    )
                }
            )
        }
    }

    /// The lines below a title, or behind it when there is one only, and it fits.
    func behind(_ title: StyledText) -> [StyledText] {
        guard lines.count <= 1, title.width() + 1 + (lines.first?.width() ?? 0) <= width else {
            return [title] + lines
        }
        var line = title
        line.append(" ", .plain)
        line.runs += lines.first?.runs ?? []
        return [line]
    }
}
