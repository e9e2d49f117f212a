import Foundation
import GRDB
import PodiumCore
@testable import PodiumStore
import Testing

struct ReadOnlyTests {
    @Test func `a store opened for reading lists and replays, and says why it cannot write`() throws
    {
        let directory = try StoreFaultTests.closedStore()
        let store = try directory.store(readOnly: true)
        #expect(store.isReadOnly)
        #expect(try store.all() == openSession())
        #expect(try store.sessions(limit: 1).first?.status == .interrupted)
        #expect(try store.quickCheck() == [])
        expectStoreError(.readOnly, naming: directory.database) {
            try store.append(openSession(), to: .second)
        }
        expectStoreError(.readOnly, naming: directory.database) { _ = try store.claim(.first) }
        expectStoreError(.readOnly, naming: directory.database) { try store.rebuildProjections() }
    }

    @Test func `opening for reading creates no store`() throws {
        let directory = try TemporaryDirectory()
        expectStoreError(.unreachable, naming: directory.database) {
            _ = try directory.store(readOnly: true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [])
    }

    @Test func `an empty file holds no sessions`() throws {
        let directory = try TemporaryDirectory()
        try Data().write(to: URL(fileURLWithPath: directory.database))
        expectStoreError(.empty, naming: "no sessions yet") {
            _ = try directory.store(readOnly: true)
        }
    }

    @Test func `a file on a medium that never changes can be read`() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/50% of #1?é"
        let written = try SQLiteEventStore(directory: path)
        try written.append(openSession(), to: .first)
        written.close()
        let queue = try SQLiteEventStore.openImmutable(path + "/podium.sqlite")
        #expect(
            try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM event") } == 3
        )
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: path).sorted()
                == ["locks", "podium.sqlite"]
        )
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `a directory that may not be written can be read when its store was closed`() throws {
        let directory = try StoreFaultTests.closedStore()
        chmod(directory.path, 0o500)
        defer { chmod(directory.path, 0o700) }
        expectStoreError(.readOnly, naming: directory.path) { _ = try directory.store() }
        let store = try directory.store(readOnly: true)
        #expect(try store.all() == openSession())
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `events in a log that cannot be read are not passed over in silence`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(), to: .first)
        let copy = try directory.copyAsAfterKill()
        chmod(copy.path, 0o500)
        defer { chmod(copy.path, 0o700) }
        expectStoreError(.readOnly, naming: "write-ahead log") {
            _ = try copy.store(readOnly: true)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `a database file that may not be written is reported`() throws {
        let directory = try StoreFaultTests.closedStore()
        chmod(directory.database, 0o400)
        expectStoreError(.readOnly, naming: directory.database) { _ = try directory.store() }
        #expect(try directory.store(readOnly: true).all() == openSession())
    }
}
