import PodiumCore

/// What one agent was shown of another's work: the text of a selected edge.
struct EdgeDetail: Equatable, Sendable {
    /// How much of the one node the other has seen.
    enum Sight: Hashable, Sendable {
        /// This attempt's text.
        case shown(AttemptID)
        /// It was told that there is no output.
        case lacked
        /// It has begun, and neither saw an output nor was told of one.
        case nothing
        /// It has not begun.
        case pending
    }

    /// `1 linguist → 3 reckoner`
    var title: String
    /// `1 linguist`
    var seen: String
    var sight: Sight
    /// One sentence: what the reader saw, and of which attempt, or why it saw nothing.
    var summary: String
    /// The subtask of the step that was seen, as the reader was told it, or would be.
    var subtask: String?
    /// Exactly the text that the reader was shown, or would be; nil when there is none.
    var text: String?

    /// Nil when the graph has no such edge.
    init?(_ state: SessionState, from: PaneID, to: PaneID, unicode: Bool = true) {
        let model = GraphModel(
            state,
            now: state.updatedAt ?? state.openedAt ?? Timestamp(microseconds: 0)
        )
        guard let edge = model.edge(from: from, to: to) else { return nil }
        let (seen, reader) = (model.nodes[edge.from], model.nodes[edge.to])
        title = "\(seen.label) \(unicode ? "→" : "->") \(reader.label)"
        self.seen = seen.label
        let sightings = Sightings(state, seen: seen, reader: reader)
        switch from {
        case .step(let step): (sight, summary, subtask, text) = sightings.of(step)
        case .conductor, .draft, .graph, .answer:
            (sight, summary, subtask, text) = sightings.ofPlan()
        }
    }
}

/// Finds what a reader's last attempt was shown.
private struct Sightings {
    typealias Parts = (EdgeDetail.Sight, String, String?, String?)

    let state: SessionState
    let seen: GraphModel.Node
    let reader: GraphModel.Node
    /// The reader's last attempt; nil when it has not begun.
    private let attempt: AttemptState?

    init(_ state: SessionState, seen: GraphModel.Node, reader: GraphModel.Node) {
        self.state = state
        self.seen = seen
        self.reader = reader
        let agent: Agent? =
            switch reader.pane {
            case .conductor(let id): .conductor(id)
            case .step(let id): .step(id)
            case .draft, .graph, .answer: nil
            }
        attempt = state.attempts.last { $0.agent == agent }
    }

    // MARK: A step's output

    func of(_ step: StepID) -> Parts {
        guard let attempt else { return pending(step) }
        if let output = attempt.saw.first(where: { stepShown(by: $0) == step }) {
            return shown(output, of: step, to: attempt)
        }
        if let lacked = attempt.lacked?.first(where: { $0.step == step }) {
            let summary =
                "\(reader.label) was told that this was to be done before and gave no result:"
                + " \(seen.label) \(standing(of: step))."
            return (.lacked, summary, lacked.subtask, nil)
        }
        let summary =
            "\(name(of: attempt)) saw nothing of \(seen.label), which"
            + " \(standing(of: step))\(again)."
        return (.nothing, summary, nil, nil)
    }

    private func shown(
        _ output: SeenOutput,
        of step: StepID,
        to reading: AttemptState
    ) -> Parts {
        guard let source = state.attempt(output.attempt) else {
            return (.nothing, "What \(name(of: reading)) saw is lost.", output.subtask, nil)
        }
        let subtask = output.subtask ?? source.subtask
        // A conductor is shown the last attempt at every step, those without output too.
        guard source.gaveOutput else {
            let summary = "\(name(of: reading)) was told that \(name(of: source)) gave no result."
            return (.lacked, summary, subtask, nil)
        }
        let summary = "\(name(of: reading)) was shown the text of \(name(of: source))\(again)."
        return (.shown(source.id), summary, subtask, source.text)
    }

    private func pending(_ step: StepID) -> Parts {
        let subtask = state.step(step)?.step.subtask
        guard case .finished(let attempt)? = state.step(step)?.status,
            let output = state.attempt(attempt)
        else {
            let summary =
                "\(reader.label) has not begun; \(seen.label) \(standing(of: step)), so there is"
                + " nothing yet that it would see."
            return (.pending, summary, subtask, nil)
        }
        let summary =
            "\(reader.label) has not begun; it would be shown the text of \(name(of: output))."
        return (.pending, summary, subtask, output.text)
    }

    /// The step as whose output it is shown.
    private func stepShown(by output: SeenOutput) -> StepID? {
        if let step = output.step { return step }
        guard case .step(let step)? = state.attempt(output.attempt)?.agent else { return nil }
        return step
    }

    // MARK: A conductor's plan

    /// Of its plan a step is shown its own subtask, and nothing else.
    func ofPlan() -> Parts {
        guard let attempt else {
            let summary = "\(reader.label) has not begun; of the plan it will see its subtask."
            return (.pending, summary, nil, reader.subtask.isEmpty ? nil : reader.subtask)
        }
        let plan = state.workflow(seen.workflow)?.attempts.last ?? attempt.id
        guard let subtask = attempt.subtask else {
            return (.nothing, "\(name(of: attempt)) saw nothing of this plan.", nil, nil)
        }
        let summary = "Of the plan \(name(of: attempt)) was shown its subtask, and nothing else."
        return (.shown(plan), summary, nil, subtask)
    }

    // MARK: Words

    /// ` (it will be done again)` for a reader that is stale.
    private var again: String {
        reader.badges.contains(.stale) ? " (it will be done again)" : ""
    }

    /// `1 linguist`, or `attempt 2 of 3 of 1 linguist`; another's attempt with its worker.
    private func name(of attempt: AttemptState) -> String {
        let all = state.attempts.filter { $0.agent == attempt.agent }
        let number = (all.firstIndex { $0.id == attempt.id } ?? 0) + 1
        let owner: String =
            switch attempt.agent {
            case _ where PaneID(attempt.agent) == seen.pane: seen.label
            case _ where PaneID(attempt.agent) == reader.pane: reader.label
            default: "\(attempt.worker) (for \(attempt.agent))"
            }
        return all.count > 1 ? "attempt \(number) of \(all.count) of \(owner)" : owner
    }

    private func standing(of step: StepID) -> String {
        switch state.step(step)?.status {
        case .waiting?: seen.badges.contains(.stale) ? "is to be done again" : "has not begun"
        case .running?: "is running"
        case .nested?: "is answered by a workflow of its own, which runs"
        case .retrying?: "will be tried again"
        case .asking(let reason)?: "waits for you: \(Format.oneLine(reason))"
        case .finished?: "finished only later"
        case .failed(let reason)?: "failed: \(Format.oneLine(reason))"
        case .skipped(let reason)?: "was skipped: \(Format.oneLine(reason))"
        case .cancelled(let reason)?: "was cancelled: \(Format.oneLine(reason))"
        case .deleted?, nil: "is no part of the workflow any more"
        }
    }
}
