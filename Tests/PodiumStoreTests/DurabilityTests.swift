import Dispatch
import Foundation
import PodiumCore
import PodiumStore
import Synchronization
import Testing

struct DurabilityTests {
    @Test func `what was appended survives the end of the process`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(events: 50), to: .first)
        try store.append([closed(sequence: 51)], to: .first)
        let copy = try directory.copyAsAfterKill()
        let events = try store.all()
        let summary = try store.session(.first)
        let recovered = try copy.store()
        #expect(try recovered.all() == events)
        #expect(try recovered.session(.first) == summary)
        #expect(try recovered.quickCheck() == [])
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a log cut anywhere gives whole transactions back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        for first in stride(from: 1, through: 91, by: 10) {
            try store.append(Array(openSession(events: 100)[(first - 1)..<(first + 9)]), to: .first)
        }
        let copy = try directory.copyAsAfterKill()
        let log = try FileHandle(forUpdating: URL(fileURLWithPath: copy.database + "-wal"))
        let length = Int.random(in: 0...Int(try log.seekToEnd()), using: &random)
        try log.truncate(atOffset: UInt64(length))
        try log.close()

        let recovered = try copy.store()
        let events = try recovered.all()
        #expect(events.count.isMultiple(of: 10), "seed \(seed)")
        #expect(events == Array(openSession(events: 100).prefix(events.count)), "seed \(seed)")
        #expect(try recovered.session(.first)?.eventCount ?? 0 == events.count, "seed \(seed)")
    }

    @Test func `a clean close leaves the whole store in one file`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(), to: .first)
        _ = try store.all()
        store.close()
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        #expect(names.sorted() == ["locks", "podium.sqlite"])
        #expect(throws: StoreError.self) { try store.append(openSession(), to: .second) }
        #expect(throws: StoreError.self) { _ = try store.all() }
        store.close()
        #expect(try directory.store().all() == openSession())
    }

    @Test func `another store on the directory sees what was committed`() throws {
        let directory = try TemporaryDirectory()
        let (writer, reader) = (try directory.store(), try directory.store())
        let observer = try directory.store(readOnly: true)
        let events = openSession(events: 20)
        for event in events {
            try writer.append([event], to: .first)
            #expect(try reader.all() == Array(events.prefix(event.sequence)))
            #expect(try observer.session(.first)?.eventCount == event.sequence)
        }
        writer.close()
        #expect(try reader.all() == events)
        #expect(try observer.all() == events)
    }

    @Test func `many may open a new store at once`() throws {
        let directory = try TemporaryDirectory()
        let faults = Mutex<[String]>([])
        for round in 1...25 {
            let path = "\(directory.path)/new/\(round)"
            DispatchQueue.concurrentPerform(iterations: 4) { number in
                do {
                    let store = try SQLiteEventStore(directory: path)
                    try store.append(openSession(), to: SessionID(rawValue: "session-\(number)"))
                } catch {
                    faults.withLock { $0.append("\(error)") }
                }
            }
            #expect(try SQLiteEventStore(directory: path).sessions(limit: 100).count == 4)
        }
        #expect(faults.withLock { $0 } == [])
    }

    @Test func `everything is made for its owner alone`() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/data"
        let store = try SQLiteEventStore(directory: path)
        try store.append(openSession(), to: .first)
        let ownership = try store.claim(.first)
        let modes = [
            "": 0o700, "/locks": 0o700, "/podium.sqlite": 0o600, "/podium.sqlite-wal": 0o600,
            "/podium.sqlite-shm": 0o600, "/locks/sessions.lock": 0o600,
        ]
        for (name, mode) in modes {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
        }
        withExtendedLifetime(ownership) {}
    }
}
