internal import PodiumCore

/// Which workers leave the pool for a while, after faults that a retry does not mend. Pure.
///
/// Three transient faults in a row are one cooldown of half a minute; each further fault right after
/// a return doubles it, up to a quarter of an hour. What no waiting mends by itself (a key that is
/// refused, a model that is not there, no credit) takes a worker out of the sessions that run at once, and
/// of those that begin within five minutes.
struct Cooldowns {
    static let faultsInARow = 3
    static let first = Duration.seconds(30)
    static let longest = Duration.seconds(900)
    /// A server may ask for a long pause; after a day it is worth another try.
    static let longestWish = Duration.seconds(86_400)
    static let forLasting = Duration.seconds(300)

    private struct Record {
        var faults = 0
        var cooldowns = 0
        var left: WorkerLeft?
        /// When it is worth another try.
        var end: Timestamp?
    }

    private var records: [String: Record] = [:]

    /// Those that are away now.
    func away(at now: Timestamp) -> [WorkerLeft] {
        records.values.filter { $0.end.map { $0 > now } ?? false }.compactMap(\.left)
            .sorted { $0.worker < $1.worker }
    }

    mutating func succeeded(_ worker: String) {
        records[worker] = nil
    }

    /// The departure that this fault leads to, if any.
    mutating func failed(
        _ worker: String,
        _ error: ProviderError,
        at now: Timestamp
    ) -> WorkerLeft? {
        guard let kind = error.cooldownKind else { return nil }
        var record = records[worker] ?? Record()
        // Calls that were under way when it left say nothing new.
        if let end = record.end, end > now { return nil }
        defer { records[worker] = record }
        record.faults += 1
        let pause: Duration
        switch kind {
        case .lasting: pause = Self.forLasting
        case .transient:
            let wish = error.retryAfterMilliseconds ?? 0
            // A pause that no retry waits for is no reason to ask again before its end.
            let isLong = wish > RetryPolicy.longestWish
            guard isLong || record.faults >= Self.faultsInARow || record.cooldowns > 0 else {
                return nil
            }
            let doubled = Self.first * Double(1 << min(record.cooldowns, 5))
            pause = max(min(doubled, Self.longest), min(.milliseconds(wish), Self.longestWish))
        }
        record.cooldowns += 1
        record.faults = 0
        let end = now + pause
        let left = WorkerLeft(
            worker: worker,
            reason: error.message,
            // Nobody waits for what waiting does not mend.
            until: kind == .transient ? end : nil
        )
        record.left = left
        record.end = end
        return left
    }
}

extension ProviderError {
    fileprivate enum CooldownKind {
        case transient
        case lasting
    }

    /// Nil for what says nothing of the worker's health, such as a request of ours that is wrong.
    fileprivate var cooldownKind: CooldownKind? {
        switch code {
        case .unauthorized, .missingKey, .notFound, .quotaExhausted, .unavailable: .lasting
        case .connection: isRetryable ? .transient : .lasting
        case .timeout, .stalled, .cutOff, .rateLimited, .overloaded, .server: .transient
        default: nil
        }
    }
}
