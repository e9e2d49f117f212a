import PodiumCore

private enum InterfaceKey: String, CaseIterable {
    case view, mouse, ascii, markdown
    case ambiguousWide = "ambiguous_wide"
    case ask
    case idleCap = "idle_cap"
    case replay, bell, title, learning
}

extension InterfaceSettings {
    /// Seconds. A day is as good as no cap.
    private static let idleCaps = 0.0...86_400.0

    /// Reads the values of `theme` and `interface`, which two files write alike.
    init(theme: YAMLValue?, interface: YAMLValue?) throws(ConfigurationError) {
        self.init(theme: try theme?.string("the name of a theme"))
        guard let interface else { return }
        let fields = try YAMLFields<InterfaceKey>(interface)
        view = try fields[.view]?.choice(of: View.self)
        mouse = try fields[.mouse]?.bool()
        ascii = try fields[.ascii]?.bool()
        markdown = try fields[.markdown]?.bool()
        ambiguousWide = try fields[.ambiguousWide]?.bool()
        asksApproval = try fields[.ask]?.bool()
        idleCap = try fields[.idleCap]?.number(
            in: Self.idleCaps,
            "a number of seconds, from 0 to 86400"
        )
        replayStart = try fields[.replay]?.choice(of: ReplayStart.self)
        bell = try fields[.bell]?.bool()
        title = try fields[.title]?.bool()
        learning = try fields[.learning]?.choice(of: LearningMode.self)
    }

    /// The lines that say the same in YAML.
    var yaml: String {
        let values: [(InterfaceKey, String?)] = [
            (.view, view?.rawValue),
            (.mouse, mouse.map(String.init)),
            (.ascii, ascii.map(String.init)),
            (.markdown, markdown.map(String.init)),
            (.ambiguousWide, ambiguousWide.map(String.init)),
            (.ask, asksApproval.map(String.init)),
            (.idleCap, idleCap.map { "\($0)" }),
            (.replay, replayStart?.rawValue),
            (.bell, bell.map(String.init)),
            (.title, title.map(String.init)),
            (.learning, learning?.rawValue),
        ]
        let lines = values.compactMap { key, value in value.map { "  \(key.rawValue): \($0)\n" } }
        return (theme.map { "theme: \($0.quotedForYAML)\n" } ?? "")
            + (lines.isEmpty ? "" : "interface:\n" + lines.joined())
    }
}
