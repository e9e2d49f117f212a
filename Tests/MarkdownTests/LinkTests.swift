import CellUI
import Testing

@testable import Markdown

/// Where what is shown leads.
struct LinkTests {
    /// What leads somewhere, row by row, as `text>address`.
    private func links(_ text: String, _ width: Int = 80) -> [String] {
        var markdown = MarkdownText(text, MarkdownLayout(width: width))
        return markdown.rows(in: 0..<markdown.rowCount).flatMap(\.pieces).compactMap { piece in
            piece.link.map { "\(piece.text)>\($0.address)" }
        }
    }

    @Test func `a link's text and the address behind it lead there, and nothing else does`() {
        #expect(
            links("see [one **two** `three`](https://a.org/b \"Title\") and more") == [
                "one >https://a.org/b", "two>https://a.org/b", " >https://a.org/b",
                "three>https://a.org/b", "https://a.org/b>https://a.org/b",
            ]
        )
        #expect(
            links("[one][1]\n\n[1]: https://a.org").allSatisfy { $0.hasSuffix(">https://a.org") }
        )
        #expect(
            links("no *link* in `https://a.org`, [none] (here), <b>\n```\nhttp://a.org\n```") == []
        )
    }

    @Test func `an address that is its own text leads there`() {
        #expect(
            links("<https://a.org/x> www.b.org/y http://c.org/z d@e.org") == [
                "https://a.org/x>https://a.org/x", "www.b.org/y>http://www.b.org/y",
                "http://c.org/z>http://c.org/z", "d@e.org>mailto:d@e.org",
            ]
        )
    }

    @Test func `an image leads to itself, and within a link where that leads`() {
        #expect(
            links("![alt](https://a.org/i.png)") == [
                "[image: alt]>https://a.org/i.png", "https://a.org/i.png>https://a.org/i.png",
            ]
        )
        let nested = links("[![alt](https://a.org/i.png) more](https://b.org)")
        #expect(
            nested == [
                "[image: alt]>https://b.org", "https://a.org/i.png>https://a.org/i.png",
                " more>https://b.org", "https://b.org>https://b.org",
            ]
        )
    }

    @Test(arguments: [1, 4, 9, 30])
    func `each row of a link leads to the whole address`(width: Int) {
        let address = "https://a.org/one/two/three/four"
        let source = "go [with these words\nor those](\(address)) and \(address)"
        let found = links(source, width)
        #expect(found.count >= 4)
        #expect(found.allSatisfy { $0.hasSuffix(">\(address)") })
        let text = found.map { $0.dropLast(address.count + 1) }.joined()
            .filter { !$0.isWhitespace }
        #expect(text == "withthesewordsorthose\(address)\(address)")
    }

    @Test(arguments: [12, 40])
    func `links lead from tables, lists, headings and quotes too`(width: Int) {
        let found = links(
            """
            # [h](https://a.org/1)
            - [l](https://a.org/2)
            > [q](https://a.org/3)

            | a | b |
            |---|---|
            | [t](https://a.org/4) | x |
            """,
            width
        )
        for (text, number) in [("h", 1), ("l", 2), ("q", 3), ("t", 4)] {
            #expect(found.contains("\(text)>https://a.org/\(number)"))
        }
    }

    @Test(arguments: [
        "[x](file:///etc/passwd)", "[x](javascript:alert)", "[x](/y)", "[x](y.html)", "[x](#y)",
        "[x](<https://a.org/&#27;]8;;>)", "[x](https://a.org/&#x9;)", "<ftp://a.org>",
        "[x](https://a.org/\u{1B})", "[x](https://a.org/\u{7}y)", "![x](data:image/png;base64,AA)",
        "[x](https://a.org/\(String(repeating: "y", count: 3_000)))", "[x]()", "[x](https://)",
    ])
    func `what may not be followed is shown, and leads nowhere`(source: String) {
        #expect(links(source) == [])
        #expect(picture(source, 80).contains(source.hasPrefix("<") ? "ftp" : "x"))
    }

    @Test func `whatever was written, an address is printable ASCII, and rows can be cut`() {
        for seed in 0..<300 as Range<UInt64> {
            let source =
                "[\(RandomMarkdown.text(seed, parts: 6))](https://a.org/"
                + RandomMarkdown.text(seed + 1_000, parts: 4) + ") "
                + RandomMarkdown.text(seed + 2_000, parts: 30)
            var markdown = MarkdownText(source, MarkdownLayout(width: 20))
            for row in markdown.rows(in: 0..<markdown.rowCount) {
                for piece in row.pieces {
                    guard let link = piece.link else { continue }
                    #expect(link.address.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(seed)")
                }
                let cut = row.wrapped(at: 3).flatMap(\.pieces).compactMap(\.link)
                #expect(Set(cut) == Set(row.pieces.compactMap(\.link)), "\(seed)")
            }
        }
    }
}
