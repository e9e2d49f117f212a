import Dispatch
import PodiumCore
import PodiumEngine
import PodiumStore
import PodiumTesting
import Synchronization

/// A thousand sessions at once in one process, each a workflow of five steps.
enum CrowdBenchmarks {
    private static let sessions = 1_000

    static func run() throws -> [Measurement] {
        // Memory first: what the others have freed would hide what it takes.
        try memory() + throughput() + latency()
    }

    // MARK: As fast as it goes

    private static func throughput() throws -> [Measurement] {
        let instant = ProviderPool(["bench": EngineBenchmarks.InstantProvider()])
        var round = 0
        let memory = try bestSeconds(of: 5) {
            round += 1
            try runAll(in: InMemoryEventStore(), instant, prefix: "m\(round)")
        }
        let durable = try withScratchDirectory { directory in
            let store = try SQLiteEventStore(directory: directory)
            return try bestSeconds(of: 5) {
                round += 1
                try runAll(in: store, instant, prefix: "d\(round)")
            }
        }
        let each = 1e3 / Double(sessions)
        return [
            Measurement(
                name: "1,000 sessions at once in memory, each",
                value: memory * each,
                unit: "ms",
                aim: .atMost(0.05)
            ),
            Measurement(
                name: "1,000 sessions at once, durable, each",
                value: durable * each,
                unit: "ms",
                aim: .atMost(0.4)
            ),
        ]
    }

    /// Opens all of them at once and waits for the last. With a pause, one after the other.
    private static func runAll(
        in store: any EventStore,
        _ providers: ProviderPool,
        prefix: String,
        pause: Duration = .zero
    ) throws {
        let finished = DispatchGroup()
        var subscriptions: [Subscription] = []
        let runners = try (0..<sessions).map { number in
            let runner = try SessionRunner(
                session: SessionID(rawValue: "\(prefix)-\(number)"),
                store: store,
                providers: providers,
                environment: SystemEnvironment()
            )
            finished.enter()
            let journal = runner.journal
            subscriptions.append(
                journal.follow { [weak journal] in
                    if journal?.isOver == true { finished.leave() }
                }
            )
            return runner
        }
        for (number, runner) in runners.enumerated() {
            Task.detached {
                if pause > .zero { try? await Task.sleep(for: pause * number) }
                await runner.open(EngineBenchmarks.opening)
            }
        }
        finished.wait()
        withExtendedLifetime(subscriptions) {}
        precondition(runners.allSatisfy { $0.journal.failure == nil })
    }

    // MARK: As workers go

    /// Workers that think for 100 to 500 ms and then tell all; the sessions begin within a second. The
    /// best of three rounds: the machine's noise only ever adds.
    private static func latency() throws -> [Measurement] {
        let rounds = try (0..<3).map { _ in
            try withScratchDirectory { directory in
                let store = TimedStore(try SQLiteEventStore(directory: directory))
                let thoughtful = ProviderPool(["bench": ThoughtfulProvider()])
                try runAll(in: store, thoughtful, prefix: "t", pause: .milliseconds(1))
                return store.seconds.sorted()
            }
        }
        func best(_ share: Double) -> Double {
            rounds.map { $0[Int(Double($0.count) * share)] }.min() ?? 0
        }
        return [
            Measurement(
                name: "an append among 1,000 sessions, median",
                value: best(0.5) * 1e3,
                unit: "ms"
            ),
            Measurement(
                name: "an append among 1,000 sessions, 99 % within",
                value: best(0.99) * 1e3,
                unit: "ms",
                aim: .atMost(5)
            ),
        ]
    }

    private struct ThoughtfulProvider: Provider {
        func reply(to call: ModelCall) -> ReplyStream {
            ReplyStream { continuation in
                Task {
                    try? await Task.sleep(for: .milliseconds(100 + call.seed % 400))
                    continuation.yield(EngineBenchmarks.reply(to: call))
                    continuation.finish()
                }
            }
        }
    }

    /// Takes the time of each append, from the runner's asking to its going on.
    private final class TimedStore: EventStore {
        private let store: SQLiteEventStore
        private let times = Mutex<[Double]>([])

        init(_ store: SQLiteEventStore) { self.store = store }

        var seconds: [Double] { times.withLock { $0 } }

        nonisolated(nonsending) func commit(
            _ events: [Event],
            to session: SessionID
        ) async throws {
            let start = ContinuousClock.now
            try await store.commit(events, to: session)
            let elapsed = (ContinuousClock.now - start).inSeconds
            times.withLock { $0.append(elapsed) }
        }

        func append(_ events: [Event], to session: SessionID) throws {
            try store.append(events, to: session)
        }

        func events(of session: SessionID, after sequence: Int, limit: Int) throws -> [Event] {
            try store.events(of: session, after: sequence, limit: limit)
        }

        func sessions(limit: Int) throws -> [SessionSummary] { try store.sessions(limit: limit) }

        func session(_ id: SessionID) throws -> SessionSummary? { try store.session(id) }

        func claim(_ session: SessionID) throws -> any SessionOwnership {
            try store.claim(session)
        }
    }

    // MARK: As they wait

    /// What a session takes whose workers are at it: their first two steps have begun.
    private static func memory() throws -> [Measurement] {
        try withScratchDirectory { directory in
            let store = try SQLiteEventStore(directory: directory)
            let silent = ProviderPool(["bench": SilentProvider()])
            // What the first sessions allocate stays with the program.
            var live = try openAll(in: store, silent, count: 100, prefix: "w")
            let before = ProcessFacts.residentMemory
            live += try openAll(in: store, silent, count: sessions, prefix: "l")
            let after = ProcessFacts.residentMemory
            let over = DispatchGroup()
            for runner in live {
                over.enter()
                Task.detached {
                    await runner.interrupt(reason: "measured")
                    over.leave()
                }
            }
            over.wait()
            return [
                Measurement(
                    name: "memory of a live session",
                    value: max(0, after - before) * 1_024 / Double(sessions),
                    unit: "KiB",
                    aim: .atMost(60)
                )
            ]
        }
    }

    /// Opens sessions and waits until each has its plan and calls its workers.
    private static func openAll(
        in store: any EventStore,
        _ providers: ProviderPool,
        count: Int,
        prefix: String
    ) throws -> [SessionRunner] {
        let begun = DispatchGroup()
        var subscriptions: [Subscription] = []
        let runners = try (0..<count).map { number in
            let runner = try SessionRunner(
                session: SessionID(rawValue: "\(prefix)-\(number)"),
                store: store,
                providers: providers,
                environment: SystemEnvironment()
            )
            begun.enter()
            let isBegun = Atomic(false)
            let journal = runner.journal
            subscriptions.append(
                journal.follow { [weak journal] in
                    let calls = (try? journal?.events(after: 0))?.count { event in
                        if case .attemptStarted = event.fact { true } else { false }
                    }
                    guard calls == 3, !isBegun.exchange(true, ordering: .relaxed) else { return }
                    begun.leave()
                }
            )
            return runner
        }
        for runner in runners {
            Task.detached { await runner.open(EngineBenchmarks.opening) }
        }
        begun.wait()
        withExtendedLifetime(subscriptions) {}
        return runners
    }

    /// Plans, and then says nothing.
    private struct SilentProvider: Provider {
        func reply(to call: ModelCall) -> ReplyStream {
            ReplyStream { continuation in
                guard case .plan = call.request else { return }
                continuation.yield(EngineBenchmarks.reply(to: call))
                continuation.finish()
            }
        }
    }
}
