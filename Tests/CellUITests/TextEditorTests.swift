import PodiumCore

import CellUI
import PodiumTesting
import Testing

/// Before, keys, after: `|` is the cursor.
struct TextEditorTests {
    struct Triple: CustomTestStringConvertible, Sendable {
        var before: String
        var keys: String
        var after: String
        var testDescription: String { "\(before) — \(keys) — \(after)" }

        init(_ before: String, _ keys: String, _ after: String) {
            (self.before, self.keys, self.after) = (before, keys, after)
        }
    }

    private func editor(_ marked: String, mode: TextEditor.Mode = .multiLine) -> TextEditor {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
        var editor = TextEditor(String(parts[0] + parts[1]), mode: mode)
        editor.moveToStart()
        for _ in parts[0] { editor.moveRight() }
        return editor
    }

    private func marked(_ editor: TextEditor) -> String {
        let text = editor.text
        let cursor = text.index(text.startIndex, offsetBy: editor.cursor)
        return text[..<cursor] + "|" + text[cursor...]
    }

    private func press(_ keys: String, in editor: inout TextEditor) throws {
        for name in keys.split(separator: " ") {
            let key = try #require(Key(String(name)))
            _ = editor.handle(key)
        }
    }

    @Test(arguments: [
        Triple("|", "a b c", "abc|"),
        Triple("ab|c", "space enter", "ab \n|c"),
        Triple("ab|c", "backspace backspace backspace", "|c"),
        Triple("ab|c", "delete delete", "ab|"),
        Triple("one two| three", "ctrl-w", "one | three"),
        Triple("one two| three", "alt-d", "one two|"),
        Triple("one two| three", "alt-b alt-b", "|one two three"),
        Triple("|one, two", "alt-f alt-f", "one, two|"),
        Triple("a\nbcd|e\nf", "ctrl-u", "a\n|e\nf"),
        Triple("a\n|e\nf", "ctrl-u", "a|e\nf"),
        Triple("a\nb|cde\nf", "ctrl-k", "a\nb|\nf"),
        Triple("a\nb|\nf", "ctrl-k", "a\nb|f"),
        Triple("a\nbcd|e", "home", "a\n|bcde"),
        Triple("a\n|bcde", "end", "a\nbcde|"),
        Triple("abc\nd\nefg|h", "up", "abc\nd|\nefgh"),
        Triple("abc\nd\nefg|h", "up up", "abc|\nd\nefgh"),
        Triple("abc|\nd\nefgh", "down down", "abc\nd\nefg|h"),
        Triple("x👨‍👩‍👧‍👦|y", "backspace", "x|y"),
        Triple("x|🇩🇪y", "right delete", "x🇩🇪|"),
        Triple("漢|字", "left delete", "|字"),
        Triple("|", "a b ctrl-_", "|"),
        Triple("|", "a space b ctrl-_", "a|"),
        Triple("ab|", "backspace backspace ctrl-_", "ab|"),
        Triple("|", "a ctrl-_ ctrl-y", "a|"),
        Triple("ab|", "ctrl-_", "ab|"),
        Triple("one|", "alt-< x alt-> y", "xoney|"),
    ])
    func `keys edit as in a shell`(triple: Triple) throws {
        var editor = editor(triple.before)
        try press(triple.keys, in: &editor)
        #expect(marked(editor) == triple.after)
    }

    @Test func `a mark typed after its base joins it`() {
        var editor = editor("e|x")
        editor.insert("\u{301}")
        #expect(editor.text == "e\u{301}x")
        #expect(editor.cursor == 1)
        editor.deleteBackward()
        #expect(marked(editor) == "|x")
    }

    @Test func `a paste is one step of undo, and its line ends are its own`() {
        var editor = editor("a|b")
        editor.paste("1\r\n2\r3")
        #expect(marked(editor) == "a1\n2\n3|b")
        editor.undo()
        #expect(marked(editor) == "a|b")
    }

    @Test func `a single line stays one`() {
        var editor = editor("a|b", mode: .singleLine)
        editor.paste("1\n2")
        #expect(editor.text == "a1 2b")
        let handled = (editor.handle(.enter), editor.handle(.up))
        #expect(handled == (false, false))
    }

    @Test func `keys that mean nothing here are left to others`() {
        var editor = editor("a|b")
        for key in [Key.tab, .backTab, .escape, .function(1), .pageUp, .ctrl("c")] {
            let handled = editor.handle(key)
            #expect(!handled)
        }
        #expect(marked(editor) == "a|b")
    }

    @Test func `up and down follow the wrapped lines`() throws {
        var editor = TextEditor("one two three", wrapWidth: 6)
        try press("up", in: &editor)
        // Lines "one", "two", "three" at five columns; the goal column is kept on the way.
        #expect(marked(editor) == "one two| three")
        try press("up", in: &editor)
        #expect(marked(editor) == "one| two three")
    }

    @Test func `the cursor is where the text before it ends, at every size`() {
        let seed: UInt64 = 61
        var generator = SeededGenerator(seed: seed)
        let theme = Theme.standard(depth: .trueColor)
        for _ in 0..<200 {
            let mode: TextEditor.Mode = generator.once(in: 2) ? .singleLine : .multiLine
            var editor = TextEditor(Samples.text(&generator, pieces: 30), mode: mode)
            for _ in 0..<Int.random(in: 0...30, using: &generator) { editor.moveLeft() }
            let rect = Rect(
                x: 1,
                y: 1,
                width: Int.random(in: 0...20, using: &generator),
                height: Int.random(in: 0...4, using: &generator)
            )
            var buffer = CellBuffer(size: Size(width: 24, height: 6))
            editor.render(in: rect, into: &buffer, theme: theme)
            #expect(buffer.hasWholeGlyphs, "seed \(seed)")
            if let cursor = editor.cursorPosition(in: rect) {
                #expect(rect.contains(cursor), "seed \(seed): \(editor.text.debugDescription)")
            } else {
                #expect(rect.isEmpty)
            }
        }
    }

    @Test func `any keys in any order leave a cursor within the text`() {
        let seed: UInt64 = 62
        var generator = SeededGenerator(seed: seed)
        let keys: [Key] = [
            .left, .right, .up, .down, .home, .end, .backspace, .delete, .ctrl("w"), .ctrl("k"),
            .ctrl("u"), .alt("d"), .alt("b"), .alt("f"), .ctrl("_"), .ctrl("y"), .enter,
        ]
        var editor = TextEditor(wrapWidth: 12)
        for _ in 0..<3000 {
            if generator.once(in: 2) {
                editor.insert(Samples.pieces.randomElement(using: &generator) ?? "")
            } else {
                _ = editor.handle(keys.randomElement(using: &generator) ?? .left)
            }
            #expect((0...editor.text.count).contains(editor.cursor), "seed \(seed)")
        }
    }
}
