import PodiumCore
import PodiumStore
import PodiumTesting
import Testing

/// What stored calls say of workers and providers, also after a rebuild.
@Suite struct WorkerRecordTests {
    private let directory: TemporaryDirectory
    private let store: SQLiteEventStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try directory.store()
    }

    private static let price = Price(input: 1_000_000, output: 2_000_000)
    private static let pool = [
        Worker(name: "ann", provider: "acme", model: "a", price: price),
        Worker(name: "bea", provider: "other", model: "b"),
    ]

    /// A session in which `ann` answers, after a wait if she is held.
    private func session(
        _ id: String,
        isHeld: Bool = false,
        failure: ProviderError? = nil
    ) throws -> Timestamp {
        var history = HistoryBuilder(pool: Self.pool)
        history.limits.retries = 0
        history.policy.onFailure = .stop
        history.open("What?", plan: .chain(1))
        if isHeld {
            history.send(.queued(AttemptID(1), AdmissionWait(reason: .concurrency)))
            history.send(.sent(AttemptID(1)))
        }
        if let failure {
            history.fail(1, failure)
        } else {
            history.text(1, "12345678")
            history.text(1, "1234")
            history.finish(1, usage: Usage(input: 100, output: 6))
        }
        try store.append(history.events, to: SessionID(rawValue: id))
        return try #require(history.events.first?.time)
    }

    private func expectSameAfterRebuild<Value: Equatable>(_ read: () throws -> Value) throws {
        let before = try read()
        try store.rebuildProjections()
        #expect(try read() == before)
    }

    @Test func `health counts successes and faults, and leaves waiting out`() throws {
        for id in 1...3 { _ = try session("20260101-00000\(id)-aaaa", isHeld: id == 1) }
        let error = ProviderError(.overloaded, "Busy.", isRetryable: true)
        _ = try session("20260101-000009-aaaa", failure: error)
        let health = try store.health(of: ["ann", "bea"], limit: 10)
        #expect(health.map(\.worker) == ["ann", "bea"])
        let ann = health[0]
        #expect(ann.calls == 4)
        #expect(ann.successRate == 0.75)
        #expect(ann.failures == [.overloaded: 1])
        #expect(abs((ann.secondsToFirstText?.median ?? 0) - 0.04) < 1e-9)
        #expect(abs((ann.seconds?.ninetieth ?? 0) - 0.12) < 1e-9)
        #expect(health[1].calls == 0)
        #expect(health[1].successRate == nil)
        try expectSameAfterRebuild { try store.health(of: ["ann"], limit: 10) }
    }

    @Test func `spending is that of a provider since a time`() throws {
        let start = try session("20260101-000001-aaaa")
        _ = try session("20260101-000002-aaaa")
        let each: Int64 = 100 * 1_000_000 + 6 * 2_000_000
        #expect(try store.spending(with: "acme", since: start) == 2 * each)
        #expect(try store.spending(with: "other", since: start) == 0)
        #expect(try store.spending(with: "acme", since: start + .seconds(60)) == 0)
        try expectSameAfterRebuild { try store.spending(with: "acme", since: start) }
    }

    @Test func `a call that was broken off from here is no history`() throws {
        for id in 1...3 { _ = try session("20260101-00000\(id)-aaaa") }
        var history = HistoryBuilder(pool: Self.pool)
        history.open("What?", plan: .chain(2))
        history.text(1, "a long text that went on")
        history.decide(.cancel(StepID(1)))
        try store.append(history.events, to: SessionID(rawValue: "20260101-000004-aaaa"))
        var interrupted = HistoryBuilder(pool: Self.pool)
        interrupted.open("What?", plan: .chain(1))
        interrupted.text(1, "a long text that went on")
        interrupted.interrupt()
        try store.append(interrupted.events, to: SessionID(rawValue: "20260101-000005-aaaa"))
        let found = try #require(try store.history(of: ["ann"], limit: 10).first)
        #expect(found.calls == 3)
        #expect(found.output == [6, 6, 6])
        try expectSameAfterRebuild { try store.history(of: ["ann"], limit: 10) }
    }

    @Test func `history brings what a worker's tokens are like`() throws {
        for id in 1...2 { _ = try session("20260101-00000\(id)-aaaa") }
        #expect(try store.history(of: ["ann"], limit: 10).first?.calibration == nil)
        _ = try session("20260101-000003-aaaa")
        let history = try #require(try store.history(of: ["ann", "bea"], limit: 10).first)
        #expect(history.worker == "ann")
        #expect(history.output == [6, 6, 6])
        // Twelve digits were six tokens.
        #expect(history.calibration?.outputPermille == 500)
        try expectSameAfterRebuild { try store.history(of: ["ann"], limit: 10) }
    }
}
