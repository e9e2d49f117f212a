import PodiumCore
import PodiumTesting
import Testing

/// Model checking: whole sessions on random inputs, in any order, with what must always hold checked
/// after each. A fault is told with the seed that makes it again.
struct RunMachinePropertyTests {
    private static let parts = 4
    private static let seedsPerPart = UInt64(1_200)

    @Test(arguments: 0..<Self.parts)
    func `whatever comes in whatever order, the rules of a run hold`(part: Int) {
        var inputs = 0
        for number in 1...Self.seedsPerPart {
            let seed = number &* UInt64(Self.parts) &+ UInt64(part)
            var run = RandomRun(seed: seed)
            while let input = run.nextInput() {
                inputs += 1
                if let fault = run.handle(input) {
                    Issue.record("seed \(seed), input \(inputs): \(fault)\n\(run.story)")
                    return
                }
            }
            guard run.machine.state.closed != nil else {
                Issue.record("seed \(seed) never closes\n\(run.story)")
                return
            }
        }
        // With the four parts more than 100,000 inputs.
        #expect(inputs > 25_000)
    }

    @Test func `the runs reach every kind of fact, of end and of override`() {
        var facts: Set<String> = []
        var outcomes: Set<SessionClosed.Outcome> = []
        var applied: Set<Override.Kind> = []
        var refused: Set<Override.Kind> = []
        for seed in UInt64(1)...1_500 {
            var run = RandomRun(seed: seed)
            while let input = run.nextInput() { _ = run.handle(input) }
            for event in run.events {
                if let stored = try? EventCodec().encode(event) { facts.insert(stored.type) }
                switch event.fact {
                case .overrideApplied(let fact): applied.insert(fact.request.override.kind)
                case .overrideRefused(let fact): refused.insert(fact.request.override.kind)
                default: break
                }
            }
            if let outcome = run.machine.state.closed?.outcome { outcomes.insert(outcome) }
        }
        #expect(facts == Set(FactKind.allCases.map(\.rawValue)))
        #expect(outcomes == Set(SessionClosed.Outcome.allCases))
        #expect(applied == Set(Override.Kind.allCases))
        // A person may always end the run.
        #expect(refused == Set(Override.Kind.allCases).subtracting([.finish]))
    }
}
