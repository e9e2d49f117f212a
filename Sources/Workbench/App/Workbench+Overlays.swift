import CellUI
import PodiumCore

/// What is opened over the screen: the palette, the help, choosers, settings and pages.
extension Workbench {
    mutating func open(_ overlay: Overlay, about subject: Subject? = nil) {
        opened = OpenOverlay(overlay: overlay, subject: subject)
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
        let entries = keymap.entries(in: place).filter { !$0.help.isEmpty }
        let rows =
            rows(of: entries.filter { can($0.command) })
            + rows(of: entries.filter { !can($0.command) }, areUseful: false)
        open(.choose(Chooser("commands", for: .command, rows: rows)), about: session?.subject)
    }

    /// What can be done with the step in focus: the same commands, without the rest.
    mutating func openStepMenu() {
        guard let session else { return }
        let commands = Command.decisions.subtracting([.budget, .withdraw, .readmit])
            .union([.zoom, .copy, .openInPager, .nextEdge])
        let entries = keymap.entries(in: place).filter {
            commands.contains($0.command) && can($0.command)
        }
        let title = session.selectedStep.map { session.state.name(of: $0.id) } ?? "the run"
        let chooser = Chooser(title, for: .command, rows: rows(of: entries))
        open(.choose(chooser), about: session.subject)
    }

