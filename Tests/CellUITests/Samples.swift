import PodiumCore

import CellUI
import PodiumTesting

/// Pieces of text that have been trouble in terminals.
enum Samples {
    static let pieces: [String] = [
        "a", "Z", "7", " ", " ", " ", "  ", "word", "hyphen-ated", "\t", "\n", "\r\n", "\r",
        "é", "e\u{301}", "ñ", "ß", "漢", "字", "かな", "、", "。", "「", "」", "한", "한글", "Ａ", "ｱ",
        "👍", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "🇩", "❤", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{FE0F}", "\u{200D}",
        "🏴\u{E0067}\u{E0062}\u{E007F}", "a\u{E0041}", "\u{E0041}", "क्ष", "का", "กำ", "\u{0600}1",
        "\u{1B}[31m", "\u{9B}31m", "\u{7F}", "\u{0}", "\u{7}", "\u{202E}", "\u{2066}", "\u{2028}",
        "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{301}", "x\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
        "\u{FFFE}", "\u{10FFFF}", "\u{FFFD}", "─", "█", "▏", "…", "\u{1160}", "ᄒ\u{1161}\u{11AB}",
    ]

    static func text(
        _ generator: inout SeededGenerator,
        pieces count: Int,
        from pieces: [String] = pieces
    ) -> String {
        (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    /// Text from arbitrary bytes.
    static func noise(_ generator: inout SeededGenerator, bytes count: Int) -> String {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
