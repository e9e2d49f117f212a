import PodiumCore

/// What is there wherever one is.
extension Command {
    static let everywhere: [Command] = [
        palette,
        help,
        figures("providers", "P", .providers, "Providers and workers: health, limits, prices"),
        figures("scores", "S", .scores, "How each worker has done, by kind of question"),
        policy,
        page("notices", "L", .notices, "What happened on the way: faults, retries, limits"),
        view,
        Command("themes", "T", in: [.start, .session], "Choose the colours") { _ in [.loadThemes] },
        Command("settings", "O", in: [.start, .session], "Settings") { $0.openSettings() },
        Command("redraw", "ctrl-l", in: .everywhere, "Draw the screen anew") { _ in [.redraw] },
        Command("suspend", "ctrl-z", in: .everywhere, "Suspend") { _ in [.suspend] },
        interrupt,
        quit,
    ]

    static let policy = Command(
        "policy",
        "U",
        in: [.start, .session],
        "The learned policy that conducts: where it decides, and why"
    ) { workbench, _ in
        workbench.openPage(.policy)
        return [.loadPolicy]
    }

    static let view = Command(
        "view",
        "V",
        in: .live,
        "The run as one stream of text, then as sentences, then as panes",
        can: { $0.session != nil },
        act: { $0.tell(as: .stream) }
    )

    static let palette = Command(
        "palette",
        ":",
        "commands",
        in: [.start, .session],
        "All commands, by name"
    ) { $0.openPalette() }

    static let help = Command("help", "? f1", "keys", in: .everywhere, "These keys") {
        $0.openPage(.keys)
    }

    static let interrupt = Command(
        "interrupt",
        "ctrl-c",
        in: .everywhere,
        "Interrupt the run; again, or without one: quit",
        .inLines
    ) { $0.interrupt() }

    static let quit = Command("quit", "q", "quit", in: [.start, .session], "Quit", .inLines) {
        $0.quit()
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
