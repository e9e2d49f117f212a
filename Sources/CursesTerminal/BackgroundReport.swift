internal import CellUI

/// A terminal's answer about its background: "Operating System Commands", `Ps = 11`, in xterm's
/// "Control Sequences".
enum BackgroundReport {
    /// The colour in a command without its introducer and end, `11;rgb:RRRR/GGGG/BBBB` with one to
    /// four hexadecimal digits a component; nil when it is something else.
    static func color(in command: [UInt8]) -> RGB? {
        let text = String(decoding: command, as: UTF8.self)
        let prefix = "11;rgb:"
        guard text.hasPrefix(prefix) else { return nil }
        let parts = text.dropFirst(prefix.count).split(
            separator: "/",
            omittingEmptySubsequences: false
        )
        let components = parts.compactMap(component)
        guard parts.count == 3, components.count == 3 else { return nil }
        return RGB(components[0], components[1], components[2])
    }

    /// A component brought from as many digits as it has to eight bits.
    private static func component(_ digits: Substring) -> UInt8? {
        guard (1...4).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = Int(digits, radix: 16)
        else { return nil }
        let most = 1 << (4 * digits.utf8.count) - 1
        return UInt8((value * 255 + most / 2) / most)
    }
}
