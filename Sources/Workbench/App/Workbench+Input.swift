import CellUI
import PodiumCore

extension Workbench {
    mutating func handle(_ event: InputEvent) -> [Effect] {
        switch event {
        case .key(let key): return handle(key)
        case .paste(let text): paste(text)
        case .mouse(let mouse): return handle(mouse)
        case .resize(let size):
            self.size = size
            renewPage()
        case .background(let color): chooseTheme(background: color)
        case .terminated, .endOfInput: return isRunning ? [.interrupt, .quit] : [.quit]
        case .wake, .suspendResumed: break
        }
        return []
    }

    private mutating func paste(_ text: String) {
        if opened != nil {
            opened?.overlay.paste(text)
        } else if case .start = screen {
            start.paste(text)
        }
    }

    private mutating func chooseTheme(background: RGB) {
        guard let automaticThemes else { return }
        switch Base16Scheme.Variant(background: background) {
        case .dark: take(automaticThemes.dark)
        case .light: take(automaticThemes.light)
        }
    }

    /// The theme from now on, also while another is looked at.
    private mutating func take(_ theme: Theme) {
        if case .choose(var chooser)? = overlay, case .theme(var among) = chooser.purpose {
            among.before = theme
            chooser.purpose = .theme(among)
            opened?.overlay = .choose(chooser)
        } else {
            look.theme = theme
        }
    }

    private mutating func handle(_ key: Key) -> [Effect] {
        notice = nil
        if opened != nil {
            // The way out holds everywhere.
            if key == .ctrl("c"), case .confirm(let confirmation)? = overlay,
                case .quit = confirmation.action
            {
                return [.interrupt, .quit]
            }
            return finish(opened?.overlay.handle(key) ?? .closed)
        }
        if case .start = screen, start.takesText(key) {
            start.edit(key)
            return []
        }
        guard let command = keymap.command(for: key, in: place) else {
            if place == .replay, let command = keymap.command(for: key, in: .live),
                Command.decisions.contains(command)
            {
                say("A replay only shows what was: nothing can be decided in it.")
            }
            return []
        }
        return perform(command)
    }

    /// - Parameter subject: what the command was chosen for, when that was in a list: what runs goes on.
    mutating func perform(_ command: Command, about subject: Subject? = nil) -> [Effect] {
        switch command {
        case .help: openPage(.keys)
        case .palette: openPalette()
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        case .quit: return quit()
        case .interrupt: return interrupt()
        case .themes: return [.loadThemes]
        case .settings: openSettings()
        case .providers, .scoreboard:
            openPage(command == .providers ? .providers : .scores)
            return [.loadRecords(question: session?.state.opened?.question)]
        default:
            switch screen {
            case .start: return performOnStart(command)
            case .session: return performOnSession(command, about: subject)
            }
        }
        return []
    }

    private mutating func quit() -> [Effect] {
        guard isRunning else { return [.quit] }
        let text = "A run is going on. Interrupt it and quit?"
        open(.confirm(Confirmation(text: text, action: .quit)))
        return []
    }

    private mutating func interrupt() -> [Effect] {
        guard isRunning else { return [.quit] }
        guard session?.isInterrupted == false else { return [.interrupt, .quit] }
        withSession { $0.isInterrupted = true }
        say("Interrupted; once more quits.")
        return [.interrupt]
    }

    private mutating func performOnStart(_ command: Command) -> [Effect] {
        switch command {
        case .focusNext: start.moveFocus(by: 1)
        case .focusPrevious: start.moveFocus(by: -1)
        case .up: start.move(by: -1)
        case .down: start.move(by: 1)
        case .pageUp: start.move(by: -10)
        case .pageDown: start.move(by: 10)
        case .leaveEditor: start.leaveEditor()
        case .findSession: openSessionChooser()
        case .submit:
            switch start.choice {
            case .ask(let question)?: return ask(question, after: nil)
            case .open(let id)?: return open(id)
            case nil: say("Write a question first, or choose a sample with Tab.")
            }
        default: break
        }
        return []
    }

    /// Whether nothing else is on its way to the screen; says so when something is.
    private mutating func isFree() -> Bool {
        if arrival != nil { say("Another session is on its way: one moment.") }
        return arrival == nil
    }

    mutating func open(_ id: SessionID) -> [Effect] {
        guard isFree() else { return [] }
        arrival = .stored(id)
        return [.openSession(id)]
    }

    mutating func ask(_ question: String, after: SessionID?) -> [Effect] {
        guard isFree() else { return [] }
        arrival = .run
        return [.ask(question, after: after), .loadRecords(question: question)]
    }

