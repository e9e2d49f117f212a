import Dispatch
import GRDB
import Synchronization

/// Moves what is in the write-ahead log into the database file while nobody appends.
///
/// That waits for the disk, 20 to 90 ms: in the midst of a thousand sessions it would be in the way of more
/// than one append in a hundred. Should there never be a quiet moment, SQLite does it when the log is as
/// long as `Self.longestLog`.
final class QuietCheckpoint: Sendable {
    /// In pages of 4 KiB: 256 MB, twice what a thousand sessions write.
    static let longestLog = 64_000
    /// As long without an append counts as quiet.
    private static let pause = DispatchTimeInterval.milliseconds(250)

    private struct State {
        /// Since the beginning.
        var appends = 0
        var isScheduled = false
    }

    private let writer: DatabasePool
    private let state = Mutex(State())

    init(writer: DatabasePool) {
        self.writer = writer
    }

    /// Counts appends that were stored.
    func count(_ appends: Int) {
        let isFirst = state.withLock { state in
            state.appends += appends
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if isFirst { look() }
    }

    /// Waits for a pause; a writer that is closed meanwhile needs none.
    private func look() {
        let seen = state.withLock { $0.appends }
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + Self.pause) {
            [weak self] in
            guard let self else { return }
            let isQuiet = state.withLock { state in
                guard state.appends == seen else { return false }
                state.isScheduled = false
                return true
            }
            guard isQuiet else { return look() }
            writer.asyncWriteWithoutTransaction { db in
                // What fails is left to the next time.
                try? db.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
            }
        }
    }
}
