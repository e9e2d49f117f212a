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
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
            return .warning(
                "screen",
                "standard output is no terminal",
                fix: "Run the workbench in a terminal; `podium run` works anywhere."
            )
        }
        let least = Workbench.leastSize
        let text = "\(window.ws_col)×\(window.ws_row)"
        guard Int(window.ws_col) >= least.width, Int(window.ws_row) >= least.height else {
            return .problem(
                "screen",
                "\(text) is too small",
                fix: "Make it at least \(least.width)×\(least.height)."
            )
        }
        return .good("screen", text)
    }

    private var locale: Finding {
        setlocale(LC_ALL, "")
        let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
        guard codeset == "UTF-8" else {
            return .warning(
                "locale",
                "the character set is \(codeset); Podium draws with ASCII",
                fix: "export LC_ALL=C.UTF-8"
            )
        }
        return .good("locale", codeset)
    }

    private var colours: Finding {
        if let value = environment["NO_COLOR"], !value.isEmpty {
            return .good("colours", "none, by NO_COLOR")
        }
        let wanted = environment["COLORTERM"] ?? ""
        return .good("colours", wanted.isEmpty ? "as TERM says" : "\(wanted), by COLORTERM")
    }
}
