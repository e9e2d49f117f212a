import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// Several sessions in one workbench: each goes on, whichever is on the screen.
struct SeveralSessionsTests: WorkbenchDriving {
    private let other = SessionID(rawValue: "other")

    /// One running session, another beside it on the screen.
    private func both() -> Workbench {
        var workbench = workbench(session)
        _ = workbench.update(.began(other), at: session.now)
        _ = workbench.update(.events(other, SampleSession(stages: 2).events), at: session.now)
        return workbench
    }

    @Test func `leaving a run does not end it, and Enter comes back to it`() throws {
        var workbench = workbench(session)
        #expect(press("o", in: &workbench) == [.loadHistory])
        #expect(workbench.ownRuns == [id])
        let start = screen(&workbench)
        #expect(start.contains("open sessions") && start.contains("running"))
        // It goes on meanwhile.
        let later = SampleSession(stages: 2).events.dropFirst(session.events.count)
        _ = workbench.update(.events(id, Array(later)), at: session.now)
        _ = press("enter", in: &workbench)
        #expect(workbench.session?.id == id)
        #expect(workbench.session?.state.sequence == SampleSession(stages: 2).events.count)
    }

    @Test func `a question whose session could not begin is given back`() {
        var workbench = workbench(session)
        _ = press("o", in: &workbench)
        _ = workbench.update(.input(.paste("Why is it so?")), at: session.now)
        _ = press("enter", in: &workbench)
        _ = workbench.update(.began(other), at: session.now)
        #expect(workbench.session?.id == other)
        let effects = workbench.update(.ended(other, reason: "It is held."), at: session.now)
        #expect(effects.contains(.leave(other)))
        #expect(workbench.session == nil)
        #expect(workbench.ownRuns == [id])
        let start = screen(&workbench)
        #expect(start.contains("Why is it so?") && start.contains("It is held."))
        #expect(press("enter", in: &workbench).contains(.ask("Why is it so?", after: nil)))
    }

    @Test func `events go to their own session, whichever is on the screen`() throws {
        var workbench = both()
        let shown = try #require(workbench.session?.state)
        let later = SampleSession.complete.events.dropFirst(session.events.count)
        _ = workbench.update(.events(id, Array(later)), at: session.now)
        #expect(workbench.session?.state.attempts == shown.attempts)
        _ = press("{", in: &workbench)
        #expect(workbench.session?.id == id)
        #expect(workbench.session?.state.isClosed == true)
    }

