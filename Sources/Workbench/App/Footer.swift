import CellUI

/// The last line: a notice if there is one, else the keys that do something here and now.
struct Footer {
    struct Item {
        var command: Command
        var key: String
        var label: String
    }

    let items: [Item]
    let notice: String?
    let look: Look

    /// Draws the line; returns where each command stands, for the mouse.
    func render(in area: Rect, into buffer: inout CellBuffer) -> [(area: Rect, command: Command)] {
        buffer.fill(area, style: look.theme.text)
        if let notice {
            let text = truncated(
                " " + Format.oneLine(notice),
                to: area.width,
                ellipsis: look.ellipsis
            )
            buffer.write(text, at: area.origin, style: look.theme.warning, in: area)
            return []
        }
        var areas: [(area: Rect, command: Command)] = []
        var x = area.x + 1
        for item in items {
            let width = displayWidth(of: item.key) + 1 + displayWidth(of: item.label)
            guard x + width <= area.maxX else { continue }
            areas.append((Rect(x: x, y: area.y, width: width, height: 1), item.command))
            x += buffer.write(
                item.key,
                at: Point(x: x, y: area.y),
                style: look.theme.keyHint,
                in: area
            )
            x += buffer.write(
                " \(item.label)  ",
                at: Point(x: x, y: area.y),
                style: look.theme.subtle,
                in: area
            )
        }
        return areas
    }
}
