/// Whether a terminal is likely to have hyperlinks (OSC 8). None can be asked, and what does not know
/// them should show nothing of them; so they are for terminals that are known by what they set.
enum HyperlinkSupport {
    static func isLikely(_ environment: (String) -> String?) -> Bool {
        let term = environment("TERM") ?? ""
        // The Linux console has a parser of its own for what begins like a hyperlink.
        guard !["", "dumb", "linux", "unknown"].contains(term.prefix { $0 != "-" }) else {
            return false
        }
        switch environment("PODIUM_HYPERLINKS") {
        case "0"?: return false
        case "1"?: return true
        default: break
        }
        // These hand on what the terminal has set in which they were begun.
        let multiplexers = ["tmux", "screen"]
        if multiplexers.contains(where: term.hasPrefix) || environment("TMUX") != nil
            || environment("STY") != nil
        {
            return environment("TERM_PROGRAM") == "tmux"
                && isVersion(environment("TERM_PROGRAM_VERSION"), atLeast: [3, 4])
        }
        return TerminalProfile.isOfModernFamily(term) || isNamed(environment)
    }

    /// Whether a terminal says which one it is, besides its kind.
    private static func isNamed(_ environment: (String) -> String?) -> Bool {
        let version = environment("TERM_PROGRAM_VERSION")
        switch environment("TERM_PROGRAM") {
        case "WezTerm"?, "ghostty"?: return true
        case "iTerm.app"? where isVersion(version, atLeast: [3, 1]): return true
        case "vscode"? where isVersion(version, atLeast: [1, 72]): return true
        default: break
        }
        let names = ["KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WEZTERM_PANE", "WT_SESSION"]
        if names.contains(where: { environment($0)?.isEmpty == false }) { return true }
        // 0.50.0, which came first, ends at a hyperlink.
        if let vte = number("VTE_VERSION", environment) { return vte > 5_000 }
        if let konsole = number("KONSOLE_VERSION", environment) { return konsole >= 201_200 }
        return environment("TERMINAL_NAME") == "contour" || environment("LC_TERMINAL") == "iTerm2"
    }

    private static func number(_ name: String, _ environment: (String) -> String?) -> Int? {
        environment(name).flatMap { Int($0) }
    }

    /// - Parameter text: such as `3.4`, `3.5a` or `next-3.6`.
    private static func isVersion(_ text: String?, atLeast least: [Int]) -> Bool {
        guard let text else { return false }
        let numbers = text.drop { !$0.isNumber }.split(separator: ".").map { part in
            Int(part.prefix { $0.isASCII && $0.isNumber }) ?? 0
        }
        return !numbers.lexicographicallyPrecedes(least)
    }
}
