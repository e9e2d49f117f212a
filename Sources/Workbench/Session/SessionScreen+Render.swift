import CellUI
import PodiumCore

extension SessionScreen {
    /// Draws the whole screen. `frame` counts animation steps.
    mutating func render(
        size: Size,
        into buffer: inout CellBuffer,
        look: Look,
        now clock: Timestamp,
        frame: Int
    ) {
        let now = self.now(clock)
        let model = GraphModel(state, now: now)
        let answer = answerText(width: max(1, size.width / 2))
        let graph = GraphPane(model: model, look: look, frame: frame)
        if focus != .graph { self.graph.select(.node(focus)) }
        let layout = SessionLayout(
            size: size,
            weights: panes.map(weight),
            focused: panes.firstIndex(of: paneInView),
            answerLines: answer?.text.lineCount ?? 0,
            graphSize: graph.wantedSize(within: size, view: &self.graph)
        )
        areas = [:]

        StatusBar(screen: self, look: look, now: now, frame: frame)
            .render(in: layout.status, into: &buffer)
        if isZoomed, focus != .graph {
            let area = layout.graph.union(layout.meter, layout.answer, layout.panes)
            draw(focus, in: area, into: &buffer, look: look, now: now, frame: frame)
        } else {
            draw(graph, in: layout.graph, into: &buffer, look: look)
            MeterPane(state: state, look: look).render(in: layout.meter, into: &buffer)
            for (pane, area) in zip(panes, layout.panes) {
                draw(pane, in: area, into: &buffer, look: look, now: now, frame: frame)
            }
            if let answer { draw(answer, in: layout.answer, into: &buffer, look: look) }
        }
        Timeline(screen: self, look: look, now: now).render(in: layout.timeline, into: &buffer)
    }

    /// The time the screen tells: in a replay, that of the last event shown; after the end, that
    /// of the end.
    private func now(_ clock: Timestamp) -> Timestamp {
        replay != nil || state.closed != nil || broken != nil ? state.updatedAt ?? clock : clock
    }

    private mutating func draw(
        _ pane: PaneID,
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look,
        now: Timestamp,
        frame: Int
    ) {
        areas[pane] = area
        let title = AgentTitle(pane, state, look: look, now: now, frame: frame)
        AgentPane(pane: pane, title: title, isFocused: focus == pane, look: look)
            .render(in: area, screen: &self, into: &buffer)
    }

    private mutating func draw(
        _ graph: GraphPane,
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look
    ) {
        let isFocused = focus == .graph
        let inner = buffer.drawBox(
            in: area,
            border: isFocused ? look.focusedBorder : look.border,
            style: isFocused ? look.theme.borderFocused : look.theme.border,
            title: StyledText("workflow", look.theme.title)
        )
        areas[.graph] = area
        let body = inner.inset(dx: inner.width > 12 ? 1 : 0, dy: 0)
        graph.render(in: body, view: &self.graph, into: &buffer)
        nodeAreas = self.graph.nodeAreas
    }

    /// The pane that must be seen: the one in focus, else one that works, else the last.
    private var paneInView: PaneID {
        if focus != .graph { return focus }
        let working = state.runningAttempts.first.map { PaneID($0.agent) }
        return working ?? panes.last ?? .graph
    }

    /// The pane in focus gets the most room, working ones more than those that are done; a plan
    /// that has been written is the least interesting of all.
    private func weight(of pane: PaneID) -> Int {
        if pane == focus { return 8 }
        switch pane {
        case .conductor(let id): return state.workflow(id)?.accepted == nil ? 6 : 2
        case .step(let id): return state.step(id)?.isSettled == false ? 5 : 4
        case .graph, .draft: return 4
        }
    }

    // MARK: The answer

    private struct Verdict {
        var title: String
        var node: NodeState
        var text: WrappedText
    }

    /// What the run came to, or why it came to nothing.
    private func answerText(width: Int) -> Verdict? {
        if let broken {
            return Verdict(
                title: "broken off",
                node: .failed,
                text: WrappedText(broken, width: width)
            )
        }
        guard let closed = state.closed else { return nil }
        let advice = Advice.forFailure(of: state).map { " \($0)" } ?? ""
        let text = (closed.answer ?? closed.reason ?? "") + advice
        let (title, node): (String, NodeState) =
            switch closed.outcome {
            case .answered: ("answer", .finished)
            case .failed: ("no answer", .failed)
            case .cancelled: ("interrupted", .cancelled)
            case .budget: ("stopped by the budget", .failed)
            }
        return Verdict(title: title, node: node, text: WrappedText(text, width: width))
    }

    private func draw(
        _ verdict: Verdict,
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look
    ) {
        guard !area.isEmpty else { return }
        let style = look.style(verdict.node)
        let inner = buffer.drawBox(
            in: area,
            border: look.focusedBorder,
            style: style,
            title: StyledText("\(look.sign(verdict.node, frame: 0)) \(verdict.title)", style.bold())
        )
        let body = inner.inset(dx: 1, dy: 0)
        var text = verdict.text
        text.setWidth(body.width)
        for (row, line) in text.lines(in: 0..<body.height).enumerated() {
            buffer.write(
                line,
                at: Point(x: body.x, y: body.y + row),
                style: look.theme.text.bold(),
                in: body
            )
        }
    }
}

extension Rect {
    /// The smallest rectangle that holds this one and all others that are not empty.
    func union(_ one: Rect, _ two: Rect, _ more: [Rect]) -> Rect {
        ([one, two] + more).filter { !$0.isEmpty }.reduce(self) { sum, rect in
            let x = min(sum.minX, rect.minX)
            let y = min(sum.minY, rect.minY)
            return Rect(
                x: x,
                y: y,
                width: max(sum.maxX, rect.maxX) - x,
                height: max(sum.maxY, rect.maxY) - y
            )
        }
    }
}
