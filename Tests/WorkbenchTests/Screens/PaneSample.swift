import CellUI
import PodiumCore

@testable import Workbench

/// Panes that are drawn by themselves.
enum PaneSample: String, CaseIterable {
    case meter, status, timeline, runningAgent, waitingAgent, graph

    private static let session = SampleSession(stages: 1)

    private static let screen: SessionScreen = {
        var screen = SessionScreen(session: SessionID(rawValue: "sample"))
        screen.apply(session.events)
        return screen
    }()

    func draw(in area: Rect, into buffer: inout CellBuffer, unicode: Bool = true) {
        var screen = Self.screen
        let (look, now) = (GraphDrawing.look(unicode: unicode), Self.session.now)
        switch self {
        case .meter:
            MeterPane(state: screen.state, pace: screen.pace, look: look, now: now)
                .render(in: area, into: &buffer)
        case .status:
            StatusBar(screen: screen, look: look, now: now, frame: 0)
                .render(in: area, into: &buffer)
        case .timeline:
            Timeline(screen: screen, look: look, now: now).render(in: area, into: &buffer)
        case .runningAgent: draw(1, of: &screen, look, in: area, into: &buffer)
        case .waitingAgent: draw(3, of: &screen, look, in: area, into: &buffer)
        case .graph:
            var view = GraphView()
            GraphPane(model: GraphModel(screen.state, now: now), look: look, frame: 0)
                .render(in: area, view: &view, into: &buffer)
        }
    }

    private func draw(
        _ step: Int,
        of screen: inout SessionScreen,
        _ look: Look,
        in area: Rect,
        into buffer: inout CellBuffer
    ) {
        let pane = PaneID.step(StepID(step))
        let title = AgentTitle(pane, screen.state, look: look, now: Self.session.now, frame: 0)
        let isFocused = step == 1
        AgentPane(pane: pane, title: title, isFocused: isFocused, look: look, now: Self.session.now)
            .render(in: area, screen: &screen, into: &buffer)
    }

    func draw(_ width: Int, _ height: Int, unicode: Bool = true) -> CellBuffer {
        var buffer = CellBuffer(size: Size(width: width, height: height))
        draw(in: buffer.bounds, into: &buffer, unicode: unicode)
        return buffer
    }
}
