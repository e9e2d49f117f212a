import CellUI
import Testing

@testable import Markdown

/// Texts that want to take a parser's time, its stack, or a terminal.
struct HostileTests {
    private static let texts: [(name: String, text: String)] = [
        ("brackets", String(repeating: "[", count: 100_000)),
        ("quotes", String(repeating: ">", count: 100_000)),
        ("quotes with blanks", String(repeating: "> ", count: 50_000)),
        ("images", String(repeating: "![", count: 50_000)),
        ("links", String(repeating: "[a](", count: 25_000)),
        ("emphasis", String(repeating: "*a _b ", count: 20_000)),
        ("strong", String(repeating: "**a", count: 30_000)),
        ("items", String(repeating: "- ", count: 50_000)),
        ("backticks", (1...400).map { String(repeating: "`", count: $0) }.joined(separator: " ")),
        ("angles", String(repeating: "<a ", count: 30_000)),
        ("entities", String(repeating: "&amp", count: 25_000)),
        (
            "bars",
            String(repeating: "|", count: 50_000) + "\n" + String(repeating: "|-", count: 25_000)
        ),
        (
            "columns",
            String(repeating: "|a", count: 400) + "|\n" + String(repeating: "|-", count: 400)
                + "|\n"
                + String(repeating: "|\n", count: 20_000)
        ),
        ("fences", String(repeating: "```\n", count: 20_000)),
        (
            "nested items",
            (0..<400).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()
        ),
        ("addresses", String(repeating: "http://", count: 15_000)),
        ("blank lines", String(repeating: "\n", count: 100_000)),
        ("blanks", String(repeating: " ", count: 100_000)),
        ("one word", String(repeating: "a", count: 100_000)),
        ("accents", "e" + String(repeating: "\u{301}", count: 50_000)),
        ("comments", String(repeating: "/* \"", count: 25_000)),
    ]

    @Test(arguments: texts.map(\.name)) func `a hostile text is laid out soon`(name: String) throws
    {
        let text = try #require(Self.texts.first { $0.name == name }?.text)
        let clock = ContinuousClock()
        for text in [text, "```swift\n" + text] {
            let time = clock.measure {
                var document = MarkdownText(MarkdownLayout(width: 40))
                for start in stride(from: 0, to: text.count, by: 25_000) {
                    document.append(text.dropFirst(start).prefix(25_000))
                    _ = document.lastRows(40)
                }
                _ = document.rowCount
            }
            // Two seconds are plenty for what takes milliseconds; a quadratic parser needs minutes.
            #expect(time < .seconds(8), "\(name): \(time)")
        }
    }

    @Test func `what would steer a terminal is left to be shown as marks`() {
        for text in [
            "a\u{1B}[31mb", "```\na\u{1B}]0;x\u{7}b\n```", "| a\u{1B}c | b |\n|---|---|\n",
        ] {
            var buffer = CellBuffer(size: Size(width: 40, height: 6))
            for (row, line) in picture(text, 40).split(separator: "\n").enumerated() {
                buffer.write(line, at: Point(x: 0, y: row), style: .plain)
            }
            #expect(buffer.text.contains("␛"))
            #expect(!buffer.text.unicodeScalars.contains("\u{1B}"))
        }
    }

    @Test func `a long text is cut at lines and goes on in the same form`() {
        let lines = (0..<1_000).map { "let value\($0) = \"text \($0)\"" }
        let code = MarkdownText(
            "```swift\n" + lines.joined(separator: "\n") + "\n```\n",
            MarkdownLayout(width: 60)
        )
        let rows = code.picture().split(separator: "\n")
        #expect(rows.count == 1_002)
        #expect(rows.dropFirst().dropLast().map(String.init) == lines)
        #expect(code.pieces().count { $0 == "keyword|let" } == 1_000)
        #expect(code.pieces().count { $0.hasPrefix("frame|") } == 3)

        let table =
            "| n | text |\n|--:|---|\n"
            + (0..<1_000).map { "| \($0) | row number \($0) |\n" }.joined()
        let drawn = picture(table, 60).split(separator: "\n")
        #expect(drawn.count == 1_004)
        #expect(Set(drawn.map { displayWidth(of: $0) }).count == 1)
        #expect(drawn.count { $0.hasPrefix("┌") || $0.hasPrefix("└") } == 2)

        let item = "1. first\n" + (0..<1_000).map { "   line \($0) of the item\n" }.joined()
        #expect(
            picture(item, 60).split(separator: "\n").dropFirst().allSatisfy {
                $0.hasPrefix("   line")
            }
        )
        let inItem =
            "- code:\n  ```python\n" + (0..<1_000).map { "  x = \($0)\n" }.joined()
            + "  ```\n  and more\n\n- next"
        let shown = picture(inItem, 40).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(shown.count == 1_006)
        #expect(
            shown.suffix(4).map(String.init) == [
                "  " + String(repeating: "─", count: 38), "  and more", "", "• next",
            ]
        )
        #expect(shown[500].hasPrefix("  x = "))
    }

    @Test func `a long line is cut between words`() {
        let text = (0..<5_000).map { "word\($0)" }.joined(separator: " ")
        let shown = picture(text, 50).split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(shown == text.split(separator: " ").map(String.init))
    }
}
