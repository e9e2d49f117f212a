import CellUI
import PodiumCore

/// A person's decisions: what they need to say, what it will cost, and then the decision itself.
extension Workbench {
    // MARK: What has to be said

    mutating func openRerouting(of step: StepState, about subject: Subject) {
        guard let state = session?.state else { return }
        let workers = state.presentWorkers
        let options =
            records.appraisal?(step.step.subtask, state.opened?.question ?? "", workers)
            ?? state.weighed(for: step.id)?.options ?? []
        let chooser = Chooser(
            "who does \(state.name(of: step.id))?",
            heading: (options.isEmpty ? [] : ["expected"]) + Self.workerHeading,
            rows: workers.map { worker in
                workerRow(
                    worker,
                    isCurrent: worker.name == step.step.worker,
                    expected: options.isEmpty ? nil : expected(of: worker, options),
                    meaning: .decide(.reroute(step.id, worker: worker.name))
                )
            } + absentRows(in: state, besides: options.isEmpty ? 0 : 1),
            selected: workers.firstIndex { $0.name == step.step.worker }
        )
        open(.choose(chooser), about: subject)
    }

    /// Workers that cannot be given a step now, and why.
    private func absentRows(in state: SessionState, besides columns: Int) -> [Chooser.Row] {
        state.pool.filter { !state.isPresent($0.name) }.map { worker in
            let left = state.away.first { $0.worker == worker.name }
            let reason = left.map { "away: \(Format.oneLine($0.reason))" } ?? "out of the pool"
            return Chooser.Row(
                intent: nil,
                text: "\(worker.name)  \(reason.prefix(60))",
                columns: Array(repeating: "", count: columns + Self.workerHeading.count)
            )
        }
    }

    /// How likely it is right, and at what cost.
    private func expected(of worker: Worker, _ options: [WeighedStep.Option]) -> String {
        options.first { $0.worker == worker.name }.map {
            "\(Format.decimals($0.right, 2))  \(Self.cost($0, of: worker))"
        } ?? "-"
    }

    mutating func openInsertion(about subject: Subject) {
        guard let state = session?.state else { return }
        let rows = state.presentWorkers.map { worker in
            let purpose = Writer.Purpose.insertion(after: subject.step, worker: worker.name)
            let writer = Writer("subtask for \(worker.name)", for: purpose)
            return workerRow(worker, meaning: .write(writer))
        }
        let chooser = Chooser(
            "a new step: who does it?",
            heading: Self.workerHeading,
            rows: rows + absentRows(in: state, besides: 0)
        )
        open(.choose(chooser), about: subject)
    }

    mutating func openWithdrawal(about subject: Subject) {
        guard let state = session?.state else { return }
        let workers = state.pool.filter { state.isPresent($0.name) }
        guard !workers.isEmpty else { return say("The pool is empty.") }
        let chooser = Chooser(
            "who leaves the pool?",
            heading: Self.workerHeading,
            rows: workers.map { workerRow($0, meaning: .decide(.withdraw(worker: $0.name))) }
        )
        open(.choose(chooser), about: subject)
    }

    mutating func openReadmission(about subject: Subject) {
        guard let state = session?.state else { return }
        let workers = state.pool.filter { !state.isPresent($0.name) }
        guard !workers.isEmpty else { return say("Every worker is in the pool.") }
        let chooser = Chooser(
            "who comes back into the pool?",
            heading: Self.workerHeading,
            rows: workers.map { workerRow($0, meaning: .decide(.readmit(worker: $0.name))) }
        )
        open(.choose(chooser), about: subject)
    }

    mutating func openAccessList(of step: StepState, about subject: Subject) {
        guard let state = session?.state else { return }
        let seen = state.stepsInReach(of: step.workflow, before: step.id)
        guard !seen.isEmpty else {
            return say("\(state.name(of: step.id)) is the first: there is nothing it could see.")
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

    mutating func writeSubtask(of step: StepState, about subject: Subject) {
        guard let state = session?.state else { return }
        let title = "subtask of \(state.name(of: step.id))"
        write(Writer(title, for: .subtask(step.id), text: step.step.subtask), about: subject)
    }

    mutating func writeOutput(of step: StepState, about subject: Subject) {
        guard let state = session?.state else { return }
        let writer = Writer(
            "output of \(state.name(of: step.id))",
            for: .output(step.id),
            text: state.draftedOutput(of: step),
            placeholder: "What stands here counts as its output."
        )
        write(writer, about: subject)
    }

    mutating func writeRemark(about subject: Subject) {
        let writer = Writer(
            "another plan",
            for: .remark,
            placeholder: "What shall the conductor know? Empty: nothing more."
        )
        write(writer, about: subject)
    }

    mutating func writeBudget(about subject: Subject) {
        guard let state = session?.state else { return }
        let writer = Writer(
            "budget (used: \(BudgetWords.used(state)))",
            for: .budget,
            text: BudgetWords.text(state.budget),
            placeholder: "for example usd=0.5 tokens=2000 steps=8 seconds=60; empty: no limit"
        )
        write(writer, about: subject)
    }

    // MARK: What it costs

    /// Carries a decision out, or first asks when finished work would be thrown away.
    mutating func decide(_ override: Override, about subject: Subject?) -> [Effect] {
        guard let session else { return [] }
        do throws(OverrideRefusal) {
            let state = session.decidable
            if let text = try Consequence(of: override, in: state).text {
                let confirmation = Confirmation(text: text, intent: .decideAnyway(override))
                open(.confirm(confirmation), about: subject?.seeing(state))
                return []
            }
            _ = try OverridePreview(override, basedOn: subject?.seen, in: state)
        } catch {
            say(error.reason)
            return []
        }
        return send(override, about: subject)
    }

    func send(_ override: Override, about subject: Subject?) -> [Effect] {
        guard let session else { return [] }
        let seen = subject?.seen ?? session.state.sequence
        return [.decide(override, in: session.id, basedOn: seen)]
    }

    /// What was true when a question was asked may not be by the time it is answered.
    mutating func renewQuestion() {
        guard case .confirm(let confirmation)? = overlay else { return }
        guard case .decideAnyway(let override) = confirmation.intent else {
            if confirmation.text != quitQuestion?.text { opened = nil }
            if opened == nil, let question = quitQuestion { open(.confirm(question)) }
            return
        }
        guard let state = session?.decidable else { return }
        let subject = opened?.subject?.seeing(state)
        opened?.subject = subject
        do throws(OverrideRefusal) {
            let text = try Consequence(of: override, in: state).text ?? "Nothing is lost by it now."
            if isTelling, text != confirmation.text { say(text) }
            opened?.overlay = .confirm(
                Confirmation(text: text, intent: confirmation.intent, back: confirmation.back)
            )
        } catch {
            close(keeping: confirmation.back)
            say(error.reason)
        }
    }

    /// Closes what is open, but for what was written.
    mutating func close(keeping writer: Writer?) {
        // What was typed behind a colon stands in the text above.
        if let writer, writer.purpose != .words {
            opened?.overlay = .write(writer)
        } else {
            opened = nil
        }
    }
}
