import CellUI
import Testing

@testable import CursesTerminal

/// What came in one read, with no sequence in between.
struct TypedRunTests {
    private func decode(_ text: String) -> [InputEvent] {
        var decoder = InputDecoder()
        return decoder.feed(Array(text.utf8))
    }

    @Test(arguments: [
        ("one\rtwo", "one\ntwo"), ("one\rtwo\r", "one\ntwo\n"), ("one\r\ntwo\r\n", "one\ntwo\n"),
        ("one\ntwo", "one\ntwo"), ("\tone\r\ttwo", "\tone\n\ttwo"), ("a\tb", "a\tb"),
        ("word ", "word "), ("\rone\r\rtwo", "\none\n\ntwo"), ("naïve 日本", "naïve 日本"),
    ])
    func `lines that came together are one text`(typed: String, text: String) {
        #expect(decode(typed) == [.text(text)])
    }

    @Test func `an Enter that stands alone, or behind a single line, is Enter`() {
        #expect(decode("\r") == [.key(.enter)])
        #expect(decode("\r\r") == [.key(.enter), .key(.enter)])
        #expect(decode("What is 2+2?\r") == [.text("What is 2+2?"), .key(.enter)])
        #expect(decode("y\r\n") == [.key(.character("y")), .key(.enter)])
        #expect(decode("\tj") == [.key(.tab), .key(.character("j"))])
        #expect(decode("\u{A}") == [.key(.ctrl("j"))])
        #expect(decode("ab\u{1B}\r") == [.text("ab"), .key(.altEnter)])
        #expect(decode("\u{1B}\t") == [.key(.tab)])
    }

    @Test func `a key in between ends a text`() {
        #expect(
            decode("one\u{7F}two\u{3}") == [
                .text("one"), .key(.backspace), .text("two"), .key(.ctrl("c")),
            ]
        )
    }
}
