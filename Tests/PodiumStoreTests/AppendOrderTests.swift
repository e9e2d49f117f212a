import Dispatch
import PodiumCore
import PodiumStore
import Synchronization
import Testing

struct AppendOrderTests {
    @Test(
        "events that do not follow the last stored one are refused whole",
        arguments: [[5], [3], [1], [4, 6], [4, 4], [5, 4], [0], [-1], [.max], [.min, .max]]
    )
    func refused(sequences: [Int]) throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append(openSession(events: 3), to: .first)
        let before = try store.session(.first)
        expectStoreError(.sequence, naming: "20261123-233812-k3f9") {
            try store.append(Self.pieces(sequences), to: .first)
        }
        #expect(try store.all() == openSession(events: 3))
        #expect(try store.session(.first) == before)
    }

    @Test(arguments: [2, 0, -1, Int.max])
    func `a session begins with event 1`(sequence: Int) throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        expectStoreError(.sequence) { try store.append(Self.pieces([sequence]), to: .first) }
        #expect(try store.sessions(limit: 10).isEmpty)
    }

    @Test func `a session begins with its opening`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        expectStoreError(.sequence, naming: "textAppended") {
            try store.append(Self.pieces([1, 2]), to: .first)
        }
        #expect(try store.sessions(limit: 10).isEmpty)
    }

    @Test func `appending nothing changes nothing`() throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        try store.append([], to: .first)
        #expect(try store.sessions(limit: 10).isEmpty)
    }

    @Test func `of two writers of one session, the second is told`() throws {
        let directory = try TemporaryDirectory()
        let (one, other) = (try directory.store(), try directory.store())
        try one.append(openSession(events: 3), to: .first)
        try other.append(Self.pieces([4]), to: .first)
        expectStoreError(.sequence, naming: "the last one stored is 4") {
            try one.append(Self.pieces([4]), to: .first)
        }
        try one.append(Self.pieces([5]), to: .first)
        #expect(try other.all().map(\.sequence) == [1, 2, 3, 4, 5])
    }

    @Test func `writers that race leave no gap and no double`() throws {
        let directory = try TemporaryDirectory()
        let stores = [try directory.store(), try directory.store()]
        try stores[0].append(openSession(events: 1), to: .first)
        let stored = Mutex(0)
        let faults = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { writer in
            let store = stores[writer % 2]
            for _ in 0..<50 {
                do {
                    let last = try store.session(.first)?.eventCount ?? 0
                    try store.append(Self.pieces([last + 1, last + 2]), to: .first)
                    stored.withLock { $0 += 2 }
                } catch let error as StoreError where error.code == .sequence {
                    // Another was there first: that is the point.
                } catch {
                    faults.withLock { $0.append("\(error)") }
                }
            }
        }
        #expect(faults.withLock { $0 } == [])
        let count = stored.withLock { $0 } + 1
        #expect(try stores[1].all().map(\.sequence) == Array(1...count))
        #expect(try stores[0].session(.first)?.eventCount == count)
    }

    @Test(arguments: ["", "..", "../escape", "a/b", ".hidden", "a\u{0}", "é", "a b"])
    func `an id that could name another file is refused`(name: String) throws {
        let directory = try TemporaryDirectory()
        let store = try directory.store()
        let id = SessionID(rawValue: name)
        expectStoreError(.other) { try store.append(openSession(), to: id) }
        expectStoreError(.other) { _ = try store.claim(id) }
        #expect(try store.session(id) == nil)
    }

    private static func pieces(_ sequences: [Int]) -> [Event] {
        sequences.map {
            Event(
                sequence: $0,
                time: Timestamp(microseconds: 0),
                fact: .textAppended(TextAppended(attempt: AttemptID(1), text: "x"))
            )
        }
    }
}
