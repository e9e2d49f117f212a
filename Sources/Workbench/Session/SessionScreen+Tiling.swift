import CellUI
import PodiumCore

/// How the panes share the screen.
extension SessionScreen {
    /// The panes that a person has not hidden, in their order.
    var shownPanes: [PaneID] { panes.filter { !hiddenPanes.contains($0) } }

    /// How each of the shown panes stands.
    func tilings(of model: GraphModel) -> [PaneTiling.Pane] {
        let layers = Dictionary(
            zip(model.nodes.map(\.pane), model.graph.layerOfNode),
            uniquingKeysWith: { first, _ in first }
        )
        let looked = focus == .graph && followsWork ? nil : selected
        return shownPanes.map { pane in
            PaneTiling.Pane(
                activity: activity(of: pane),
                layer: layers[pane] ?? 0,
                isKept: pane == looked || pinnedPanes.contains(pane),
                isFocused: pane == looked
            )
        }
    }

    /// Whether a pane stands for what its agent came to, and nobody has gone to a place in it.
    func showsBeginning(of pane: PaneID) -> Bool {
        pane != .answer && documents[pane]?.isRead == false && activity(of: pane) == .settled
    }

    /// An agent has come to its end: who followed it from elsewhere reads it from its beginning.
    mutating func settle(_ pane: PaneID) {
        if focus != pane, documents[pane]?.followsEnd == true { documents[pane]?.isRead = false }
    }

    private func activity(of pane: PaneID) -> PaneTiling.Pane.Activity {
        let isOver = state.isClosed || broken != nil
        switch pane {
        case .conductor(let id):
            guard let workflow = state.workflow(id), workflow.accepted == nil else {
                return .settled
            }
            return isOver || workflow.isSuperseded ? .settled : .running
        case .step(let id):
            guard let step = state.step(id), !step.isSettled, !isOver else { return .settled }
            return step.status == .waiting ? .waiting : .running
        case .graph, .draft, .answer: return .settled
        }
    }

    /// Where everything stands. How wide panes are does not depend on what is in them, so that what
    /// they want is asked at the width they have.
    mutating func layout(
        on size: Size,
        tilings: [PaneTiling.Pane],
        meter: MeterPane,
        look: Look,
        now: Timestamp
    ) -> SessionLayout {
        var tilings = tilings
        var meterLines: [Int: Int] = [:]
        func lineCount(width: Int) -> Int {
            if let known = meterLines[width] { return known }
            let lines = meter.lineCount(width: width) + 2
            meterLines[width] = lines
            return lines
        }
        func layout(answerLines: Int) -> SessionLayout {
            SessionLayout(
                size: size,
                panes: tilings,
                meterLines: lineCount,
                answer: documents[.answer].map { _ in
                    SessionLayout.Answer(lines: answerLines, isFocused: focus == .answer)
                },
                choice: layoutChoice,
                isReplay: replay != nil,
                events: isZoomed ? nil : eventRoom
            )
        }
        let first = layout(answerLines: PaneTiling.leastHeight)
        guard !isZoomed else { return first }
        for (index, pane) in shownPanes.enumerated() where tilings[index].activity != .running {
            // As long as something is to come, a plan is told by the workflow.
            if case .conductor = pane, !state.isClosed, broken == nil, !tilings[index].isKept {
                tilings[index].wanted = 1
                continue
            }
            // A pane that is out of view and has done its work is not read for its height.
            guard !first.panes[index].isEmpty else { continue }
            let width = first.panes[index].width
            tilings[index].wanted = wantedHeight(of: pane, width: width, look: look, now: now)
        }
        let text = AgentPane.textWidth(in: first.answer.width)
        documents[.answer]?.layOut(width: text, look: look)
        let lines = (documents[.answer]?.lineCount(atMost: AgentPane.highestPane) ?? 0) + 2
        return layout(answerLines: lines)
    }

    /// The height that a pane of a width would fill, frame included.
    private mutating func wantedHeight(
        of pane: PaneID,
        width: Int,
        look: Look,
        now: Timestamp
    ) -> Int {
        let text = AgentPane.textWidth(in: width)
        guard documents[pane] != nil else { return 0 }
        renewPlan(in: pane, width: text)
        documents[pane]?.layOut(width: text, look: look)
        let title = AgentTitle(pane, state, look: look, now: now, frame: 0)
        return AgentPane(pane: pane, title: title, isFocused: false, look: look, now: now)
            // In place: what was laid out is kept.
            .wantedHeight(of: &documents[pane, default: PaneDocument()], width: text)
    }

    /// What an agent came to, on one line: how its answer begins, or how long its plan is.
    func beginning(of pane: PaneID) -> String {
        if case .conductor(let id) = pane, let steps = state.workflow(id)?.accepted?.workflow.steps
        {
            return steps.count == 1 ? "a plan of 1 step" : "a plan of \(steps.count) steps"
        }
        return documents[pane]?.beginning ?? ""
    }

    /// `3 more: 2 done, 1 waits`
    func draw(_ note: PaneTiling.Note, into buffer: inout CellBuffer, look: Look) {
        let panes = shownPanes
        let activities = note.hidden.map { activity(of: panes[$0]) }
        let parts = [
            (PaneTiling.Pane.Activity.running, "at work"), (.waiting, "waiting"),
            (.settled, "done"),
        ].compactMap { activity, word in
            let count = activities.count { $0 == activity }
            return count > 0 ? "\(count) \(word)" : nil
        }
        let text = " \(note.hidden.count) more out of view: \(parts.joined(separator: ", "))"
        buffer.write(
            truncated(text, to: note.area.width, ellipsis: look.ellipsis),
            at: note.area.origin,
            style: look.theme.warning,
            in: note.area
        )
    }
}
