import Dispatch
import Foundation
import GRDB
import PodiumCore
@testable import PodiumStore
import Testing

/// Several sessions that are stored in one go.
@Suite(.timeLimit(.minutes(15))) struct GroupCommitTests {
    private let directory: TemporaryDirectory
    private let store: SQLiteEventStore

    init() throws {
        directory = try TemporaryDirectory()
        store = try directory.store()
    }

    private func id(_ number: Int) -> SessionID { SessionID(rawValue: "session-\(number)") }

    private func piece(_ sequence: Int, _ text: String = "x") -> Event {
        Event(
            sequence: sequence,
            time: Timestamp(microseconds: 2_000_000),
            fact: .textAppended(TextAppended(attempt: AttemptID(1), text: text))
        )
    }

    @Test func `what is in the log is moved into the database while appends go on`() async throws {
        func size() throws -> Int {
            let path = directory.database
            return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        }
        let before = try size()
        let text = String(repeating: "x", count: 4_000)
        try await store.commit(openSession(events: 3), to: id(1))
        var sequence = 3
        // Never is there a quiet moment.
        while try size() < before + 400_000, sequence < 40_000 {
            let batch = (1...10).map { piece(sequence + $0, text) }
            try await store.commit(batch, to: id(1))
            sequence += batch.count
        }
        #expect(try size() >= before + 400_000)
        #expect(try store.events(of: id(1), after: 0, limit: .max).count == sequence)
        // Whoever moved it does not keep the rest from being moved at the end.
        store.close()
        #expect(!FileManager.default.fileExists(atPath: directory.database + "-wal"))
    }

    /// Commits each batch while the writer is kept busy, so that all are one group; the errors, in
    /// order.
    private func commitTogether(
        _ batches: [(SessionID, [Event])]
    ) async throws -> [StoreError?] {
        let committer = try #require(store.committer)
        let gate = DispatchSemaphore(value: 0)
        store.writer?.asyncWriteWithoutTransaction { _ in gate.wait() }
        var tasks: [Task<StoreError?, Never>] = []
        for (number, (session, events)) in batches.enumerated() {
            tasks.append(
                Task {
                    do {
                        try await store.commit(events, to: session)
                        return nil
                    } catch {
                        return error as? StoreError
                    }
                }
            )
            while committer.waitingCount <= number { await Task.yield() }
        }
        gate.signal()
        var errors: [StoreError?] = []
        for task in tasks { errors.append(await task.value) }
        return errors
    }

    @Test func `each of a group is stored whole, and its list is brought up to date`()
        async throws
    {
        let errors = try await commitTogether((0..<5).map { (id($0), openSession(events: 3 + $0)) })
        #expect(errors == [nil, nil, nil, nil, nil])
        for number in 0..<5 {
            #expect(try store.all(of: id(number)) == openSession(events: 3 + number))
            #expect(try store.session(id(number))?.eventCount == 3 + number)
        }
    }

    @Test func `one that has no place is refused alone`() async throws {
        try store.append(openSession(events: 3), to: .first)
        let errors = try await commitTogether([
            (id(1), openSession()), (.first, [piece(7)]), (id(2), openSession()),
            (.second, [piece(2)]),
        ])
        #expect(errors.map(\.?.code) == [nil, .sequence, nil, .sequence])
        #expect(errors[1]?.message.contains("the last one stored is 3") == true)
        #expect(try store.all() == openSession(events: 3))
        #expect(try store.all(of: id(1)) == openSession())
        #expect(try store.all(of: id(2)) == openSession())
        #expect(try store.session(.second) == nil)
    }

    @Test func `a fault of the database in one leaves the others stored, and nothing of the one`()
        async throws
    {
        let alien = try DatabaseQueue(path: directory.database)
        try await alien.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER poison BEFORE INSERT ON event WHEN NEW.text = 'poison'
                    BEGIN SELECT RAISE(ABORT, 'poisoned'); END
                    """
            )
        }
        let bad = openSession(events: 3) + [piece(4, "poison")]
        let errors = try await commitTogether([
            (id(1), openSession()), (id(2), bad), (id(3), openSession()),
        ])
        #expect(errors.map { $0 == nil } == [true, false, true])
        #expect(errors[1]?.message.contains("poisoned") == true)
        #expect(try store.all(of: id(1)) == openSession())
        #expect(try store.all(of: id(2)).isEmpty)
        #expect(try store.session(id(2)) == nil)
        #expect(try store.all(of: id(3)) == openSession())
    }

    @Test func `many sessions that write at once lose nothing and mix nothing up`() async throws {
        let count = 3 * GroupCommitter.most
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                group.addTask { [store] in
                    let session = SessionID(rawValue: "session-\(number)")
                    for event in openSession("Question \(number)?", events: 8) {
                        try await store.commit([event], to: session)
                    }
                }
            }
            try await group.waitForAll()
        }
        for number in 0..<count {
            #expect(try store.all(of: id(number)) == openSession("Question \(number)?", events: 8))
            #expect(try store.session(id(number))?.eventCount == 8)
        }
    }

    @Test func `what is committed survives the end of the process`() async throws {
        let errors = try await commitTogether([(id(1), openSession()), (id(2), openSession())])
        #expect(errors == [nil, nil])
        let copy = try directory.copyAsAfterKill()
        let recovered = try copy.store()
        #expect(try recovered.all(of: id(1)) == openSession())
        #expect(try recovered.all(of: id(2)) == openSession())
        #expect(try recovered.quickCheck() == [])
    }

    @Test func `a store that is closed, or only read, says so`() async throws {
        try await store.commit(openSession(), to: .first)
        let reader = try directory.store(readOnly: true)
        await #expect(throws: StoreError.self) {
            try await reader.commit(openSession(), to: .second)
        }
        store.close()
        await #expect(throws: StoreError.self) {
            try await store.commit([piece(4)], to: .first)
        }
        try await store.commit([], to: .first)
    }
}
