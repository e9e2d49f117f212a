import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// What a pane makes of a text: code, headings, matches, lines in view.
struct PaneTextTests {
    private static let markdown = """
        # Plan
        Say `let x = 1` and **mean it**.
        ```swift
        # no heading
        let x = "**no**"
        ```
        - one
        after
        """

    private static let look = Look(theme: .standard(depth: .trueColor), unicode: true)

    private static let raw: Look = {
        var raw = PaneTextTests.look
        raw.showsMarkdown = false
        return raw
    }()

    private func document(
        _ text: String,
        pieces: Int = 1,
        width: Int = 40,
        look: Look = look
    ) -> PaneDocument {
        var document = PaneDocument()
        document.layOut(width: width, height: 100, look: look)
        var rest = Array(text)[...]
        while !rest.isEmpty {
            document.append(String(rest.prefix(pieces)), as: .answer)
            rest = rest.dropFirst(pieces)
        }
        return document
    }

    private func lines(_ text: String, width: Int = 40, look: Look = look) -> [String] {
        var document = document(text, width: width, look: look)
        let styler = LineStyler(look: look)
        return document.visibleLines().map { styler.styled($0).text }
    }

    @Test(arguments: [1, 2, 3, 7, 1_000]) func `an answer is shown as Markdown however it comes`(
        pieces: Int
    ) {
        var document = document(Self.markdown, pieces: pieces)
        let styler = LineStyler(look: Self.look)
        #expect(
            document.visibleLines().map { styler.styled($0).text } == [
                "Plan", "────", "Say let x = 1 and mean it.",
                "── swift ───────────────────────────────", "# no heading",
                "let x = \"**no**\"", "────────────────────────────────────────", "• one",
                "  after",
            ]
        )
        #expect(document.text == Self.markdown)
    }

    @Test func `as it was written it is shown with all its marks`() {
        #expect(lines(Self.markdown, look: Self.raw).joined(separator: "\n") == Self.markdown)
    }

    @Test func `words have the styles of what they are`() {
        var document = document("Say `x` and **y**: [z](u)\n```swift\nlet a = 1 // b\n```")
        let styler = LineStyler(look: Self.look)
        let runs = document.visibleLines().flatMap { styler.styled($0).runs }
        let theme = Self.look.theme
        for (text, style) in [
            ("x", theme.codeText), ("y", theme.text.bold()), ("z", theme.link),
            (" (u)", theme.subtle), ("swift", theme.subtle), ("let", theme.codeKeyword),
            ("1", theme.codeNumber), ("// b", theme.codeComment),
        ] {
            #expect(runs.contains { $0.text == text && $0.style == style }, "\(text)")
        }
    }

    @Test func `a match is found across styles, and marked in each`() {
        var document = document("see **bold** words and\n- `code` here")
        document.find("bold words")
        document.search()
        #expect(document.matchCount == 1)
        let styler = LineStyler(look: Self.look)
        let marked = document.visibleLines().flatMap { styler.styled($0).runs }
            .filter { $0.style == Self.look.theme.match }
        #expect(marked.map(\.text).joined() == "bold words")
        document.find("e he")
        document.search()
        #expect(document.matchCount == 1)
    }

    @Test func `notes and what counts no more are shown as they are`() {
        var document = PaneDocument()
        document.append("**half** of it", as: .answer)
        document.supersede()
        document.append("**cut** off", as: .error)
        #expect(
            document.visibleLines().map { String($0.text) } == ["half of it", "**cut** off"]
        )
    }

    @Test func `a search marks what has come and what comes`() {
        var document = document("One error, another ERROR, 漢error")
        document.find("error")
        document.search()
        #expect(document.matchCount == 3)
        document.append("\nand an er", as: .answer)
        document.append("Ror", as: .answer)
        document.search()
        #expect(document.matchCount == 4)
        let marked = document.visibleLines().flatMap { line in
            line.matches.map { range in
                String(decoding: Array(line.text.utf8)[range], as: UTF8.self)
            }
        }
        #expect(marked == ["error", "ERROR", "error", "erRor"])
        document.find("")
        #expect(document.visibleLines().allSatisfy { $0.matches.isEmpty })
    }

    @Test func `a match that wraps is marked on both lines`() {
        var document = document("aaaaaaaabbbbbbbb", width: 8)
        document.find("ab")
        document.search()
        #expect(document.visibleLines().map(\.matches) == [[7..<8], [0..<1]])
    }

    @Test func `going from match to match ends at the ends`() {
        var document = document((0..<50).map { "line \($0)" }.joined(separator: "\n"))
        document.layOut(width: 40, height: 5, look: Self.look)
        document.find("9")
        // Nobody has scrolled: the end is in view, and the first match is found all the same.
        let steps: [(next: Bool, number: Int?, line: String)] = [
            (true, 1, "line 9"), (true, 2, "line 19"), (false, 1, "line 9"), (false, nil, "line 9"),
            (true, 2, "line 19"),
        ]
        for step in steps {
            let number = document.reveal(next: step.next)
            #expect(number == step.number)
            #expect(
                document.visibleLines().first(where: \.isRevealed)?.text == Substring(step.line)
            )
        }
        #expect(document.reveal(first: false) == 5)
        #expect(document.reveal(first: true) == 1)
        document.find("nothing of it")
        let number = document.reveal(next: true)
        #expect(number == nil)
    }

    @Test func `a match is marked as the present one at the end of a text too`() {
        var document = document("one\ntwo")
        document.find("two")
        _ = document.reveal(next: true)
        #expect(document.followsEnd)
        #expect(document.visibleLines().map(\.isRevealed) == [false, true])
    }

    @Test func `a line with several matches is gone through match by match`() {
        var document = document("one and one and one\nnone\n")
        document.layOut(width: 40, height: 5, look: Self.look)
        document.find("one")
        for number in 1...4 {
            let found = document.reveal(next: true)
            #expect(found == number)
        }
    }

    @Test func `the last line counts once it has begun`() {
        for (text, count) in [("one\n", 1), ("one\ntwo", 2), ("\n", 1), ("one\n\n", 2)] {
            var document = document(text, look: Self.raw)
            #expect(document.lineCount == count)
        }
    }

    @Test func `notes stand on lines of their own and no answer is lost between`() {
        var document = PaneDocument()
        document.append("half", as: .answer)
        document.append("cut off", as: .error)
        document.append("again", as: .mark)
        document.append("whole", as: .answer)
        #expect(
            document.visibleLines().map { String($0.text) } == [
                "half", "cut off", "again", "whole",
            ]
        )
    }

    @Test func `another width policy lays out anew and keeps the text`() {
        var document = document("±±±±±±±±±±", width: 10)
        #expect(document.lineCount == 1)
        var wide = Self.look
        wide.widthPolicy = WidthPolicy(ambiguousIsWide: true)
        document.layOut(width: 10, height: 5, look: wide)
        #expect(document.lineCount == 2)
        #expect(document.text == "±±±±±±±±±±")
    }

    // MARK: Fuzzy matching

    @Test(arguments: [
        ("", "anything"), ("ROU", "reroute"), ("cell del", "delete cell"),
        ("decell", "delete cell"),
        ("dc", "delete cell"), ("sese", "see the session"), ("1/1", "right 1/1"),
    ])
    func `words and beginnings of words fit`(query: String, text: String) {
        #expect(FuzzyMatch(query, in: text) != nil)
    }

    @Test(arguments: [
        ("xyz", "reroute"), ("hold", "The workflow in more detail"), ("dc", "advice"),
        ("rr", "reroute"), ("cd", "delete cell"),
    ])
    func `letters scattered over a text fit nothing`(query: String, text: String) {
        #expect(FuzzyMatch(query, in: text) == nil)
    }

    @Test func `whole words count more than beginnings, and the first most`() throws {
        let texts = ["undo it", "take it back undo", "the soundostat", "until nobody does"]
        let scores = texts.compactMap { FuzzyMatch("undo", in: $0) }
        #expect(scores.count == 4)
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 > $1 })
        let hostile = String(repeating: "a ", count: 5_000)
        #expect(FuzzyMatch(String(repeating: "a", count: 60) + "b", in: hostile) == nil)
    }
}
