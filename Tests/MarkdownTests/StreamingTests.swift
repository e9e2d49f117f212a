import CellUI
import Testing

@testable import Markdown

/// A text that grows: the same in the end however it came, and nothing of it hidden on the way.
struct StreamingTests {
    private static let layouts = [20, 36, 76].map { MarkdownLayout(width: $0) }

    @Test func `a text that came in pieces looks like the whole`() {
        for seed in UInt64(0)..<60 {
            let text = RandomMarkdown.text(seed, parts: 60)
            let layout = Self.layouts[Int(seed % 3)]
            let whole = MarkdownText(text, layout).picture()
            for length in [1, 2, 3, 7, 64] {
                var pieces = MarkdownText(layout)
                let scalars = Array(text.unicodeScalars)
                for start in stride(from: 0, to: scalars.count, by: length) {
                    var piece = String.UnicodeScalarView()
                    piece.append(contentsOf: scalars[start..<min(scalars.count, start + length)])
                    pieces.append(String(piece))
                    // What is drawn meanwhile changes nothing.
                    _ = pieces.lastRows(5)
                }
                #expect(pieces.picture() == whole, "seed \(seed), pieces of \(length)")
            }
        }
    }

    /// Letters and digits in their order; what stands for others and what marks tasks left out.
    private static func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }

    private static func isIn(_ letters: [Unicode.Scalar], _ shown: [Unicode.Scalar]) -> Bool {
        var position = 0
        for letter in letters {
            guard let found = shown[position...].firstIndex(of: letter) else { return false }
            position = found + 1
        }
        return true
    }

    @Test func `no letter and no digit is ever hidden, at any moment`() {
        for seed in UInt64(0)..<400 {
            let text = RandomMarkdown.text(seed, parts: 40, onlyItself: true)
            // Wide enough that no cell wraps: a table is read by rows.
            var document = MarkdownText(MarkdownLayout(width: 1_000))
            let scalars = Array(text.unicodeScalars)
            for start in stride(from: 0, to: scalars.count, by: 23) {
                var piece = String.UnicodeScalarView()
                piece.append(contentsOf: scalars[start..<min(scalars.count, start + 23)])
                document.append(String(piece))
                let shown = Self.letters(document.picture())
                #expect(
                    Self.isIn(Self.letters(document.text), shown),
                    "seed \(seed), \(start): \(document.text.debugDescription)"
                )
            }
        }
    }

    @Test func `whatever width there is, all letters are somewhere`() {
        for seed in UInt64(1_000)..<1_100 {
            let text = RandomMarkdown.text(seed, parts: 40, onlyItself: true)
            for width in [1, 2, 5, 13, 36] {
                var counts: [Unicode.Scalar: Int] = [:]
                let shown = picture(text, width, unicode: seed % 2 == 0)
                for letter in Self.letters(shown) { counts[letter, default: 0] += 1 }
                for letter in Self.letters(text) { counts[letter, default: 0] -= 1 }
                // The address of a link that is its text stands once.
                let missing = counts.filter { $0.value < 0 }.keys
                #expect(
                    missing.isEmpty || text.contains("](http"),
                    "seed \(seed), width \(width): \(missing) of \(text.debugDescription)"
                )
            }
        }
    }

    @Test func `rows keep to the width`() {
        for seed in UInt64(2_000)..<2_200 {
            let text = RandomMarkdown.text(seed, parts: 60)
            for width in [16, 20, 36, 76] {
                var document = MarkdownText(text, MarkdownLayout(width: width))
                let count = document.rowCount
                for row in document.rows(in: 0..<count) {
                    let shown = row.pieces.map(\.text).joined()
                    #expect(displayWidth(of: shown) <= width, "seed \(seed), \(width): \(shown)")
                }
            }
        }
    }

    @Test func `the last rows are those at the end of all`() {
        for seed in UInt64(3_000)..<3_100 {
            let text = RandomMarkdown.text(seed, parts: 80)
            var following = MarkdownText(text, MarkdownLayout(width: 30))
            var whole = following
            let count = whole.rowCount
            #expect(following.lastRows(12) == whole.rows(in: max(0, count - 12)..<count))
            #expect(following.rowCount(atMost: 5) == min(5, count))
        }
    }

    @Test func `an open fence is code at once, and what is half written is words`() {
        #expect(MarkdownText("```swift\nlet x", MarkdownLayout()).pieces().contains("keyword|let"))
        #expect(picture("an open **bo", 40) == "an open **bo")
        #expect(picture("see [the li", 40) == "see [the li")
        #expect(picture("see [the link](http://a", 40).contains("http://a"))
        // Not a heading for a moment, before it is the next item.
        let pieces = MarkdownText("A list:\n-", MarkdownLayout()).pieces()
        #expect(pieces.allSatisfy { !$0.hasPrefix("heading") })
    }

    @Test func `a place stays where it is when the text is laid out otherwise`() throws {
        let text = (1...300).map { "Paragraph \($0) has some **words** to be wrapped.\n\n" }
            .joined()
        var document = MarkdownText(text, MarkdownLayout(width: 20))
        let row = document.rowCount / 2
        let shown = document.rows(in: row..<row + 4).map(\.text).joined()
        let found = document.place(ofRow: row)
        let place = try #require(found)
        for layout in [MarkdownLayout(width: 60), MarkdownLayout(width: 20, form: .plain)] {
            document.setLayout(layout)
            let there = document.row(of: place)
            let number = document.rows(in: there..<there + 4).map(\.text).joined()
                .split(separator: " ").first { Int($0) != nil }
            #expect(number.map { shown.contains($0) } == true)
        }
    }
}
