import CellUI
import PodiumCore

/// A person's decisions: what they need to say, what it will cost, and then the decision itself.
extension Workbench {
    mutating func beginDecision(_ command: Command, about subject: Subject?) -> [Effect] {
        guard let session else { return [] }
        guard session.isRunning else {
            say("The session is over: nothing of it can be changed.")
            return []
        }
        let subject = subject ?? session.subject
        switch command {
        case .approve: return decide(.approve, about: subject)
        case .hold: return decide(session.state.isHeld ? .proceed : .hold, about: subject)
        case .finish: return decide(.finish, about: subject)
        case .undo: return decide(.undo(nil), about: subject)
        case .replan:
            write(
                Writer(
                    "another plan",
                    for: .remark,
                    placeholder: "What shall the conductor know? Empty: nothing more."
                ),
                about: subject
            )
        case .budget:
            write(
                Writer(
                    "budget (used: \(BudgetWords.used(session.state)))",
                    for: .budget,
                    text: BudgetWords.text(session.state.budget),
                    placeholder:
                        "for example usd=0.5 tokens=2000 steps=8 seconds=60; empty: no limit"
                ),
                about: subject
            )
        case .withdraw, .readmit: openPoolChooser(command, about: subject)
        case .insert:
            let chooser = workerChooser(
                "a new step: who does it?",
                for: .insert(after: subject.step)
            )
            open(.choose(chooser), about: subject)
        default: return beginStepDecision(command, about: subject, in: session.state)
        }
        return []
    }

    private mutating func beginStepDecision(
        _ command: Command,
        about subject: Subject,
        in state: SessionState
    ) -> [Effect] {
        guard let step = subject.step.flatMap(state.step), !step.isDeleted else {
            say("Choose a step first: with the arrows, 1 to 9, or the mouse.")
            return []
        }
        let name = state.name(of: step.id)
        switch command {
        case .reroute:
            let chooser = workerChooser("who does \(name)?", for: .reroute(step.id))
            open(.choose(chooser), about: subject)
        case .edit, .editOutside:
            let writer = Writer(
                "subtask of \(name)",
                for: .subtask(step.id),
                text: step.step.subtask
            )
            write(writer, about: subject)
            if command == .editOutside, case .write(let writer)? = overlay {
                return [.edit(writer.editor.text)]
            }
        case .access: openAccessList(of: step, about: subject, in: state)
        case .write:
            write(
                Writer(
                    "output of \(name)",
                    for: .output(step.id),
                    placeholder: "What the step shall have given."
                ),
                about: subject
            )
        case .delete: return decide(.delete(step.id), about: subject)
        case .retry: return decide(.retry(step.id), about: subject)
        case .cancel: return decide(.cancel(step.id), about: subject)
        case .skip: return decide(.skip(step.id), about: subject)
        default: break
        }
        return []
    }

    private mutating func openAccessList(
        of step: StepState,
        about subject: Subject,
        in state: SessionState
    ) {
        let seen = state.stepsInReach(of: step.workflow, before: step.id)
        guard !seen.isEmpty else {
            say("\(state.name(of: step.id)) is the first: there is nothing it could see.")
            return
        }
        let list = Checklist(
            "what \(state.name(of: step.id)) sees",
            of: step.id,
            choices: seen.map(\.id),
            rows: seen.map { "\(state.name(of: $0.id)): \(Format.oneLine($0.step.subtask))" },
            ticked: Set(seen.indices.filter { step.step.access.contains(seen[$0].id) })
        )
        open(.check(list), about: subject)
    }

    private mutating func openPoolChooser(_ command: Command, about subject: Subject) {
        guard let state = session?.state else { return }
        let isOut = command == .readmit
        let workers = state.pool.filter { state.isPresent($0.name) != isOut }
        guard !workers.isEmpty else {
            say(isOut ? "Every worker is in the pool." : "The pool is empty.")
            return
        }
        let chooser = Chooser(
            isOut ? "who comes back into the pool?" : "who leaves the pool?",
            for: isOut ? .readmit : .withdraw,
            heading: Self.workerHeading,
            rows: workers.map { workerRow($0) }
        )
        open(.choose(chooser), about: subject)
    }

