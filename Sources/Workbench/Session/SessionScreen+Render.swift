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
        if focus != .graph || followsWork, let selected { self.graph.select(.node(selected)) }
        let layout = SessionLayout(
            size: size,
            weights: panes.map(weight),
            focused: selected.flatMap(panes.firstIndex),
            answerLines: answer?.text.lineCount ?? 0,
            graphSize: graph.wantedSize(within: size, view: &self.graph),
            graphShare: graphShare
        )
        areas = [:]
        body = layout.body
        timelineArea = Timeline.track(in: layout.timeline)

        StatusBar(screen: self, look: look, now: now, frame: frame)
            .render(in: layout.status, into: &buffer)
        if isZoomed, focus != .graph {
            draw(focus, in: layout.body, into: &buffer, look: look, now: now, frame: frame)
        } else {
            draw(graph, in: layout.graph, into: &buffer, look: look)
            MeterPane(state: state, look: look, now: now).render(in: layout.meter, into: &buffer)
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
    }

    /// The pane in focus gets the most room, working ones more than those that are done; a plan
    /// that has been written is the least interesting of all.
    private func weight(of pane: PaneID) -> Int {
        if pane == selected { return 8 }
        switch pane {
        case .conductor(let id): return state.workflow(id)?.accepted == nil ? 6 : 2
        case .step(let id): return state.step(id)?.isSettled == false ? 5 : 4
        case .graph, .draft: return 4
        }
    }

    // MARK: The answer

    private struct Ending {
        var title: String
        var node: NodeState
        var text: WrappedText
    }

    /// What the run came to, or why it came to nothing.
    private func answerText(width: Int) -> Ending? {
        if let broken {
            return Ending(
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
            case .cancelled: ("cancelled", .cancelled)
            case .budget: ("stopped by the budget", .failed)
            }
        return Ending(title: title, node: node, text: WrappedText(text, width: width))
    }

    /// What a person thinks of the answer.
    private var judgement: String {
        switch verdict {
        case true?: "you: right"
        case false?: "you: wrong"
        case nil: ""
        }
    }

    private func draw(
        _ ending: Ending,
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look
    ) {
        guard !area.isEmpty else { return }
        let style = look.style(ending.node)
        let inner = buffer.drawBox(
            in: area,
            border: look.focusedBorder,
            style: style,
            title: StyledText("\(look.sign(ending.node, frame: 0)) \(ending.title)", style.bold()),
            trailingTitle: StyledText(judgement, look.theme.subtle)
        )
        let body = inner.inset(dx: 1, dy: 0)
        var text = ending.text
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
