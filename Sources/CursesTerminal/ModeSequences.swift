/// What is sent to the terminal besides ncurses: modes that terminfo does not know. Terminals
/// without a mode ignore it.
struct ModeSequences {
    var mouse: Bool

    static let beginFrame = "\u{1B}[?2026h"
    static let endFrame = "\u{1B}[?2026l"

    /// OSC 11 with a question: the terminal answers with its background (`BackgroundReport`).
    static let askBackground = "\u{1B}]11;?\u{1B}\\"

    /// Bracketed paste, and mouse reports with SGR coordinates.
    var enter: String {
        "\u{1B}[?2004h" + (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "")
    }

    var leave: String {
        "\u{1B}[?2004l" + (mouse ? "\u{1B}[?1006l\u{1B}[?1002l" : "")
    }

    /// XTWINOPS 22 and 23: the window's title onto a stack, and back from it.
    static let saveTitle = "\u{1B}[22;2t"
    static let restoreTitle = "\u{1B}[23;2t"

    /// OSC 2, which names the window.
    static func title(_ text: String) -> String { "\u{1B}]2;\(text)\u{1B}\\" }

    /// OSC 52, which sets the clipboard.
    static func clipboard(_ text: String) -> String {
        "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{07}"
    }

    /// A sequence wrapped so that tmux hands it to the terminal it runs in.
    static func throughTmux(_ sequence: String) -> String {
        let doubled = sequence.split(separator: "\u{1B}", omittingEmptySubsequences: false)
            .joined(separator: "\u{1B}\u{1B}")
        return "\u{1B}Ptmux;" + doubled + "\u{1B}\\"
    }

    /// RFC 4648, section 4.
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        )
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for position in 0..<4 {
                let index = value >> (18 - 6 * position) & 63
                result.append(position <= group.count ? alphabet[index] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
