import Foundation
import GRDB
import PodiumCore
@testable import PodiumStore
import Testing

struct StoreFaultTests {
    @Test func `a newer version's file is refused and left alone`() throws {
        let directory = try Self.closedStore()
        try Self.alter(directory, "PRAGMA user_version = 9")
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.database))
        for readOnly in [false, true] {
            let error = expectStoreError(.newerVersion, naming: directory.database) {
                _ = try directory.store(readOnly: readOnly)
            }
            #expect(error?.message.contains("version 9") == true)
            #expect(
                error?.message.contains("up to version \(SQLiteEventStore.latestSchemaVersion)")
                    == true
            )
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory.database)) == before)
    }

    @Test func `a migration of a later version is refused`() throws {
        let directory = try Self.closedStore()
        try Self.alter(directory, "INSERT INTO grdb_migrations VALUES ('2 of the future')")
        expectStoreError(.newerVersion) { _ = try directory.store() }
    }

    @Test func `another program's database is refused and left alone`() throws {
        let directory = try TemporaryDirectory()
        try Self.alter(directory, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)")
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.database))
        for readOnly in [false, true] {
            expectStoreError(.notADatabase, naming: directory.database) {
                _ = try directory.store(readOnly: readOnly)
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory.database)) == before)
    }

    @Test func `a file that is no database is refused`() throws {
        let directory = try TemporaryDirectory()
        try Data(repeating: UInt8(ascii: "x"), count: 5_000)
            .write(to: URL(fileURLWithPath: directory.database))
        for readOnly in [false, true] {
            expectStoreError(.notADatabase, naming: directory.database) {
                _ = try directory.store(readOnly: readOnly)
            }
        }
    }

    @Test(arguments: ["file/below", "file", "/proc/podium"])
    func `a directory that cannot be made is reported with its path`(path: String) throws {
        let directory = try TemporaryDirectory()
        try Data().write(to: URL(fileURLWithPath: directory.path + "/file"))
        let place = path.hasPrefix("/") ? path : "\(directory.path)/\(path)"
        let error = #expect(throws: StoreError.self) { _ = try SQLiteEventStore(directory: place) }
        #expect(error?.message.contains(path.hasPrefix("/") ? path : directory.path) == true)
        #expect(error?.code == .unreachable || error?.code == .readOnly)
        #expect(error?.advice.isEmpty == false)
    }

    @Test func `a database file that is a directory is reported`() throws {
        let directory = try TemporaryDirectory()
        try FileManager.default.createDirectory(
            atPath: directory.database,
            withIntermediateDirectories: false
        )
        expectStoreError(.unreachable, naming: directory.database) { _ = try directory.store() }
    }

    @Test func `a full disk stores nothing of the transaction, and space makes it go on`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(events: 3), to: .first)
        try store.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
        }
        let large = Event(
            sequence: 4,
            time: Timestamp(microseconds: 0),
            fact: .textAppended(
                TextAppended(attempt: AttemptID(1), text: String(repeating: "x", count: 100_000))
            )
        )
        expectStoreError(.full, naming: directory.database) {
            try store.append([large], to: .first)
        }
        #expect(try store.all() == openSession(events: 3))
        #expect(try store.session(.first)?.eventCount == 3)
        try store.write { db in try db.execute(sql: "PRAGMA max_page_count = 1000000") }
        try store.append([large], to: .first)
        #expect(try store.all().last == large)
    }

    @Test func `damage is named, with the file`() throws {
        let directory = try Self.closedStore(events: 2_000)
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: directory.database))
        let size = try handle.seekToEnd()
        // Past the first pages, which hold the schema.
        try handle.seek(toOffset: 12 * 4_096)
        try handle.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 12 * 4_096))
        try handle.close()
        let store = try directory.store()
        expectStoreError(.damaged, naming: directory.database) { _ = try store.all() }
        #expect(try store.quickCheck().isEmpty == false)
        #expect(try directory.store(readOnly: true).quickCheck().isEmpty == false)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `a damaged file never traps`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let directory = try Self.closedStore(events: 500)
        let url = URL(fileURLWithPath: directory.database)
        var bytes = try Data(contentsOf: url)
        for _ in 0..<Int.random(in: 1...200, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] =
                UInt8.random(in: 0...255, using: &random)
        }
        try bytes.write(to: url)
        // Either it works or it says why: anything but a `StoreError` fails the test.
        func attempt(_ body: () throws -> Void) throws {
            do { try body() } catch is StoreError {}
        }
        try attempt {
            let store = try directory.store()
            try attempt { _ = try store.all() }
            try attempt { _ = try store.sessions(limit: 10) }
            try attempt { _ = try store.quickCheck() }
            try attempt { try store.rebuildProjections() }
            try attempt { try store.append(openSession(), to: .second) }
        }
        try attempt { _ = try directory.store(readOnly: true).all() }
    }

    static func closedStore(events: Int = 3) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(events: events), to: .first)
        store.close()
        return directory
    }

    private static func alter(_ directory: TemporaryDirectory, _ sql: String) throws {
        let queue = try DatabaseQueue(path: directory.database)
        try queue.write { db in try db.execute(sql: sql) }
        try queue.close()
    }
}
