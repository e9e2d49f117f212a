import CellUI

/// An agent as a row: one that waits, and for what, or one that is done, and how it began.
struct AgentRow {
    let title: AgentTitle
    /// The beginning of what it wrote.
    let text: String
    let isFocused: Bool
    let look: Look

    func render(in row: Rect, into buffer: inout CellBuffer) {
        let theme = look.theme
        var tail = StyledText(title.state, look.style(title.node))
        if !title.figures.isEmpty { tail.append("  \(title.figures)", theme.subtle) }
        tail.append(" ", theme.text)
        // The name comes before all figures.
        let least = displayWidth(of: title.name) + 14
        if tail.width() + least > row.width {
            tail = StyledText("\(title.state) ", look.style(title.node))
        }
        let focus = isFocused ? (look.unicode ? "▸" : ">") : " "
        var line = StyledText(focus, theme.borderFocused)
        line.append(title.name, isFocused ? theme.title.underline() : theme.title)
        let parts = [title.waiting, title.subtask, text].filter { !$0.isEmpty }
        for part in parts { line.append(look.separator + Format.oneLine(part), theme.subtle) }
        let room = max(0, row.width - tail.width() - 1)
        buffer.write(line.truncated(to: room, ellipsis: look.ellipsis), at: row.origin, in: row)
        let place = Point(x: row.maxX - min(tail.width(), row.width), y: row.y)
        buffer.write(tail, at: place, in: row)
    }
}
