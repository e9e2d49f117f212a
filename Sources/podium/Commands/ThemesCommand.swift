import ArgumentParser
import CellUI
import PodiumConfiguration
import PodiumCore
import PodiumStudio

/// `podium themes`: the looks there are.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "List the themes, or show one.",
        discussion: """
            Your own themes are base16 or base24 files in the directory `themes` beside the \
            configuration. Choose one with --theme NAME, or with `theme: NAME` in the configuration.
            """,
        subcommands: [List.self, Show.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the themes: which is in use, and which cannot be read."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object a line.") var json = false

        func run() throws {
            let configuration = try places.resolved.loadConfiguration()
            let layers = try InterfaceLayers(configuration, at: places.resolved)
            let chosen = layers.settings.theme
            let rows = themes(chosen: chosen).map { ThemeRow($0, chosen: chosen) }
            StandardStream.output.write(try rows.output(asJSON: json))
            // In JSON a row has its error within it.
            guard !json else { return }
            for error in rows.compactMap(\.error) {
                StandardStream.output.write("\n\(error)\n")
            }
        }

        /// Those that have a name, and the file that the configuration chose by its path.
        private func themes(chosen: String?) -> [ThemeEntry] {
            let themes = ThemeSource.all()
            guard let chosen, !themes.contains(where: { $0.name == chosen }) else { return themes }
            do {
                return themes + [try ThemeSource.entry(named: chosen)]
            } catch {
                // The list is what helps to mend it.
                StandardStream.error.write(
                    "podium: \(visible("\(error)", keepingNewlines: true))\n"
                )
                return themes
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a theme's roles: in colour on a terminal, else their values.",
            discussion: "NO_COLOR makes it values on a terminal too."
        )

        @Argument(help: ArgumentHelp("A theme's name, or the path of its file.")) var name: String
        @Flag(help: "Print a JSON object.") var json = false

        func run() throws {
            let entry = try ThemeSource.entry(named: name)
            if json {
                StandardStream.output.write(try JSONLine.line(ThemeValues(entry)))
            } else if let depth = previewDepth {
                let theme = try entry.theme(depth: depth)
                StandardStream.output.draw(ThemePreview(theme: theme).text)
            } else {
                StandardStream.output.write(try ThemeValues(entry).text)
            }
        }

        /// nil where no colours can be shown. Without opening a screen the environment has to do.
        private var previewDepth: ColorDepth? {
            let environment = Places().environment
            let isPlain =
                environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
            guard StandardStream.output.isTerminal, !isPlain else { return nil }
            if environment["TERM"] == "linux" { return .ansi8 }
            let isTrueColor = ["truecolor", "24bit"].contains(environment["COLORTERM"])
            return isTrueColor ? .trueColor : .indexed256
        }
    }
}

/// One theme, as the list shows it.
private struct ThemeRow: TableRow {
    /// When a theme is taken without being named on the command line.
    enum Use: String, Encodable {
        case always
        case onDarkTerminals
        case onLightTerminals
    }

    static let titles = ["theme", "variant", "in use", "where"]

    let name: String
    let title: String?
    let variant: String?
    let origin: ThemeEntry.Origin
    let path: String?
    let use: Use?
    let error: String?

    init(_ entry: ThemeEntry, chosen: String?) {
        name = entry.name
        title = try? entry.scheme.get().name
        variant = entry.variant?.rawValue
        origin = entry.origin
        path = entry.path
        use =
            switch (chosen, entry.name) {
            case (let chosen?, let name): chosen == name ? .always : nil
            case (nil, ThemeSource.automaticNames.dark): .onDarkTerminals
            case (nil, ThemeSource.automaticNames.light): .onLightTerminals
            case (nil, _): nil
            }
        switch entry.scheme {
        case .success: error = nil
        case .failure(let failure): error = failure.description
        }
    }

    var cells: [String] {
        [name, variant ?? "broken", useText, origin == .bundled ? "bundled" : path ?? "built in"]
    }

    private var useText: String {
        switch use {
        case .always: "yes"
        case .onDarkTerminals: "on dark"
        case .onLightTerminals: "on light"
        case nil: "–"
        }
    }
}
