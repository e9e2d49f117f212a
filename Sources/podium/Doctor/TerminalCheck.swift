import CellUI
import CursesTerminal
import FoundationEssentials
import Glibc
import Workbench

/// The terminal and the locale.
struct TerminalCheck {
    private let environment = ProcessInfo.processInfo.environment

    var findings: [Finding] { [terminal, size, locale, colours] }

    private var terminal: Finding {
        guard let name = environment["TERM"], !name.isEmpty else {
            return .problem(
                "terminal",
                "TERM is not set",
                fix: "export TERM=xterm-256color, or use `podium run`, which needs no screen."
            )
        }
        guard name != "dumb" else {
            return .problem(
                "terminal",
                "TERM is dumb: it cannot address the screen",
                fix: "Use `podium run`, which needs no screen."
            )
        }
        guard CursesTerminal.knows(terminalNamed: name) else {
            return .warning(
                "terminal",
                "the system does not know \(name); xterm-256color is used instead",
                fix: "Install its description: apt-get install ncurses-term"
            )
        }
        return .good("terminal", name)
    }

    private var size: Finding {
        guard let size = StandardStream.output.size else {
            return .warning(
                "screen",
                "standard output is no terminal",
                fix: "Run the workbench in a terminal; `podium run` works anywhere."
            )
        }
        let least = Workbench.leastSize
        let text = "\(size.width)×\(size.height)"
        guard size.width >= least.width, size.height >= least.height else {
            return .problem(
                "screen",
                "\(text) is too small",
                fix: "Make it at least \(least.width)×\(least.height)."
            )
        }
        return .good("screen", text)
    }

    private var locale: Finding {
        let outcome = TextLocale.set()
        let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
        let missing = outcome.missing.map { visible($0, keepingNewlines: false) }
        guard codeset == "UTF-8" else {
            let reason = missing.map { "\($0) is not installed, and " } ?? ""
            return .warning(
                "locale",
                "\(reason)the character set is \(codeset); Podium draws with ASCII",
                fix: "export LC_ALL=C.UTF-8"
            )
        }
        guard let missing, let taken = outcome.taken else { return .good("locale", codeset) }
        return .good("locale", "\(codeset), by \(taken): \(missing) is not installed")
    }

    private var colours: Finding {
        if let value = environment["NO_COLOR"], !value.isEmpty {
            return .good("colours", "none, by NO_COLOR")
        }
        guard let colors = try? CursesTerminal.colors() else {
            return .good("colours", "none: there is no terminal that can be used")
        }
        let entry = visible(colors.description, keepingNewlines: false)
        guard colors.depth == .indexed256, colors.wanted == .trueColor else {
            let count = colors.depth == .none ? "none" : "\(colors.depth.rawValue)"
            return .good("colours", "\(count), by the description \(entry)")
        }
        return .warning(
            "colours",
            "256, by the description \(entry); the terminal has 24-bit colours, of which no"
                + " description is installed",
            fix: CursesTerminal.knows(terminalNamed: "xterm-direct")
                ? "Use a terminal type that has one, as xterm-256color has in xterm-direct."
                : "Install the descriptions: apt-get install ncurses-term"
        )
    }
}
