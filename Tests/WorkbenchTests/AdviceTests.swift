import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

struct AdviceTests {
    private func worker(_ provider: String) -> Worker {
        Worker(name: "w-\(provider)", provider: provider, model: "m", isLocal: true)
    }

    /// A session whose only worker has nothing to say.
    private func failed(_ pool: [Worker]) -> [Event] {
        var history = HistoryBuilder(pool: pool, limits: RunLimits(retries: 0, fallbacks: 0))
        history.open("Who wrote Faust?", plan: Plan((0, "Answer.", [])))
        history.reply(1, "")
        return history.events
    }

    private func state(_ events: [Event]) -> SessionState {
        var state = SessionState(id: SessionID(rawValue: "s"))
        for event in events { state.apply(event) }
        return state
    }

    @Test func `a question that no embedded worker answers leads to real models`() {
        let events = failed([worker("embedded")])
        #expect(state(events).closed?.outcome == .failed)
        var narrator = PlainNarrator(session: SessionID(rawValue: "s"))
        let lines = events.flatMap { narrator.narrate($0) }
        #expect(
            lines.contains(
                "A real model could answer: podium setup (or scripts/local-model)."
                    + " --variant ultra asks other embedded workers."
            )
        )
    }

    @Test func `a pool with a real model does not`() {
        let events = failed([worker("embedded"), worker("cloud")])
        #expect(state(events).closed?.outcome == .failed)
        #expect(Advice.forFailure(of: state(events)) == nil)
    }

    @Test func `the start screen leads there, unless a real model is asked`() {
        for (only, width, lead) in [
            (true, 80, Advice.leads[0]), (true, 40, Advice.leads[1]), (false, 80, nil),
        ] {
            var workbench = Workbench(
                look: Look(theme: .standard(depth: .trueColor), unicode: true),
                size: Size(width: width, height: 24),
                samples: WorkbenchTests.samples,
                hasOnlyEmbeddedWorkers: only
            )
            var buffer = CellBuffer(size: Size(width: width, height: 24))
            _ = workbench.render(into: &buffer)
            let line = buffer.text.split(separator: "\n", omittingEmptySubsequences: false)[1]
            #expect(line.drop { $0 == " " } == lead ?? "")
        }
    }
}
