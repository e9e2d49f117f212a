import CellUI
import PodiumCore

extension SessionScreen {
    /// Draws the whole screen. `frame` counts animation steps.
    ///
    /// - Parameter ways: the keys by which it goes on after an end without an answer.
    mutating func render(
        ways: [Footer.Item] = [],
        size: Size,
        into buffer: inout CellBuffer,
        look: Look,
        now clock: Timestamp,
        frame: Int
    ) {
        let now = self.now(clock)
        // What turns in a replay turns with it, and rests when it does.
        let frame = replay == nil ? frame : Int(now.microseconds / 100_000 % 1_000)
        let model = GraphModel(state, now: now)
        var graph = GraphPane(model: model, look: look, frame: frame)
        if state.isHeld {
            graph.placeholder = "The conductor writes a plan when the held run goes on."
        }
        if focus != .graph || followsWork, let selected, selected != .answer {
            self.graph.select(.node(selected))
        }
        let meter = MeterPane(
            state: state,
            breakdown: breakdown,
            pace: pace,
            look: look,
            now: now
        )
        let layout = layout(
            on: size,
            tilings: tilings(of: model),
            meter: meter,
            look: look,
            now: now
        )
        areas = [:]
        events.area = .zero
        sectionRows = [:]
        body = layout.body
        (arrangement, notes) = (layout.arrangement, isZoomed ? [] : layout.notes)

        StatusBar(screen: self, look: look, now: now, frame: frame)
            .render(in: layout.status, into: &buffer)
        if isZoomed, focus != .graph {
            let title =
                focus == .answer
                ? answerTitle(ways, width: layout.body.width, look)
                : AgentTitle(focus, state, look: look, now: now, frame: frame)
            draw(focus, title, in: layout.body, into: &buffer, look: look, now: now)
        } else {
            draw(graph, in: layout.graph, into: &buffer, look: look)
            meter.render(in: layout.meter, into: &buffer)
            for (pane, area) in zip(shownPanes, layout.panes) where !area.isEmpty {
                let title = AgentTitle(pane, state, look: look, now: now, frame: frame)
                draw(pane, title, in: area, into: &buffer, look: look, now: now)
            }
            for note in notes { draw(note, into: &buffer, look: look) }
            if documents[.answer] != nil, !layout.answer.isEmpty {
                let title = answerTitle(ways, width: layout.answer.width, look)
                draw(.answer, title, in: layout.answer, into: &buffer, look: look, now: now)
            }
            if !layout.events.isEmpty {
                EventListPane(look: look).render(in: layout.events, screen: &self, into: &buffer)
            }
        }
        ReplayCaption(screen: self, look: look).render(in: layout.caption, into: &buffer)
        let timeline = Timeline(
            screen: self,
            look: look,
            now: now,
            tellsCount: layout.caption.isEmpty
        )
        timelineArea = timeline.track(in: layout.timeline)
        timeline.render(in: layout.timeline, into: &buffer)
    }

    /// The time the screen tells: in a replay, that of the last event shown; after the end, that
    /// of the end.
    private func now(_ clock: Timestamp) -> Timestamp {
        replay != nil || state.closed != nil || broken != nil ? state.updatedAt ?? clock : clock
    }

    private mutating func draw(
        _ pane: PaneID,
        _ title: AgentTitle,
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look,
        now: Timestamp
    ) {
        areas[pane] = area
        renewPlan(in: pane, width: AgentPane.textWidth(in: area.width))
        AgentPane(
            pane: pane,
            title: title,
            isFocused: focus == pane,
            look: look,
            now: now,
            isPinned: pinnedPanes.contains(pane)
        )
        .render(in: area, screen: &self, into: &buffer)
    }

    private mutating func draw(
        _ graph: GraphPane,
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look
    ) {
        let isFocused = focus == .graph && !events.hasFocus
        let hidden = panes.count(where: hiddenPanes.contains)
        let inner = buffer.drawBox(
            in: area,
            border: isFocused ? look.focusedBorder : look.border,
            style: isFocused ? look.theme.borderFocused : look.theme.border,
            title: StyledText("workflow", look.theme.title),
            bottomTitle: hidden == 0
                ? StyledText() : StyledText("\(hidden) hidden", look.theme.warning)
        )
        areas[.graph] = area
        let body = inner.inset(dx: inner.width > 12 ? 1 : 0, dy: 0)
        graph.render(in: body, view: &self.graph, into: &buffer)
    }

    /// What the run came to, and what a person thinks of it.
    private func answerTitle(
        _ ways: [Footer.Item],
        width: Int,
        _ look: Look
    ) -> AgentTitle {
        let (title, node): (String, NodeState) =
            switch state.closed?.outcome {
            case .answered: ("answer", shortfall == nil ? .finished : .cutOff)
            case .failed: ("no answer", .failed)
            case .cancelled: ("cancelled", .cancelled)
            case .budget: ("stopped by the budget", .failed)
            case nil: ("broken off", .brokenOff)
            }
        return AgentTitle(
            name: "\(look.sign(node, frame: 0)) \(title)",
            subtask: "",
            node: node,
            state: verdict.map { $0 ? "you: right" : "you: wrong" } ?? "",
            figures: ways.isEmpty ? shortfall ?? "" : Self.text(of: ways, width: width, look),
            waiting: ""
        )
    }

    /// What speaks against the answer being whole, wherever its end is in view.
    private var shortfall: String? {
        state.answeringAttempt.flatMap { state.attempt($0) }?.shortfall
    }

    /// `goes on: C go on · R retry`; where that is too long for a pane, the keys alone.
    private static func text(of ways: [Footer.Item], width: Int, _ look: Look) -> String {
        let whole = ways.map { "\($0.key) \($0.label)" }.joined(separator: look.separator)
        // The frame's corners, and how much more there is to read.
        guard displayWidth(of: whole) + 16 > width else { return whole }
        return "goes on: " + ways.map(\.key).joined(separator: " ")
    }
}
