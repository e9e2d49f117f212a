import CellUI
import Testing

@testable import Markdown

extension MarkdownText {
    init(_ text: String, _ layout: MarkdownLayout) {
        self.init(layout)
        append(text)
    }

    /// All rows as they are seen.
    func picture() -> String {
        var copy = self
        let count = copy.rowCount
        return copy.rows(in: 0..<count).map { row in
            row.pieces.map(\.text).joined()
        }.joined(separator: "\n")
    }

    /// All pieces with a role, as `role|text`.
    func pieces() -> [String] {
        var copy = self
        let count = copy.rowCount
        return copy.rows(in: 0..<count).flatMap(\.pieces).filter { $0.role != TextRole(.text) }
            .map { "\($0.role.kind)|\($0.text)" }
    }
}

/// What Markdown looks like at a width.
func picture(_ text: String, _ width: Int, unicode: Bool = true) -> String {
    MarkdownText(text, MarkdownLayout(width: width, unicode: unicode)).picture()
}

/// Numbers from a seed, so that what fails can be repeated (SplitMix64; Steele, Lea, Flood, 2014).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Random Markdown: marks, words and whole constructs in any order.
enum RandomMarkdown {
    private static let parts = [
        "# ", "## ", "- ", "* ", "1. ", "12) ", "> ", "```", "```swift\n", "~~~", "**", "*", "__",
        "_",
        "~~", "`", "``", "[", "](", ")", "![", "<", ">", "</b>", "<!-- ", " -->", "&amp;", "&lt",
        "&#64;",
        "|", "|---|---|\n", "| a | b |\n", "---", "===", "\n", "\n\n", "\n\n\n", "    ", "  ", "\t",
        "\\",
        "[x] ", "[ ] ", "http://a.org/b?c=d", "www.a.org", "x@b.org", "[1]: /u 'T'\n", "[^1]",
        "[^1]: ",
        "alpha", "beta", "Gamma7", "漢字", "かな", "é", "👍🏽", "42", "word ", "two words ", ". ", ", ",
        "\u{1B}[31m", "\u{202E}", "\u{0}", "\r", "\r\n", "\u{301}", "<br>", "$x$", "@a", "#b", "\"",
        "'",
        "let x = 1 // c\n", "\"\"\"", "/* ", " */", "diff\n+a\n-b\n",
    ]

    /// - Parameter onlyItself: without what is shown by other signs: entities, and tasks that are done.
    static func text(_ seed: UInt64, parts count: Int, onlyItself: Bool = false) -> String {
        var random = Seeded(state: seed)
        let parts =
            onlyItself ? parts.filter { !["&amp;", "&lt", "&#64;", "[x] "].contains($0) } : parts
        return (0..<count).map { _ in
            parts[Int.random(in: parts.indices, using: &random)]
        }.joined()
    }
}
