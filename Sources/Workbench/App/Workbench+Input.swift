import CellUI
import PodiumCore

extension Workbench {
    mutating func handle(_ event: InputEvent) -> [Effect] {
        switch event {
        case .key(let key): return handle(key)
        case .text(let text): return type(text)
        case .paste(let text): paste(text)
        case .mouse(let mouse): return handle(mouse)
        case .resize(let size):
            self.size = size
            renewPage()
        case .background(let color): chooseTheme(background: color)
        case .terminated, .endOfInput:
            dismiss()
            return quitAnyway()
        case .wake, .suspendResumed: break
        }
        return []
    }

    /// Whether a character is text here and no command.
    private var takesText: Bool {
        if let opened { return opened.overlay.takesText }
        return !isTelling && screen == .start && start.part == .editor
    }

    /// What came at once. Where text is written, all of it is text, also its line ends. Where its first
    /// character is a command, it is keys that were typed ahead, and Enter is Enter.
    private mutating func type(_ text: String) -> [Effect] {
        quitDue = nil
        if takesText {
            notice = nil
            paste(text)
            return []
        }
        var effects: [Effect] = []
        var rest = text[...]
        while let character = rest.first {
            let stretch = takesText ? rest.prefix { $0 != "\n" && $0 != "\t" } : ""
            if stretch.isEmpty {
                rest.removeFirst()
                effects += handle(Key(typed: character))
            } else {
                rest = rest[stretch.endIndex...]
                paste(String(stretch))
            }
        }
        return effects
    }

    private mutating func paste(_ text: String) {
        if opened != nil {
            opened?.overlay.paste(text)
            previewTheme()
        } else if screen == .start {
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
        if opened?.themeBefore != nil { opened?.themeBefore = theme } else { look.theme = theme }
    }

    private mutating func handle(_ key: Key) -> [Effect] {
        // It was meant for a box that news has closed just now.
        let isWayOut = key == .ctrl("c") || key == .ctrl("z")
        if let quietUntil, now < quietUntil, !isWayOut { return [] }
        notice = nil
        if isTelling, key == .ctrl("z") { return [.suspend] }
        if opened != nil {
            // The way out holds everywhere.
            if key == .ctrl("c"), case .confirm(let confirmation)? = overlay,
                case .quit = confirmation.intent
            {
                return quitAnyway()
            }
            return finish(opened?.overlay.handle(key) ?? .closed)
        }
        if isTelling { return handleTelling(key) }
        quitDue = nil
        if screen == .start, start.takesText(key) {
            if key == .character("q"), start.holds(only: "") { quitDue = now + Self.quitTime }
            start.edit(key)
            return []
        }
        guard let command = keymap.command(for: key, in: place) else {
            guard place == .replay, let decision = keymap.command(for: key, in: .live),
                decision.traits.contains(.decision)
            else { return [] }
            if session?.mayGoOn == true { return decision.act(&self, nil) }
            say("A replay only shows what was: nothing can be decided in it.")
            return []
        }
        return command.act(&self, nil)
    }

    // MARK: The mouse

    private mutating func handle(_ mouse: MouseEvent) -> [Effect] {
        if isTelling { return [] }
        if case .press = mouse.action { notice = nil }
        if opened != nil { return finish(opened?.overlay.handle(mouse) ?? .closed) }
        if mouse.action == .press(.left),
            let hit = footerAreas.first(where: { $0.area.contains(mouse.position) })
        {
            return hit.command.act(&self, nil)
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

    // MARK: Texts

    mutating func copy(_ text: String?, _ what: String) -> [Effect] {
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

    // MARK: After the end

    /// The end of the session on screen, once it has come; says so when it has not.
    var reachedEnd: Shared<SessionClosed>? {
        mutating get {
            let closed = session?.hasEnded == true ? session?.state.closed : nil
            if closed == nil { say("There is no answer yet.") }
            return closed
        }
    }

    mutating func judge(isRight: Bool) -> [Effect] {
        guard let session, let closed = reachedEnd else { return [] }
        guard closed.answer != nil else {
            say("There is no answer.")
            return []
        }
        let verdict = session.verdict == isRight ? nil : isRight
        withSession { $0.verdict = verdict }
        return [
            .giveVerdict(session.id, isRight: verdict),
            .loadRecords(question: session.state.opened?.question),
        ]
    }

    /// What had no answer is asked in other words, or once more as it is.
    var anotherTry: Writer {
        Writer("ask again", for: .question, text: session?.state.opened?.question ?? "")
    }
}

extension Key {
    fileprivate init(typed character: Character) {
        switch character {
        case "\n": self = .enter
        case "\t": self = .tab
        default: self = .character(character)
        }
    }
}
