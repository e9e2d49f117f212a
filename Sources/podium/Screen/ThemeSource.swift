import CellUI
import PodiumConfiguration
import PodiumStudio

/// Finds a theme: a file's path, or a name in the user's themes or among those that come along.
struct ThemeSource {
    /// What nobody chose: the one for dark terminals, and the one for light ones.
    static let automaticNames = (dark: "podium-dark", light: "podium-light")

    let named: String?

    init(named: String?) {
        self.named = named
    }

    /// - Parameter background: the terminal's, as far as it is known; it matters when no theme was
    ///   chosen.
    /// - Throws: `Failure` that lists the themes there are, or says what is wrong with the file.
    func load(depth: ColorDepth, background: Base16Scheme.Variant?) throws -> Theme {
        guard let named else {
            return Theme(
                scheme: background == .light ? .podiumLight : .podiumDark,
                depth: depth
            )
        }
        return try Self.entry(named: named).theme(depth: depth)
    }

    /// The themes that follow the terminal's background; nil when one was chosen.
    func automatic(depth: ColorDepth) -> (dark: Theme, light: Theme)? {
        guard named == nil else { return nil }
        return (
            Theme(scheme: .podiumDark, depth: depth), Theme(scheme: .podiumLight, depth: depth)
        )
    }

    /// Every theme that has a name, sorted by it. A user's theme hides one that comes along.
    static func all() -> [ThemeEntry] {
        let files = ThemeDirectories(directories).entries
        let builtIn = builtIn.filter { theme in !files.contains { $0.name == theme.name } }
        return (files.map(entry) + builtIn).sorted { $0.name < $1.name }
    }

    /// The theme of that name, or in the file of that path.
    ///
    /// - Throws: `Failure` that lists the themes there are.
    static func entry(named name: String) throws -> ThemeEntry {
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            return ThemeEntry(name: name, origin: .file, path: name)
        }
        let themes = ThemeDirectories(directories)
        if let file = themes.entries.first(where: { $0.name == name }) { return entry(file) }
        if let theme = builtIn.first(where: { $0.name == name }) { return theme }
        throw Failure(themes.unknownName(name).description, status: .usage)
    }

    private static var builtIn: [ThemeEntry] {
        [
            ThemeEntry(builtIn: .podiumDark, name: automaticNames.dark),
            ThemeEntry(builtIn: .podiumLight, name: automaticNames.light),
        ]
    }

    private static func entry(_ file: ThemeDirectories.Entry) -> ThemeEntry {
        let isOwn = userDirectory.map { file.path.hasPrefix($0 + "/") } ?? false
        return ThemeEntry(name: file.name, origin: isOwn ? .user : .bundled, path: file.path)
    }

    private static var directories: [String] {
        [userDirectory, Places().share.map { "\($0)/themes" }].compactMap { $0 }
    }

    private static var userDirectory: String? { try? Places().userThemes }
}