    private mutating func performOnSession(
        _ command: Command,
        about subject: Subject?
    ) -> [Effect] {
        // A list was about the step it was opened on, whatever has begun since.
        if let step = subject?.step, session?.focus == .graph, Self.looking.contains(command) {
            withSession { $0.select(.node(.step(step))) }
        }
        switch command {
        case _ where Command.decisions.contains(command):
            return beginDecision(command, about: subject)
        case .home:
            guard !isRunning else {
                say("The run is still going on: \(named(.interrupt)) ends it.")
                return []
            }
            screen = .start
            return [.unfollow, .loadHistory]
        case .askOn, .verdictRight, .verdictWrong: return performAfterwards(command)
        case .find:
            open(.write(Writer("find", for: .find, text: session?.query ?? "")))
        case .nextMatch, .previousMatch: return find(next: command == .nextMatch)
        case .copy: return copy(session?.textInFocus, "the pane's text")
        case .copyAnswer: return copy(session?.answer, "the answer")
        case .openInPager:
            guard let text = session?.textInFocus, !text.isEmpty else {
                say("Nothing to read here: choose a pane with Tab.")
                return []
            }
            return [.page(text)]
        case .contextMenu: openStepMenu()
        case .zoom where session?.selectedEdge != nil: openPage(.edge)
        case .notices: openPage(.notices)
        case .question: openPage(.question)
        case .request:
            openPage(.request)
            if opened == nil {
                say("Choose an agent that has been called: nothing was sent to this one.")
            }
        case .resume:
            guard let session, session.canBeResumed else {
                say("The session has its end: it cannot go on.")
                return []
            }
            guard isFree() else { return [] }
            arrival = .run
            return [.resume(session.state.id)]
        case .nextView:
            guard can(.nextView) else {
                say("Only a run of this program can be shown so; podium watch tells another's.")
                return []
            }
            return [.leaveScreen(.stream)]
        default: withSession { $0.perform(command) }
        }
        return []
    }

    /// The commands that look at one agent.
    private static let looking: Set<Command> = [.zoom, .copy, .openInPager, .request, .nextEdge]

    private mutating func copy(_ text: String?, _ what: String) -> [Effect] {
        guard let text, !text.isEmpty else {
            say("There is nothing to copy yet.")
            return []
        }
        // Whether the terminal takes it, it does not say.
        let size = "\(text.count) \(text.count == 1 ? "character" : "characters")"
        say("Copied \(what) to the terminal's clipboard: \(size).")
        return [.copy(text)]
    }

    mutating func find(next: Bool) -> [Effect] {
        guard let query = session?.query, !query.isEmpty else {
            say("Nothing is searched for yet: \(named(.find)) does.")
            return []
        }
        var found: Int?
        withSession { found = $0.revealMatch(next: next) }
        if let found {
            say("\(found) of \(session?.matchCount ?? 0): \"\(query)\"", isNews: true)
        } else {
            say("\"\(query)\" is in no pane.")
        }
        return []
    }

    private mutating func performAfterwards(_ command: Command) -> [Effect] {
        guard let session, let closed = session.state.closed, session.replay?.isAtEnd ?? true
        else {
            say("There is no answer yet.")
            return []
        }
        guard command != .askOn else {
            write(closed.answer == nil ? anotherTry : nextQuestion)
            return []
        }
        guard closed.answer != nil else {
            say("There is no answer.")
            return []
        }
        let isRight = command == .verdictRight
        let verdict = session.verdict == isRight ? nil : isRight
        withSession { $0.verdict = verdict }
        return [
            .giveVerdict(session.state.id, isRight: verdict),
            .loadRecords(question: session.state.opened?.question),
        ]
    }

    private var nextQuestion: Writer {
        Writer(
            "the next question",
            for: .question,
            placeholder: "Models are told what was asked and answered so far."
        )
    }

    /// What had no answer is asked in other words, or once more as it is.
    private var anotherTry: Writer {
        Writer("ask again", for: .question, text: session?.state.opened?.question ?? "")
    }

    // MARK: The mouse

    private mutating func handle(_ mouse: MouseEvent) -> [Effect] {
        if case .press = mouse.action { notice = nil }
        if opened != nil { return finish(opened?.overlay.handle(mouse) ?? .closed) }
        if mouse.action == .press(.left),
            let hit = footerAreas.first(where: { $0.area.contains(mouse.position) })
        {
            return perform(hit.command)
        }
        switch screen {
        case .session:
            withSession { $0.handle(mouse) }
            if mouse.action == .press(.right) { openStepMenu() }
        case .start:
            switch mouse.action {
            case .scrollUp: start.move(by: -1)
            case .scrollDown: start.move(by: 1)
            case .press(.left): start.focus(at: mouse.position)
            default: break
            }
        }
        return []
    }
}
