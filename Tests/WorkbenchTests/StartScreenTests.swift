import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// The start screen: how a question is answered, what there is, and the way out.
struct StartScreenTests: WorkbenchDriving {
    private let asking = Asking(
        pools: [
            Asking.Pool(name: "default", workers: ["sage", "smol"]),
            Asking.Pool(name: "local", workers: ["smol"]),
        ],
        conductors: [
            Asking.Conductor(name: nil, title: "sage"),
            Asking.Conductor(name: "embedded", title: "embedded"),
        ],
        budget: Budget(picodollars: 200_000_000_000)
    )

    private func workbench(_ sessions: [SessionSummary] = []) -> Workbench {
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 120, height: 36),
            samples: [],
            asking: asking
        )
        _ = workbench.update(.history(sessions), at: session.now)
        return workbench
    }

    private func summary(_ question: String, daysAgo: Int) -> SessionSummary {
        let opened = session.now + .seconds(-86_400 * daysAgo)
        return SessionSummary(
            id: SessionID(rawValue: question),
            question: question,
            openedAt: opened,
            updatedAt: opened + .seconds(75),
            eventCount: 3,
            status: .answered,
            usage: Usage(input: 1_000, output: 234),
            cost: Cost(picodollars: 12_300_000_000),
            verdict: AnswerVerdict(.right, author: "me", time: opened),
            workers: ["sage", "smol"]
        )
    }

    @Test func `how a question is answered stands at its box, and can be chosen there`() {
        var workbench = workbench()
        #expect(screen(&workbench).contains("f2 default: 2 workers  f3 sage  f4 plan  f5 $0.2000"))
        _ = press(
            "f2",
            "down",
            "enter",
            "f3",
            "down",
            "enter",
            "f4",
            "down",
            "enter",
            in: &workbench
        )
        #expect(workbench.asking.pool == "local")
        #expect(workbench.asking.conductor.name == "embedded")
        #expect(workbench.asking.variant == .mini)
        #expect(screen(&workbench).contains("f2 local: smol  f3 embedded  f4 mini"))
    }

    @Test func `bounds are written, and what is none is told without losing the others`() {
        var workbench = workbench()
        _ = press("f5", "ctrl-u", in: &workbench)
        type("tokens=500", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(workbench.asking.budget == Budget(tokens: 500))
        _ = press("f5", "ctrl-u", in: &workbench)
        type("much", in: &workbench)
        _ = press("enter", in: &workbench)
        #expect(workbench.asking.budget == Budget(tokens: 500))
        #expect(screen(&workbench).contains("much does not say of what"))
    }

    @Test func `past sessions are a table`() {
        var workbench = workbench([summary("Why is the sky blue?", daysAgo: 3)])
        let text = screen(&workbench)
        #expect(text.contains("workers     tokens     cost   took  verdict  age"))
        #expect(text.contains("✓ Why is the sky blue?"))
        #expect(text.contains("sage, smol    1.2k  $0.0123  1m15s        ✓   3d"))
    }

    @Test(arguments: [24, 40, 60, 80, 120, 200])
    func `the question keeps its room, and columns go by their weight`(width: Int) {
        let sessions = (1...3).map { summary("Question \($0)", daysAgo: $0 * 40) }
        let look = Look(theme: .standard(depth: .trueColor), unicode: true)
        let table = SessionTable(sessions, width: width, now: session.now, look: look)
        #expect(Set(sessions.indices.map { displayWidth(of: table.text($0)) }).count == 1)
        #expect(displayWidth(of: table.heading) <= max(0, width - 28))
        #expect(table.text(0).contains("40d") == (width >= 40))
    }

    @Test func `a q alone in the question quits, and one that begins a word does not`() {
        var workbench = workbench()
        #expect(press("q", in: &workbench).isEmpty)
        #expect(screen(&workbench).contains(" q "))
        #expect(workbench.update(.tick, at: session.now + .milliseconds(100)).isEmpty)
        #expect(workbench.update(.tick, at: session.now + .milliseconds(600)) == [.quit])
        var writing = self.workbench()
        type("qu", in: &writing)
        #expect(writing.update(.tick, at: session.now + .seconds(2)).isEmpty)
        #expect(screen(&writing).contains("qu"))
        // What is deleted and written again is a word too.
        _ = press("backspace", in: &writing)
        #expect(writing.update(.tick, at: session.now + .seconds(4)).isEmpty)
    }

    @Test func `what waits for a person stands first`() throws {
        var workbench = workbench()
        _ = workbench.update(.began(id), at: session.now)
        _ = workbench.update(.events(id, session.events), at: session.now)
        _ = press("o", in: &workbench)
        let other = SessionID(rawValue: "other")
        _ = workbench.update(.began(other), at: session.now)
        _ = workbench.update(
            .events(other, SampleSession(stages: 0, asks: true).events),
            at: session.now
        )
        _ = press("o", in: &workbench)
        let text = screen(&workbench)
        let waiting = try #require(text.firstRange(of: "approve?"))
        let running = try #require(text.firstRange(of: "running"))
        #expect(waiting.lowerBound < running.lowerBound)
    }
}
