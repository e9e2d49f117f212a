import PodiumCore

import CellUI
import PodiumTesting
import Testing

struct TextWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한글", 4), ("ｱ", 1), ("Ａ", 2),
        ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("❤", 1), ("❤\u{FE0F}", 2),
        ("1\u{FE0F}\u{20E3}", 2), ("1\u{20E3}", 1), ("क्ष", 2), ("का", 2), ("กำ", 2), ("\u{200B}", 0),
        ("ᄒ\u{1161}\u{11AB}", 2), ("─│╭", 3), ("…", 1), ("\u{301}", 0), ("☃", 1),
    ])
    func `text takes the columns that terminals give it`(text: String, columns: Int) {
        #expect(displayWidth(of: text) == columns)
    }

    @Test(arguments: [("\u{1B}", 1), ("\t", 4), ("\u{202E}", 8), ("\r\n", 2), ("\u{7F}", 1)])
    func `controls count as their marks`(text: String, columns: Int) {
        #expect(displayWidth(of: text) == columns)
        #expect(displayWidth(of: Character(text)) == columns)
    }

    @Test func `policies settle what terminals disagree on`() {
        let wide = WidthPolicy(ambiguousIsWide: true)
        #expect(displayWidth(of: "─°", policy: wide) == 4)
        #expect(displayWidth(of: "─°") == 2)
        let narrow = WidthPolicy(emojiPresentationIsWide: false)
        #expect(displayWidth(of: "❤\u{FE0F}", policy: narrow) == 1)
    }

    @Test func `the width of a text is the columns writing it takes`() {
        let seed: UInt64 = 11
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let text = Samples.text(&generator, pieces: 12)
            var buffer = CellBuffer(size: Size(width: 400, height: 1))
            let used = buffer.write(text, at: .zero, style: .plain)
            #expect(used == displayWidth(of: text), "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test func `the fast path agrees with the standard library about clusters`() {
        let seed: UInt64 = 12
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let text = Samples.text(&generator, pieces: 12)
            let sum = text.reduce(0) { $0 + displayWidth(of: $1) }
            #expect(displayWidth(of: text) == sum, "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test func `a truncated text fits and is a beginning of the text`() {
        let seed: UInt64 = 13
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let text = Samples.text(&generator, pieces: 6)
            let columns = Int.random(in: 0...20, using: &generator)
            let short = truncated(text, to: columns)
            #expect(displayWidth(of: short) <= columns, "seed \(seed): \(text.debugDescription)")
            if displayWidth(of: text) <= columns, columns > 0 {
                #expect(short == text)
            } else if short.unicodeScalars.last == "…" {
                let kept = short.unicodeScalars.dropLast()
                #expect(text.unicodeScalars.starts(with: kept))
            }
        }
        #expect(truncated("conductor", to: 5) == "cond…")
        #expect(truncated("conductor", to: 5, ellipsis: ".") == "cond.")
        #expect(truncated("漢字漢字", to: 4) == "漢…")
        #expect(truncated("abc", to: 0).isEmpty)
        #expect(truncated("abc", to: -3).isEmpty)
    }
}
