import CellUI
import PodiumCore

/// A person's decisions: what they need to say, what it will cost, and then the decision itself.
extension Workbench {
    mutating func beginDecision(_ command: Command) -> [Effect] {
        guard let session else { return [] }
        guard session.isRunning else {
            say("The session is over: nothing of it can be changed.")
            return []
        }
        basis = subject?.basis ?? session.state.sequence
        switch command {
        case .approve: return decide(.approve)
        case .hold: return decide(session.state.isHeld ? .proceed : .hold)
        case .finish: return decide(.finish)
        case .undo: return decide(.undo(nil))
        case .replan:
            overlay = .write(
                Writer(
                    "another plan",
                    for: .remark,
                    placeholder: "What shall the conductor know? Empty: nothing more."
                )
            )
        case .budget:
            overlay = .write(
                Writer(
                    "budget (used: \(BudgetWords.used(session.state)))",
                    for: .budget,
                    text: BudgetWords.text(session.state.budget),
                    placeholder: "usd=0.5 tokens=2000 steps=8 seconds=60; empty: no limit"
                )
            )
        case .withdraw, .readmit: openPoolChooser(command)
        default: return beginStepDecision(command, in: session)
        }
        return []
    }

    private mutating func beginStepDecision(
        _ command: Command,
        in session: SessionScreen
    ) -> [Effect] {
        if command == .insert {
            let after = subject.map(\.step) ?? session.selectedStep?.id
            overlay = .choose(
                workerChooser("a new step: who does it?", for: .insert(after: after))
            )
            return []
        }
        let looked = subject.map { $0.step.flatMap(session.state.step) } ?? session.selectedStep
        guard let step = looked, !step.isDeleted else {
            say("Choose a step first: with the arrows, 1 to 9, or the mouse.")
            return []
        }
        let name = session.state.name(of: step.id)
        switch command {
        case .reroute:
            overlay = .choose(workerChooser("who does \(name)?", for: .reroute(step.id)))
        case .edit, .editOutside:
            overlay = .write(
                Writer("subtask of \(name)", for: .subtask(step.id), text: step.step.subtask)
            )
            if command == .editOutside { return [.edit(step.step.subtask)] }
        case .access: openAccessList(of: step, in: session.state)
        case .write:
            overlay = .write(
                Writer(
                    "output of \(name)",
                    for: .output(step.id),
                    placeholder: "What the step shall have given."
                )
            )
        case .delete: return decide(.delete(step.id))
        case .retry: return decide(.retry(step.id))
        case .cancel: return decide(.cancel(step.id))
        case .skip: return decide(.skip(step.id))
        default: break
        }
        return []
    }

    private mutating func openAccessList(of step: StepState, in state: SessionState) {
        let seen = state.stepsInReach(of: step.workflow, before: step.id)
        guard !seen.isEmpty else {
            say("\(state.name(of: step.id)) is the first: there is nothing it could see.")
            return
        }
        overlay = .check(
            Checklist(
                "what \(state.name(of: step.id)) sees",
                of: step.id,
                choices: seen.map(\.id),
                rows: seen.map { "\(state.name(of: $0.id)): \(Format.oneLine($0.step.subtask))" },
                ticked: Set(seen.indices.filter { step.step.access.contains(seen[$0].id) })
            )
        )
    }

    private mutating func openPoolChooser(_ command: Command) {
        guard let state = session?.state else { return }
        let isOut = command == .readmit
        let workers = state.pool.filter { state.isPresent($0.name) != isOut }
        guard !workers.isEmpty else {
            say(isOut ? "Every worker is in the pool." : "The pool is empty.")
            return
        }
        overlay = .choose(
            Chooser(
                isOut ? "who comes back into the pool?" : "who leaves the pool?",
                for: isOut ? .readmit : .withdraw,
                rows: workers.map { workerRow($0) }
            )
        )
    }

    /// Carries a decision out, or first asks when finished work would be thrown away.
    mutating func decide(_ override: Override) -> [Effect] {
        guard let session else { return [] }
        do throws(OverrideRefusal) {
            if let text = try Consequence(of: override, in: session.state).text {
                overlay = .confirm(Confirmation(text: text, action: .decide(override)))
                return []
            }
        } catch {
            say(error.reason)
            return []
        }
        return send(override)
    }

