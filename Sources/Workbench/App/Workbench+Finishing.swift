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
        case .chosen, .checked, .written, .confirmed:
            self.opened = nil
            return take(result, of: opened.overlay, about: opened.subject)
        }
        return []
    }

    /// Closes what is open without taking anything; what was written is kept for another time.
    private mutating func leave(_ overlay: Overlay) {
        switch overlay {
        // It is there again when the answer to what it costs was no.
        case .confirm(let confirmation): close(keeping: confirmation.back)
        case .write(let writer):
            withSession { $0.keepDraft(of: writer) }
            opened = nil
        case .page, .choose, .check: dismiss()
        }
    }

    private mutating func take(
        _ result: OverlayResult,
        of overlay: Overlay,
        about subject: Subject?
    ) -> [Effect] {
        switch (overlay, result) {
        case (.choose(let chooser), .chosen(let choice)):
            return take(choice, for: chooser.purpose, about: subject)
        case (.check(let list), .checked(let steps)):
            return decide(.rewire(list.step, access: steps), about: subject)
        case (.write(let writer), .written(let text)):
            let effects = take(text, as: writer, about: subject)
            // A question stands there until its session begins, which closes what is open.
            if effects.isEmpty || writer.purpose == .question {
                keep(writer, about: subject)
            } else {
                // Until the run has taken it.
                withSession { $0.keepDraft(of: writer) }
            }
            return effects
        case (.confirm(let confirmation), .confirmed):
            guard case .decide(let override) = confirmation.action else {
                return [.interrupt, .quit]
            }
            if let writer = confirmation.back { withSession { $0.keepDraft(of: writer) } }
            return send(override, about: subject)
        default: return []
        }
    }

    /// Nothing that was written is lost: it stands there again when it was refused, and behind the
    /// question what it costs.
    private mutating func keep(_ writer: Writer, about subject: Subject?) {
        switch overlay {
        case nil where writer.purpose != .find:
            // What was refused may have changed meanwhile: now that is seen.
            open(.write(writer), about: session.flatMap { subject?.seeing($0.state) })
        case .confirm(var confirmation)?:
            confirmation.back = writer
            opened?.overlay = .confirm(confirmation)
        default: break
        }
    }

    private mutating func take(
        _ choice: Choice,
        for purpose: ChoicePurpose,
        about subject: Subject?
    ) -> [Effect] {
        switch (choice, purpose) {
        case (.command(let command), _): return perform(command, about: subject)
        case (.worker(let worker), .reroute(let step)):
            return decide(.reroute(step, worker: worker), about: subject)
        case (.worker(let worker), .insert(let after)):
            let purpose = Writer.Purpose.insertion(after: after, worker: worker)
            write(Writer("subtask for \(worker)", for: purpose), about: subject)
        case (.worker(let worker), .withdraw):
            return decide(.withdraw(worker: worker), about: subject)
        case (.worker(let worker), .readmit):
            return decide(.readmit(worker: worker), about: subject)
        case (.theme(let name), .theme(let among)): return keepTheme(name, among: among)
        case (.setting(let setting), _): return change(setting)
        case (.session(let id), _): return open(id)
        default: break
        }
        return []
    }

    private mutating func take(
        _ text: String,
        as writer: Writer,
        about subject: Subject?
    ) -> [Effect] {
        switch writer.purpose {
        case .subtask(let step): return decide(.rewrite(step, subtask: text), about: subject)
        case .output(let step): return decide(.write(step, output: text), about: subject)
        case .insertion(let after, let worker):
            return decide(
                .insert(after: after, worker: worker, subtask: text, access: nil, readers: nil),
                about: subject
            )
        case .remark: return decide(.replan(remark: text), about: subject)
        case .budget:
            guard let state = session?.state else { return [] }
            do throws(OverrideWords.Failure) {
                let override = try OverrideWords.read(line: "budget none \(text)", in: state)
                return decide(override, about: subject)
            } catch {
                say(error.description)
                return []
            }
        case .find:
            withSession { $0.find(text) }
            return text.isEmpty ? [] : find(next: true)
        case .question:
            guard text.contains(where: { !$0.isWhitespace }) else { return [] }
            // Without an answer the conversation goes on where it did before.
            let state = session?.state
            return ask(
                text,
                after: state?.closed?.answer == nil ? state?.opened?.follows : state?.id
            )
        }
    }

    /// The text that comes back from the editor stands in the same overlay, to be looked at once
    /// more.
    mutating func take(edited text: String?) {
        guard let text, case .write(var writer)? = overlay else { return }
        writer.editor.setText(text)
        opened?.overlay = .write(writer)
    }
}
