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

    @Test func `listing creates no lock files, and an owner takes its own away`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(), to: .first)
        _ = try store.sessions(limit: 1)
        #expect(try Self.lockFiles(directory) == [])
        var ownership: (any SessionOwnership)? = try store.claim(.first)
        #expect(try Self.lockFiles(directory) == ["20261123-233812-k3f9.lock"])
        #expect(ownership != nil)
        ownership = nil
        #expect(try Self.lockFiles(directory) == [])
    }

    @Test func `a lock file that a killed process left is free`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(), to: .first)
        try Data().write(
            to: URL(fileURLWithPath: directory.path + "/locks/\(SessionID.first).lock")
        )
        #expect(try store.session(.first)?.status == .interrupted)
        let ownership = try store.claim(.first)
        #expect(try store.session(.first)?.status == .running)
        withExtendedLifetime(ownership) {}
    }

    @Test func `someone who is only looking delays a claim but does not refuse it`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        let path = directory.path + "/locks/\(SessionID.first).lock"
        let observer = open(path, O_RDONLY | O_CREAT, 0o600)
        #expect(flock(observer, LOCK_SH) == 0)
        var pauses = 0
        let ownership = try SessionLock.acquire(path: path, session: .first) {
            pauses += 1
            close(observer)
        }
        #expect(pauses == 1)
        expectStoreError(.alreadyOwned) { _ = try store.claim(.first) }
        withExtendedLifetime(ownership) {}
    }

    @Test func `of those who claim at once, one at a time succeeds`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        let owners = Atomic(0)
        let successes = Atomic(0)
        let faults = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<3_000 {
                do {
                    let ownership = try store.claim(.first)
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
        #expect(try Self.lockFiles(directory) == [])
    }

    private static func lockFiles(_ directory: TemporaryDirectory) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path + "/locks")
    }
}
