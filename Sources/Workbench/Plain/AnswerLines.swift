public import CellUI
import Markdown

/// An answer as lines for the terminal's own screen.
public struct AnswerLines {
    public let lines: [StyledText]

    /// - Parameter width: of the terminal, in columns.
    public init(_ answer: String, look: Look, width: Int) {
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
                        styler.style($0.role, .plain).inStream
                    )
                }
            )
        }
    }
}
