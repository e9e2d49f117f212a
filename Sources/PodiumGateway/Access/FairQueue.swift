internal import Synchronization

/// Lets so many requests run at once; the others wait, and clients take turns: one that asks a hundred
/// things at once does not keep another from its first.
final class FairQueue: Sendable {
    private struct Waiter {
        let id: Int
        let turn: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var running = 0
        var waiting = 0
        var lastID = 0
        /// Those that wait, by client.
        var lines: [String: [Waiter]] = [:]
        /// Clients that wait, the one whose turn is next first.
        var clients: [String] = []
        /// Those that are about to wait; who has gone before is no longer among them.
        var coming: Set<Int> = []

        mutating func enqueue(_ waiter: Waiter, of client: String) {
            waiting += 1
            if lines[client] == nil { clients.append(client) }
            lines[client, default: []].append(waiter)
        }

        mutating func next() -> Waiter? {
            guard let client = clients.first else { return nil }
            clients.removeFirst()
            guard var line = lines.removeValue(forKey: client), !line.isEmpty else { return nil }
            let waiter = line.removeFirst()
            waiting -= 1
            if !line.isEmpty {
                lines[client] = line
                clients.append(client)
            }
            return waiter
        }

        mutating func remove(_ id: Int, of client: String) -> Waiter? {
            guard let place = lines[client]?.firstIndex(where: { $0.id == id }) else { return nil }
            let waiter = lines[client]?.remove(at: place)
            waiting -= 1
            if lines[client]?.isEmpty == true {
                lines[client] = nil
                clients.removeAll { $0 == client }
            }
            return waiter
        }
    }

    private let state = Mutex(State())
    private let limit: Int
    private let waitingLimit: Int

    init(limit: Int, waiting: Int) {
        self.limit = max(1, limit)
        waitingLimit = max(0, waiting)
    }

    var counts: (running: Int, waiting: Int) {
        state.withLock { ($0.running, $0.waiting) }
    }

    /// Waits for a turn, which `leave` gives back.
    ///
    /// - Throws: `APIError` when too many wait already or it took too long, and `CancellationError` when the
    ///   client has gone meanwhile.
    func enter(_ client: String, within patience: Duration) async throws {
        let id: Int? = try state.withLock { state throws(APIError) in
            if state.running < limit, state.waiting == 0 {
                state.running += 1
                return nil
            }
            guard state.waiting < waitingLimit else {
                throw APIError(
                    .rateLimit,
                    "\(state.running) runs are under way and \(state.waiting) requests wait."
                        + " Ask again later.",
                    code: "too_many_requests",
                    retryAfter: 5
                )
            }
            state.lastID += 1
            state.coming.insert(state.lastID)
            return state.lastID
        }
        guard let id else { return }
        let timer = Task {
            try await Task.sleep(for: patience)
            giveUp(id, of: client)
        }
        defer { timer.cancel() }
        let hasTurn = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isGone = state.withLock { state in
                    guard state.coming.remove(id) != nil else { return true }
                    state.enqueue(Waiter(id: id, turn: continuation), of: client)
                    return false
                }
                if isGone { continuation.resume(returning: false) }
                advance()
            }
        } onCancel: {
            giveUp(id, of: client)
        }
        if hasTurn { return }
        try Task.checkCancellation()
        throw APIError(
            .overloaded,
            "No run could begin within \(patience.components.seconds) s. Ask again later.",
            code: "queue_timeout",
            retryAfter: 10
        )
    }

    private func giveUp(_ id: Int, of client: String) {
        let waiter = state.withLock { state in
            state.coming.remove(id) == nil ? state.remove(id, of: client) : nil
        }
        waiter?.turn.resume(returning: false)
    }

    func leave() {
        state.withLock { $0.running -= 1 }
        advance()
    }

    private func advance() {
        while let waiter = state.withLock({ state -> Waiter? in
            guard state.running < limit, let waiter = state.next() else { return nil }
            state.running += 1
            return waiter
        }) {
            waiter.turn.resume(returning: true)
        }
    }
}
