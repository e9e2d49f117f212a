internal import PodiumCore
internal import Synchronization

/// Requests that name themselves by an `Idempotency-Key`: the same one again, by the same client within a
/// day, is answered by the run of the first.
///
/// Source: the IETF draft "The Idempotency-Key HTTP Header Field".
final class RepeatedRequests: Sendable {
    /// How a request names itself, and what it asks.
    struct Ticket: Sendable {
        fileprivate let name: Name
        /// In place of the body, which may be long.
        fileprivate let digest: Digest

        /// Nil when it does not name itself.
        init?(_ call: HTTPCall, by client: String) throws(APIError) {
            guard let key = call.header("idempotency-key") else { return nil }
            guard (1...255).contains(key.utf8.count) else {
                throw .invalid(
                    "Idempotency-Key",
                    "Idempotency-Key must have 1 to 255 characters.",
                    code: "invalid_idempotency_key"
                )
            }
            name = Name(client: client, key: key)
            digest = Digest(call)
        }
    }

    fileprivate struct Name: Hashable {
        var client: String
        var key: String
    }

    /// 128 bits under a key of this process (SipHash), so that nobody finds two bodies that have the same.
    fileprivate struct Digest: Hashable {
        private let (first, second): (Int, Int)

        init(_ call: HTTPCall) {
            func hash(_ salt: Int) -> Int {
                var hasher = Hasher()
                hasher.combine(salt)
                hasher.combine(Route(call).target)
                hasher.combine(call.body)
                return hasher.finalize()
            }
            (first, second) = (hash(1), hash(2))
        }
    }

    private enum Progress {
        /// Nothing runs yet. Those that wait are told when it does, or that it never will.
        case opening([CheckedContinuation<Void, Never>])
        case opened(OpenedRun)
    }

    private struct Entry {
        var digest: Digest
        var since: ContinuousClock.Instant
        var progress = Progress.opening([])
    }

    private struct State {
        var entries: [Name: Entry] = [:]
        /// The names in the order in which they came, and from where on they count.
        var order: [(name: Name, since: ContinuousClock.Instant)] = []
        var first = 0

        mutating func add(_ entry: Entry, named name: Name) {
            entries[name] = entry
            order.append((name, entry.since))
        }

        /// Forgets what is too old, and the oldest of too many.
        mutating func forget(before time: ContinuousClock.Instant, keeping limit: Int) {
            while first < order.count,
                order[first].since < time || entries.count > limit
            {
                let (name, since) = order[first]
                first += 1
                // A name that was given back may be there anew.
                guard let entry = entries[name], entry.since == since else { continue }
                entries[name] = nil
                if case .opening(let waiting) = entry.progress {
                    for waiter in waiting { waiter.resume() }
                }
            }
            guard first > max(1_024, order.count / 2) else { return }
            order.removeFirst(first)
            first = 0
        }
    }

    private enum Claim {
        case isFirst(ContinuousClock.Instant)
        case isKnown(OpenedRun)
        case waits
    }

    private let state = Mutex(State())
    private let limit: Int
    private static let memory = Duration.seconds(24 * 3_600)

    /// - Parameter limit: requests that are remembered.
    init(limit: Int = 10_000) { self.limit = limit }

    /// The run that answers: the first one's, or what `open` begins.
    ///
    /// - Throws: `APIError` when another request had this name, and as `open` does; then the name is free.
    func run(
        of ticket: Ticket,
        now: ContinuousClock.Instant = .now,
        open: () async throws -> OpenedRun
    ) async throws -> (run: OpenedRun, isRepeated: Bool) {
        while true {
            try Task.checkCancellation()
            switch try claim(ticket, now) {
            case .isKnown(let run): return (run, true)
            case .waits: await opening(of: ticket)
            case .isFirst(let since):
                do {
                    let run = try await open()
                    settle(ticket, since, .opened(run))
                    return (run, false)
                } catch {
                    settle(ticket, since, nil)
                    throw error
                }
            }
        }
    }

    private func claim(
        _ ticket: Ticket,
        _ now: ContinuousClock.Instant
    ) throws(APIError) -> Claim {
        try state.withLock { state throws(APIError) in
            state.forget(before: now - Self.memory, keeping: limit)
            guard let entry = state.entries[ticket.name] else {
                state.forget(before: now - Self.memory, keeping: limit - 1)
                state.add(Entry(digest: ticket.digest, since: now), named: ticket.name)
                return .isFirst(now)
            }
            guard entry.digest == ticket.digest else {
                throw APIError(
                    .reused,
                    "The Idempotency-Key was used for another request. Each request needs its own.",
                    code: "idempotency_key_reused"
                )
            }
            if case .opened(let run) = entry.progress { return .isKnown(run) }
            return .waits
        }
    }

    private func opening(of ticket: Ticket) async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                guard case .opening(let waiting)? = state.entries[ticket.name]?.progress else {
                    return true
                }
                state.entries[ticket.name]?.progress = .opening(waiting + [continuation])
                return false
            }
            if isOver { continuation.resume() }
        }
    }

    private func settle(_ ticket: Ticket, _ since: ContinuousClock.Instant, _ progress: Progress?) {
        let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            // It may have been forgotten meanwhile, and be another's.
            guard let entry = state.entries[ticket.name], entry.since == since,
                case .opening(let waiting) = entry.progress
            else { return [] }
            if let progress {
                state.entries[ticket.name]?.progress = progress
            } else {
                state.entries[ticket.name] = nil
            }
            return waiting
        }
        for waiter in waiting { waiter.resume() }
    }
}
