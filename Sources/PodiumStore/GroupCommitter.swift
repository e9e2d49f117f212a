import GRDB
import PodiumCore
import Synchronization

/// Writes what many sessions want stored in few transactions.
///
/// What comes in while one transaction is under way is the next one: nobody waits for company, and the
/// more there is to do, the less a session's share costs. The thread that writes is the database's own.
final class GroupCommitter: Sendable {
    /// The most sessions in one transaction: whoever is first in it waits for the last.
    static let most = 64

    private struct Request {
        var batch: EventBatch
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var waiting: [Request] = []
        /// Whether somebody sees to those who wait.
        var isBusy = false
    }

    private let writer: DatabasePool
    private let path: String
    private let state = Mutex(State())
    private let checkpoints: LogCheckpoints
    private let onWait: @Sendable (String) -> Void

    /// How long another process may hold the database before a session that waits is broken off. It can be
    /// resumed; of one that has not begun nothing is lost.
    private static func patience(with batch: EventBatch) -> Duration {
        batch.isBeginning ? .seconds(15) : .seconds(60)
    }

    /// - Parameters:
    ///   - path: the database, for messages.
    ///   - onWait: told when another process holds the database for long.
    init(writer: DatabasePool, path: String, onWait: @escaping @Sendable (String) -> Void) {
        self.writer = writer
        self.path = path
        self.onWait = onWait
        checkpoints = LogCheckpoints { try SQLiteEventStore.openForCheckpoints(path) }
    }

    /// Before the writer is closed.
    func close() { checkpoints.close() }

    /// How many wait for their transaction.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Returns once the batch is stored.
    ///
    /// - Throws: `StoreError`.
    nonisolated(nonsending) func commit(_ batch: EventBatch) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let request = Request(batch: batch, continuation: continuation)
            let isFirst = state.withLock { state in
                state.waiting.append(request)
                defer { state.isBusy = true }
                return !state.isBusy
            }
            if isFirst { schedule() }
        }
    }

    /// One transaction a turn, so that whoever else writes gets a turn between.
    private func schedule() {
        writer.asyncWriteWithoutTransaction { db in
            let group = self.state.withLock { state in
                let group = state.waiting.prefix(Self.most)
                state.waiting.removeFirst(group.count)
                return Array(group)
            }
            self.write(group, in: db)
            self.checkpoints.note()
            let isMore = self.state.withLock { state in
                state.isBusy = !state.waiting.isEmpty
                return state.isBusy
            }
            if isMore { self.schedule() }
        }
    }

    /// Stores each of the group whole or not at all, and tells it.
    private func write(_ group: [Request], in db: Database) {
        var wait = WriterWait(for: path, onWait)
        var waiting = group
        while !waiting.isEmpty, let error = tryWriting(waiting, in: db) {
            waiting = waiting.filter { request in
                let patience = Self.patience(with: request.batch)
                if wait.goesOn(after: error, patience: patience) { return true }
                request.continuation.resume(throwing: error)
                return false
            }
        }
    }

    /// - Returns: why nothing was written, in which case nobody has been told.
    private func tryWriting(_ group: [Request], in db: Database) -> StoreError? {
        var hasBegun = false
        do throws(StoreError) {
            let refusals = try translatingErrors(about: path) {
                try db.inOneTransaction { db in
                    hasBegun = true
                    return try group.map { try self.refusal(of: $0.batch, in: db) }
                }
            }
            for (request, refusal) in zip(group, refusals) {
                if let refusal {
                    request.continuation.resume(throwing: refusal)
                } else {
                    request.continuation.resume()
                }
            }
        } catch  where hasBegun && group.count > 1 {
            // Something in one of them: the others are not to suffer for it.
            for request in group { write([request], in: db) }
        } catch {
            return error
        }
        return nil
    }

    /// Writes the batch, or says why it has no place. Of a batch that is refused nothing is written.
    private func refusal(of batch: EventBatch, in db: Database) throws -> StoreError? {
        do {
            try batch.write(in: db)
            return nil
        } catch let error as StoreError {
            return error
        }
    }
}
