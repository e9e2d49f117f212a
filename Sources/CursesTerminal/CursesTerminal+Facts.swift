internal import CNcurses

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
}
