import Logging
import PodiumCore
import PodiumEngine
import Synchronization

/// Notices what is written to the store, once for all in this process who wait for it.
///
/// While somebody waits it asks SQLite twenty times a second whether anything has changed, about
/// 14 µs each time; while nobody does, it does nothing.
final class StoreWatcher: Sendable {
    static let interval = Duration.milliseconds(50)
    /// A process that ends stores nothing: every so many looks its end is looked for.
    private static let patience = 10
    private static let pauseAfterFault = Duration.seconds(1)

    private struct State {
        var wakes: [Int: @Sendable () -> Void] = [:]
        var lastID = 0
        var task: Task<Void, Never>?
        /// One that nobody waits for any more, and that may not have closed its connection yet.
        var ended: Task<Void, Never>?
    }

    private let open: @Sendable () throws -> any StoreWatch
    private let environment: any RunEnvironment
    private let state = Mutex(State())

    /// - Parameter open: begins a watch; asked again after a fault.
    init(
        environment: any RunEnvironment,
        open: @escaping @Sendable () throws -> any StoreWatch
    ) {
        self.environment = environment
        self.open = open
    }

    /// Whether nobody waits.
    var isIdle: Bool { state.withLock { $0.task == nil } }

    /// Calls `wake` after each change, and now and then without one, until the subscription goes.
    func subscribe(_ wake: @escaping @Sendable () -> Void) -> Subscription {
        let id = state.withLock { state in
            state.lastID += 1
            state.wakes[state.lastID] = wake
            if state.task == nil { state.task = Task { await self.watch() } }
            return state.lastID
        }
        return Subscription { [weak self] in self?.unsubscribe(id) }
    }

    private func unsubscribe(_ id: Int) {
        state.withLock { state in
            state.wakes[id] = nil
            guard state.wakes.isEmpty else { return }
            state.task?.cancel()
            (state.task, state.ended) = (nil, state.task)
        }
    }

    /// Ends the watch: it has let go of the store when this returns.
    func finish() async {
        let tasks = state.withLock { state in
            defer { (state.task, state.ended, state.wakes) = (nil, nil, [:]) }
            return [state.task, state.ended].compactMap { $0 }
        }
        for task in tasks {
            task.cancel()
            await task.value
        }
    }

    private func watch() async {
        var watch: (any StoreWatch)?
        var looks = 0
        // A fault is told once, until it is over.
        var isFaulty = false
        while !Task.isCancelled {
            var pause = Self.interval
            do {
                let current = try watch ?? open()
                watch = current
                isFaulty = false
                looks += 1
                if try current.hasChanged() || looks.isMultiple(of: Self.patience) { wake() }
            } catch {
                if !isFaulty {
                    Logger(label: "store").error(
                        "cannot be watched",
                        metadata: ["error": "\(error)"]
                    )
                }
                isFaulty = true
                watch = nil
                pause = Self.pauseAfterFault
            }
            try? await environment.sleep(for: pause)
        }
    }

    private func wake() {
        for wake in state.withLock({ Array($0.wakes.values) }) { wake() }
    }
}
