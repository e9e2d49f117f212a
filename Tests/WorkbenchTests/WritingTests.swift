import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// What a person writes over the screen: nothing of it is lost.
struct WritingTests: WorkbenchDriving {
    @Test func `a subtask is edited where it stands`() throws {
        var workbench = workbench(session)
        let waiting = try step(4, in: workbench)
        _ = press("4", "e", in: &workbench)
        type(" é漢", in: &workbench)
        let effects = press("enter", in: &workbench)
        guard case .decide(.rewrite(let step, let subtask), id, _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(step == waiting.id)
        #expect(subtask == waiting.step.subtask + " é漢")
    }

    @Test func `what an editor gives back is looked at before it counts`() throws {
        var workbench = workbench(session)
        let waiting = try step(4, in: workbench)
        #expect(press("4", "E", in: &workbench) == [.edit(waiting.step.subtask)])
        _ = workbench.update(.edited("Quite another."), at: session.now)
        #expect(screen(&workbench).contains("Quite another."))
        let effects = press("enter", in: &workbench)
        guard case .decide(.rewrite(_, "Quite another."), _, _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
    }

    @Test func `a budget that cannot be read stays there to be mended`() {
        var workbench = workbench(session)
        _ = press("b", in: &workbench)
        type("usd=much", in: &workbench)
        #expect(press("enter", in: &workbench) == [])
        let text = screen(&workbench)
        #expect(text.contains("usd=much") && text.contains("is no budget"))
    }

    @Test func `what was written is not lost by a refusal or a no`() throws {
        var workbench = workbench(session)
        // The subtask as it is: refused.
        _ = press("4", "e", "enter", in: &workbench)
        #expect(screen(&workbench).contains("subtask of"))
        _ = press("escape", in: &workbench)
        let finished = try #require(workbench.session?.state.steps.first { $0.output != nil })
        let number = try #require(workbench.session?.state.number(of: finished.id))
        _ = press("\(number)", "e", in: &workbench)
        type(" Kept words.", in: &workbench)
        #expect(press("enter", in: &workbench) == [])
        #expect(screen(&workbench).contains("sure?"))
        _ = press("n", in: &workbench)
        #expect(screen(&workbench).contains("Kept words."))
        let effects = press("enter", "y", in: &workbench)
        guard case .decide(.rewrite(finished.id, let subtask), _, _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(subtask.hasSuffix("Kept words."))
    }

    @Test func `what the run refuses is not lost, and counts once it was looked at again`() throws {
        var session = SampleSession(stages: 1)
        var workbench = workbench(session)
        let last = try step(4, in: workbench)
        _ = press("4", "e", in: &workbench)
        type(" Twice.", in: &workbench)
        // Meanwhile somebody else changes the step.
        let events = session.decide(.reroute(last.id, worker: "reckoner"))
        _ = workbench.update(.events(id, events), at: session.now)
        #expect(press("enter", in: &workbench) == [])
        #expect(screen(&workbench).contains("Look again."))
        #expect(screen(&workbench).contains("Twice."))
        let effects = press("enter", in: &workbench)
        let seen = try #require(workbench.session?.state.sequence)
        guard case .decide(.rewrite(last.id, let subtask), id, basedOn: seen)? = effects.first
        else {
            Issue.record("\(effects)")
            return
        }
        // It stays a draft until the run has taken it.
        #expect(workbench.session?.drafts == [.subtask(last.id): subtask])
        _ = workbench.update(
            .events(id, session.decide(.rewrite(last.id, subtask: subtask))),
            at: session.now
        )
        #expect(workbench.session?.drafts == [:])
    }

    @Test func `a question told anew rests on what it tells`() throws {
        var session = SampleSession(stages: 1)
        var workbench = workbench(session)
        let running = try step(1, in: workbench)
        _ = press("1", "w", in: &workbench)
        type("By hand.", in: &workbench)
        _ = workbench.update(.events(id, session.goOn()), at: session.now)
        #expect(press("enter", in: &workbench) == [])
        #expect(screen(&workbench).contains("sure?"))
        let seen = try #require(workbench.session?.state.sequence)
        let decided = press("y", in: &workbench)
        #expect(
            decided == [
                .decide(.write(running.id, output: "By hand."), in: id, basedOn: seen)
            ]
        )
    }

    @Test func `a text that is left is there again, until it is used or emptied`() throws {
        var workbench = workbench(SampleSession(stages: 1))
        let step = try #require(workbench.session?.state.steps.last)
        _ = press("4", "e", in: &workbench)
        type(" And say why.", in: &workbench)
        _ = press("escape", "e", in: &workbench)
        #expect(screen(&workbench).contains("And say why."))
        // What it was before is one undo away.
        _ = press("alt-z", in: &workbench)
        #expect(!screen(&workbench).contains("And say why."))
        _ = press("ctrl-y", in: &workbench)
        let effects = press("enter", in: &workbench)
        guard case .decide(.rewrite(step.id, let subtask), _, _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(subtask.hasSuffix("And say why."))
        var session = SampleSession(stages: 1)
        let events = session.decide(.rewrite(step.id, subtask: subtask))
        _ = workbench.update(.events(id, events), at: session.now)
        #expect(workbench.session?.drafts == [:])
        // A remark is left for good by emptying it.
        _ = press("c", in: &workbench)
        type("Shorter.", in: &workbench)
        _ = press("escape", "c", in: &workbench)
        #expect(screen(&workbench).contains("Shorter."))
        _ = press("ctrl-u", "escape", "c", in: &workbench)
        #expect(!screen(&workbench).contains("Shorter."))
    }

    @Test func `what was written is there when it can no longer be decided`() throws {
        var workbench = workbench(session)
        let finished = try #require(workbench.session?.state.steps.first { $0.output != nil })
        let number = try #require(workbench.session?.state.number(of: finished.id))
        _ = press("\(number)", "e", in: &workbench)
        type(" Kept words.", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(screen(&workbench).contains("sure?"))
        // Meanwhile the session ends.
        let later = SampleSession.complete.events.dropFirst(session.events.count)
        _ = workbench.update(.events(id, Array(later)), at: session.now)
        let text = screen(&workbench)
        #expect(text.contains("Kept words.") && text.contains("The session is over"))
    }

    @Test func `a question that could not be asked is not lost`() {
        var workbench = workbench(.complete)
        _ = press("A", in: &workbench)
        type("And then?", in: &workbench)
        #expect(press("enter", in: &workbench).first == .ask("And then?", after: id))
        _ = workbench.update(.notice("No provider can be reached."), at: session.now)
        let text = screen(&workbench)
        #expect(text.contains("And then?") && text.contains("No provider"))
        #expect(press("enter", in: &workbench).first == .ask("And then?", after: id))
        _ = workbench.update(.began(SessionID(rawValue: "next")), at: session.now)
        #expect(workbench.overlay == nil)
    }

    @Test func `a budget is written as it was, to the last digit`() {
        let budget = Budget(
            picodollars: 20_000_000_001,
            tokens: 2_000,
            milliseconds: 60_500
        )
        #expect(BudgetWords.text(budget) == "usd=0.020000000001 tokens=2000 seconds=60.5")
        #expect(BudgetWords.text(Budget(milliseconds: 60_000)) == "seconds=60")
    }
}
