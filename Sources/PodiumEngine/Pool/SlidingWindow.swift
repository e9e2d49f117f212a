internal import PodiumCore

/// What was used within the last minute, and when there is room for more.
///
/// A sliding window rather than a bucket: in no minute whatsoever is more added than the limit. What is
/// corrected upwards afterwards delays what comes next.
struct SlidingWindow: Hashable {
    static let length = Duration.seconds(60)
    /// No true amount is larger; figures come from servers.
    private static let mostAmount = 1 << 40

    private struct Entry: Hashable {
        var id: Int
        var time: Timestamp
        var amount: Int
    }

    /// In the order of time.
    private var entries: [Entry] = []
    private(set) var sum = 0

    mutating func forget(before now: Timestamp) {
        // A wall clock that was set back would keep entries for longer than their minute.
        if let last = entries.last, last.time > now {
            for index in entries.indices { entries[index].time = min(entries[index].time, now) }
        }
        let old = entries.prefix { $0.time + Self.length <= now }
        sum -= old.reduce(0) { $0 + $1.amount }
        entries.removeFirst(old.count)
    }

    mutating func add(_ amount: Int, id: Int, at now: Timestamp) {
        let time = max(now, entries.last?.time ?? now)
        let amount = Self.clamped(amount)
        entries.append(Entry(id: id, time: time, amount: amount))
        sum += amount
    }

    /// Puts the true amount in place of an estimate.
    mutating func correct(_ amount: Int, id: Int) {
        guard let index = entries.lastIndex(where: { $0.id == id }) else { return }
        let amount = Self.clamped(amount)
        sum += amount - entries[index].amount
        entries[index].amount = amount
    }

    private static func clamped(_ amount: Int) -> Int { min(max(amount, 0), mostAmount) }

    /// When `amount` more stays within `limit`; nil means now. An amount beyond the limit waits for
    /// an empty window, so that it is never stuck.
    func due(_ amount: Int, limit: Int) -> Timestamp? {
        let excess = sum + min(Self.clamped(amount), limit) - limit
        guard excess > 0 else { return nil }
        var freed = 0
        for entry in entries {
            freed += entry.amount
            if freed >= excess { return entry.time + Self.length }
        }
        return nil
    }
}
