import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// Reading in panes: what is shown of an agent that is done, and where one goes on.
struct ReadingTests: WorkbenchDriving {
    private var late: HistoryBuilder { WatchingSession.late }

    private func firstLine(of pane: PaneID, in workbench: inout Workbench) -> String {
        var buffer = CellBuffer(size: Size(width: 120, height: 36))
        _ = workbench.render(into: &buffer)
        guard let area = workbench.session?.areas[pane], area.height > 2 else { return "" }
        let line = buffer.text(row: area.y + 1)
        return String(line.dropFirst(area.x + 2).prefix(area.width - 4))
    }

    @Test
    func `to look at what is done leaves it at its beginning, and scrolling goes on from there`() {
        var workbench = workbench(late)
        let pane = PaneID.step(StepID(1))
        #expect(firstLine(of: pane, in: &workbench).hasPrefix("How it works"))
        _ = press("1", in: &workbench)
        #expect(firstLine(of: pane, in: &workbench).hasPrefix("How it works"))
        _ = press("down", in: &workbench)
        #expect(firstLine(of: pane, in: &workbench).hasPrefix("────"))
        _ = press("G", in: &workbench)
        #expect(!firstLine(of: pane, in: &workbench).hasPrefix("How it works"))
    }

    @Test func `that there is more is said before how many calls there were`() throws {
        var workbench = workbench(late)
        // All have a frame.
        _ = press("#", in: &workbench)
        var buffer = CellBuffer(size: Size(width: 80, height: 30))
        _ = workbench.render(into: &buffer)
        let area = try #require(workbench.session?.areas[.step(StepID(3))])
        try #require(area.height > 2 && area.width < 50)
        let edge = buffer.text(row: area.maxY - 1).dropFirst(area.x).prefix(area.width)
        #expect(edge.contains(" more "))
    }

    @Test func `what a replay goes back to is read where it was read`() {
        let events = late.events
        var screen = SessionScreen(
            session: late.state.id,
            replay: ReplayCursor(events: events, longestPause: .seconds(1))
        )
        screen.withReplay { $0.seek(to: events.count) }
        let pane = PaneID.step(StepID(2))
        let look = Look(theme: .standard(depth: .trueColor), unicode: true)
        let size = Size(width: 30, height: 6)
        _ = screen.lines(of: pane, in: size, look: look)
        screen.scroll(pane, by: 4)
        let before = screen.lines(of: pane, in: size, look: look).lines.map { String($0.text) }
        screen.withReplay { $0.seek(to: events.count - 1) }
        let after = screen.lines(of: pane, in: size, look: look).lines.map { String($0.text) }
        #expect(before == after)
    }

    @Test func `a click on what is out of view is safe whatever has happened since`() {
        var screen = SessionScreen(session: SessionID(rawValue: "s"))
        screen.notes = [PaneTiling.Note(area: Rect(x: 0, y: 3, width: 9, height: 1), hidden: [7])]
        screen.handle(MouseEvent(.press(.left), at: Point(x: 1, y: 3)))
        #expect(screen.focus == .graph)
    }

    @Test func `a plan is a table, in a narrow pane a list, and what was said before stands above`()
    {
        var screen = SessionScreen(session: late.state.id)
        screen.apply(late.events)
        let workflow = late.state.rounds[0].id
        let look = Look(theme: .standard(depth: .trueColor), unicode: true)
        func text(_ width: Int) -> String {
            screen.renewPlan(in: .conductor(workflow), width: width)
            let size = Size(width: width, height: 60)
            return screen.lines(of: .conductor(workflow), in: size, look: look).lines
                .map { String($0.text) }.joined(separator: "\n")
        }
        #expect(text(80).contains("Four views first"))
        #expect(text(80).contains("│ 5 │ echo"))
        #expect(!text(80).contains("{\"steps\""))
        #expect(text(40).contains("alpha Explain how an LRU cache"))
        #expect(!text(40).contains("│"))
    }
}