    /// What was true when a question was asked may not be by the time it is answered.
    mutating func renewQuestion() {
        guard case .confirm(let confirmation)? = overlay,
            case .decide(let override) = confirmation.action, let state = session?.state
        else { return }
        do throws(OverrideRefusal) {
            let text = try Consequence(of: override, in: state).text ?? "Nothing is lost by it now."
            overlay = .confirm(
                Confirmation(text: text, action: confirmation.action, back: confirmation.back)
            )
        } catch {
            overlay = confirmation.back.map(Overlay.write)
            say(error.reason)
        }
    }

    private mutating func send(_ override: Override) -> [Effect] {
        guard let session else { return [] }
        let basedOn = basis ?? session.state.sequence
        basis = nil
        return [.decide(override, basedOn: basedOn)]
    }

    // MARK: What came of an overlay

    mutating func finish(_ result: OverlayResult) -> [Effect] {
        guard let overlay else { return [] }
        switch result {
        case .open:
            previewTheme()
            return []
        case .openEditor(let text): return [.edit(text)]
        case .closed:
            dismiss()
            subject = nil
            // What was written is there again when the answer to what it costs was no.
            if case .confirm(let confirmation) = overlay, let writer = confirmation.back {
                self.overlay = .write(writer)
            }
            return []
        case .chosen, .checked, .written, .confirmed: break
        }
        self.overlay = nil
        defer { subject = nil }
        switch (overlay, result) {
        case (.choose(let chooser), .chosen(let choice)): return take(choice, for: chooser.purpose)
        case (.write(let writer), .written(let text)):
            let effects = take(text, as: writer)
            // A question stands there until its session begins, which closes what is open.
            if effects.isEmpty || writer.purpose == .question { keep(writer) }
            return effects
        case (.check(let list), .checked(let steps)):
            return decide(.rewire(list.step, access: steps))
        case (.confirm(let confirmation), .confirmed):
            switch confirmation.action {
            case .quit: return [.interrupt, .quit]
            case .decide(let override): return send(override)
            }
        default: return []
        }
    }

    /// Nothing that was written is lost: it stands there again when it was refused, and behind the
    /// question what it costs.
    private mutating func keep(_ writer: Writer) {
        switch overlay {
        case nil where writer.purpose != .find: overlay = .write(writer)
        case .confirm(var confirmation)?:
            confirmation.back = writer
            overlay = .confirm(confirmation)
        default: break
        }
    }

    private mutating func take(_ choice: Choice, for purpose: ChoicePurpose) -> [Effect] {
        switch (choice, purpose) {
        case (.command(let command), _): return perform(command)
        case (.worker(let worker), .reroute(let step)):
            return decide(.reroute(step, worker: worker))
        case (.worker(let worker), .insert(let after)):
            overlay = .write(
                Writer("subtask for \(worker)", for: .insertion(after: after, worker: worker))
            )
        case (.worker(let worker), .withdraw): return decide(.withdraw(worker: worker))
        case (.worker(let worker), .readmit): return decide(.readmit(worker: worker))
        case (.theme(let name), _): return keepTheme(name)
        case (.setting(let setting), _): return change(setting)
        case (.session(let id), _): return open(id)
        default: break
        }
        return []
    }

    private mutating func take(_ text: String, as writer: Writer) -> [Effect] {
        switch writer.purpose {
        case .subtask(let step): return decide(.rewrite(step, subtask: text))
        case .output(let step): return decide(.write(step, output: text))
        case .insertion(let after, let worker):
            return decide(
                .insert(after: after, worker: worker, subtask: text, access: nil, readers: nil)
            )
        case .remark: return decide(.replan(remark: text))
        case .budget:
            guard let state = session?.state else { return [] }
            do throws(OverrideWords.Failure) {
                return decide(try OverrideWords.read(line: "budget none \(text)", in: state))
            } catch {
                say(error.description)
                return []
            }
        case .find:
            withSession { $0.find(text) }
            return text.isEmpty ? [] : find(next: true)
        case .question:
            guard text.contains(where: { !$0.isWhitespace }) else { return [] }
            return ask(text, after: session?.state.id)
        }
    }

    /// The text that comes back from the editor stands in the same overlay, to be looked at once
    /// more.
    mutating func take(edited text: String?) {
        guard let text, case .write(var writer)? = overlay else { return }
        writer.editor.setText(text)
        overlay = .write(writer)
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
