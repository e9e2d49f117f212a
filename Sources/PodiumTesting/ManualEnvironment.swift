public import PodiumCore
import Synchronization

/// A clock that moves only when told to, and a seeded source of chance.
public final class ManualEnvironment: RunEnvironment {
    private struct Sleeper {
        var due: Timestamp
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Timestamp
        var draws: UInt64 = 0
        var nextSleeper = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var arrivals: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>
    private let seed: UInt64

    public init(now: Timestamp = Timestamp(microseconds: 1_790_000_000_000_000), seed: UInt64 = 1) {
        self.seed = seed
        state = Mutex(State(now: now))
    }

    public func now() -> Timestamp { state.withLock { $0.now } }

    public func entropy() -> UInt64 {
        state.withLock { state in
            state.draws &+= 1
            return (seed &+ state.draws) &* 0x9E37_79B9_7F4A_7C15
        }
    }

    public func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (isCancelled, waiting) = state.withLock { state in
                    let waiting = state.arrivals
                    state.arrivals = []
                    guard state.cancelled.remove(id) == nil else { return (true, waiting) }
                    state.sleepers[id] = Sleeper(
                        due: state.now + duration,
                        continuation: continuation
                    )
                    return (false, waiting)
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
                for arrival in waiting { arrival.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state -> Sleeper? in
                guard let sleeper = state.sleepers.removeValue(forKey: id) else {
                    state.cancelled.insert(id)
                    return nil
                }
                return sleeper
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Moves the clock and wakes who was due.
    public func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now + duration
            let due = state.sleepers.filter { $0.value.due <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map { $0 }
        }
        for sleeper in due.sorted(by: { $0.due < $1.due }) { sleeper.continuation.resume() }
    }

    /// Waits until somebody sleeps.
    public func untilSomebodySleeps() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                guard state.sleepers.isEmpty else { return true }
                state.arrivals.append(continuation)
                return false
            }
            if isReady { continuation.resume() }
        }
    }
}
