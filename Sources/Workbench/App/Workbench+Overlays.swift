import CellUI
import PodiumCore

/// What is opened over the screen: the palette, the help, choosers, settings and pages.
extension Workbench {
    mutating func open(_ overlay: Overlay, about subject: Subject? = nil) {
        opened = OpenOverlay(overlay: overlay, subject: subject)
        if isTelling, case .confirm(let confirmation) = overlay { say(confirmation.text) }
    }

    mutating func openPage(_ content: Page.Content) {
        if let page = page(of: content) { open(.page(page)) }
    }

    /// Opens a writer, with what was written there before and not used.
    mutating func write(_ writer: Writer, about subject: Subject? = nil) {
        var writer = writer
        if let draft = session?.drafts[writer.purpose] {
            writer.editor.setText(draft)
            say("As you left it; \(Key.alt("z")) takes that back.")
        }
        open(.write(writer), about: subject)
    }

    // MARK: Commands

    /// All commands of where one is; those that do nothing now come last, and say why when taken.
    mutating func openPalette() {
        let commands = keymap.commands(in: place).filter { !$0.help.isEmpty }
        let rows =
            rows(of: commands.filter { $0.isUseful(self) })
            + rows(of: commands.filter { !$0.isUseful(self) }, areUseful: false)
        let isReplay = place == .replay
        let chooser = Chooser("commands", rows: rows) { text in
            isReplay ? Self.goingTo(text) : nil
        }
        open(.choose(chooser), about: session?.subject)
    }

    /// `goto 1:23`: a command with what it is told.
    private static func goingTo(_ text: String) -> Chooser.Row? {
        let command = Command.goTo.name + " "
        guard text.hasPrefix(command), text.count > command.count else { return nil }
        let place = String(text.dropFirst(command.count))
        return Chooser.Row(intent: .goTo(place), text: "\(command)\(place)", columns: [""])
    }

    /// What can be done with the step in focus: the same commands, without the rest.
    mutating func openStepMenu() {
        guard let session else { return }
        let commands = keymap.commands(in: place).filter { command in
            command.traits.contains(.aboutStep) && command.isUseful(self)
        }
        let title = session.selectedStep.map { session.state.name(of: $0.id) } ?? "the run"
        open(.choose(Chooser(title, rows: rows(of: commands))), about: session.subject)
    }

    private func rows(of commands: [Command], areUseful: Bool = true) -> [Chooser.Row] {
        commands.map { command in
            Chooser.Row(
                intent: .perform(command),
                text: command.name + String(repeating: " ", count: max(1, 18 - command.name.count))
                    + command.help,
                columns: [areUseful ? keymap.shownKey(of: command) ?? "" : "not now"]
            )
        }
    }

    /// The keys that do something here and now: of what is open, or else of the screen.
    var footer: Footer {
        if let overlay {
            let keys = overlay.keys(look).map { Footer.Item(key: $0.key, label: $0.label) }
            return Footer(items: keys, pinned: [], notice: notice?.text, look: look)
        }
        let items = footerItems
        let pinned: Set<Command> = [.palette, .help, .quit]
        func isPinned(_ item: Footer.Item) -> Bool { item.command.map(pinned.contains) ?? false }
        return Footer(
            items: items.filter { !isPinned($0) },
            pinned: items.filter(isPinned),
            notice: notice?.text,
            look: look
        )
    }

    private var footerItems: [Footer.Item] {
        let ways = wayBack + waysOn
        return ways
            + keymap.commands(in: place).compactMap { command -> Footer.Item? in
                guard !ways.contains(where: { $0.command == command }), let short = command.short,
                    let key = keymap.shownKey(of: command),
                    command.isUseful(self)
                else { return nil }
                return Footer.Item(command: command, key: key, label: label(of: command, short))
            }
    }

    /// What a key does that is there to undo what it did before.
    private func label(of command: Command, _ short: String) -> String {
        switch command {
        case .hold where session?.state.isHeld == true: "continue"
        case .zoom where session?.isZoomed == true: "unzoom"
        default: short
        }
    }

    /// The way back stands first where it leads out of a zoomed pane.
    private var wayBack: [Footer.Item] {
        guard session?.isZoomed == true, let key = keymap.shownKey(of: .back) else { return [] }
        return [Footer.Item(command: .back, key: key, label: "back")]
    }

    /// By which keys a session goes on that has ended without an answer; empty for any other.
    var waysOn: [Footer.Item] {
        guard session?.mayGoOn == true else { return [] }
        return ([Command.resume] + Command.goingOn).compactMap { command in
            guard let key = keymap.shownKey(of: command), command.isUseful(self) else { return nil }
            let label = command == .resume ? "go on" : command.name
            return Footer.Item(command: command, key: key, label: label)
        }
    }

    /// `find (/)`: a command for a sentence, with its key if it has one.
    func named(_ command: Command) -> String {
        command.name + (keymap.shownKey(of: command).map { " (\($0))" } ?? "")
    }