    @Test func `a key decides in the session on the screen`() throws {
        var workbench = both()
        let seen = try #require(workbench.session?.state.sequence)
        #expect(press("space", in: &workbench) == [.decide(.hold, in: other, basedOn: seen)])
        _ = press("}", in: &workbench)
        #expect(
            press("space", in: &workbench) == [
                .decide(.hold, in: id, basedOn: session.events.count)
            ]
        )
    }

    @Test func `quitting asks about all that run, and interrupts each`() {
        var workbench = both()
        #expect(press("q", in: &workbench) == [])
        #expect(screen(&workbench).contains("2 runs are going on"))
        let later = SampleSession.complete.events.dropFirst(session.events.count)
        var fewer = workbench
        _ = fewer.update(.events(id, Array(later)), at: session.now)
        #expect(screen(&fewer).contains("A run is going on"))
        #expect(press("y", in: &workbench) == [.interrupt(id), .interrupt(other), .quit])
        _ = press("o", in: &workbench)
        #expect(press("ctrl-c", in: &workbench) == [])
        #expect(press("ctrl-c", in: &workbench) == [.interrupt(id), .interrupt(other), .quit])
    }

    @Test func `what ended while nobody looked stays open until it was looked at and left`() {
        var workbench = both()
        let later = SampleSession.complete.events.dropFirst(session.events.count)
        _ = workbench.update(.events(id, Array(later)), at: session.now)
        _ = workbench.update(.ended(id, reason: nil), at: session.now)
        _ = press("o", in: &workbench)
        #expect(screen(&workbench).contains("answered"))
        _ = press("up", "enter", in: &workbench)
        #expect(workbench.session?.id == id)
        #expect(press("o", in: &workbench) == [.leave(id), .loadHistory])
        #expect(workbench.sessions.map(\.id) == [other])
    }

    @Test func `a session that begins to wait rings once, and the title says so`() {
        var workbench = workbench(session)
        _ = press("o", in: &workbench)
        _ = workbench.update(.began(other), at: session.now)
        _ = press("o", in: &workbench)
        var history = SampleSession(stages: 0, asks: true)
        let effects = workbench.update(.events(other, history.events), at: session.now)
        #expect(effects == [.ring])
        #expect(workbench.title == "? podium: a session waits for you")
        #expect(screen(&workbench).contains("approve?"))
        let more = history.decide(.hold)
        #expect(workbench.update(.events(other, more), at: session.now) == [])
        _ = press("enter", in: &workbench)
        #expect(workbench.title.hasPrefix("? podium: "))
    }

    @Test func `the title names what waits, not what is on the screen beside it`() {
        var workbench = workbench(.complete)
        _ = workbench.update(.began(other), at: session.now)
        let waiting = SampleSession(stages: 0, asks: true).events
        _ = workbench.update(.events(other, waiting), at: session.now)
        #expect(workbench.title.hasPrefix("? podium: Decode"))
        _ = press("o", in: &workbench)
        _ = workbench.update(.replay(id, SampleSession.complete.events), at: session.now)
        #expect(workbench.title == "? podium: a session waits for you")
    }

    @Test func `a session that is read late leaves what is being written`() {
        var workbench = workbench(session)
        _ = press("o", in: &workbench)
        let past = SessionSummary(
            id: other,
            question: "Earlier?",
            openedAt: session.now,
            updatedAt: session.now,
            eventCount: 3,
            status: .answered
        )
        _ = workbench.update(.history([past]), at: session.now)
        _ = screen(&workbench)
        _ = press("tab", "tab", in: &workbench)
        #expect(press("enter", in: &workbench) == [.openSession(other)])
        // The person goes back to the run before it has come.
        _ = press("shift-tab", "shift-tab", "enter", "4", "e", in: &workbench)
        type(" Kept.", in: &workbench)
        _ = workbench.update(.replay(other, SampleSession.complete.events), at: session.now)
        #expect(workbench.session?.id == id)
        #expect(screen(&workbench).contains("Kept."))
    }

    @Test func `a session whose process has ended goes on from where it is followed`() {
        var workbench = workbench(.complete)
        _ = press("o", in: &workbench)
        _ = workbench.update(.joined(other), at: session.now)
        _ = workbench.update(.events(other, session.events), at: session.now)
        #expect(press("C", in: &workbench) == [])
        _ = workbench.update(.ended(other, reason: "Its process has ended."), at: session.now)
        #expect(press("C", in: &workbench) == [.resume(other)])
    }

    @Test func `the bell can be turned off`() {
        var preferences = Preferences()
        preferences.bell = false
        var workbench = Workbench(
            look: Look(theme: .standard(depth: .trueColor), unicode: true),
            size: Size(width: 120, height: 36),
            samples: [],
            preferences: preferences
        )
        _ = workbench.update(.began(id), at: session.now)
        let waiting = SampleSession(stages: 0, asks: true).events
        #expect(workbench.update(.events(id, waiting), at: session.now) == [])
        #expect(workbench.title.hasPrefix("? "))
    }

    @Test func `a session of another process is followed, and leaving it interrupts nothing`() {
        var workbench = workbench(.complete)
        #expect(press("o", in: &workbench) == [.leave(id), .loadHistory])
        let effects = workbench.update(.joined(other), at: session.now)
        #expect(effects == [.loadRecords(question: nil)])
        _ = workbench.update(.events(other, session.events), at: session.now)
        #expect(
            press("space", in: &workbench) == [
                .decide(.hold, in: other, basedOn: session.events.count)
            ]
        )
        #expect(press("o", in: &workbench) == [.loadHistory])
        #expect(screen(&workbench).contains("another process"))
        #expect(press("q", in: &workbench) == [.quit])
    }

    @Test func `a replay beside a run takes neither's place`() {
        var workbench = workbench(session)
        _ = press("o", in: &workbench)
        _ = workbench.update(.replay(other, SampleSession.complete.events), at: session.now)
        #expect(workbench.session?.replay != nil)
        #expect(workbench.ownRuns == [id])
        _ = press("o", "enter", in: &workbench)
        #expect(workbench.session?.id == id)
    }

    @Test func `a question that has begun no longer stands in the box`() {
        var workbench = workbench(session)
        _ = press("o", "shift-tab", in: &workbench)
        type("And what else?", in: &workbench)
        #expect(press("enter", in: &workbench).first == .ask("And what else?", after: nil))
        #expect(screen(&workbench).contains("And what else?"))
        _ = workbench.update(.began(other), at: session.now)
        _ = press("o", in: &workbench)
        #expect(!screen(&workbench).contains("And what else?"))
    }
}
