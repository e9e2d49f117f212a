import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// An open decision never races the run.
@Suite struct ReservationTests: WorkbenchDriving {
    @Test func `what a picker is about waits until it is closed`() throws {
        var workbench = workbench(session)
        _ = press("4", in: &workbench)
        let step = try #require(workbench.session?.selectedStep)
        #expect(workbench.reservation == nil)
        _ = press("r", in: &workbench)
        #expect(workbench.reservation == Workbench.Reservation(session: id, step: step.id))
        _ = press("escape", in: &workbench)
        #expect(workbench.reservation == nil)
        // A page is no decision.
        _ = press("?", in: &workbench)
        #expect(workbench.reservation == nil)
    }

    @Test func `nothing of a session that has ended waits`() {
        var workbench = workbench(.complete)
        _ = press("4", "r", in: &workbench)
        #expect(workbench.reservation == nil)
    }

    @Test func `a key that was meant for what news has closed does nothing`() throws {
        var workbench = workbench(session)
        _ = press("2", "D", in: &workbench)
        try #require(workbench.overlay != nil)
        let rest = Array(SampleSession.complete.events.dropFirst(session.events.count))
        let end = try #require(rest.last?.time)
        _ = workbench.update(.events(id, rest), at: end)
        #expect(workbench.overlay == nil)
        let key = try #require(Key("y"))
        #expect(workbench.update(.input(.key(key)), at: end + .milliseconds(100)) == [])
        #expect(workbench.update(.input(.key(key)), at: end + .seconds(2)) != [])
    }
}