    /// Of a question in a list nobody can see more.
    private static let longestLine = 300

    mutating func openSessionChooser() { openChooser(of: start.history, "past sessions") }

    /// - Parameter recordings: those that come with the program.
    mutating func openReplayChooser(with recordings: [SessionSummary]) {
        let stored = Set(start.history.map(\.id))
        let others = recordings.filter { !stored.contains($0.id) }
        guard !others.isEmpty || !stored.isEmpty else {
            return say("There is no session to be watched again: ask something.")
        }
        openChooser(of: start.history + others, "watch again") { session in
            stored.contains(session.id)
                ? "podium replay \(session.id)" : "A recording that comes with Podium."
        }
    }

    /// - Parameter detail: what is said of the one that is selected.
    mutating func openChooser(
        of sessions: [SessionSummary],
        _ title: String,
        detail: (SessionSummary) -> String = { _ in "" }
    ) {
        let table = SessionTable(sessions, width: size.width - 8, now: now, look: look)
        let rows = sessions.enumerated().map { index, session in
            let text = StartScreen.text(of: session, look: look)
            return Chooser.Row(
                intent: .open(session.id),
                text: Format.oneLine(String(text.prefix(Self.longestLine))),
                columns: table.rows[index],
                keywords: "\(session.id) \(session.client?.name ?? "") \(detail(session))",
                detail: detail(session)
            )
        }
        open(.choose(Chooser(title, heading: table.headings, rows: rows)))
    }

    // MARK: Workers

    static let workerHeading = ["right", "calls", "median", "price per M"]

    /// A worker with what speaks for it: strengths, how it has done, what it costs.
    func workerRow(
        _ worker: Worker,
        isCurrent: Bool = false,
        expected: String? = nil,
        meaning intent: Intent
    ) -> Chooser.Row {
        let health = records.row(of: worker.name)?.health
        let calls = health.flatMap { health in
            health.successRate.map { "\(Int(($0 * 100).rounded(.down)))% of \(health.calls)" }
        }
        var columns = [
            records.score(of: worker.name) ?? "-", calls ?? "-",
            health?.seconds.map { Format.duration(.seconds($0.median)) } ?? "-",
            Self.price(of: worker),
        ]
        if let expected { columns.insert(expected, at: 0) }
        let name = worker.name + (isCurrent ? " (now)" : "")
        let strengths = worker.strengths.isEmpty ? "" : "  \(Format.oneLine(worker.strengths))"
        return Chooser.Row(
            intent: intent,
            text: name + strengths,
            columns: columns,
            keywords: worker.tags.joined(separator: " ")
        )
    }

    static func price(of worker: Worker) -> String {
        guard let price = worker.price else { return "?" }
        let figures = "\(Format.perMillion(price.input))/\(Format.perMillion(price.output))"
        return price.currency == .usd ? "$\(figures)" : "\(figures) u"
    }

    mutating func take(_ records: WorkerRecordSet) {
        self.records = records
        // A page of figures may have been opened before they came.
        guard case .page(let page)? = overlay else { return }
        switch page.content {
        case .providers, .scores: renewPage()
        case .keys, .notices, .question, .request, .edge, .why, .policy: break
        }
    }

    // MARK: Themes and settings

    mutating func choose(among themes: [NamedTheme]) {
        let current = themes.firstIndex { theme in
            preferences.theme.map { $0 == theme.name } ?? (theme.theme == look.theme)
        }
        let rows = themes.map { theme in
            Chooser.Row(
                intent: .take(theme),
                text: theme.name,
                columns: [theme.theme.variant.rawValue],
                keywords: theme.theme.variant.rawValue
            )
        }
        open(.choose(Chooser("colours", rows: rows, selected: current)))
        opened?.themeBefore = look.theme
        previewTheme()
    }

    /// Shows the theme that is selected in the chooser, without taking it.
    mutating func previewTheme() {
        guard case .choose(let chooser)? = overlay, case .take(let theme)? = chooser.selected else {
            return
        }
        look.theme = theme.theme
    }

    mutating func openSettings(selected: Setting? = nil) {
        let rows = Setting.allCases.map { setting in
            let (name, value) = setting.text(preferences)
            return Chooser.Row(intent: .change(setting), text: name, columns: [value])
        }
        let selected = selected.flatMap(Setting.allCases.firstIndex)
        open(.choose(Chooser("settings", rows: rows, selected: selected)))
    }

    mutating func change(_ setting: Setting) -> [Effect] {
        guard setting != .theme else { return [.loadThemes] }
        setting.advance(&preferences)
        look.apply(preferences)
        withSession { [cap = preferences.idleCap] in $0.replay?.longestPause = .seconds(cap) }
        openSettings(selected: setting)
        return [.savePreferences(preferences)]
    }
}
