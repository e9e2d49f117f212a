@testable import PodiumCore
import PodiumTesting
import Testing

struct StepPlaceTests {
    @Test func `a step is found by its id wherever others were put in or left out before it`() {
        var state = SessionState(id: SessionID(rawValue: "places"))
        for seed in UInt64(1)...200 {
            var random = SeededGenerator(seed: seed)
            let ids = (0..<Int.random(in: 0...12, using: &random)).map { $0 + Int(seed % 3) }
                .filter { _ in !random.once(in: 5) }.shuffled(using: &random)
            state.steps = ids.map {
                let step = Step(id: StepID($0), worker: "quick", subtask: "a")
                return StepState(step: step, workflow: WorkflowID($0 % 2))
            }
            for id in [Int.min, -1, 99, .max] + Array(0...15) {
                #expect(state.position(of: StepID(id)) == ids.firstIndex(of: id))
            }
            let numbers = state.stepNumbers
            #expect(ids.allSatisfy { numbers[StepID($0)] == state.number(of: StepID($0)) })
        }
    }
}
