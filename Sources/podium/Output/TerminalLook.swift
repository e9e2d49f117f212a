import CellUI
import CursesTerminal
import Glibc
import PodiumConfiguration
import PodiumStudio
import Workbench

/// How sessions look that are told on a terminal, without a screen.
struct TerminalLook {
    let look: Look

    /// Nil where standard output is no terminal, or one that lines are all there is for.
    init?(at places: Places) {
        guard StandardStream.output.isTerminal, let colors = try? CursesTerminal.colors() else {
            return nil
        }
        // A mistake in the settings was told where they were read first.
        let layers = (try? places.loadConfiguration()).flatMap {
            try? InterfaceLayers($0, at: places)
        }
        let settings = layers?.settings ?? InterfaceSettings()
        let preferences = Preferences(settings)
        TextLocale.set()
        look = Look(
            theme: Self.theme(settings, depth: colors.depth),
            unicode: !preferences.ascii && CursesTerminal.localeIsUTF8,
            widthPolicy: WidthPolicy(ambiguousIsWide: preferences.ambiguousWide),
            showsMarkdown: preferences.markdown,
            hyperlinks: CursesTerminal.hasHyperlinks()
        )
    }

    /// The chosen theme. Where none was chosen, nobody asks the terminal for its background: its own
    /// colours can be read on it.
    private static func theme(_ settings: InterfaceSettings, depth: ColorDepth) -> Theme {
        let source = ThemeSource(named: settings.theme)
        if settings.theme != nil, let theme = try? source.load(depth: depth, background: nil) {
            return theme
        }
        return Theme(scheme: .podiumLight, depth: min(depth, .ansi16))
    }

    /// The terminal's columns; they change while a session is told.
    var width: Int { StandardStream.output.width ?? 80 }
}
