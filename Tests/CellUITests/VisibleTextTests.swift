import PodiumCore

import CellUI
import PodiumTesting
import Testing

struct VisibleTextTests {
    @Test(arguments: [
        ("plain text", "plain text"), ("naïve — 漢字 👍🏽", "naïve — 漢字 👍🏽"),
        ("\u{1B}[31mred", "␛[31mred"), ("a\u{7}b\u{0}", "a␇b␀"), ("\u{7F}", "␡"),
        ("\u{9B}31m", "‹U+009B›31m"), ("a\tb", "a    b"), ("a\nb", "a␊b"), ("a\r\nb", "a␍␊b"),
        ("left\u{202E}right", "left‹U+202E›right"), ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"),
        ("\u{2028}", "‹U+2028›"), ("\u{FFFE}", "‹U+FFFE›"), ("a\u{E0041}", "a‹U+E0041›"),
        ("🏴\u{E0067}\u{E007F}", "🏴\u{E0067}\u{E007F}"),
    ])
    func `what could steer a terminal becomes a mark`(text: String, expected: String) {
        #expect(visible(text, keepingNewlines: false) == expected)
    }

    @Test func `a long text of nothing but marks takes no longer than it must`() {
        // With its square this would take minutes.
        let text = String(repeating: "\u{1B}\u{202E}", count: 2_000_000)
        #expect(visible(text, keepingNewlines: true).unicodeScalars.count == 2_000_000 * 9)
    }

    @Test func `line ends stay when they are wanted`() {
        #expect(visible("a\nb\r\nc\rd\u{1B}", keepingNewlines: true) == "a\nb\nc␍d␛")
    }

    @Test func `what is visible stays as it is`() {
        let seed: UInt64 = 21
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let noise = Samples.noise(&generator, bytes: 60)
            let once = visible(noise, keepingNewlines: true)
            #expect(visible(once, keepingNewlines: true) == once, "seed \(seed)")
            #expect(
                !once.unicodeScalars.contains {
                    ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
                },
                "seed \(seed)"
            )
        }
    }
}
