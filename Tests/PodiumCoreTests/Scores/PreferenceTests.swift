import PodiumCore
import PodiumTesting
import Testing

/// Whom a person would rather have had do a step.
@Suite struct PreferenceTests {
    /// A run whose plan waits, steered, approved and answered.
    private func told(_ decisions: Override...) -> [String] {
        var history = HistoryBuilder(policy: RunPolicy(asksApproval: true))
        history.open(plan: Plan((0, "Answer the question.", []), (1, "Two.", [0])))
        for decision in decisions { history.decide(decision) }
        history.decide(.approve)
        history.reply(1, "6")
        history.reply(2, "42")
        return told(history.state)
    }

    private func told(_ state: SessionState) -> [String] {
        state.preferences { $0 == "Answer the question." }
            .map { "\($0.preferred.name) over \($0.over.name): \($0.task)" }
    }

    @Test func `a step that a person gave to another worker is a preference, and no label`() {
        #expect(told().isEmpty)
        #expect(
            told(.reroute(StepID(1), worker: "deep"), .reroute(StepID(2), worker: "local")) == [
                "deep over quick: What is 6 × 7?", "local over deep: Two.",
            ]
        )
    }

    @Test func `of several the first and the last count, and what was taken back does not`() {
        let first = Override.reroute(StepID(2), worker: "quick")
        #expect(told(first, .undo(nil)).isEmpty)
        #expect(
            told(first, .reroute(StepID(2), worker: "local")) == ["local over deep: Two."]
        )
        #expect(told(first, .reroute(StepID(2), worker: "deep")).isEmpty)
    }

    @Test func `whoever failed was not there to be preferred`() {
        var history = HistoryBuilder(policy: RunPolicy(onFailure: .ask))
        history.limits.retries = 0
        history.open(plan: Plan((0, "One.", [])))
        history.fail(1, ProviderError(.invalidRequest, "It cannot be read.", isRetryable: false))
        history.decide(.reroute(StepID(1), worker: "deep"))
        #expect(told(history.state).isEmpty, "nothing is told before the end")
        history.reply(2, "42")
        #expect(history.state.isClosed)
        #expect(told(history.state).isEmpty)
    }
}
