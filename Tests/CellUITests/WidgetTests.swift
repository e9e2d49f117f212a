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

    private func list(_ names: String...) -> ListView {
        ListView(
            items: names.map { .init(StyledText($0, .plain), trailing: StyledText("ok", .plain)) }
        )
    }

    @Test func `every widget draws at no size and at the smallest`() {
        let widgets: [any Widget] = [
            list("漢字漢字", "b"), Gauge(fraction: 0.5), TextEditor("漢字 text\nmore"),
            TextEditor("漢字 text", mode: .singleLine),
            TextEditor(placeholder: "漢字"), Scrollbar(contentHeight: 100, offset: 5),
            ListView(),
        ]
        for widget in widgets {
            for (width, height) in [(0, 0), (1, 1), (2, 1), (0, 3), (3, 0), (7, 3)] {
                let buffer = render(widget, width, height)
                #expect(buffer.hasWholeGlyphs)
            }
        }
    }

    @Test func `a list keeps its selection in view`() {
        var list = ListView(items: (0..<50).map { .init(StyledText("item \($0)", .plain)) })
        for key in [Key.down, .pageDown, .down, .up, .end, .pageUp, .home, .character("G")] {
            let handled = list.handle(key, height: 5)
            #expect(handled)
            let selection = list.selection ?? -1
            let first = list.firstRow(height: 5)
            #expect((first..<first + 5).contains(selection))
        }
        #expect(list.selection == 49)
        let handlesEnter = list.handle(.enter)
        #expect(!handlesEnter)
        #expect(list.index(atRow: 4, height: 5) == 49)
        #expect(list.index(atRow: 5, height: 5) == nil)
        list.setItems([.init(StyledText("one", .plain))])
        #expect(list.selection == 0)
        list.setItems([])
        #expect(list.selection == nil)
        list.move(by: 1)
        list.select(3)
        #expect(list.selection == nil)
    }

    @Test func `a list skips what cannot be selected`() {
        var list = ListView(items: [
            .init(StyledText("heading", .plain), isSelectable: false),
            .init(StyledText("a", .plain)),
            .init(StyledText("heading", .plain), isSelectable: false),
            .init(StyledText("b", .plain)),
        ])
        #expect(list.selection == 1)
        list.move(by: 1)
        #expect(list.selection == 3)
        list.move(by: 1)
        #expect(list.selection == 3)
    }

    @Test func `a row shortens its line before its trailing part`() {
        let buffer = render(list("a rather long line"), 14)
        #expect(buffer.text(row: 0) == "a rather l… ok")
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