    private func rows(of entries: [CommandEntry], areUseful: Bool = true) -> [Chooser.Row] {
        entries.map { entry in
            Chooser.Row(
                choice: .command(entry.command),
                text: entry.name + String(repeating: " ", count: max(1, 18 - entry.name.count))
                    + entry.help,
                columns: [areUseful ? keymap.shownKey(of: entry) ?? "" : "not now"]
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
        func isPinned(_ item: Footer.Item) -> Bool {
            [.palette, .help, .quit].contains(item.command)
        }
        return Footer(
            items: items.filter { !isPinned($0) },
            pinned: items.filter(isPinned),
            notice: notice?.text,
            look: look
        )
    }

    private var footerItems: [Footer.Item] {
        keymap.entries(in: place).compactMap { entry in
            guard let short = entry.short, let key = keymap.shownKey(of: entry), can(entry.command)
            else { return nil }
            let isHeld = entry.command == .hold && session?.state.isHeld == true
            return Footer.Item(
                command: entry.command,
                key: key,
                label: isHeld ? "continue" : short
            )
        }
    }

    /// Whether a command would do something as things stand.
    func can(_ command: Command) -> Bool {
        guard let session else { return command != .findSession || !start.history.isEmpty }
        let state = session.state
        func allows(_ override: Override) -> Bool {
            session.isRunning && (try? OverridePreview(override, in: state)) != nil
        }
        let step = session.selectedStep
        switch command {
        case .approve: return allows(.approve)
        case .hold: return allows(state.isHeld ? .proceed : .hold)
        case .reroute, .edit, .editOutside, .write: return session.isRunning && step != nil
        case .access:
            guard session.isRunning, let step else { return false }
            return !state.stepsInReach(of: step.workflow, before: step.id).isEmpty
        case .delete: return step.map { allows(.delete($0.id)) } ?? false
        case .retry: return step.map { allows(.retry($0.id)) } ?? false
        case .cancel: return step.map { allows(.cancel($0.id)) } ?? false
        case .skip: return step.map { allows(.skip($0.id)) } ?? false
        case .insert: return session.isRunning && state.currentRound?.accepted != nil
        case .replan: return allows(.replan(remark: ""))
        case .budget, .withdraw: return session.isRunning
        case .readmit:
            return session.isRunning && state.pool.contains { !state.isPresent($0.name) }
        case .finish: return session.isRunning
        case .undo: return allows(.undo(nil))
        case .askOn: return session.hasEnded
        case .verdictRight, .verdictWrong:
            return session.hasEnded && state.closed?.answer != nil
        case .copyAnswer: return session.answer != nil
        case .nextMatch, .previousMatch: return !session.query.isEmpty
        case .home: return !isRunning
        case .request: return session.request != nil
        case .resume: return session.canBeResumed
        case .nextView: return session.replay == nil && !session.isForeign
        default: return true
        }
    }

    /// `find (/)`: a command for a sentence, with its key if it has one.
    func named(_ command: Command) -> String {
        guard let entry = CommandEntry.all.first(where: { $0.command == command }) else {
            return ""
        }
        return entry.name + (keymap.shownKey(of: entry).map { " (\($0))" } ?? "")
    }

    /// Of a question in a list nobody can see more.
    private static let longestLine = 300

    mutating func openSessionChooser() {
        let rows = start.history.map { session in
            let (text, note) = StartScreen.row(session, look: look)
            return Chooser.Row(
                choice: .session(session.id),
                text: Format.oneLine(String(text.prefix(Self.longestLine))),
                columns: [note],
                keywords: session.id.rawValue
            )
        }
        open(.choose(Chooser("past sessions", for: .session, rows: rows)))
    }

    // MARK: Workers

    func workerChooser(_ title: String, for purpose: ChoicePurpose) -> Chooser {
        let state = session?.state
        let present = state?.presentWorkers ?? []
        var current: String?
        if case .reroute(let step) = purpose { current = state?.step(step)?.step.worker }
        return Chooser(
            title,
            for: purpose,
            heading: Self.workerHeading,
            rows: present.map { workerRow($0, isCurrent: $0.name == current) },
            selected: current.map(Choice.worker)
        )
    }

    static let workerHeading = ["right", "calls", "median", "price per M"]

    /// A worker with what speaks for it: strengths, how it has done, what it costs.
    func workerRow(_ worker: Worker, isCurrent: Bool = false) -> Chooser.Row {
        let health = records.row(of: worker.name)?.health
        let calls = health.flatMap { health in
            health.successRate.map { "\(Int(($0 * 100).rounded(.down)))% of \(health.calls)" }
        }
        let columns = [
            records.score(of: worker.name) ?? "-", calls ?? "-",
            health?.seconds.map { Format.duration(.seconds($0.median)) } ?? "-",
            Self.price(of: worker),
        ]
        let name = worker.name + (isCurrent ? " (now)" : "")
        let strengths = worker.strengths.isEmpty ? "" : "  \(Format.oneLine(worker.strengths))"
        return Chooser.Row(
            choice: .worker(worker.name),
            text: name + strengths,
            columns: columns,
            keywords: worker.tags.joined(separator: " ")
        )
    }

    static func price(of worker: Worker) -> String {
        guard let price = worker.price else { return worker.isLocal ? "local" : "price unknown" }
        let figures = "\(Format.perMillion(price.input))/\(Format.perMillion(price.output))"
        return price.currency == .usd ? "$\(figures)" : "\(figures) u"
    }

    mutating func take(_ records: WorkerRecordSet) {
        self.records = records
        // A page of figures may have been opened before they came.
        guard case .page(let page)? = overlay else { return }
        switch page.content {
        case .providers, .scores: renewPage()
        case .keys, .notices, .question, .request, .edge: break
        }
    }

    // MARK: Themes and settings

    mutating func choose(among themes: [NamedTheme]) {
        let current = preferences.theme ?? themes.first { $0.theme == look.theme }?.name
        let rows = themes.map { theme in
            Chooser.Row(
                choice: .theme(theme.name),
                text: theme.name,
                columns: [theme.theme.variant.rawValue],
                keywords: theme.theme.variant.rawValue
            )
        }
        let purpose = ChoicePurpose.theme(ThemeChoice(themes: themes, before: look.theme))
        let selected = current.map(Choice.theme)
        open(.choose(Chooser("colours", for: purpose, rows: rows, selected: selected)))
        previewTheme()
    }

    /// Shows the theme that is selected in the chooser, without taking it.
    mutating func previewTheme() {
        guard case .choose(let chooser)? = overlay, case .theme(let among) = chooser.purpose,
            case .theme(let name)? = chooser.selected, let theme = among.theme(named: name)
        else { return }
        look.theme = theme
    }

    mutating func keepTheme(_ name: String, among choice: ThemeChoice) -> [Effect] {
        guard let theme = choice.theme(named: name) else { return [] }
        look.theme = theme
        automaticThemes = nil
        preferences.theme = name
        return [.savePreferences(preferences)]
    }

    mutating func openSettings(selected: Setting? = nil) {
        let rows = Setting.allCases.map { setting in
            let (name, value) = setting.text(preferences)
            return Chooser.Row(choice: .setting(setting), text: name, columns: [value])
        }
        let selected = selected.map(Choice.setting)
        open(.choose(Chooser("settings", for: .setting, rows: rows, selected: selected)))
    }

    mutating func change(_ setting: Setting) -> [Effect] {
        guard setting != .theme else { return [.loadThemes] }
        setting.advance(&preferences)
        look.apply(preferences)
        openSettings(selected: setting)
        return [.savePreferences(preferences)]
    }
}
