import CellUI
import PodiumCore

/// A node's box as lines of text, a line a row.
struct GraphBox {
    let node: GraphModel.Node
    /// One row, three, or five.
    let size: Size
    let look: Look

    /// - Parameter leaves: whether a line leaves the middle of the lower border.
    func lines(isSelected: Bool, frame: Int, leaves: Bool) -> [StyledText] {
        guard size.height > 1 else { return [compactLine(isSelected: isSelected, frame: frame)] }
        let border = isSelected ? look.focusedBorder : look.border
        let style = isSelected ? look.theme.borderFocused : look.style(node.state)
        let sides = String(border.vertical)
        let edge = String(repeating: border.horizontal, count: max(0, size.width - 2))
        let upper = StyledText("\(border.topLeft)\(edge)\(border.topRight)", style)
        let inner = content(isSelected: isSelected, frame: frame).map { text in
            var line = StyledText(sides, style)
            line.runs += fitted(text, to: size.width - 2).runs
            line.append(sides, style)
            return line
        }
        return [upper] + inner + [lowerBorder(border, style, leaves: leaves)]
    }

    /// `[✓ 1 linguist⇄]`; in ASCII, where signs are letters, `[vr 1 linguist ]`.
    private func compactLine(isSelected: Bool, frame: Int) -> StyledText {
        let brackets = isSelected ? (look.unicode ? ("▸", "◂") : (">", "<")) : ("[", "]")
        let outer = isSelected ? look.theme.borderFocused : look.style(node.state)
        // There is room for one sign of what changed.
        let changes = node.badges.filter { $0 != .answers }
        var badge =
            changes.count > 1 ? StyledText("+", look.theme.overridden) : look.signs(changes)
        if node.badges.contains(.answers) { badge.runs += look.signs([.answers]).runs }
        var inner = StyledText(look.sign(node.state, frame: frame), look.style(node.state))
        if !look.unicode { inner.runs += badge.runs }
        inner.append(" ", look.style(node.state))
        let room = size.width - 4 - badge.width()
        inner.append(truncated(node.label, to: room, ellipsis: look.ellipsis), text(isSelected))
        if look.unicode { inner.runs += badge.runs }
        var line = StyledText(brackets.0, outer)
        line.runs += fitted(inner, to: size.width - 2).runs
        line.append(brackets.1, outer)
        return line
    }

    private func content(isSelected: Bool, frame: Int) -> [StyledText] {
        let room = max(0, size.width - 6)
        var first = StyledText(
            " \(truncated(node.label, to: room, ellipsis: look.ellipsis)) ",
            text(isSelected)
        )
        first.append(look.sign(node.state, frame: frame), look.style(node.state))
        guard size.height > 3 else { return [first] }
        return [first, StyledText(" \(node.subtask)", look.theme.subtle), figures]
    }

    private var figures: StyledText {
        guard let used = node.used else { return StyledText() }
        let cost = Format.cost(used.cost, isEstimate: used.isEstimate)
        let written = look.down + (used.isEstimate ? "~" : "") + Format.tokens(used.usage.output)
        let room = size.width - 4 - displayWidth(of: cost)
        // What was read is left out first, then what was written.
        let tokens = [look.tokens(used.usage, isEstimate: used.isEstimate), written]
            .first { displayWidth(of: $0) < room }
        var line = StyledText(tokens.map { " \($0) " } ?? " ", look.theme.subtle)
        line.append(cost, look.theme.cost)
        return line
    }

    /// Badges at the left, the note at the right, and between them where the line leaves.
    private func lowerBorder(_ border: BorderStyle, _ style: Style, leaves: Bool) -> StyledText {
        let middle = size.width / 2
        let room = max(0, middle - 1)
        let badges = look.signs(node.badges).truncated(to: room, ellipsis: "+")
        let noteRoom = size.width - middle - 2
        var note = node.note(within: noteRoom, look)
        if !note.isEmpty, displayWidth(of: note) + 2 <= noteRoom { note = " \(note) " }
        func dashes(_ count: Int) -> String {
            String(repeating: border.horizontal, count: max(0, count))
        }
        var line = StyledText("\(border.bottomLeft)", style)
        line.runs += badges.runs
        line.append(dashes(room - badges.width()), style)
        line.append(leaves ? (look.unicode ? "┬" : "+") : dashes(1), style)
        line.append(dashes(noteRoom - displayWidth(of: note)), style)
        line.append(note, look.theme.subtle)
        line.append("\(border.bottomRight)", style)
        return line
    }

    private func text(_ isSelected: Bool) -> Style {
        isSelected ? look.theme.text.bold() : look.theme.text
    }

    private func fitted(_ text: StyledText, to columns: Int) -> StyledText {
        var line = text.truncated(to: columns, ellipsis: look.ellipsis)
        line.append(String(repeating: " ", count: max(0, columns - line.width())), look.theme.text)
        return line
    }
}
