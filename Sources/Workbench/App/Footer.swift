import CellUI

/// The last line: a notice if there is one, else the keys that matter here.
struct Footer {
    let keymap: Keymap
    let notice: String?
    let look: Look

    func render(in area: Rect, into buffer: inout CellBuffer) {
        buffer.fill(area, style: look.theme.text)
        if let notice {
            let text = truncated(
                " " + Format.oneLine(notice),
                to: area.width,
                ellipsis: look.ellipsis
            )
            buffer.write(text, at: area.origin, style: look.theme.warning, in: area)
            return
        }
        var x = area.x + 1
        for binding in keymap.bindings {
            guard let short = binding.short, let key = binding.keys.first else { continue }
            let name = key == .character(" ") ? "space" : key.description
            let width = displayWidth(of: name) + 1 + displayWidth(of: short) + 2
            guard x + width <= area.maxX else { break }
            x += buffer.write(name, at: Point(x: x, y: area.y), style: look.theme.keyHint, in: area)
            x += buffer.write(
                " \(short)  ",
                at: Point(x: x, y: area.y),
                style: look.theme.subtle,
                in: area
            )
        }
    }
}

/// The keys of a place, over everything else.
struct HelpOverlay {
    let keymap: Keymap
    let look: Look
    let scroll: Int

    func render(in area: Rect, into buffer: inout CellBuffer) {
        let rows = keymap.bindings.filter { !$0.help.isEmpty }
        let width = min(area.width, 64)
        let frame = area.centered(Size(width: width, height: min(area.height, rows.count + 2)))
        buffer.fill(frame, style: look.theme.text)
        let inner = buffer.drawBox(
            in: frame,
            border: look.border,
            style: look.theme.borderFocused,
            title: StyledText("keys\(look.separator)\(keymap.title)", look.theme.title),
            trailingTitle: StyledText("esc closes", look.theme.subtle)
        )
        let first = min(scroll, max(0, rows.count - inner.height))
        for (row, binding) in rows.dropFirst(first).prefix(inner.height).enumerated() {
            let line = inner.row(row).inset(dx: 1, dy: 0)
            let keys = binding.keys.map { $0 == .character(" ") ? "space" : $0.description }
            buffer.write(
                keys.joined(separator: " "),
                at: line.origin,
                style: look.theme.keyHint,
                in: line.prefix(columns: 16)
            )
            buffer.write(
                truncated(binding.help, to: max(0, line.width - 17), ellipsis: look.ellipsis),
                at: Point(x: line.x + 17, y: line.y),
                style: look.theme.text,
                in: line
            )
        }
    }
}

/// A question with two answers.
struct ConfirmOverlay {
    let text: String
    let look: Look

    func render(in area: Rect, into buffer: inout CellBuffer) {
        let width = min(area.width, displayWidth(of: text) + 6)
        let frame = area.centered(Size(width: width, height: 4))
        buffer.fill(frame, style: look.theme.text)
        let inner = buffer.drawBox(
            in: frame,
            border: look.border,
            style: look.theme.warning,
            title: ""
        )
        .inset(dx: 1, dy: 0)
        buffer.write(
            truncated(text, to: inner.width, ellipsis: look.ellipsis),
            at: inner.origin,
            style: look.theme.text,
            in: inner
        )
        var keys = StyledText("y", look.theme.keyHint)
        keys.append(" yes   ", look.theme.subtle)
        keys.append("n", look.theme.keyHint)
        keys.append(" no", look.theme.subtle)
        buffer.write(keys, at: Point(x: inner.x, y: inner.y + 1), in: inner)
    }
}
