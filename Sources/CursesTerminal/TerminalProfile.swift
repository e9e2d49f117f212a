internal import CellUI

/// What the environment says about the terminal: which descriptions to try, and how far colours
/// may go.
struct TerminalProfile: Equatable {
    /// An entry of the terminfo database.
    struct Entry: Equatable {
        var name: String
        /// Its colours are 24-bit values, not indices.
        var isDirect = false
        /// It is not the one `TERM` names.
        var isFallback = false
    }

    /// In the order to try them.
    var entries: [Entry]
    var term: String
    var colorLimit: ColorDepth
    /// Whether a frame may be bracketed so that the terminal shows it at once. Terminals without
    /// this ignore it, except the Linux console, whose parser is better left alone.
    var synchronizesOutput: Bool
    /// Whether the terminal has a title. The Linux console would show what is meant for one.
    var hasTitle: Bool
    /// Whether the terminal is likely to have hyperlinks.
    var hasHyperlinks: Bool
    /// What `COLORFGBG` says of the background, which rxvt, Konsole and others set; nil when
    /// nothing does.
    var background: Base16Scheme.Variant?

    init(
        environment: (String) -> String?,
        colorLimit: ColorDepth? = nil
    ) throws(TerminalError) {
        guard let term = environment("TERM"), !term.isEmpty, term != "dumb", term != "unknown"
        else {
            throw TerminalError(.incapable(term: environment("TERM")))
        }
        self.term = term
        synchronizesOutput = term != "linux"
        hasTitle = term != "linux"
        hasHyperlinks = HyperlinkSupport.isLikely(environment)
        background = environment("COLORFGBG").flatMap(Self.background(colorsOfText:))

        // https://no-color.org: present and not empty.
        let noColor = environment("NO_COLOR").map { !$0.isEmpty } ?? false
        let colorTerm = environment("COLORTERM")?.lowercased()
        let isTrueColor =
            colorTerm == "truecolor" || colorTerm == "24bit" || Self.hasTrueColor(term)
        let possible: ColorDepth = isTrueColor ? .trueColor : .indexed256
        self.colorLimit = noColor ? .none : min(possible, colorLimit ?? .trueColor)

        var entries: [Entry] = []
        if self.colorLimit == .trueColor {
            let family = String(term.prefix { $0 != "-" })
            let names = [term, family].map { $0.hasSuffix("-direct") ? $0 : $0 + "-direct" }
            entries += names.map { Entry(name: $0, isDirect: true) }
            if names[0] == names[1] { entries.removeLast() }
        }
        entries.append(Entry(name: term, isDirect: term.hasSuffix("-direct")))
        let usual =
            (self.colorLimit == .trueColor ? ["xterm-direct"] : []) + ["xterm-256color", "xterm"]
        for name in usual where !entries.contains(where: { $0.name == name }) {
            entries.append(
                Entry(name: name, isDirect: name.hasSuffix("-direct"), isFallback: true)
            )
        }
        self.entries = entries
    }

    /// Terminals that are known for 24-bit colours by their name: `COLORTERM` does not come along to
    /// another machine, and `TERM` does.
    private static func hasTrueColor(_ term: String) -> Bool {
        term.hasSuffix("-direct") || isOfModernFamily(term)
    }

    /// Whether `TERM` names a terminal that has what terminals of today have.
    static func isOfModernFamily(_ term: String) -> Bool {
        let families = ["alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty"]
        return families.contains { term == $0 || term.hasPrefix("\($0)-") }
    }

    /// `COLORFGBG` is the numbers of the foreground and the background among the terminal's
    /// sixteen colours, as `15;0`; there may be another entry between them.
    private static func background(colorsOfText value: String) -> Base16Scheme.Variant? {
        switch value.split(separator: ";").last.flatMap({ Int($0) }) {
        case 7?, (9...15)?: .light
        case (0...6)?, 8?: .dark
        default: nil
        }
    }

    /// Whether to ask the terminal for its background. Few colours are the terminal's own, and
    /// the Linux console would show the question.
    func asksBackground(depth: ColorDepth) -> Bool {
        term != "linux" && depth >= .indexed256
    }

    /// The depth of an entry with that many colours.
    func depth(entry: Entry, colors: Int) -> ColorDepth {
        let possible: ColorDepth =
            switch colors {
            case ..<8: .none
            case 8..<16: .ansi8
            case 16..<256: .ansi16
            default: entry.isDirect && colors > 256 ? .trueColor : .indexed256
            }
        return min(possible, colorLimit)
    }
}
