import CellUI

/// The last line: a notice if there is one, else the keys that do something here and now.
struct Footer {
    struct Item {
        /// What a click does; nil for a key of what is open.
        var command: Command?
        var key: String
        var label: String
    }

    /// In the order of their weight.
    let items: [Item]
    /// Those that are always there, at the right.
    let pinned: [Item]
    let notice: String?
    let look: Look

    private static let leastNotice = 60

    /// Draws the line; returns where each command stands, for the mouse.
    func render(in area: Rect, into buffer: inout CellBuffer) -> [(area: Rect, command: Command)] {
        buffer.fill(area, style: look.theme.text)
        let room = pinned.reduce(1) { $0 + width(of: $1) + 2 }
        let (left, right) = area.split(right: min(area.width, room))
        let areas = draw(pinned, in: right, into: &buffer)
        guard let notice else { return draw(items, in: left, into: &buffer) + areas }
        // On a narrow screen what is to be said comes before the keys.
        let line = left.width < Self.leastNotice ? area : left
        buffer.fill(line, style: look.theme.text)
        let text = truncated(
            " " + Format.oneLine(notice),
            to: line.width,
            ellipsis: look.ellipsis
        )
        buffer.write(text, at: line.origin, style: look.theme.warning, in: line)
        return line == area ? [] : areas
    }

    private func width(of item: Item) -> Int {
        displayWidth(of: item.key) + 1 + displayWidth(of: item.label)
    }

    /// Those that fit, each whole.
    private func draw(
        _ items: [Item],
        in area: Rect,
        into buffer: inout CellBuffer
    ) -> [(area: Rect, command: Command)] {
        var areas: [(area: Rect, command: Command)] = []
        var x = area.x + 1
        for item in items {
            let width = width(of: item)
            guard x + width <= area.maxX else { continue }
            let place = Rect(x: x, y: area.y, width: width, height: 1)
            var text = StyledText(item.key, look.theme.keyHint)
            text.append(" \(item.label)", look.theme.subtle)
            buffer.write(text, at: place.origin, in: area)
            if let command = item.command { areas.append((place, command)) }
            x += width + 2
        }
        return areas
    }
}
