internal import Synchronization

/// What happens to runs that take longer than they may.
///
/// All have the same limit, so that whoever began first is due first, and one task waits for all of them: a
/// task for each would stay behind until its time, long after its run.
final class Deadlines: Sendable {
    private struct Entry {
        let id: Int
        let due: ContinuousClock.Instant
    }

    private struct State {
        var lastID = 0
        /// In the order in which they are due; those that have ended are still among them.
        var entries: ArraySlice<Entry> = []
        var actions: [Int: @Sendable () -> Void] = [:]
        var isWaiting = false
    }

    private let state = Mutex(State())
    private let limit: Duration

    init(_ limit: Duration) { self.limit = limit }

    /// Calls `action` when the time is over, unless `remove` comes first.
    func add(_ action: @escaping @Sendable () -> Void) -> Int {
        let (id, mustWait) = state.withLock { state in
            state.lastID += 1
            state.entries.append(Entry(id: state.lastID, due: .now + limit))
            state.actions[state.lastID] = action
            defer { state.isWaiting = true }
            return (state.lastID, !state.isWaiting)
        }
        if mustWait {
            Task.detached { while let pause = self.next() { try? await Task.sleep(for: pause) } }
        }
        return id
    }

    func remove(_ id: Int) { state.withLock { _ = $0.actions.removeValue(forKey: id) } }

    /// Calls what is due; how long until the next, or nil when there is none.
    private func next() -> Duration? {
        let now = ContinuousClock.now
        let (due, pause): ([@Sendable () -> Void], Duration?) = state.withLock { state in
            var due: [@Sendable () -> Void] = []
            while let first = state.entries.first {
                let action = state.actions[first.id]
                guard action == nil || first.due <= now else { break }
                if let action { due.append(action) }
                state.actions[first.id] = nil
                state.entries.removeFirst()
            }
            state.entries = ArraySlice(Array(state.entries))
            state.isWaiting = !state.entries.isEmpty
            // What has ended is looked for now and then, so that it does not pile up.
            return (due, state.entries.first.map { min($0.due - now, .seconds(1)) })
        }
        for action in due { action() }
        return pause
    }
}
