internal import CNcurses
internal import CellUI
internal import Glibc

/// What the terminal's description says. It may be asked after `newterm`.
enum TerminalDescription {
    /// The sequences of the keys, without the leading escape.
    static func keys() -> [[UInt8]: Key] {
        let names: [(String, Key)] = [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
            ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
            ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
            ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
        ]
        let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
        var keys: [[UInt8]: Key] = [:]
        for (name, key) in names + functions {
            guard let bytes = bytes(name), bytes.first == 0x1B, bytes.count > 2 else { continue }
            keys[Array(bytes.dropFirst())] = key
        }
        return keys
    }

    /// Everything that gives the terminal back, for the moment when ncurses cannot be used.
    static func restoring(modes: ModeSequences, title: Bool, hyperlinks: Bool) -> [UInt8] {
        let capabilities = ["sgr0", "op", "rmkx", "cnorm", "rmcup"]
        let title = title ? ModeSequences.restoreTitle : ""
        let link = hyperlinks ? Hyperlink.closing : ""
        return Array((link + ModeSequences.endFrame + modes.leave + title).utf8)
            + capabilities.flatMap { bytes($0) ?? [] }
    }

    /// A capability's bytes without padding (`$<5>`), which only hardware terminals need.
    private static func bytes(_ name: String) -> [UInt8]? {
        guard let value = podium_capability(name) else { return nil }
        var result: [UInt8] = []
        var rest = Array(String(cString: value).utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<") {
                rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
            } else {
                result.append(byte)
            }
        }
        return result
    }
}
