import Dispatch
import GRDB
import Synchronization

/// Moves what is in the write-ahead log into the database file, once a second while there are appends.
///
/// That waits for the disk, 20 to 200 ms. A passive checkpoint over a connection of its own is in nobody's
/// way (<https://sqlite.org/wal.html#ckpt>); but the log begins anew only when all of it has been moved and
/// nothing was added meanwhile. Where there is never such a moment, the writer makes one when the log is as
/// long as `Self.longestLog`, and then little is left to move.
final class LogCheckpoints: Sendable {
    /// In pages of 4 KiB: 256 MB, twice what a thousand sessions write.
    static let longestLog = 64_000
    private static let interval = DispatchTimeInterval.seconds(1)

    private struct State {
        /// Whether there were appends since the last one began.
        var isDue = false
        var isScheduled = false
        var isClosed = false
        var connection: DatabaseQueue?
    }

    private let open: @Sendable () throws -> DatabaseQueue
    private let state = Mutex(State())

    /// - Parameter open: makes a connection of its own, when it is first needed.
    init(open: @escaping @Sendable () throws -> DatabaseQueue) {
        self.open = open
    }

    /// Something was stored.
    func note() {
        let isFirst = state.withLock { state in
            state.isDue = true
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if isFirst { schedule() }
    }

    private func schedule() {
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + Self.interval) {
            [weak self] in
            guard let self else { return }
            state.withLock { $0.isDue = false }
            // What fails is left to the next time.
            try? connection()?.inDatabase { db in
                try db.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
            }
            let goesOn = state.withLock { state in
                state.isScheduled = state.isDue
                return state.isDue
            }
            if goesOn { schedule() }
        }
    }

    /// Nil once it is closed.
    private func connection() throws -> DatabaseQueue? {
        try state.withLock { state in
            guard !state.isClosed else { return nil }
            if state.connection == nil { state.connection = try open() }
            return state.connection
        }
    }

    /// Lets go of the database: of the last connection SQLite moves all that is left. Waits for a checkpoint
    /// under way.
    func close() {
        let connection = state.withLock { state in
            state.isClosed = true
            defer { state.connection = nil }
            return state.connection
        }
        try? connection?.close()
    }
}
