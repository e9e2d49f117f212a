import PodiumCore
import Testing
import Workbench

/// A plan as large as a file may hold, in which every step sees all before it.
struct LargePlanTests {
    private static let count = 1_500

    private static var events: [Event] {
        let steps = (1...count).map { number in
            Step(
                id: StepID(number),
                worker: "quick",
                subtask: "Do part \(number).",
                access: (1..<number).map { StepID($0) }
            )
        }
        let opened = SessionOpened(
            question: "What?",
            conductor: .fixed(Plan(steps: []), source: "plan.yaml"),
            pool: [],
            seed: 1,
            program: "podium test"
        )
        let plan = PlanAccepted(workflow: Workflow(id: WorkflowID(1), steps: steps), origin: .file)
        return [.sessionOpened(opened), .planAccepted(plan)].enumerated().map {
            Event(sequence: $0 + 1, time: Timestamp(microseconds: 0), fact: $1)
        }
    }

    @Test func `it is told in moments, each reference with its number`() {
        let start = ContinuousClock.now
        var narrator = PlainNarrator(session: SessionID(rawValue: "large"))
        let lines = Self.events.flatMap { narrator.narrate($0) }
        // It was a minute once; this leaves room for a machine that has other things to do.
        #expect(start.duration(to: .now) < .seconds(15))
        #expect(lines.count > Self.count)
        #expect(lines.last?.hasSuffix(", 1498, 1499.") == true)
    }
}
