import CellUI
import PodiumTesting
import Testing

/// What widgets look like, beside what they do (`WidgetTests`).
struct WidgetPictureTests {
    private let theme = Theme.standard(depth: .trueColor)

    private func picture(_ widget: some Widget, _ width: Int, _ height: Int) -> String {
        var buffer = CellBuffer(size: Size(width: width, height: height))
        widget.render(in: buffer.bounds, into: &buffer, theme: theme)
        return buffer.picture
    }

    @Test func `a list stands in rows, and its selection in a style of its own`() {
        let rows = ["workers", "linguist", "漢字 reader"]
        var list = ListView(count: rows.count, selection: 1)
        var buffer = CellBuffer(size: Size(width: 20, height: 4))
        buffer.fill(buffer.bounds, style: theme.text)
        list.render(in: buffer.bounds, into: &buffer, selection: theme.selection) {
            row,
            line,
            buffer in
            buffer.write(rows[row], at: line.origin, style: theme.text, in: line)
        }
        #expect(
            ScreenSnapshot(buffer, theme: theme).text == """
                20×4
                workers             │
                linguist            │
                漢字 reader         │
                                    │
                styles
                ....................
                aaaaaaaaaaaaaaaaaaaa
                ....................
                ....................
                legend
                . text, background
                a selection

                """
        )
    }

    @Test func `a gauge fills from the left`() {
        #expect(picture(Gauge(fraction: 0.45), 10, 1) == "████▌     │")
        #expect(picture(Gauge(fraction: 0.45, ascii: true), 10, 1) == "#####-----│")
    }

    @Test func `an editor wraps its text and says what belongs there while it is empty`() {
        #expect(
            picture(TextEditor("Why is the sky blue?\nIn short."), 12, 4) == """
                Why is the  │
                sky blue?   │
                In short.   │
                            │
                """
        )
        #expect(
            picture(TextEditor(placeholder: "Ask a question"), 16, 2) == """
                Ask a question  │
                                │
                """
        )
    }

    @Test func `a box carries titles in all its corners but one`() {
        var buffer = CellBuffer(size: Size(width: 24, height: 3))
        let inner = buffer.drawBox(
            in: buffer.bounds,
            style: theme.border,
            title: "1 linguist",
            trailingTitle: "✓ 0.8s",
            bottomTrailingTitle: "↑60 ↓12"
        )
        Scrollbar(contentHeight: 4, offset: 0)
            .render(in: buffer.bounds.inset(dx: 0, dy: 1), into: &buffer, theme: theme)
        #expect(inner == Rect(x: 1, y: 1, width: 22, height: 1))
        #expect(
            buffer.picture == """
                ╭ 1 linguist ── ✓ 0.8s ╮│
                │                      ┃│
                ╰───────────── ↑60 ↓12 ╯│
                """
        )
    }

    @Test func `a widget draws within its area and nowhere else`() {
        let widgets: [any Widget] = [
            Gauge(fraction: 0.5), TextEditor("漢字 text\nmore"), TextEditor(placeholder: "漢字"),
            Scrollbar(contentHeight: 100, offset: 5),
        ]
        for widget in widgets {
            for (width, height) in [(0, 0), (1, 1), (2, 1), (0, 3), (3, 0), (7, 3)] {
                var buffer = CellBuffer(size: Size(width: width + 2, height: height + 2))
                buffer.fill(buffer.bounds, style: .plain, character: "▒")
                let area = buffer.bounds.inset(by: 1)
                widget.render(in: area, into: &buffer, theme: theme)
                for y in 0..<buffer.size.height {
                    for x in 0..<buffer.size.width where !area.contains(Point(x: x, y: y)) {
                        #expect(buffer[x, y].text == "▒", "\(widget) at \(width)×\(height)")
                    }
                }
            }
        }
    }
}
