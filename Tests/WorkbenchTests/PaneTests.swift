import CellUI
import Foundation
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// What the panes tell after decisions, and what is done with their text.
struct PaneTests: WorkbenchDriving {
    @Test func `the pane's text is copied as it was written`() throws {
        var workbench = workbench(.complete)
        _ = press("4", in: &workbench)
        let effects = press("y", in: &workbench)
        guard case .copy(let text)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        let step = try step(4, in: workbench)
        let output = try #require(workbench.session?.state.output(of: step.id))
        #expect(text.contains(output))
    }

    @Test func `finding marks all panes and goes from match to match`() {
        var workbench = workbench(.complete)
        _ = press("/", in: &workbench)
        type("DECODE", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(workbench.session?.query == "DECODE")
        #expect(workbench.session?.focus != .graph)
        _ = press("/", in: &workbench)
        _ = press("ctrl-u", in: &workbench)
        type("no such words", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(screen(&workbench).contains("is in no pane"))
    }

    @Test func `after a step is deleted the one in its place is chosen, and can be seen to be`()
        throws
    {
        var session = SampleSession(stages: 1)
        var workbench = workbench(session)
        let steps = try #require(workbench.session?.state.steps)
        _ = press("3", "escape", in: &workbench)
        #expect(workbench.session?.selectedStep?.id == steps[2].id)
        _ = workbench.update(.events(id, session.decide(.delete(steps[2].id))), at: session.now)
        #expect(workbench.session?.selectedStep?.id == steps[3].id)
        #expect(screen(&workbench).contains("3 checker ★ ← 1 2"))
        #expect(workbench.session?.graph.selection == .node(.step(steps[3].id)))
    }

    @Test func `a step that was changed before it began still tells what it will do`() throws {
        var session = SampleSession(stages: 1)
        var workbench = workbench(session)
        let step = try #require(workbench.session?.state.steps.last)
        let events = session.decide(.reroute(step.id, worker: "reckoner"))
        _ = workbench.update(.events(id, events), at: session.now)
        _ = press("4", "z", in: &workbench)
        let shown = screen(&workbench)
        #expect(shown.contains("Check the result"))
        #expect(shown.contains("Sees steps 1, 2, 3."))
        #expect(shown.contains("gives step 4 to reckoner instead of checker"))
    }

    @Test func `what is written by hand and taken back leaves the output as it was`() throws {
        var session = SampleSession(stages: 1)
        var workbench = workbench(session)
        let step = try #require(workbench.session?.state.steps.first { $0.output != nil })
        let output = try #require(workbench.session?.state.output(of: step.id))
        for events in [
            session.decide(.write(step.id, output: "By hand.")), session.decide(.undo(nil)),
        ] {
            _ = workbench.update(.events(id, events), at: session.now)
        }
        _ = press("2", "z", in: &workbench)
        let shown = screen(&workbench)
        let hand = try #require(shown.range(of: "By hand."))
        let mark = try #require(shown.range(of: "Its output is again:"))
        let last = try #require(shown.range(of: "6 * 7 = 42", options: .backwards))
        #expect(hand.upperBound < mark.lowerBound && mark.upperBound < last.lowerBound)
        #expect(output.hasPrefix("6 * 7 = 42"))
        // The call that counts is shown, and not the one of no length by hand.
        #expect(!shown.contains("by hand ━┓"))
    }

    @Test func `a waiting step tells what it sees, of the round before too`() {
        var history = GraphHistories.rounds
        history.decide(.rewire(StepID(4), access: [StepID(1), StepID(3)]))
        let title = AgentTitle(
            .step(StepID(4)),
            history.state,
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            now: history.now,
            frame: 0
        )
        #expect(title.order == "Compare.\nSees steps 1:1, 1.")
    }

    @Test func `all that an agent was sent can be read, once it was called`() throws {
        var workbench = workbench(.complete)
        _ = press("3", "I", in: &workbench)
        let sent = screen(&workbench, width: 120, height: 60)
        #expect(sent.contains("what Step 3 (reckoner) was sent"))
        // The question, the outputs its access list names, and its subtask.
        for text in ["join them.", "Answer: well done", "6 * 7 = 42", "Join both:"] {
            #expect(sent.contains(text), "\(text)")
        }
        _ = press("escape", "Q", in: &workbench)
        #expect(screen(&workbench).contains("╭ question "))
        var waiting = self.workbench(session)
        _ = press("4", "I", in: &workbench)
        _ = press("4", "I", in: &waiting)
        #expect(screen(&waiting).contains("nothing was sent to this one"))
    }

    @Test func `leaving an edge leads back to the step it was looked at from`() throws {
        var workbench = workbench(.complete)
        _ = screen(&workbench)
        _ = press("3", "escape", "d", in: &workbench)
        #expect(workbench.session?.selectedEdge != nil)
        _ = press("escape", in: &workbench)
        #expect(workbench.session?.selectedEdge == nil)
        let third = try step(3, in: workbench)
        #expect(workbench.session?.selectedStep?.id == third.id)
    }

    @Test func `lists fit every size, and their keys stand in the last line`() throws {
        for (width, height) in [(20, 6), (24, 7), (40, 10), (60, 16), (200, 60)] {
            for keys in ["r", ":", "v", "b", "e", "W"] {
                var workbench = workbench(session)
                _ = workbench.update(
                    .input(.resize(Size(width: width, height: height))),
                    at: session.now
                )
                _ = press("4", keys, in: &workbench)
                let shown = screen(&workbench, width: width, height: height)
                try #require(workbench.overlay != nil, "\(keys)")
                #expect(shown.split(separator: "\n").last?.contains("enter") == true, "\(keys)")
            }
        }
    }

    @Test func `every match of all panes is come to, once, and then the first again`() throws {
        var workbench = workbench(.complete)
        _ = screen(&workbench)
        _ = press("1", "/", in: &workbench)
        type("4", in: &workbench)
        _ = press("enter", in: &workbench)
        let count = try #require(workbench.session?.matchCount)
        #expect(count > 3)
        var numbers: [Substring] = []
        for _ in 0...count {
            let last = try #require(screen(&workbench).split(separator: "\n").last)
            numbers.append(last.dropFirst().prefix { $0.isNumber })
            _ = press("n", in: &workbench)
        }
        #expect(Set(numbers.dropLast()).count == count)
        #expect(numbers.first == numbers.last)
    }
}