    /// Carries a decision out, or first asks when finished work would be thrown away.
    mutating func decide(_ override: Override, about subject: Subject?) -> [Effect] {
        guard let session else { return [] }
        do throws(OverrideRefusal) {
            if let text = try Consequence(of: override, in: session.state).text {
                let confirmation = Confirmation(text: text, action: .decide(override))
                open(.confirm(confirmation), about: subject)
                return []
            }
        } catch {
            say(error.reason)
            return []
        }
        return send(override, about: subject)
    }

    private func send(_ override: Override, about subject: Subject?) -> [Effect] {
        guard let session else { return [] }
        return [.decide(override, basedOn: subject?.seen ?? session.state.sequence)]
    }

    /// What was true when a question was asked may not be by the time it is answered.
    mutating func renewQuestion() {
        guard case .confirm(let confirmation)? = overlay,
            case .decide(let override) = confirmation.action, let state = session?.state
        else { return }
        do throws(OverrideRefusal) {
            let text = try Consequence(of: override, in: state).text ?? "Nothing is lost by it now."
            opened?.overlay = .confirm(
                Confirmation(text: text, action: confirmation.action, back: confirmation.back)
            )
        } catch {
            close(keeping: confirmation.back)
            say(error.reason)
        }
    }

    /// Closes what is open, but for what was written.
    private mutating func close(keeping writer: Writer?) {
        if let writer { opened?.overlay = .write(writer) } else { opened = nil }
    }

    // MARK: What came of an overlay

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
                withSession { $0.drafts[writer.purpose] = nil }
            }
            return effects
        case (.confirm(let confirmation), .confirmed):
            guard case .decide(let override) = confirmation.action else {
                return [.interrupt, .quit]
            }
            if let purpose = confirmation.back?.purpose { withSession { $0.drafts[purpose] = nil } }
            return send(override, about: subject)
        default: return []
        }
    }

    /// Nothing that was written is lost: it stands there again when it was refused, and behind the
    /// question what it costs.
    private mutating func keep(_ writer: Writer, about subject: Subject?) {
        switch overlay {
        case nil where writer.purpose != .find: open(.write(writer), about: subject)
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
            // Without an answer there is nothing to go on with.
            let earlier = session.flatMap { $0.state.closed?.answer == nil ? nil : $0.state.id }
            return ask(text, after: earlier)
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

/// A budget as the override's words have it.
enum BudgetWords {
    /// `$0.02, 1.2k tokens, 3 steps`
    static func used(_ state: SessionState) -> String {
        let spent = state.spent
        return "\(Format.cost(spent.cost)), \(Format.tokens(spent.usage.total)) tokens,"
            + " \(state.stepCalls) steps"
    }

    static func text(_ budget: Budget) -> String {
        [
            budget.picodollars.map { "usd=\(exact($0, per: 1_000_000_000_000))" },
            budget.tokens.map { "tokens=\($0)" },
            budget.steps.map { "steps=\($0)" },
            budget.milliseconds.map { "seconds=\(exact(Int64($0), per: 1_000))" },
        ].compactMap { $0 }.joined(separator: " ")
    }

    /// A count of small parts in the whole's unit, to the last digit: what is only looked at must
    /// not change. The parts of a whole are a power of ten.
    private static func exact(_ parts: Int64, per whole: Int64) -> String {
        let fraction = String(whole + parts % whole).dropFirst()
        let digits = String(fraction.reversed().drop { $0 == "0" }.reversed())
        return "\(parts / whole)" + (digits.isEmpty ? "" : ".\(digits)")
    }
}
