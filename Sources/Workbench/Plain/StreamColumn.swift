import CellUI
import Markdown
import PodiumCore

/// What agents write, as lines of a stream: the agent's name in a column, and beside it the text,
/// wrapped at words where the width is known.
///
/// Styles here have no background: a stream stands on the terminal's own.
struct StreamColumn: Sendable {
    let look: Look
    /// Columns of the widest name so far.
    private var nameWidth = 0
    private var markup: [AttemptID: MarkdownLines] = [:]
    /// Narrower than that beside a name, a text is not wrapped: the terminal does that.
    private static let leastWidth = 20

    init(look: Look) {
        self.look = look
    }

    /// Makes room for a name that is to come.
    mutating func expect(_ name: String) {
        nameWidth = max(nameWidth, displayWidth(of: name, policy: look.widthPolicy))
    }

    mutating func end(_ attempt: AttemptID) { markup[attempt] = nil }

    /// - Parameter width: of the terminal, in columns; nil for lines of any length.
    mutating func rows(
        _ line: String,
        of attempt: AttemptID,
        _ agent: (name: String, style: Style),
        isAnswer: Bool,
        width: Int?
    ) -> [StyledText] {
        expect(agent.name)
        let text = visible(line, keepingNewlines: false)
        let row =
            isAnswer && look.showsMarkdown
            ? markup[attempt, default: MarkdownLines()].take(text) : RenderedRow(text: text[...])
        let base = isAnswer ? Style.plain : look.theme.subtle.italic()
        let side = look.unicode ? " │ " : " | "
        let label = visible(agent.name, keepingNewlines: false)
        let space = max(0, nameWidth - displayWidth(of: label, policy: look.widthPolicy))
        var first = StyledText(label + String(repeating: " ", count: space), agent.style.inStream)
        first.append(side, look.theme.border.inStream)
        var rest = StyledText(String(repeating: " ", count: nameWidth), .plain)
        rest.append(side, look.theme.border.inStream)
        let room = width.map { $0 - nameWidth - 3 }.flatMap { $0 >= Self.leastWidth ? $0 : nil }
        let styler = LineStyler(look: look)
        return row.wrapped(at: room, policy: look.widthPolicy).enumerated().map { index, part in
            var line = index == 0 ? first : rest
            for piece in part.pieces {
                line.append(piece.text, styler.style(piece.role, base).inStream)
            }
            return line
        }
    }
}

extension Style {
    /// Without a background.
    var inStream: Style { with(background: .terminalDefault) }
}
