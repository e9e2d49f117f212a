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

    private func document(_ text: String, pieces: Int = 1, width: Int = 40) -> PaneDocument {
        var document = PaneDocument()
        document.layOut(width: width, height: 100)
        var rest = Array(text)[...]
        while !rest.isEmpty {
            document.append(String(rest.prefix(pieces)), as: .answer)
            rest = rest.dropFirst(pieces)
        }
        return document
    }

    @Test(arguments: [1, 2, 3, 7, 1_000]) func `code is told from prose however the text comes`(
        pieces: Int
    ) {
        let lines = document(Self.markdown, pieces: pieces).visibleLines
        #expect(
            lines.map(\.form) == [
                .heading, .plain, .code, .code, .code, .code, .plain, .plain,
            ]
        )
    }

    @Test func `a fence that is never closed goes on, and another kind of fence does not close it`()
    {
        let lines = document("~~~\n```\ncode\n```\ncode").visibleLines
        #expect(!lines.isEmpty && lines.allSatisfy { $0.form == .code })
        #expect(document("a ``` b\nplain").visibleLines.map(\.form) == [.plain, .plain])
        #expect(document("``\nplain").visibleLines.map(\.form) == [.plain, .plain])
    }

    @Test func `a heading stays one where it wraps, and a hash without a blank is none`() {
        let heading = document("## A heading that is longer than it is wide", width: 20)
        #expect(heading.lineCount > 1)
        #expect(heading.visibleLines.allSatisfy { $0.form == .heading })
        #expect(document("#hashtag").visibleLines.first?.form == .plain)
        #expect(document("####### seven").visibleLines.first?.form == .plain)
    }

    @Test func `styling takes nothing away`() {
        let look = Look(theme: .standard(depth: .trueColor), unicode: true)
        for shows in [true, false] {
            let styler = LineStyler(look: look, showsMarkdown: shows)
            for line in document(Self.markdown).visibleLines {
                #expect(styler.styled(line).text == String(line.text))
            }
        }
        let styler = LineStyler(look: look, showsMarkdown: true)
        let line = document("Say `x` and **y**: **, ``, ** z**").visibleLines[0]
        let styled = styler.styled(line)
        #expect(styled.runs.contains { $0.text == "`x`" && $0.style == look.theme.codeText })
        #expect(styled.runs.contains { $0.text == "**y**" && $0.style == look.theme.text.bold() })
        #expect(styled.runs.map(\.text).joined() == String(line.text))
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
        let marked = document.visibleLines.flatMap { line in
            line.matches.map { range in
                String(decoding: Array(line.text.utf8)[range], as: UTF8.self)
            }
        }
        #expect(marked == ["error", "ERROR", "error", "erRor"])
        document.find("")
        #expect(document.visibleLines.allSatisfy { $0.matches.isEmpty })
    }

    @Test func `a match that wraps is marked on both lines`() {
        var document = document("aaaaaaaabbbbbbbb", width: 8)
        document.find("ab")
        document.search()
        #expect(document.visibleLines.map(\.matches) == [[7..<8], [0..<1]])
    }

    @Test func `going from match to match ends at the ends`() {
        var document = document((0..<50).map { "line \($0)" }.joined(separator: "\n"))
        document.layOut(width: 40, height: 5)
        document.find("9")
        // Nobody has scrolled: the end is in view, and the first match is found all the same.
        let steps: [(next: Bool, number: Int?, line: String)] = [
            (true, 1, "line 9"), (true, 2, "line 19"), (false, 1, "line 9"), (false, nil, "line 9"),
            (true, 2, "line 19"),
        ]
        for step in steps {
            let number = document.reveal(next: step.next)
            #expect(number == step.number)
            #expect(document.visibleLines.first(where: \.isRevealed)?.text == Substring(step.line))
        }
        #expect(document.reveal(first: false) == 5)
        #expect(document.reveal(first: true) == 1)
        document.find("nothing of it")
        let number = document.reveal(next: true)
        #expect(number == nil)
    }

    @Test func `a line with several matches is gone through match by match`() {
        var document = document("one and one and one\nnone\n")
        document.layOut(width: 40, height: 5)
        document.find("one")
        for number in 1...4 {
            let found = document.reveal(next: true)
            #expect(found == number)
        }
    }

    @Test func `the last line counts once it has begun`() {
        #expect(document("one\n").lineCount == 1)
        #expect(document("one\ntwo").lineCount == 2)
        #expect(document("\n").lineCount == 1)
        #expect(document("one\n\n").lineCount == 2)
    }

    @Test func `notes stand on lines of their own and no answer is lost between`() {
        var document = PaneDocument()
        document.append("half", as: .answer)
        document.append("cut off", as: .error)
        document.append("again", as: .mark)
        document.append("whole", as: .answer)
        #expect(
            document.visibleLines.map { String($0.text) } == ["half", "cut off", "again", "whole"]
        )
    }

    @Test func `another width policy lays out anew and keeps the text`() {
        var document = document("±±±±±±±±±±", width: 10)
        #expect(document.lineCount == 1)
        document.layOut(width: 10, height: 5, policy: WidthPolicy(ambiguousIsWide: true))
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
