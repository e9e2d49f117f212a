import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What a person cancelled, and what was broken off, are told apart by their signs.
struct EndingSignTests: WorkbenchDriving {
    private func summary(_ status: SessionSummary.Status) -> SessionSummary {
        SessionSummary(
            id: SessionID(rawValue: "s"),
            question: "Why?",
            openedAt: session.now,
            updatedAt: session.now,
            eventCount: 3,
            status: status
        )
    }

    @Test(arguments: [true, false]) func `no two ends of a session have one sign in the list`(
        unicode: Bool
    ) {
        let look = Look(theme: .standard(depth: .trueColor), unicode: unicode)
        func sign(_ status: SessionSummary.Status) -> Character? {
            StartScreen.text(of: summary(status), look: look).first
        }
        let signs = [.answered, .failed, .cancelled, .interrupted].map(sign)
        #expect(Set(signs).count == 4, "\(signs)")
    }

    @Test(arguments: [true, false]) func `no two states of a step have one sign`(unicode: Bool) {
        let look = Look(theme: .standard(depth: .trueColor), unicode: unicode)
        let states: [NodeState] = [
            .forming, .waiting, .retrying, .asking, .finished, .cutOff, .failed, .skipped,
            .cancelled, .brokenOff,
        ]
        #expect(Set(states.map { look.sign($0, frame: 0) }).count == states.count)
    }

    @Test func `what stops in the middle is told wherever its step is shown, and the answer's end`()
    {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        history.reply(1, "It begins", .length)
        #expect(GraphModel(history.state, now: history.now).nodes.map(\.state) == [.cutOff])
        var workbench = workbench(history)
        let text = screen(&workbench)
        let lines = text.split(separator: "\n")
        #expect(lines.first?.contains("◐ answer cut off") == true, "\(text)")
        #expect(lines.filter { $0.contains("◐") }.count >= 3, "\(text)")
        #expect(text.contains("cut off: token limit") && !text.contains("✓"), "\(text)")
    }

    @Test func `a silence is no duration, in the graph and in the first line`() {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        history.text(1, "It begins")
        var workbench = workbench(history)
        _ = workbench.update(.tick, at: history.now + .seconds(42))
        let text = screen(&workbench)
        #expect(text.contains("silent for 42s"), "\(text)")
        #expect(text.contains(" silent 42s"), "\(text)")
        let node = GraphModel(history.state, now: history.now + .seconds(42)).nodes[0]
        #expect(node.note(within: 6, workbench.look) == "…42s")
        #expect(node.note(within: 2, workbench.look).isEmpty)
    }

    @Test func `a step that a person cancelled is another than one that ended with its run`() {
        var history = HistoryBuilder()
        history.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [1])))
        history.decide(.cancel(StepID(1)))
        history.interrupt()
        let nodes = GraphModel(history.state, now: history.now).nodes
        #expect(nodes.map(\.state) == [.cancelled, .brokenOff, .skipped])
        var workbench = workbench(history)
        let text = screen(&workbench)
        #expect(text.contains("■ ") && text.contains("↯ "))
    }

    @Test(arguments: [true, false]) func `a replay's end is no cancelled session`(unicode: Bool) {
        var workbench = workbench(HistoryBuilder(), unicode: unicode)
        _ = press("o", in: &workbench)
        let events = SampleSession.complete.events
        _ = workbench.update(.replay(id, events), at: session.now)
        _ = press("end", in: &workbench)
        let look = workbench.look
        let status = screen(&workbench).split(separator: "\n").first.map(String.init) ?? ""
        #expect(status.contains("replay, end"))
        #expect(!status.contains("\(look.sign(.cancelled, frame: 0)) replay"))
    }
}
