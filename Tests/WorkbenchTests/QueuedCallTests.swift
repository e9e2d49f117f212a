import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

/// A call that its provider has no room for yet.
@Suite struct QueuedCallTests {
    private let look = Look(theme: Theme(scheme: .podiumDark, depth: .trueColor), unicode: true)

    private func title(_ history: HistoryBuilder) throws -> AgentTitle {
        let step = try #require(history.state.steps.first)
        return AgentTitle(
            .step(step.id),
            history.state,
            look: look,
            now: history.now + .seconds(2),
            frame: 0
        )
    }

    @Test func `it waits, says what for, and has used nothing`() throws {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        history.send(.queued(AttemptID(1), AdmissionWait(reason: .concurrency)))
        let held = try title(history)
        #expect(held.node == .waiting)
        #expect(held.state.hasPrefix("○ waits "))
        #expect(held.waiting == "waits for a free slot of its provider")
        #expect(held.figures.isEmpty)
        #expect(GraphModel(history.state, now: history.now).nodes.last?.state == .waiting)

        history.send(.sent(AttemptID(1)))
        let sent = try title(history)
        #expect(sent.node == .running)
        #expect(sent.waiting == "waiting for the first token")
        #expect(!sent.figures.isEmpty)
    }
}
