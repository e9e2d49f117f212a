import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// Lines for the terminal's own screen: beside names, wrapped, in colours without a background.
struct StreamColumnTests: WorkbenchDriving {
    private static let look = Look(theme: .standard(depth: .trueColor), unicode: true)

    private func rows(
        _ lines: [String],
        name: String = "1 a",
        width: Int?,
        after names: [String] = []
    ) -> [StyledText] {
        var column = StreamColumn(look: Self.look)
        names.forEach { column.expect($0) }
        return lines.flatMap {
            column.rows($0, of: AttemptID(1), (name, .plain), isAnswer: true, width: width)
        }
    }

    @Test func `names stand in a column, and what goes on is below its text`() {
        let rows = rows(
            ["some words to be wrapped here", "more"],
            width: 36,
            after: ["2 linguist"]
        )
        #expect(
            rows.map(\.text) == [
                "1 a        │ some words to be", "           │ wrapped here", "1 a        │ more",
            ]
        )
    }

    @Test func `without a width lines are whole`() {
        let long = String(repeating: "word ", count: 100)
        #expect(rows([long], width: nil).map(\.text) == ["1 a │ \(long)"])
        // Too narrow for anything beside a name: that is the terminal's.
        #expect(rows([long], width: 12).count == 1)
    }

    @Test func `code between fences is coloured, and nothing has a background`() {
        let theme = Self.look.theme
        let rows = rows(
            ["# Head", "- `x` **y**", "```swift", "let z = 1", "```", "let"],
            width: 60
        )
        #expect(
            rows.map { $0.text.dropFirst(6) }.joined(separator: "\n") == """
                # Head
                - `x` **y**
                ```swift
                let z = 1
                ```
                let
                """
        )
        let runs = rows.flatMap(\.runs)
        #expect(runs.allSatisfy { $0.style.background == .terminalDefault })
        for (text, style) in [
            ("# Head", theme.heading), ("-", theme.accent), ("`x`", theme.codeText),
            ("**y**", Style.plain.bold()), ("let", theme.codeKeyword), ("1", theme.codeNumber),
            ("let", Style.plain),
        ] {
            let plain = style.with(background: .terminalDefault)
            #expect(runs.contains { $0.text == text && $0.style == plain }, "\(text)")
        }
    }

    @Test func `control characters are marks, in a line as in an answer`() {
        #expect(rows(["a\u{1B}[31m`b\u{7}`"], width: 60)[0].text == "1 a │ a␛[31m`b␇`")
        let answer = AnswerLines("# a\u{1B}c\n\n```\n\u{9B}\n```", look: Self.look, width: 40)
        #expect(
            answer.lines.allSatisfy { line in
                line.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B }
            }
        )
    }

    @Test func `on a terminal a session is told in the same words, and its answer as Markdown`() {
        let events = SampleSession.complete.events
        var plain = PlainNarrator(session: id)
        var terminal = TerminalNarrator(session: id, look: Self.look)
        let told = events.flatMap { plain.narrate($0) }
        let shown = events.flatMap { terminal.narrate($0, width: 200) }.map(\.text)
        #expect(told.count == shown.count)
        for (one, other) in zip(told, shown) {
            let words = { (text: String) in
                text.split { $0 == " " || $0 == "|" || $0 == "│" }.joined(separator: " ")
            }
            #expect(words(one) == words(other))
        }
        var another = TerminalNarrator(session: id, look: Self.look)
        #expect(
            events.flatMap { another.narrate($0, width: 60) }.allSatisfy { line in
                line.width() <= 60
            }
        )
    }

    @Test func `a stream keeps to the width, and no word is lost`() {
        var narrow = StreamNarrator(session: id, look: Self.look)
        var whole = StreamNarrator(session: id, look: Self.look)
        let events = SampleSession.complete.events
        let rows = events.flatMap { narrow.tell($0, width: 40) }
        #expect(rows.allSatisfy { $0.width() <= 40 })
        let shown = rows.map(\.text).joined(separator: " ").split(separator: " ")
        let told = events.flatMap { whole.tell($0) }.map(\.text).joined(separator: " ")
        // Words of wide characters may be broken.
        let words = told.split(separator: " ").filter { displayWidth(of: $0) == $0.count }
        #expect(Set(words).subtracting(shown + ["="]).isEmpty)
    }
}
