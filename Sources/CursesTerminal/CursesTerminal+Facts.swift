internal import CNcurses
public import CellUI

/// What can be known without opening a screen.
extension CursesTerminal {
    /// ncurses and its version, such as `ncurses 6.4.20221231`.
    public static var libraryVersion: String {
        curses_version().map { String(cString: $0) } ?? "ncurses"
    }

    /// Whether a description of the terminal of this name is installed.
    public static func knows(terminalNamed name: String) -> Bool {
        podium_knows_terminal(name)
    }

    /// Whether text in the locale that was set is UTF-8 (`TextLocale`).
    public static var localeIsUTF8: Bool { podium_locale_is_utf8() }

    /// The columns and rows of the terminal behind a descriptor; nil where there is none, or it does not
    /// know.
    public static func size(of descriptor: Int32) -> Size? {
        WindowSize(of: descriptor).map { Size(width: Int($0.columns), height: Int($0.rows)) }
    }

    /// Whether the terminal of this environment is likely to have hyperlinks (OSC 8), as far as it is
    /// known or `PODIUM_HYPERLINKS` says so.
    public static func hasHyperlinks(
        environment: (String) -> String? = TerminalOptions.processEnvironment
    ) -> Bool {
        HyperlinkSupport.isLikely(environment)
    }

    /// The colours that a terminal is used with.
    public struct Colors: Equatable, Sendable {
        public var depth: ColorDepth
        /// The description of the terminal that is used.
        public var description: String
        /// How many the terminal itself is said to have, or a person wants.
        public var wanted: ColorDepth
    }

    /// The colours with which the terminal of this environment would be used.
    ///
    /// - Throws: `TerminalError` when it cannot be used.
    public static func colors(
        environment: (String) -> String? = TerminalOptions.processEnvironment
    ) throws(TerminalError) -> Colors {
        let profile = try TerminalProfile(environment: environment)
        guard let entry = profile.entries.first(where: { knows(terminalNamed: $0.name) }) else {
            throw TerminalError(.noDescription(term: profile.term))
        }
        return Colors(
            depth: profile.depth(entry: entry, colors: Int(podium_described_colors(entry.name))),
            description: entry.name,
            wanted: profile.colorLimit
        )
    }
}
