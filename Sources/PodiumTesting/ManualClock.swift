public import PodiumCore
import Synchronization

/// A run environment whose time passes only when a test says so.
public final class ManualClock: RunEnvironment {
    private struct Sleeper {
        var due: Timestamp
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Timestamp
        var random: SeededGenerator
        var lastSleeper = 0
        var sleepers: [Int: Sleeper] = [:]
        /// Sleeps that were cancelled before they began.
        var cancelled: Set<Int> = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>

    public init(
        now: Timestamp = Timestamp(microseconds: 1_800_000_000_000_000),
        seed: UInt64 = 1
    ) {
        state = Mutex(State(now: now, random: SeededGenerator(seed: seed)))
    }

    public func now() -> Timestamp {
        state.withLock { $0.now }
    }

    public func entropy() -> UInt64 {
        state.withLock { $0.random.next() }
    }

    public func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.lastSleeper += 1
            return state.lastSleeper
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                begin(id, duration, continuation)
            }
        } onCancel: {
            cancel(id)
        }
    }

    /// How many tasks sleep.
    public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// When the next sleeper wakes; nil when none sleeps.
    public var nextDue: Timestamp? { state.withLock { $0.sleepers.values.map(\.due).min() } }

    /// Returns once at least `count` tasks sleep.
    public func untilSleeping(_ count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                guard state.sleepers.count < count else { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    /// Lets time pass and wakes whoever is due, the earliest first.
    public func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.now = state.now + duration
            let due = state.sleepers.filter { $0.value.due <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.sorted { ($0.value.due, $0.key) < ($1.value.due, $1.key) }
        }
        for sleeper in woken { sleeper.value.continuation.resume() }
    }

    private func begin(
        _ id: Int,
        _ duration: Duration,
        _ continuation: CheckedContinuation<Void, any Error>
    ) {
        enum Outcome { case asleep, cancelled, over }
        let (outcome, watchers) = state.withLock {
            state -> (Outcome, [CheckedContinuation<Void, Never>]) in
            if state.cancelled.remove(id) != nil { return (.cancelled, []) }
            guard duration > .zero else { return (.over, []) }
            state.sleepers[id] = Sleeper(due: state.now + duration, continuation: continuation)
            let count = state.sleepers.count
            let ready = state.watchers.filter { $0.count <= count }.map(\.continuation)
            state.watchers.removeAll { $0.count <= count }
            return (.asleep, ready)
        }
        switch outcome {
        case .asleep: break
        case .cancelled: continuation.resume(throwing: CancellationError())
        case .over: continuation.resume()
        }
        for watcher in watchers { watcher.resume() }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let sleeper = state.sleepers.removeValue(forKey: id) else {
                // It has not begun, or it is over; in that case the mark is never looked at.
                state.cancelled.insert(id)
                return nil
            }
            return sleeper
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }
}
