import CellUI
import PodiumCore

/// What comes of the things that are open over the screen.
extension Workbench {
    mutating func finish(_ result: OverlayResult) -> [Effect] {
        guard let opened else { return [] }
        switch result {
        case .open: previewTheme()
        case .closed: leave(opened.overlay)
        case .openEditor(let text): return [.edit(text)]
        case .taken(let intent):
            self.opened = nil
            return carryOut(intent, about: opened.subject)
        case .written(let writer):
            self.opened = nil
            return use(writer, about: opened.subject)
        }
        return []
    }

    /// Closes what is open without taking anything; what was written is kept for another time.
    private mutating func leave(_ overlay: Overlay) {
        switch overlay {
        case .confirm(let confirmation):
            if isTelling { say("Nothing was done.") }
            // It is there again when the answer to what it costs was no.
            close(keeping: confirmation.back)
        case .write(let writer):
            withSession { $0.keepDraft(of: writer) }
            opened = nil
        case .page, .choose, .check: dismiss()
        }
    }

    private mutating func carryOut(_ intent: Intent, about subject: Subject?) -> [Effect] {
        switch intent {
        case .perform(let command): return command.act(&self, subject)
        case .decide(let override): return decide(override, about: subject)
        case .decideAnyway(let override): return send(override, about: subject)
        case .write(let writer):
            write(writer, about: subject)
            return []
        case .ask(let question):
            guard question.contains(where: { !$0.isWhitespace }) else { return [] }
            // Without an answer the conversation goes on where it did before.
            let state = session?.state
            return ask(
                question,
                after: state?.closed?.answer == nil ? state?.opened?.follows : state?.id
            )
        case .find(let text):
            withSession { $0.find(text) }
            return text.isEmpty ? [] : find(next: true)
        case .filterEvents(let text):
            withSession { $0.filterEvents(by: text) }
            return []
        case .goTo(let text):
            var complaint: String?
            withSession { complaint = $0.goTo(text) }
            if let complaint { say(complaint) }
            return []
        case .open(let id): return open(id)
        case .showSessions(let client): return [.loadSessions(of: client)]
        case .asking(let choice):
            asking.take(choice)
            return []
        case .take(let theme): return keep(theme)
        case .change(let setting): return change(setting)
        case .quit: return quitAnyway()
        case .complain(let reason):
            say(reason)
            return []
        }
    }

    /// Nothing that was written is lost: it stands there again when it was refused, and behind the
    /// question what it costs; until the run has taken it, it is a draft.
    private mutating func use(_ writer: Writer, about subject: Subject?) -> [Effect] {
        if isTelling { echo(writer) }
        let intent = writer.purpose.intent(of: writer.editor.text, in: session?.state)
        let effects = carryOut(intent, about: subject)
        switch overlay {
        case .confirm(var confirmation)?:
            confirmation.back = writer
            opened?.overlay = .confirm(confirmation)
        case nil where !writer.purpose.isDone && (effects.isEmpty || writer.purpose == .question):
            // What was refused may have changed meanwhile: now that is seen. A question stands there
            // until its session begins, which closes what is open.
            open(.write(writer), about: session.flatMap { subject?.seeing($0.state) })
            return effects
        default: break
        }
        withSession { $0.keepDraft(of: writer) }
        return effects
    }

    /// The text that comes back from the editor stands in the same overlay, to be looked at once
    /// more.
    mutating func take(edited text: String?) {
        guard let text, case .write(var writer)? = overlay else { return }
        writer.editor.setText(text)
        opened?.overlay = .write(writer)
    }

    private mutating func keep(_ theme: NamedTheme) -> [Effect] {
        look.theme = theme.theme
        automaticThemes = nil
        preferences.theme = theme.name
        return [.savePreferences(preferences)]
    }
}

extension Writer.Purpose {
    /// Whether a line is done with once it was used, whatever came of it.
    fileprivate var isDone: Bool { isSearch || self == .words || self == .place }
}
