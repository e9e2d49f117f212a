import PodiumCore
import PodiumTesting
import Testing

/// An answer that may not be whole, and what its end says of it.
struct CutAnswerPlaybookTests {
    @Test func `an answer that was cut off is told so, whoever ends the run`() {
        let cut = "The answer stops in the middle, at quick's limit of tokens."
        let finished = Playbook()
        finished.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [0])))
            $0.reply(1, "half a sen", .length)
        }
        finished.given { $0.decide(.finish) }
        #expect(finished.state.closed?.reason?.hasSuffix(cut) == true)
        #expect(finished.state.closed?.reason?.hasPrefix("Ended by ann.") == true)

        let spent = Playbook(limits: RunLimits(fallbacks: 0, budget: Budget(steps: 1)))
        spent.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [0])))
            $0.reply(1, "half a sen", .length)
        }
        #expect(spent.state.closed?.outcome == .budget)
        #expect(spent.state.closed?.reason?.contains(cut) == true)
    }
}
