import Dispatch
import Foundation
import PodiumCore
@testable import PodiumStore
import Synchronization
import Testing

struct SessionLockTests {
    @Test func `a session has one owner at a time`() throws {
        let directory = try TemporaryDirectory()
        let (store, other) = (try directory.store(), try directory.store())
        var ownership: (any SessionOwnership)? = try store.claim(.first)
        expectStoreError(.alreadyOwned, naming: "20261123-233812-k3f9") {
            _ = try store.claim(.first)
        }
        expectStoreError(.alreadyOwned) { _ = try other.claim(.first) }
        let unrelated = try other.claim(.second)
        #expect(ownership != nil)
        ownership = nil
        ownership = try other.claim(.first)
        withExtendedLifetime((ownership, unrelated)) {}
    }

    @Test func `an open session is running while it is owned and interrupted when it is not`()
        throws
    {
        let directory = try TemporaryDirectory()
        let (store, other) = (try directory.store(), try directory.store())
        try store.append(openSession(), to: .first)
        var ownership: (any SessionOwnership)? = try store.claim(.first)
        #expect(try store.session(.first)?.status == .running)
        #expect(try other.sessions(limit: 1).first?.status == .running)
        #expect(ownership != nil)
        ownership = nil
        #expect(try store.session(.first)?.status == .interrupted)
        #expect(try other.sessions(limit: 1).first?.status == .interrupted)
    }

    @Test func `a closed session keeps its outcome while it is owned`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(events: 1) + [closed(sequence: 2)], to: .first)
        let ownership = try store.claim(.first)
        #expect(try store.session(.first)?.status == .answered)
        withExtendedLifetime(ownership) {}
    }

    @Test func `listing creates no lock file`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(), to: .first)
        #expect(try store.session(.first)?.status == .interrupted)
        #expect(try Self.lockFiles(directory) == [])
    }

    @Test func `a lock file that a killed process left is free`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(), to: .first)
        try Data().write(to: URL(fileURLWithPath: directory.path + "/locks/sessions.lock"))
        #expect(try store.session(.first)?.status == .interrupted)
        let ownership = try store.claim(.first)
        #expect(try store.session(.first)?.status == .running)
        withExtendedLifetime(ownership) {}
    }

    @Test func `a thousand sessions are owned by way of one file and one descriptor`() throws {
        let directory = try TemporaryDirectory()
        let (store, other) = (try directory.store(), try directory.store())
        let before = try Self.descriptors()
        let ids = (0..<1_000).map { SessionID(rawValue: "session-\($0)") }
        var owned = try ids.map { try store.claim($0) }
        #expect(try Self.lockFiles(directory) == ["sessions.lock"])
        // Other tests open some meanwhile.
        #expect(try Self.descriptors() - before < 500)
        for id in ids { expectStoreError(.alreadyOwned) { _ = try other.claim(id) } }
        owned.removeFirst(500)
        let freed = try ids.prefix(500).map { try other.claim($0) }
        for id in ids.suffix(500) { expectStoreError(.alreadyOwned) { _ = try other.claim(id) } }
        withExtendedLifetime((owned, freed)) {}
    }

    @Test func `whoever only looks keeps nobody from claiming`() throws {
        let directory = try TemporaryDirectory()
        let (store, observer) = (try directory.store(), try directory.store(readOnly: false))
        try store.append(openSession(), to: .first)
        let isOver = Atomic(false)
        let looked = Atomic(0)
        let looking = DispatchGroup()
        DispatchQueue.global().async(group: looking) {
            while !isOver.load(ordering: .relaxed) {
                _ = try? observer.session(.first)
                looked.add(1, ordering: .relaxed)
            }
        }
        defer {
            isOver.store(true, ordering: .relaxed)
            looking.wait()
        }
        for _ in 0..<500 { _ = try store.claim(.first) }
        while looked.load(ordering: .relaxed) == 0 { sched_yield() }
    }

    @Test func `of those who claim at once, one at a time succeeds`() throws {
        let directory = try TemporaryDirectory()
        let stores = [try directory.store(), try directory.store()]
        let owners = Atomic(0)
        let successes = Atomic(0)
        let faults = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { number in
            for _ in 0..<3_000 {
                do {
                    let ownership = try stores[number % 2].claim(.first)
                    successes.add(1, ordering: .relaxed)
                    if owners.add(1, ordering: .sequentiallyConsistent).newValue != 1 {
                        faults.withLock { $0.append("two owners") }
                    }
                    sched_yield()
                    owners.subtract(1, ordering: .sequentiallyConsistent)
                    withExtendedLifetime(ownership) {}
                } catch let error as StoreError where error.code == .alreadyOwned {
                    continue
                } catch {
                    faults.withLock { $0.append("\(error)") }
                }
            }
        }
        #expect(faults.withLock { $0 } == [])
        #expect(successes.load(ordering: .relaxed) > 0)
    }

    /// How many files this process has open.
    private static func descriptors() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }

    private static func lockFiles(_ directory: TemporaryDirectory) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path + "/locks")
    }
}
