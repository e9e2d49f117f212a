import PodiumCore

import CellUI
import PodiumTesting
import Testing

struct WidgetTests {
    private let theme = Theme.standard(depth: .trueColor)

    private func render(_ widget: some Widget, _ width: Int, _ height: Int = 1) -> CellBuffer {
        var buffer = CellBuffer(size: Size(width: width, height: height))
        widget.render(in: buffer.bounds, into: &buffer, theme: theme)
        return buffer
    }

    @Test func `every widget draws at no size and at the smallest`() {
        let widgets: [any Widget] = [
            Gauge(fraction: 0.5), TextEditor("漢字 text\nmore"),
            TextEditor("漢字 text", mode: .singleLine),
            TextEditor(placeholder: "漢字"), Scrollbar(contentHeight: 100, offset: 5),
        ]
        for widget in widgets {
            for (width, height) in [(0, 0), (1, 1), (2, 1), (0, 3), (3, 0), (7, 3)] {
                let buffer = render(widget, width, height)
                #expect(buffer.hasWholeGlyphs)
            }
        }
    }

    /// The rows of a list of that many, drawn in a view; the selected one in brackets.
    private func rows(_ list: inout ListView, height: Int) -> String {
        var buffer = CellBuffer(size: Size(width: 4, height: height))
        let mark = Style().bold()
        list.render(in: buffer.bounds, into: &buffer, selection: mark) { row, line, buffer in
            buffer.write("\(row)", at: line.origin, style: .plain, in: line)
        }
        return (0..<height).map { row in
            let text = buffer.text(row: row).filter { $0 != " " }
            return buffer[0, row].style.attributes.contains(.bold) ? "[\(text)]" : text
        }
        .joined(separator: " ")
    }

    @Test func `a list keeps its selection in view, and moves its rows only when it must`() {
        var list = ListView(count: 9)
        #expect(rows(&list, height: 4) == "[0] 1 2 3")
        for (key, shown) in [
            (Key.down, "0 [1] 2 3"), (.pageDown, "1 2 3 [4]"), (.up, "1 2 [3] 4"),
            (.end, "5 6 7 [8]"), (.down, "5 6 7 [8]"), (.pageUp, "[5] 6 7 8"),
            (.up, "[4] 5 6 7"), (.home, "[0] 1 2 3"), (.up, "[0] 1 2 3"),
        ] {
            let handled = list.handle(key)
            #expect(handled)
            #expect(rows(&list, height: 4) == shown, "\(key)")
        }
        let handlesEnter = list.handle(.enter)
        #expect(!handlesEnter)
    }

    @Test func `a list knows the row at a point, and keeps its place when rows come and go`() {
        var list = ListView(count: 9, selection: 8)
        _ = rows(&list, height: 4)
        #expect(list.row(at: Point(x: 0, y: 0)) == 5)
        #expect(list.row(at: Point(x: 0, y: 4)) == nil)
        list.setCount(2)
        #expect(list.selection == 1)
        #expect(rows(&list, height: 4) == "0 [1]  ")
        #expect(list.row(at: Point(x: 0, y: 2)) == nil)
        list.setCount(0)
        #expect(list.selection == nil)
        list.move(by: .max)
        list.select(3)
        #expect(list.selection == nil)
        for (width, height) in [(0, 0), (1, 1), (7, 3)] {
            var buffer = CellBuffer(size: Size(width: width, height: height))
            list.render(in: buffer.bounds, into: &buffer, selection: .plain) { _, _, _ in }
        }
    }

    @Test func `a gauge is full only when all is, and empty only when nothing is`() {
        #expect(Gauge(fraction: 0).bar(columns: 4).filled.isEmpty)
        #expect(Gauge(fraction: 0.001).bar(columns: 4).filled == "▏")
        #expect(Gauge(fraction: 0.5).bar(columns: 4).filled == "██")
        #expect(Gauge(fraction: 0.5625).bar(columns: 4).filled == "██▎")
        #expect(Gauge(fraction: 0.999).bar(columns: 4).filled == "███▉")
        #expect(Gauge(fraction: 7).bar(columns: 4).filled == "████")
        #expect(Gauge(fraction: .nan).bar(columns: 4).filled.isEmpty)
        #expect(Gauge(fraction: 0.5, ascii: true).bar(columns: 4) == ("##", "--"))
        for columns in 0..<12 {
            for step in 0...40 {
                let bar = Gauge(fraction: Double(step) / 40).bar(columns: columns)
                #expect(displayWidth(of: bar.filled + bar.rest) == columns)
            }
        }
    }

