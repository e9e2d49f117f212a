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
                    text: state.output(of: step.id) ?? "",
                    placeholder: "What stands here counts as its output."
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
                open(.confirm(confirmation), about: subject?.seeing(session.state))
                return []
            }
            _ = try OverridePreview(override, basedOn: subject?.seen, in: session.state)
        } catch {
            say(error.reason)
            return []
        }
        return send(override, about: subject)
    }

    func send(_ override: Override, about subject: Subject?) -> [Effect] {
        guard let session else { return [] }
        return [.decide(override, basedOn: subject?.seen ?? session.state.sequence)]
    }

    /// What was true when a question was asked may not be by the time it is answered.
    mutating func renewQuestion() {
        guard case .confirm(let confirmation)? = overlay, let state = session?.state else { return }
        guard case .decide(let override) = confirmation.action else {
            if !isRunning { opened = nil }
            return
        }
        let subject = opened?.subject?.seeing(state)
        opened?.subject = subject
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
    mutating func close(keeping writer: Writer?) {
        if let writer { opened?.overlay = .write(writer) } else { opened = nil }
    }
}
