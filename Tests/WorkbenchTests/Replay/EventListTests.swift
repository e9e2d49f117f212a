import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// The list of a replay's events, in step with the replay both ways.
struct EventListTests: WorkbenchDriving {
    private let size = Size(width: 120, height: 36)

    private func replay(size: Size? = nil, unicode: Bool = true) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: unicode),
            size: size ?? self.size,
            samples: []
        )
        let history = ReplaySession.history
        _ = workbench.update(.replay(id, history.events), at: session.now)
        _ = press("end", in: &workbench)
        _ = screen(&workbench)
        return workbench
    }

    private func position(_ workbench: Workbench) -> Int {
        workbench.session?.replay?.position ?? -1
    }

    /// The row of the screen that is selected in the list.
    private func selected(_ workbench: inout Workbench) -> String {
        var buffer = CellBuffer(size: size)
        _ = workbench.render(into: &buffer)
        guard let area = workbench.session?.events.area, area.width > 12 else { return "" }
        let chosen = (area.y + 1..<area.maxY - 1).first { y in
            let style = buffer[area.x + 10, y].style.background
            return style == Theme.standard(depth: .trueColor).selection.background
        }
        return chosen.map { String(buffer.text(row: $0).dropFirst(area.x + 1)) } ?? ""
    }

    private func isListed(_ screen: String) -> Bool {
        screen.contains("┏ events") || screen.contains("╭ events")
    }

    @Test func `one key opens the list, and closes it`() {
        var workbench = replay()
        #expect(!isListed(screen(&workbench)))
        _ = press("J", in: &workbench)
        #expect(isListed(screen(&workbench)))
        #expect(selected(&workbench).contains("The run ends with an answer."))
        _ = press("J", in: &workbench)
        #expect(!isListed(screen(&workbench)))
        #expect(workbench.session?.events.hasFocus == false)
    }

    @Test func `moving in the list moves the replay, and the replay moves the list`() throws {
        var workbench = replay()
        _ = press("J", in: &workbench)
        let rows = try #require(workbench.session?.index.rows)
        for row in rows.indices.reversed().dropFirst() {
            _ = press("up", in: &workbench)
            #expect(position(workbench) == rows[row].last)
        }
        _ = press("up", in: &workbench)
        #expect(position(workbench) == 1)
        for row in rows.dropFirst() {
            _ = press("down", in: &workbench)
            #expect(position(workbench) == row.last)
        }
        _ = press("home", in: &workbench)
        #expect(selected(&workbench).contains("Question:"))
        _ = press("]", in: &workbench)
        #expect(selected(&workbench).contains("▸ The conductor (deep) writes a"))
        _ = press("space", in: &workbench)
        _ = workbench.update(.tick, at: session.now + .seconds(600))
        #expect(selected(&workbench).contains("The run ends with an answer."))
    }

    @Test func `a filter lists a kind, and moving goes through these`() throws {
        var workbench = replay()
        _ = press("J", "K", "K", in: &workbench)
        let text = screen(&workbench)
        #expect(text.contains("events · failures"))
        #expect(text.contains("✗ Step 2 (local) of round 1 failed"))
        #expect(!text.contains("starts."))
        let markers = try #require(workbench.session?.markers)
        let failures = markers.filter { [.failure, .retry].contains($0.landmark) }.map(\.position)
        for position in failures.reversed() {
            _ = press("up", in: &workbench)
            #expect(self.position(workbench) == position)
        }
        // From between two rows, down goes to the one below.
        _ = press("home", "down", in: &workbench)
        #expect(position(workbench) == failures.first)
        _ = press("K", "K", "K", in: &workbench)
        #expect(screen(&workbench).contains(" events ━"))
    }

    @Test func `the list is narrowed by a text, and the way back lists all again`() {
        var workbench = replay()
        _ = press("J", "/", in: &workbench)
        type("Join BOTH", in: &workbench)
        _ = press("enter", in: &workbench)
        let text = screen(&workbench)
        #expect(text.contains("events · \"Join BOTH\""))
        #expect(text.contains(" 1 of 1 "))
        _ = press("up", in: &workbench)
        #expect(selected(&workbench).contains("ann gives step 3 another subtask"))
        _ = press("escape", in: &workbench)
        #expect(screen(&workbench).contains(" events ━"))
        _ = press("escape", in: &workbench)
        #expect(!isListed(screen(&workbench)))
    }

    @Test func `what somebody wrote at any length is listed by its beginning`() throws {
        var history = HistoryBuilder()
        history.open(String(repeating: "why ", count: 100_000), plan: .chain(2))
        history.decide(.rewrite(StepID(2), subtask: String(repeating: "x\u{1B} ", count: 100_000)))
        let events = history.events
        let event = try #require(events.last { Landmark($0.fact) == .override })
        for event in [events[0], event] {
            let sentence = EventSentence(event, in: history.state, longest: 600)
            #expect(sentence.text.count < 700)
            #expect(EventSentence(event, in: history.state).text.count > 100_000)
        }
        var workbench = workbench(history)
        _ = workbench.update(.replay(history.state.id, events), at: history.now)
        _ = press("end", "J", in: &workbench)
        var buffer = CellBuffer(size: size)
        _ = workbench.render(into: &buffer)
        #expect(!buffer.hasControls && buffer.hasWholeGlyphs)
    }

    @Test func `what fits nothing is said`() {
        var workbench = replay()
        _ = press("J", "/", in: &workbench)
        type("zebra", in: &workbench)
        _ = press("enter", "up", "down", "page-down", in: &workbench)
        #expect(screen(&workbench).contains("Nothing of the kind."))
    }

    @Test func `where there is no room for both the list stands in the panes' place`() {
        var workbench = replay(size: Size(width: 80, height: 24))
        _ = press("J", in: &workbench)
        #expect(screen(&workbench, width: 80, height: 24).contains("┏ events"))
        // A pane that is looked at comes back, and so does the list.
        _ = press("tab", in: &workbench)
        let text = screen(&workbench, width: 80, height: 24)
        #expect(!isListed(text) && workbench.session?.events.isOpen == true)
        _ = press("J", in: &workbench)
        #expect(screen(&workbench, width: 80, height: 24).contains("┏ events"))
    }

    @Test func `enter looks at the agent that an event is about`() {
        var workbench = replay()
        _ = press("J", "home", "]", "enter", in: &workbench)
        guard case .conductor? = workbench.session?.focus else {
            Issue.record("\(String(describing: workbench.session?.focus))")
            return
        }
        // And the way back leads to the list.
        #expect(workbench.session?.events.hasFocus == false)
        _ = press("escape", in: &workbench)
        #expect(workbench.session?.events.hasFocus == true)
    }

    @Test func `a click goes to the event of its row, and the wheel along the list`() throws {
        var workbench = replay()
        _ = press("J", "home", in: &workbench)
        _ = screen(&workbench)
        let area = try #require(workbench.session?.events.area)
        let rows = try #require(workbench.session?.index.rows)
        let point = Point(x: area.x + 12, y: area.y + 3)
        _ = workbench.update(.input(.mouse(MouseEvent(.press(.left), at: point))), at: session.now)
        #expect(position(workbench) == rows[2].last)
        _ = workbench.update(.input(.mouse(MouseEvent(.scrollDown, at: point))), at: session.now)
        #expect(position(workbench) == rows[5].last)
    }

    // MARK: Length

    private func long(_ count: Int) -> [Event] {
        (1...count).map { sequence in
            Event(
                sequence: sequence,
                time: Timestamp(microseconds: Int64(sequence)),
                fact: .workerReturned(WorkerReturned(worker: "w\(sequence)"))
            )
        }
    }

    @Test func `of a long list only what is in view is made`() {
        let index = EventIndex(long(50_000))
        var list = EventList()
        var drawn: [Int] = []
        var buffer = CellBuffer(size: Size(width: 40, height: 20))
        list.render(
            in: buffer.bounds,
            at: 30_000,
            index,
            into: &buffer,
            theme: .standard(depth: .none)
        ) { row, _, _ in drawn.append(row) }
        #expect(drawn.count == 20 && drawn.contains(30_000))
    }

    @Test func `a long session is looked through by and by, and all of it`() throws {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: size,
            samples: []
        )
        _ = workbench.update(.replay(id, long(20_000)), at: session.now)
        _ = press("end", "J", "/", in: &workbench)
        type("w1999", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(workbench.nextTick != nil)
        var ticks = 0
        while workbench.nextTick != nil, ticks < 100 {
            _ = workbench.update(.tick, at: session.now)
            ticks += 1
        }
        let list = try #require(workbench.session?.events)
        // w1999, and w19990 to w19999.
        #expect(list.count(in: try #require(workbench.session?.index)) == 11)
        #expect(ticks > 2)
    }
}
