import PodiumCore
import PodiumTesting
import Synchronization
import Testing

@testable import PodiumEngine

/// What comes in while the store is busy.
@Suite(.timeLimit(.minutes(15))) struct TransactionTests {
    private let bench = EngineBench()
    private let store = GatedStore()
    private let provider = ScriptedProvider { _ in .hold }

    private func runner() throws -> SessionRunner {
        try SessionRunner(
            session: bench.session,
            store: store,
            providers: ProviderPool(["scripted": provider]),
            environment: bench.environment
        )
    }

    private func request(_ id: String, _ override: Override) -> OverrideRequest {
        OverrideRequest(id: id, author: "ann", override)
    }

    /// Waits until so many have asked the runner for something that it has yet to store.
    private func untilWaiting(_ count: Int, _ runner: SessionRunner) async {
        while await runner.waitingInputs < count { await Task.yield() }
    }

    @Test func `what comes in meanwhile is the next transaction, in its order`() async throws {
        let runner = try runner()
        store.close()
        let opening = Task { await runner.open(bench.opening()) }
        await store.untilSomebodyWaits()
        var decisions: [Task<Void, Never>] = []
        for (number, override) in [Override.hold, .proceed, .hold].enumerated() {
            let request = request("r\(number)", override)
            decisions.append(Task { await runner.decide(request) })
            await untilWaiting(number + 1, runner)
        }
        #expect(runner.journal.all.isEmpty)
        #expect(provider.calls.isEmpty, "nothing is called before its start is stored")
        store.letOne()
        await store.untilSomebodyWaits()
        #expect(runner.journal.all.count == 2, "the opening and the call it leads to")
        store.letOne()
        for decision in decisions { await decision.value }
        await opening.value
        #expect(store.inner.transactions == [2, 3])
        let state = await bench.wait(for: runner) { $0.isHeld }
        #expect(state.answeredRequests == ["r0", "r1", "r2"])
        #expect(state.overrides.map(\.fact.request.id) == ["r0", "r1", "r2"])
        store.open()
        await runner.interrupt(reason: "enough")
    }

    @Test func `a request is answered once its answer is stored, and not before`() async throws {
        let runner = try runner()
        await runner.open(bench.opening())
        store.close()
        let decision = Task { await runner.decide(request("a", .hold)) }
        await store.untilSomebodyWaits()
        let answer = Task { await runner.hasAnswered("a") }
        store.letOne()
        #expect(await answer.value)
        await decision.value
        store.open()
        await runner.interrupt(reason: "enough")
    }

    private func fold(_ runner: SessionRunner) -> SessionState {
        runner.journal.all.reduce(into: SessionState(id: bench.session)) { $0.apply($1) }
    }

    @Test func `an interruption breaks calls off at once, and is stored when the store can`()
        async throws
    {
        let runner = try runner()
        await runner.open(bench.opening())
        _ = await bench.wait(for: runner) { !$0.runningAttempts.isEmpty }
        while provider.calls.isEmpty { await Task.yield() }
        store.close()
        let interruption = Task { await runner.interrupt(reason: "enough") }
        await store.untilSomebodyWaits()
        while provider.cancelled.isEmpty { await Task.yield() }
        #expect(fold(runner).closed == nil)
        store.open()
        await interruption.value
        let state = await bench.wait(for: runner) { $0.closed != nil }
        #expect(state.closed?.outcome == .cancelled)
        #expect(state.attempts.map { $0.status } == [.cancelled("enough")])
        #expect(provider.calls.count == 1)
    }

    @Test func `what waits behind a failing store is never heard`() async throws {
        let runner = try runner()
        await runner.open(bench.opening())
        store.close()
        let first = Task { await runner.decide(request("a", .hold)) }
        await store.untilSomebodyWaits()
        let second = Task { await runner.decide(request("b", .proceed)) }
        await untilWaiting(1, runner)
        store.inner.fail(after: 0)
        store.letOne()
        await first.value
        await second.value
        #expect(runner.journal.isOver)
        #expect(runner.journal.failure?.code == .full)
        #expect(await !runner.hasAnswered("a"), "the inbox must keep it")
        #expect(await !runner.hasAnswered("b"))
        #expect(runner.journal.all.count == 2)
        #expect(runner.journal.all == (try store.inner.all(of: bench.session)))
    }

    @Test func `an end that could not be stored is no end`() async throws {
        let runner = try runner()
        await runner.open(bench.opening())
        store.inner.fail(after: 0)
        await runner.interrupt(reason: "never stored")
        #expect(runner.journal.isOver)
        #expect(await !runner.isClosed)
    }

    @Test func `text that comes meanwhile is stored with the end that follows it`() async throws {
        let runner = try runner()
        await runner.open(bench.opening())
        while provider.held(AttemptID(1)) == nil { await Task.yield() }
        let stream = try #require(provider.held(AttemptID(1)))
        store.close()
        stream.yield(.text(EngineBench.plan))
        await store.untilSomebodyWaits()
        stream.yield(.text("\n"))
        stream.yield([.text("\n"), .finished(.stop)])
        stream.finish()
        store.open()
        let state = await bench.wait(for: runner) { $0.runningAttempts.count == 2 }
        #expect(state.attempt(AttemptID(1))?.text == EngineBench.plan + "\n\n")
        await runner.interrupt(reason: "enough")
    }
}

/// A store whose transactions wait while its gate is closed.
private final class GatedStore: EventStore {
    private struct State {
        var isClosed = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    let inner = InMemoryEventStore()
    private let state = Mutex(State())

    func close() { state.withLock { $0.isClosed = true } }

    func open() {
        let waiting = state.withLock { state in
            state.isClosed = false
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting { one.resume() }
    }

    func letOne() {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }?.resume()
    }

    func untilSomebodyWaits() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                guard state.waiting.isEmpty else { return true }
                state.watchers.append(continuation)
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    nonisolated(nonsending) func commit(_ events: [Event], to session: SessionID) async throws {
        await withCheckedContinuation { continuation in
            let (isOpen, watchers) = state.withLock { state in
                guard state.isClosed else { return (true, [CheckedContinuation<Void, Never>]()) }
                state.waiting.append(continuation)
                defer { state.watchers = [] }
                return (false, state.watchers)
            }
            if isOpen { continuation.resume() }
            for watcher in watchers { watcher.resume() }
        }
        try inner.append(events, to: session)
    }

    func append(_ events: [Event], to session: SessionID) throws {
        try inner.append(events, to: session)
    }

    func events(of session: SessionID, after sequence: Int, limit: Int) throws -> [Event] {
        try inner.events(of: session, after: sequence, limit: limit)
    }

    func sessions(limit: Int) throws -> [SessionSummary] { try inner.sessions(limit: limit) }

    func session(_ id: SessionID) throws -> SessionSummary? { try inner.session(id) }

    func claim(_ session: SessionID) throws -> any SessionOwnership { try inner.claim(session) }
}

extension EventStore {
    fileprivate func all(of session: SessionID) throws -> [Event] {
        try events(of: session, after: 0, limit: .max)
    }
}
