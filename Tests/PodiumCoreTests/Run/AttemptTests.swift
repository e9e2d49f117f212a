import PodiumCore
import PodiumTesting
import Testing

/// What a call is told of, and what it counts for.
@Suite struct AttemptTests {
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

    @Test func `a call that has not left costs nothing, also when it is broken off`() throws {
        var history = HistoryBuilder(pool: .sample)
        history.open(plan: .chain(1))
        let id = AttemptID(1)
        #expect(history.state.attempt(id)?.used.usage.input ?? 0 > 0)
        history.send(.queued(id, AdmissionWait(reason: .concurrency)))
        #expect(history.state.attempt(id)?.used.usage == .zero)
        history.interrupt()
        #expect(history.state.closed?.usage == .zero)
        #expect(history.state.closed?.cost == .zero)
    }

    @Test func `nobody is told of what is there`() {
        var history = HistoryBuilder(pool: .sample)
        history.open(plan: .chain(2))
        history.reply(1, "one")
        #expect(history.state.attempts.last?.lacked == nil)
    }

    @Test(arguments: [
        Usage(input: 10, output: .max), Usage(input: .max, output: 3),
        Usage(input: 10, cacheRead: 10_000_000, output: 3), Usage(input: 10, output: 1_000_100),
    ])
    func `a count that cannot be is not booked, and is kept beside our own`(count: Usage) throws {
        var history = HistoryBuilder(pool: .sample)
        history.open(plan: .chain(1))
        history.reply(1, "Answer: 42", usage: count)
        let used = try #require(history.state.attempts.first?.settled)
        #expect(used.isEstimate)
        #expect(used.disbelieved == count)
        #expect((1..<100).contains(used.usage.output) && (1..<1_000).contains(used.usage.input))
        #expect(history.state.closed?.cost == used.cost)
    }

    @Test func `a count that may be is what the call is paid by`() {
        // Thoughts out of sight are output too.
        let count = Usage(input: 9_000_000, cacheRead: 1_000_000, output: 900_000)
        var history = HistoryBuilder(pool: .sample)
        history.open(plan: .chain(1))
        history.reply(1, "Answer: 42", usage: count)
        #expect(history.state.closed?.usage == count)
        #expect(history.state.attempts.first?.settled?.disbelieved == nil)
    }
}
