import PodiumCore
import PodiumTesting
import Testing

/// Whoever rests on a step that has failed is told of it.
@Suite struct LackedOutputTests {
    private func book(_ failure: ProviderError.Code) -> HistoryBuilder {
        var history = HistoryBuilder(pool: .sample)
        history.limits.retries = 0
        history.limits.fallbacks = 0
        history.policy.onFailure = .proceed
        history.open(plan: .diamond)
        history.reply(1, "one")
        history.fail(2, ProviderError(failure, "No.", isRetryable: false))
        history.reply(3, "three")
        return history
    }

    @Test func `a failed step is named to those that might have seen it`() throws {
        let history = book(.invalidRequest)
        let third = try #require(history.state.attempts.last)
        let lacked = try #require(third.lacked)
        #expect(lacked.map(\.step) == [StepID(2)])
        guard case .step(let request) = history.state.request(of: third.id) else {
            Issue.record("There is no request.")
            return
        }
        #expect(request.missing == lacked.map(\.subtask))
        #expect(
            request.missing.allSatisfy { subtask in
                ModelRequest.step(request).messages.contains { $0.content.contains(subtask) }
            }
        )
    }

    @Test func `nobody is told of what is there`() {
        var history = HistoryBuilder(pool: .sample)
        history.open(plan: .chain(2))
        history.reply(1, "one")
        #expect(history.state.attempts.last?.lacked == nil)
    }
}
