import CellUI
import Foundation
import PodiumCore
import Testing

@testable import Workbench

/// What a person decides with keys, and what they are told before.
struct DecisionTests: WorkbenchDriving {
    @Test func `holding needs one key, and rests on what was seen`() throws {
        var workbench = workbench(session)
        let seen = try #require(workbench.session?.state.sequence)
        #expect(press("space", in: &workbench) == [.decide(.hold, in: id, basedOn: seen)])
    }

    @Test func `rerouting lists the pool, narrowed by typing`() throws {
        var workbench = workbench(session)
        let waiting = try step(4, in: workbench)
        _ = press("4", "r", in: &workbench)
        let pool = try #require(workbench.session?.state.pool)
        let open = screen(&workbench)
        for worker in pool.prefix(3) { #expect(open.contains(worker.name)) }
        let other = try #require(pool.first { $0.name != waiting.step.worker })
        type(other.name, in: &workbench)
        let effects = press("enter", in: &workbench)
        #expect(
            effects == [
                .decide(
                    .reroute(waiting.id, worker: other.name),
                    in: id,
                    basedOn: try #require(workbench.session?.state.sequence)
                )
            ]
        )
    }

    @Test func `an access list is ticked`() throws {
        var workbench = workbench(session)
        let waiting = try step(4, in: workbench)
        let first = try step(1, in: workbench)
        _ = press("4", "v", "n", "1", "enter", in: &workbench)
        let third = try step(3, in: workbench).step.worker
        #expect(screen(&workbench).contains("Nobody will read the output of Step 3 (\(third))."))
        let effects = press("y", in: &workbench)
        guard case .decide(.rewire(let step, let access), id, _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(step == waiting.id && access == [first.id])
    }

    @Test func `before finished work is thrown away the screen says what goes and asks`() throws {
        var workbench = workbench(session)
        let finished = try #require(
            workbench.session?.state.steps.first { $0.output != nil },
            "the sample has a finished step"
        )
        let number = try #require(workbench.session?.state.number(of: finished.id))
        #expect(press("\(number)", "R", in: &workbench) == [])
        let asked = screen(&workbench)
        #expect(asked.contains("sure?") && asked.contains("no longer counts"))
        #expect(press("n", in: &workbench) == [])
        #expect(!screen(&workbench).contains("sure?"))
        let effects = press("R", "y", in: &workbench)
        guard case .decide(.retry(finished.id), id, _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
    }

    @Test func `a question is whole on a narrow screen`() {
        var workbench = workbench(session)
        _ = press("q", in: &workbench)
        let words = screen(&workbench, width: 40, height: 10).split { $0.isWhitespace || $0 == "│" }
        #expect(words.contains("Interrupt") && words.contains("quit?"))
    }

    @Test func `what cannot be done says why and does nothing`() throws {
        var workbench = workbench(session)
        #expect(press("4", "R", in: &workbench) == [])
        #expect(screen(&workbench).contains("has not begun"))
        #expect(press("u", in: &workbench) == [])
        #expect(screen(&workbench).contains("no override to take back"))
    }

    @Test func `the footer and the palette hold what works here and now`() {
        var workbench = workbench(session)
        _ = press("4", in: &workbench)
        let running = screen(&workbench, width: 200, height: 60)
        #expect(running.contains("r reroute") && running.contains("space hold"))
        #expect(!running.contains("a approve") && !running.contains("+ right"))
        _ = press(":", in: &workbench)
        type("reroute", in: &workbench)
        #expect(screen(&workbench).contains("Give the step to another worker"))
        _ = press("enter", in: &workbench)
        #expect(screen(&workbench).contains("who does"))
    }

    @Test func `each key of the footer can be clicked`() throws {
        var workbench = workbench(session)
        let text = screen(&workbench)
        let line = try #require(text.split(separator: "\n").last)
        let range = try #require(line.range(of: "space hold"))
        let column = displayWidth(of: String(line[..<range.lowerBound]))
        let click = MouseEvent(.press(.left), at: Point(x: column + 2, y: 35))
        let effects = workbench.update(.input(.mouse(click)), at: session.now)
        guard case .decide(.hold, id, _)? = effects.first else {
            Issue.record("\(effects)")
            return
        }
    }

    @Test func `after the end nothing can be decided, but judged`() {
        var workbench = workbench(.complete)
        #expect(press("space", in: &workbench) == [])
        #expect(screen(&workbench).contains("The session has its answer"))
        #expect(press("+", in: &workbench).first == .giveVerdict(id, isRight: true))
        #expect(screen(&workbench).contains("you: right"))
        #expect(press("+", in: &workbench).first == .giveVerdict(id, isRight: nil))
        #expect(press("-", in: &workbench).first == .giveVerdict(id, isRight: false))
    }

    @Test func `a menu decides about the step it was opened on`() throws {
        var workbench = workbench(SampleSession(stages: 1))
        _ = press("3", in: &workbench)
        let looked = try #require(workbench.session?.selectedStep)
        let seen = try #require(workbench.session?.state.sequence)
        _ = press("m", in: &workbench)
        type("skip", in: &workbench)
        // Meanwhile the run goes on to other steps.
        let later = SampleSession(stages: 2).events.dropFirst(session.events.count)
        _ = workbench.update(.events(id, Array(later.prefix(3))), at: session.now)
        #expect(
            press("enter", in: &workbench) == [.decide(.skip(looked.id), in: id, basedOn: seen)]
        )
    }

    @Test func `a session that is read late does not take the place of a run`() {
        var workbench = workbench(session)
        let other = SessionID(rawValue: "other")
        _ = workbench.update(.replay(other, SampleSession.complete.events), at: session.now)
        #expect(workbench.session?.state.id == id)
        #expect(workbench.session?.replay == nil)
    }

    @Test func `a replay says that nothing can be decided in it, of keys that decide`() {
        var workbench = workbench(.complete)
        _ = press("o", in: &workbench)
        _ = workbench.update(.replay(id, SampleSession.complete.events), at: session.now)
        _ = press("r", in: &workbench)
        #expect(workbench.notice?.text.contains("nothing can be decided") == true)
        _ = press("h", in: &workbench)
        #expect(workbench.notice == nil)
    }
}
