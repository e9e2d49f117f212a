import PodiumConfiguration
import Workbench

extension Keymap {
    /// The usual keys with those of the configuration.
    ///
    /// - Throws: `ConfigurationError` that tells the place of a mistake.
    init(_ configuration: Configuration) throws {
        let assignments = configuration.keys
        do throws(Invalid) {
            try self.init(
                Dictionary(assignments.map { ($0.command, $0.keys) }, uniquingKeysWith: { $1 })
            )
        } catch {
            throw Self.mistake(error, in: assignments) ?? error
        }
    }

    private static func mistake(
        _ invalid: Invalid,
        in assignments: [KeyAssignment]
    ) -> ConfigurationError? {
        func assignment(_ command: String) -> KeyAssignment? {
            assignments.first { $0.command == command }
        }
        switch invalid {
        case .unknownCommand(let command):
            return assignment(command)?.unknownCommand(among: commandNames)
        case .unknownKey(let key, let command):
            return assignment(command)?.mistake(
                .badValue,
                "\"\(key)\" is no key.",
                advice: "Write a character, or a name such as ctrl-r, alt-x, f5, enter, space,"
                    + " page-up or shift-tab."
            )
        case .clash(let key, let command, let other):
            return assignment(command)?.mistake(
                .conflict,
                "The key \(key) would be both \(command) and \(other).",
                advice: "Give one of them another key, or none: []."
            )
        }
    }
}

extension Preferences {
    /// What is said; the rest is as usual.
    init(_ settings: InterfaceSettings) {
        self.init()
        theme = settings.theme
        view = settings.view.flatMap { View(rawValue: $0.rawValue) } ?? view
        mouse = settings.mouse ?? mouse
        ascii = settings.ascii ?? ascii
        markdown = settings.markdown ?? markdown
        ambiguousWide = settings.ambiguousWide ?? ambiguousWide
        asksApproval = settings.asksApproval ?? asksApproval
        idleCap = settings.idleCap ?? idleCap
        replayStart =
            settings.replayStart.flatMap { ReplayStart(rawValue: $0.rawValue) } ?? replayStart
        bell = settings.bell ?? bell
        title = settings.title ?? title
        learning = settings.learning ?? learning
    }
}

extension InterfaceSettings {
    /// What differs between two states of the preferences.
    init(_ new: Preferences, since old: Preferences) {
        func changed<Value: Equatable>(_ part: (Preferences) -> Value) -> Value? {
            part(new) == part(old) ? nil : part(new)
        }
        self.init(
            theme: changed(\.theme) ?? nil,
            view: changed(\.view).flatMap { View(rawValue: $0.rawValue) },
            mouse: changed(\.mouse),
            ascii: changed(\.ascii),
            markdown: changed(\.markdown),
            ambiguousWide: changed(\.ambiguousWide),
            asksApproval: changed(\.asksApproval),
            idleCap: changed(\.idleCap),
            replayStart: changed(\.replayStart).flatMap { ReplayStart(rawValue: $0.rawValue) },
            bell: changed(\.bell),
            title: changed(\.title),
            learning: changed(\.learning)
        )
    }
}
