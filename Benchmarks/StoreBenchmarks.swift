import PodiumCore
import PodiumStore

enum StoreBenchmarks {
    static func run() throws -> [Measurement] {
        let events = SampleEvents.events(count: 100_000)
        return try withScratchDirectory { directory in
            let store = try SQLiteEventStore(directory: directory)
            var run = 0
            let append = try bestSeconds(of: 3) {
                run += 1
                let session = SessionID(rawValue: "bench-\(run)")
                for start in stride(from: 0, to: events.count, by: 100) {
                    try store.append(Array(events[start..<start + 100]), to: session)
                }
            }
            let read = try bestSeconds(of: 3) {
                let session = SessionID(rawValue: "bench-1")
                let stored = try store.events(of: session, after: 0, limit: .max)
                precondition(stored.count == events.count)
            }
            return [
                Measurement(
                    name: "append of 100,000 events, 100 a transaction",
                    value: Double(events.count) / append,
                    unit: "events/s",
                    aim: .atLeast(150_000)
                ),
                Measurement(
                    name: "reading them back",
                    value: Double(events.count) / read,
                    unit: "events/s",
                    aim: .atLeast(300_000)
                ),
            ]
        }
    }
}
