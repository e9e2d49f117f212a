import PodiumCore
import PodiumStore
import Synchronization

/// What is known of the workers' earlier calls, for sessions that open by the hundred: read anew every few
/// seconds, since one call more among two hundred changes no forecast, and reading them takes longer than
/// many a session.
final class RecentHistory: Sendable {
    private struct Entry {
        var readAt: ContinuousClock.Instant
        var history: [WorkerHistory]
    }

    /// The latest calls of each worker that a forecast rests on.
    private static let limit = 200
    private static let lifetime = Duration.seconds(5)
    private let entries = Mutex<[[String]: Entry]>([:])

    /// - Parameter mayBeOld: whether what was read within the last seconds will do.
    func history(
        of workers: [String],
        in store: SQLiteEventStore,
        mayBeOld: Bool
    ) throws(StoreError) -> [WorkerHistory] {
        let now = ContinuousClock.now
        if mayBeOld, let entry = entries.withLock({ $0[workers] }),
            now - entry.readAt < Self.lifetime
        {
            return entry.history
        }
        let history = try store.history(of: workers, limit: Self.limit)
        entries.withLock { $0[workers] = Entry(readAt: now, history: history) }
        return history
    }
}
