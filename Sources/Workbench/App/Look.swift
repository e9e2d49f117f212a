public import CellUI
import PodiumCore

/// What drawing depends on besides the session: theme, characters, time.
public struct Look: Sendable {
    public var theme: Theme
    /// False draws with ASCII characters only.
    public var unicode: Bool
    /// Whether the terminal could show more than ASCII.
    let canShowUnicode: Bool
    /// How wide characters are that East Asian terminals show in two columns and others in one.
    public var widthPolicy: WidthPolicy
    /// Whether answers are shown as Markdown: without its marks, with tables, lists and code drawn.
    public var showsMarkdown: Bool
    /// Whether the terminal can be told where text leads.
    public var hyperlinks: Bool

    public init(
        theme: Theme,
        unicode: Bool,
        widthPolicy: WidthPolicy = .standard,
        showsMarkdown: Bool = true,
        hyperlinks: Bool = false
    ) {
        self.theme = theme
        self.unicode = unicode
        canShowUnicode = unicode
        self.widthPolicy = widthPolicy
        self.showsMarkdown = showsMarkdown
        self.hyperlinks = hyperlinks
    }

    var border: BorderStyle { unicode ? .rounded : .ascii }
    /// Of what is in focus or selected: to be told from others without colour too.
    var focusedBorder: BorderStyle {
        unicode ? .heavy : BorderStyle(corners: ("#", "#", "#", "#"), sides: ("=", "#"))
    }
    var ellipsis: String { unicode ? "…" : "." }

    /// A sign of its own for every state, so that colour alone never tells.
    func sign(_ state: NodeState, frame: Int) -> String {
        switch state {
        case .forming: unicode ? "·" : "."
        case .waiting: unicode ? "○" : "o"
        case .running: spinner(frame)
        case .retrying: unicode ? "↻" : "~"
        case .asking: "?"
        case .finished: unicode ? "✓" : "v"
        case .cutOff: unicode ? "◐" : "%"
        case .failed: unicode ? "✗" : "x"
        case .skipped: unicode ? "⊘" : "-"
        case .cancelled: unicode ? "■" : "#"
        case .brokenOff: unicode ? "↯" : "!"
        }
    }

    func style(_ state: NodeState) -> Style {
        switch state {
        case .forming, .skipped: theme.subtle
        case .waiting: theme.waiting
        case .running: theme.running
        case .retrying, .asking, .cutOff: theme.warning
        case .finished: theme.succeeded
        case .failed: theme.failed
        case .cancelled, .brokenOff: theme.cancelled
        }
    }

    func spinner(_ frame: Int) -> String {
        let frames =
            unicode
            ? ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"] : ["|", "/", "-", "\\"]
        return frames[frame % frames.count]
    }

    var arrowHead: String { unicode ? "▼" : "v" }
    var up: String { unicode ? "↑" : "in " }
    var down: String { unicode ? "↓" : "out " }
    var separator: String { unicode ? " · " : " - " }
}

extension Look {
    /// `↑~1.2k ↓340`: tokens read and written, `~` before an estimate.
    func tokens(_ usage: Usage, isEstimate: Bool) -> String {
        let mark = isEstimate ? "~" : ""
        return
            "\(up)\(mark)\(Format.tokens(usage.totalInput)) \(down)\(mark)\(Format.tokens(usage.output))"
    }

    /// What of a person's preferences holds at once.
    mutating func apply(_ preferences: Preferences) {
        showsMarkdown = preferences.markdown
        widthPolicy.ambiguousIsWide = preferences.ambiguousWide
        // Where the locale has no Unicode there is nothing to choose.
        unicode = canShowUnicode && !preferences.ascii
    }
}
