import PodiumCore

import CellUI
import PodiumTesting
import Testing

struct WrappedTextTests {
    private func lines(_ text: String, _ width: Int) -> [String] {
        let wrapped = WrappedText(text, width: width)
        return wrapped.lines(in: 0..<wrapped.lineCount).map(String.init)
    }

    @Test func `lines break after spaces, and long words where the line ends`() {
        #expect(lines("the quick brown fox", 10) == ["the quick", "brown fox"])
        #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
        #expect(lines("a abcdefgh", 4) == ["a", "abcd", "efgh"])
        #expect(lines("one  two", 3) == ["one", "two"])
        #expect(lines("", 5) == [""])
    }

    @Test func `line ends are kept, whatever their kind`() {
        #expect(lines("a\nb\r\nc\n", 5) == ["a", "b", "c", ""])
        #expect(lines("\n\n", 5) == ["", "", ""])
    }

    @Test func `wide text breaks anywhere but not before closing punctuation`() {
        #expect(lines("漢字漢字", 4) == ["漢字", "漢字"])
        #expect(lines("漢字。", 4) == ["漢", "字。"])
        #expect(lines("漢「字」", 4) == ["漢", "「字", "」"])
        #expect(lines("ab漢字", 5) == ["ab漢", "字"])
    }

    @Test func `indentation is kept and tabs count`() {
        #expect(lines("  let x", 10) == ["  let x"])
        #expect(lines("\tab cd", 7) == ["\tab", "cd"])
    }

    @Test func `no line is wider than the width, and all of them together are the text`() {
        let seed: UInt64 = 31
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let text = Samples.text(&generator, pieces: 40)
            let width = Int.random(in: 1...30, using: &generator)
            let wrapped = WrappedText(text, width: width)
            var joined = ""
            for index in 0..<wrapped.lineCount {
                let line = wrapped[line: index]
                // A cluster wider than the line stands alone.
                let fits =
                    displayWidth(of: line) <= width
                    || line.count { displayWidth(of: $0) > 0 } == 1
                #expect(fits, "seed \(seed): \(text.debugDescription)")
                joined += wrapped.text(in: wrapped.fullLineRange(index))
            }
            #expect(Array(joined.utf8) == Array(text.utf8), "seed \(seed)")
        }
    }

    @Test func `words of ASCII, which are taken at once, wrap as other letters do`() {
        let seed: UInt64 = 35
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "x", "word", "considerable", " ", "  ", "\n", "\t", "漢字", "。", "「", "e\u{301}",
        ]
        for _ in 0..<400 {
            let text = Samples.text(&generator, pieces: 40, from: pieces)
            let width = Int.random(in: 1...20, using: &generator)
            let others = text.map { $0.isASCII && $0.isLetter ? "ø" : String($0) }.joined()
            #expect(
                lines(text, width).map(\.count) == lines(others, width).map(\.count),
                "seed \(seed): \(text.debugDescription)"
            )
        }
    }

    @Test func `what a line hides is spaces or a line end`() {
        let seed: UInt64 = 32
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let text = Samples.text(&generator, pieces: 40)
            let wrapped = WrappedText(text, width: Int.random(in: 1...30, using: &generator))
            for index in 0..<wrapped.lineCount {
                let shown = wrapped.lineRange(index)
                let full = wrapped.fullLineRange(index)
                #expect(shown.lowerBound == full.lowerBound)
                let hidden = wrapped.text(in: shown.upperBound..<full.upperBound)
                #expect(hidden.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) })
            }
        }
    }

    @Test func `a text that came in pieces wraps as the whole does`() {
        let seed: UInt64 = 33
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let text = Samples.text(&generator, pieces: 30)
            let width = Int.random(in: 1...24, using: &generator)
            var wrapped = WrappedText(width: width)
            for piece in generator.pieces(of: text, longest: 5) { wrapped.append(piece) }
            #expect(
                wrapped == WrappedText(text, width: width),
                "seed \(seed), width \(width): \(text.debugDescription)"
            )
        }
    }

    @Test func `another width gives what wrapping at it gives`() {
        let text = "The conductor writes a workflow of up to five steps. 漢字かな交じり文"
        var wrapped = WrappedText(text, width: 12)
        for width in [40, 7, 0, -5, 1, 200] {
            wrapped.setWidth(width)
            #expect(wrapped == WrappedText(text, width: width))
        }
    }

    @Test func `lines are found by offset, and paragraphs are told from wraps`() {
        let wrapped = WrappedText("one two\nthree", width: 4)
        #expect(wrapped.lineCount == 4)
        #expect((0..<4).map { wrapped.startsParagraph(line: $0) } == [true, false, true, false])
        for index in 0..<wrapped.lineCount {
            for offset in wrapped.fullLineRange(index) {
                #expect(wrapped.lineIndex(containing: offset) == index)
            }
        }
        #expect(wrapped.lineIndex(containing: 1000) == 3)
        #expect(wrapped[line: 99].isEmpty)
        #expect(wrapped.lines(in: 2..<99).count == 2)
    }

    @Test(arguments: [" ", "\u{301}", "\u{200B}", "🇩🇪"])
    func `no text makes a line endless`(piece: String) {
        var wrapped = WrappedText(width: 20)
        for _ in 0..<500 { wrapped.append(String(repeating: piece, count: 20)) }
        let longest = (0..<wrapped.lineCount).map { wrapped.fullLineRange($0).count }.max() ?? 0
        #expect(longest < 2000)
        #expect(wrapped == WrappedText(wrapped.text, width: 20))
    }
}