    @Test func `a box shortens its titles to fit and leaves them out when nothing fits`() {
        func top(_ width: Int, _ title: String, _ trailing: String) -> String {
            var buffer = CellBuffer(size: Size(width: width, height: 3))
            buffer.drawBox(
                in: buffer.bounds,
                style: .plain,
                title: title,
                trailingTitle: trailing
            )
            return buffer.text(row: 0)
        }
        #expect(top(20, "step", "✓") == "╭ step ───────── ✓ ╮")
        #expect(top(20, "a long title indeed", "✓ 0.8s") == "╭ a long …  ✓ 0.8s ╮")
        #expect(top(10, "a long title", "").hasPrefix("╭ a lon… ╮"))
        #expect(top(4, "title", "x") == "╭──╮")
        #expect(top(2, "title", "x") == "╭╮")
        #expect(top(1, "title", "x").isEmpty)
    }

    @Test func `titles of any length stay within the corners`() {
        let seed: UInt64 = 71
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let width = Int.random(in: 2...30, using: &generator)
            var buffer = CellBuffer(size: Size(width: width, height: 3))
            let inner = buffer.drawBox(
                in: buffer.bounds,
                style: .plain,
                title: Samples.text(&generator, pieces: 4),
                trailingTitle: Samples.text(&generator, pieces: 3),
                bottomTrailingTitle: Samples.text(&generator, pieces: 3)
            )
            #expect(inner == buffer.bounds.inset(by: 1))
            #expect(buffer[0, 0].text == "╭" && buffer[width - 1, 0].text == "╮", "seed \(seed)")
            #expect(buffer[0, 2].text == "╰" && buffer[width - 1, 2].text == "╯", "seed \(seed)")
            #expect(buffer.hasWholeGlyphs)
        }
    }

    @Test func `scrolling follows the end until one scrolls up`() {
        var scroll = ScrollState(followsEnd: true)
        #expect(scroll.offset(contentHeight: 100, viewHeight: 10) == 90)
        scroll.scroll(by: -5, contentHeight: 100, viewHeight: 10)
        #expect(scroll.offset(contentHeight: 120, viewHeight: 10) == 85)
        scroll.scroll(by: 1000, contentHeight: 120, viewHeight: 10)
        #expect(scroll.offset(contentHeight: 130, viewHeight: 10) == 120)
        scroll.toTop()
        #expect(scroll.visibleRows(contentHeight: 4, viewHeight: 10) == 0..<4)
        scroll.reveal(row: 50, contentHeight: 130, viewHeight: 10)
        #expect(scroll.visibleRows(contentHeight: 130, viewHeight: 10) == 41..<51)
        scroll.scroll(by: .max, contentHeight: 0, viewHeight: 0)
        scroll.scroll(by: .min, contentHeight: 0, viewHeight: 0)
        #expect(scroll.visibleRows(contentHeight: 0, viewHeight: 0).isEmpty)
    }

    @Test func `a scrollbar's thumb reaches both ends`() {
        #expect(Scrollbar(contentHeight: 10, offset: 0).thumb(height: 10).isEmpty)
        #expect(Scrollbar(contentHeight: 100, offset: 0).thumb(height: 10) == 0..<1)
        #expect(Scrollbar(contentHeight: 100, offset: 90).thumb(height: 10) == 9..<10)
        #expect(Scrollbar(contentHeight: 20, offset: 5).thumb(height: 10).count == 5)
    }

    @Test func `styled text is shortened across its runs`() {
        let bold = Style.plain.bold()
        var line = StyledText("one ", .plain)
        line.append("two", bold)
        #expect(line.truncated(to: 7) == line)
        #expect(line.truncated(to: 6).text == "one t…")
        #expect(line.truncated(to: 6).runs.last?.style == bold)
        #expect(line.truncated(to: 4).text == "one…")
        #expect(line.truncated(to: 0).isEmpty)
        for columns in 0...8 { #expect(line.truncated(to: columns).width() <= columns) }
    }
}
