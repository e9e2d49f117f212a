import CellUI
import PodiumCore

extension StartScreen {
    mutating func render(
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look,
        now: Timestamp,
        isBusy: Bool,
        frame: Int
    ) -> Point? {
        let (header, body) = area.split(top: area.height >= 14 ? 2 : 1)
        renderHeader(in: header, into: &buffer, look: look, isBusy: isBusy, frame: frame)
        areas = areas(in: body)
        let table = SessionTable(
            history,
            width: (areas[.history]?.width ?? 0) - 4,
            now: now,
            look: look
        )
        renderList(
            .open,
            title: "open sessions",
            rows: open.map { $0.row(frame: frame) },
            into: &buffer,
            look: look
        )
        renderList(
            .samples,
            title: "samples",
            rows: samples.map { Row(text: $0.title, note: "") },
            into: &buffer,
            look: look
        )
        renderList(
            .history,
            title: "past sessions",
            heading: table.heading,
            rows: history.indices.map { row in
                Row(text: Self.text(of: history[row], look: look), note: table.text(row))
            },
            into: &buffer,
            look: look
        )
        return renderEditor(into: &buffer, look: look)
    }

    /// Where the parts stand. On a low screen the one in focus has all of it.
    private func areas(in body: Rect) -> [Part: Rect] {
        guard body.height >= Self.leastHeight else { return [part: body] }
        var areas: [Part: Rect] = [:]
        var rest: Rect
        (areas[.editor], rest) = body.split(top: min(max(3, body.height / 4), 8))
        if !open.isEmpty {
            (areas[.open], rest) = rest.split(top: min(open.count + 2, max(3, rest.height / 3)))
        }
        guard !history.isEmpty else {
            areas[.samples] = rest
            return areas
        }
        // The table has many columns, and samples are few and short.
        let (few, many) =
            rest.width >= 90
            ? rest.split(left: max(24, rest.width / 4))
            : rest.split(top: min(samples.count + 2, max(3, rest.height * 2 / 5)))
        areas[.samples] = few
        areas[.history] = many
        return areas
    }

    private mutating func renderEditor(into buffer: inout CellBuffer, look: Look) -> Point? {
        guard areas[.editor] != nil else { return nil }
        let inner = frame(
            .editor,
            title: "question",
            note: "",
            bottom: askingText(look),
            into: &buffer,
            look: look
        )
        .inset(dx: 1, dy: 0)
        if editor.isEmpty, let asked = selectedQuestion {
            // More than the box can show need not be laid out.
            let shown = String(asked.prefix(inner.width * inner.height))
            let question = WrappedText(shown, width: inner.width)
            for (row, line) in question.lines(in: 0..<inner.height).enumerated() {
                buffer.write(line, at: inner.row(row).origin, style: look.theme.quote, in: inner)
            }
            return nil
        }
        editor.wrapWidth = max(1, inner.width)
        editor.render(in: inner, into: &buffer, theme: look.theme)
        return part == .editor ? editor.cursorPosition(in: inner) : nil
    }

    /// What the selected sample or session asks, whole.
    private var selectedQuestion: String? {
        let row = lists[part]?.selection
        return switch part {
        case .editor: nil
        case .open: row.map { open[$0].question }
        case .samples: row.map { samples[$0].question }
        case .history: row.map { history[$0].question }
        }
    }

    /// A line of a list, and what stands at its right edge.
    struct Row {
        var text: String
        var note: String
        /// Whether it must not be overlooked.
        var isUrgent = false
    }

    private mutating func renderList(
        _ part: Part,
        title: String,
        heading: String = "",
        rows: [Row],
        into buffer: inout CellBuffer,
        look: Look
    ) {
        guard areas[part] != nil else { return }
        let note = lists[part]?.selection.map { "\($0 + 1) of \(rows.count)" } ?? ""
        let inner = frame(
            part,
            title: title,
            note: heading,
            bottom: StyledText(note, look.theme.subtle),
            into: &buffer,
            look: look
        )
        lists[part]?.render(
            in: inner,
            into: &buffer,
            selection: self.part == part ? look.theme.selection : nil
        ) { index, line, buffer in
            let row = rows[index]
            let noteWidth = displayWidth(of: row.note)
            let text = truncated(
                Format.oneLine(row.text),
                to: max(0, line.width - noteWidth - 3),
                ellipsis: look.ellipsis
            )
            buffer.write(
                text,
                at: Point(x: line.x + 1, y: line.y),
                style: row.isUrgent ? look.theme.warning : look.theme.text,
                in: line
            )
            buffer.write(
                row.note,
                at: Point(x: line.maxX - noteWidth - 1, y: line.y),
                style: row.isUrgent ? look.theme.warning : look.theme.subtle,
                in: line
            )
        }
    }

    private func frame(
        _ part: Part,
        title: String,
        note: String,
        bottom: StyledText,
        into buffer: inout CellBuffer,
        look: Look
    ) -> Rect {
        let isFocused = self.part == part
        return buffer.drawBox(
            in: areas[part] ?? .zero,
            border: isFocused ? look.focusedBorder : look.border,
            style: isFocused ? look.theme.borderFocused : look.theme.border,
            title: StyledText(title, look.theme.title),
            trailingTitle: StyledText(note, look.theme.subtle),
            bottomTitle: bottom
        )
    }

    private func askingText(_ look: Look) -> StyledText {
        asking.enumerated().reduce(into: StyledText()) { text, entry in
            if entry.offset > 0 { text.append("  ", look.theme.border) }
            if !entry.element.key.isEmpty {
                text.append("\(entry.element.key) ", look.theme.keyHint)
            }
            text.append(entry.element.label, look.theme.subtle)
        }
    }
}
