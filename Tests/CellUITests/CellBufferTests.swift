import PodiumCore

import CellUI
import PodiumTesting
import Testing

struct CellBufferTests {
    private let red = Style(foreground: .indexed(1))

    private func buffer(_ width: Int, _ height: Int = 1) -> CellBuffer {
        CellBuffer(size: Size(width: width, height: height))
    }

    @Test func `text is written by clusters`() {
        var buffer = buffer(12)
        #expect(buffer.write("aé漢👍🏽e\u{301}x", at: .zero, style: red) == 8)
        #expect(
            (0..<8).map { buffer[$0, 0].text } == ["a", "é", "漢", "", "👍🏽", "", "e\u{301}", "x"]
        )
        #expect(buffer[3, 0].isContinuation)
        #expect(buffer[7, 0].style == red)
        #expect(buffer[8, 0].style == .plain)
        #expect(buffer.text == "aé漢👍🏽e\u{301}x")
    }

    @Test func `a wide character is never cut`() {
        var right = buffer(4)
        #expect(right.write("abc漢", at: .zero, style: .plain) == 4)
        #expect(right.text(row: 0) == "abc")
        #expect(right[3, 0].isBlank)

        var left = buffer(4)
        left.write("漢b", at: Point(x: -1, y: 0), style: red)
        #expect(left[0, 0].isBlank)
        #expect(left[0, 0].style == red)
        #expect(left[1, 0].text == "b")
    }

    @Test func `writing over half of a wide character blanks the other half`() {
        var buffer = buffer(6)
        buffer.write("漢字漢", at: .zero, style: .plain)
        buffer.write("x", at: Point(x: 1, y: 0), style: .plain)
        buffer.write("y", at: Point(x: 4, y: 0), style: .plain)
        #expect(buffer.text(row: 0) == " x字y")
        #expect(buffer.hasWholeGlyphs)
        buffer.fill(Rect(x: 3, y: 0, width: 1, height: 1), style: .plain, character: "#")
        #expect(buffer.text(row: 0) == " x #y")
        #expect(buffer.hasWholeGlyphs)
    }

    @Test func `controls become marks and never stand in a cell`() {
        var buffer = buffer(40)
        buffer.write("\u{1B}[2J\u{9B}\n\u{202E}\tx", at: .zero, style: .plain)
        #expect(buffer.text(row: 0) == "␛[2J‹U+009B›␊‹U+202E›    x")
    }

    @Test func `no bytes put a control into a cell, cut a glyph or leave the clip`() {
        let seed: UInt64 = 51
        var generator = SeededGenerator(seed: seed)
        for round in 0..<600 {
            var buffer = CellBuffer(
                size: Size(
                    width: Int.random(in: 0...24, using: &generator),
                    height: Int.random(in: 0...3, using: &generator)
                )
            )
            let clip = Rect(
                x: Int.random(in: -2...20, using: &generator),
                y: 0,
                width: Int.random(in: 0...20, using: &generator),
                height: 2
            )
            for _ in 0..<4 {
                let text =
                    generator.once(in: 2)
                    ? Samples.noise(&generator, bytes: 40) : Samples.text(&generator, pieces: 10)
                let before = buffer
                let start = Point(
                    x: Int.random(in: -6...24, using: &generator),
                    y: Int.random(in: -1...3, using: &generator)
                )
                buffer.write(text, at: start, style: red, in: clip)
                for y in 0..<buffer.size.height {
                    for x in 0..<buffer.size.width where !clip.contains(Point(x: x, y: y)) {
                        // Outside, at most half of a glyph that was written over went blank.
                        let same = buffer[x, y] == before[x, y] || buffer[x, y].isBlank
                        #expect(same, "seed \(seed), round \(round)")
                        #expect(buffer[x, y].style == before[x, y].style)
                    }
                }
            }
            #expect(buffer.hasWholeGlyphs, "seed \(seed), round \(round)")
            #expect(!buffer.hasControls, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [Size.zero, Size(width: 1, height: 1), Size(width: 0, height: 5)])
    func `a tiny buffer takes everything without harm`(size: Size) {
        var buffer = CellBuffer(size: size)
        buffer.write("漢字 text", at: Point(x: -3, y: 0), style: .plain)
        buffer.write("漢字", at: .zero, style: .plain)
        buffer.fill(Rect(x: -5, y: -5, width: 50, height: 50), style: red, character: "漢")
        buffer.restyle(Rect(x: -5, y: -5, width: 50, height: 50)) { $0.bold() }
        buffer.drawBox(in: buffer.bounds, style: .plain, title: "title")
        buffer.clear()
        #expect(buffer == CellBuffer(size: size))
        #expect(buffer.spans(changedSince: buffer).isEmpty)
        #expect(buffer[99, -1].isBlank)
    }

    @Test func `sizes and rectangles are never negative`() {
        var size = Size(width: -3, height: 2)
        size.height = -1
        #expect(size == .zero)
        #expect(Rect(x: 0, y: 0, width: -1, height: 4).isEmpty)
        #expect(CellBuffer(size: size).text.isEmpty)
    }

    @Test func `restyling touches whole glyphs and leaves the text`() {
        var buffer = buffer(5)
        buffer.write("a漢b", at: .zero, style: .plain)
        buffer.setStyle(red, in: Rect(x: 2, y: 0, width: 1, height: 1))
        #expect((0..<5).map { buffer[$0, 0].style == red } == [false, true, true, false, false])
        #expect(buffer.text(row: 0) == "a漢b")
    }

    @Test func `spans hold exactly what changed, widened to whole glyphs`() {
        var old = buffer(20, 3)
        old.write("hello 漢字 world", at: Point(x: 0, y: 1), style: .plain)
        var new = old
        #expect(new.spans(changedSince: old).isEmpty)
        new.write("字", at: Point(x: 6, y: 1), style: .plain)
        #expect(new.spans(changedSince: old) == [CellBuffer.Span(y: 1, columns: 6..<8)])
        new.restyle(Rect(x: 19, y: 2, width: 1, height: 1)) { $0.bold() }
        #expect(new.spans(changedSince: old).count == 2)
        #expect(new.spans(changedSince: nil).map(\.columns) == [0..<20, 0..<20, 0..<20])
        #expect(new.spans(changedSince: buffer(3)).count == 3)
    }

    @Test func `applying spans to the old frame gives the new one`() {
        let seed: UInt64 = 52
        var generator = SeededGenerator(seed: seed)
        var old = buffer(30, 4)
        for _ in 0..<300 {
            var new = old
            let start = Point(
                x: Int.random(in: -3...29, using: &generator),
                y: Int.random(in: 0...3, using: &generator)
            )
            new.write(Samples.text(&generator, pieces: 3), at: start, style: .plain)
            let spans = new.spans(changedSince: old, joining: 2)
            for y in 0..<4 {
                for x in 0..<30 where new[x, y] != old[x, y] {
                    let covered = spans.contains { $0.y == y && $0.columns.contains(x) }
                    #expect(covered, "seed \(seed)")
                }
            }
            for span in spans {
                #expect(!new[span.columns.lowerBound, span.y].isContinuation)
                #expect(!new[span.columns.upperBound, span.y].isContinuation)
            }
            old = new
        }
    }

    @Test func `a style gives back what it was made of`() {
        let colors: [Color] = [
            .terminalDefault, .indexed(0), .indexed(255), .rgb(0, 0, 0), .rgb(1, 2, 255),
        ]
        for foreground in colors {
            for background in colors {
                let style = Style(foreground: foreground, background: background)
                    .bold().strikethrough()
                #expect(style.foreground == foreground)
                #expect(style.background == background)
                #expect(style.attributes == [.bold, .strikethrough])
                #expect(
                    style.with(attributes: []).with(background: .indexed(7)).foreground
                        == foreground
                )
            }
        }
    }
}
