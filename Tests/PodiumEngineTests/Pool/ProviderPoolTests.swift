import PodiumCore
import PodiumTesting
import Synchronization
import Testing

@testable import PodiumEngine

/// Sessions that meet a provider's limits and a worker's faults.
@Suite(.timeLimit(.minutes(15))) struct ProviderPoolTests {
    private let bench = EngineBench()

    private func script(_ step: ScriptedProvider.Script) -> ScriptedProvider {
        ScriptedProvider { call in
            call.worker.name == "conductor" ? ScriptedProvider.text(EngineBench.plan) : step
        }
    }

    @Test func `a call beyond the limit waits, and both facts are told`() async throws {
        let provider = script(.hold)
        let runner = try bench.runner(provider, limits: ProviderLimits(concurrency: 1))
        await runner.open(bench.opening())
        let waiting = await bench.wait(for: runner) { $0.attempts.contains { $0.wait != nil } }
        let held = try #require(waiting.attempts.first { $0.wait != nil })
        #expect(held.wait?.reason == .concurrency)
        #expect(provider.calls.count == 2)
        let first = try #require(waiting.attempts.first { $0.wait == nil && $0.isRunning })
        while provider.held(first.id) == nil { await Task.yield() }
        provider.held(first.id)?.yield(.finished(.stop))
        let sent = await bench.wait(for: runner) { $0.attempt(held.id)?.sentAt != nil }
        #expect(sent.attempt(held.id)?.wait == nil)
        #expect(bench.audit().findings.isEmpty)
        await runner.interrupt(reason: "done")
    }

    @Test func `a call that waits can be broken off, and leaves the queue`() async throws {
        let pool = ProviderPool(
            ["scripted": ScriptedProvider { _ in .hold }],
            limits: ["scripted": ProviderLimits(concurrency: 1)],
            environment: bench.environment
        )
        let first = try await pool.admit(.sample(1)) { _ in }
        let waits = Mutex(0)
        let second = Task {
            try await pool.admit(.sample(2)) { _ in waits.withLock { $0 += 1 } }
        }
        while waits.withLock({ $0 }) == 0 { await Task.yield() }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        pool.abandon(first)
        _ = try await pool.admit(.sample(3)) { _ in Issue.record("There is room.") }
    }

    @Test func `a wait for the minute to pass ends by the clock`() async throws {
        let pool = ProviderPool(
            ["scripted": ScriptedProvider { _ in .hold }],
            limits: ["scripted": ProviderLimits(requestsPerMinute: 1)],
            environment: bench.environment
        )
        _ = try await pool.admit(.sample(1)) { _ in }
        let waits = Mutex<[AdmissionWait.Reason]>([])
        let second = Task {
            try await pool.admit(.sample(2)) { wait in waits.withLock { $0.append(wait.reason) } }
        }
        await bench.environment.untilSomebodySleeps()
        bench.environment.advance(by: .seconds(60))
        _ = try await second.value
        #expect(waits.withLock { $0 } == [.requestsPerMinute])
    }

    @Test func `what the server says is left holds its model`() async throws {
        let pool = ProviderPool(
            ["scripted": ScriptedProvider { _ in .hold }],
            limits: ["scripted": ProviderLimits()],
            environment: bench.environment
        )
        let permit = try await pool.admit(.sample(1)) { _ in }
        pool.learn(
            RateLimits(
                requests: .init(limit: 10, remaining: 4, resetMilliseconds: 90_000),
                tokens: .init(limit: 100, remaining: 0, resetMilliseconds: 7_000)
            ),
            permit
        )
        let second = Task { try await pool.admit(.sample(2)) { #expect($0.reason == .server) } }
        await bench.environment.untilSomebodySleeps()
        bench.environment.advance(by: .seconds(7))
        _ = try await second.value
    }

    @Test func `the day's budget of a provider stops its calls`() async throws {
        let spent = Mutex<Int64>(999_000_000_000)
        let pool = ProviderPool(
            ["scripted": ScriptedProvider { _ in .hold }],
            limits: ["scripted": ProviderLimits(picodollarsPerDay: 1_000_000_000_000)],
            environment: bench.environment,
            spending: { provider, since in
                #expect(provider == "scripted")
                #expect(since.microseconds % 86_400_000_000 == 0)
                return spent.withLock { $0 }
            }
        )
        var call = ModelCall.sample(1)
        let unknown = await #expect(throws: ProviderError.self) {
            try await pool.admit(call) { _ in }
        }
        #expect(unknown?.message.contains("price of ann is not known") == true)
        call.worker.price = Price(input: 1, output: 1)
        _ = try await pool.admit(call) { _ in }
        spent.withLock { $0 = 1_004_000_000_000 }
        let error = await #expect(throws: ProviderError.self) {
            try await pool.admit(call) { _ in }
        }
        #expect(error?.code == .budget)
        #expect(error?.message.contains("$1.00 of $1.00") == true)
    }

    @Test func `two hundred calls share two slots, and never more than two run`() async throws {
        let pool = ProviderPool(
            ["scripted": ScriptedProvider { _ in .hold }],
            limits: ["scripted": ProviderLimits(concurrency: 2)],
            environment: bench.environment
        )
        let running = Running()
        await withTaskGroup(of: Void.self) { group in
            for number in 1...200 {
                group.addTask {
                    guard let permit = try? await pool.admit(.sample(number), onWait: { _ in })
                    else { return }
                    running.begin()
                    await Task.yield()
                    running.end()
                    let usage = number.isMultiple(of: 3) ? Usage(input: .max) : nil
                    _ = pool.finish(permit, .finished(.stop, usage))
                }
            }
        }
        #expect(running.done == 200)
        #expect(running.most <= 2)
    }

    @Test func `a long pause that a server asks for sends the worker away, not the queue to sleep`()
        async throws
    {
        let pool = ProviderPool(
            ["scripted": ScriptedProvider { _ in .hold }],
            limits: ["scripted": ProviderLimits()],
            environment: bench.environment
        )
        let permit = try await pool.admit(.sample(1)) { _ in }
        let error = ProviderError(
            .rateLimited,
            "Tomorrow.",
            isRetryable: true,
            retryAfterMilliseconds: 3_600_000
        )
        let left = pool.finish(permit, .failed(error, nil))
        #expect(left?.until == bench.environment.now() + .seconds(3_600))
        _ = try await pool.admit(.sample(2)) { _ in Issue.record("It waits in the queue.") }
    }

    @Test func `a worker that keeps failing leaves, and its steps go elsewhere`() async throws {
        let refusal = ProviderError(.unauthorized, "Wrong key.", isRetryable: false)
        let provider = ScriptedProvider { call in
            switch call.worker.name {
            case "conductor": ScriptedProvider.text(EngineBench.plan)
            case "ann": .fail(after: [], refusal)
            default: ScriptedProvider.text("fine")
            }
        }
        let runner = try bench.runner(provider, limits: ProviderLimits())
        var opening = bench.opening()
        opening.pool[0].fallbacks = ["bea"]
        await runner.open(opening)
        let end = await bench.wait(for: runner) { $0.closed != nil }
        #expect(end.closed?.outcome == .answered)
        #expect(end.away.map(\.worker) == ["ann"])
        #expect(provider.calls.count { $0.worker.name == "ann" } == 1)
        #expect(bench.audit().findings.isEmpty)
    }
}

/// How many calls run at once.
private final class Running: Sendable {
    private struct Counts {
        var now = 0
        var most = 0
        var done = 0
    }

    private let counts = Mutex(Counts())

    var most: Int { counts.withLock { $0.most } }
    var done: Int { counts.withLock { $0.done } }

    func begin() {
        counts.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
    }

    func end() {
        counts.withLock {
            $0.now -= 1
            $0.done += 1
        }
    }
}

extension ModelCall {
    fileprivate static func sample(_ attempt: Int) -> ModelCall {
        ModelCall(
            session: SessionID(rawValue: "20260101-000000-test"),
            attempt: AttemptID(attempt),
            worker: EngineBench.worker("ann"),
            request: .step(StepRequest(question: "?", seen: [], subtask: "Say.")),
            seed: 1
        )
    }
}
