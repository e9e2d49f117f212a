import PodiumCore

/// What is there wherever one is.
extension Command {
    static let everywhere: [Command] = [
        palette,
        help,
        figures("providers", "P", .providers, "Providers and workers: health, limits, prices"),
        figures("scores", "S", .scores, "How each worker has done, by kind of question"),
        page("notices", "L", .notices, "What happened on the way: faults, retries, limits"),
        Command(
            "view",
            "V",
            in: .live,
            "The run as one stream of text, then as sentences, then as panes",
            can: { $0.session != nil },
            act: { workbench, _ in workbench.tell(as: .stream) }
        ),
        Command("themes", "T", in: [.start, .session], "Choose the colours") { _, _ in
            [.loadThemes]
        },
        Command("settings", "O", in: [.start, .session], "Settings") { workbench, _ in
            workbench.openSettings()
            return []
        },
        Command("redraw", "ctrl-l", in: .everywhere, "Draw the screen anew") { _, _ in [.redraw] },
        Command("suspend", "ctrl-z", in: .everywhere, "Suspend") { _, _ in [.suspend] },
        interrupt,
        quit,
    ]

    static let palette = Command(
        "palette",
        ":",
        "commands",
        in: [.start, .session],
        "All commands, by name"
    ) { workbench, _ in
        workbench.openPalette()
        return []
    }

    static let help = Command("help", "? f1", "keys", in: .everywhere, "These keys") {
        workbench, _ in
        workbench.openPage(.keys)
        return []
    }

    static let interrupt = Command(
        "interrupt",
        "ctrl-c",
        in: .everywhere,
        "Interrupt the run; again, or without one: quit"
    ) { workbench, _ in workbench.interrupt() }

    static let quit = Command("quit", "q", "quit", in: [.start, .session], "Quit") {
        workbench, _ in workbench.quit()
    }

    private static func figures(
        _ name: String,
        _ key: String,
        _ content: Page.Content,
        _ help: String
    ) -> Command {
        Command(name, key, in: [.start, .session], help) { workbench, _ in
            workbench.openPage(content)
            return [.loadRecords(question: workbench.session?.state.opened?.question)]
        }
    }
}
