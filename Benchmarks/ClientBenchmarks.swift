import PodiumCore
import PodiumStore

/// The list of the endpoint's clients, as it is read each second while somebody looks at it.
enum ClientBenchmarks {
    private static let sessions = 10_000

    /// Ten thousand sessions of twenty clients that were answered.
    static func run() throws -> [Measurement] {
        try withScratchDirectory { directory in
            let store = try SQLiteEventStore(directory: directory)
            for number in 0..<sessions {
                let id = SessionID(rawValue: "bench-\(number)")
                try store.append(SampleEvents.numbered(facts(number)), to: id)
            }
            let now = Timestamp(microseconds: 0)
            let read = try bestSeconds(of: 5) {
                let clients = try store.clients(at: now)
                precondition(clients.count == 20)
            }
            let list = try bestSeconds(of: 5) {
                let sessions = try store.asked(by: "client-7", limit: 200)
                precondition(sessions.count == 200)
            }
            return [
                Measurement(
                    name: "the clients of 10,000 sessions",
                    value: read * 1e3,
                    unit: "ms",
                    aim: .atMost(25)
                ),
                Measurement(
                    name: "200 sessions of one of them",
                    value: list * 1e3,
                    unit: "ms",
                    aim: .atMost(25)
                ),
            ]
        }
    }

    private static func facts(_ number: Int) -> [Fact] {
        var facts = SampleEvents.opening(agents: 2)
        if case .sessionOpened(var opened) = facts[0] {
            opened.client = ClientRequest(
                client: "client-\(number % 20)",
                api: .chat,
                model: "model-\(number % 3)"
            )
            facts[0] = .sessionOpened(opened)
        }
        let cost = Cost(picodollars: 1_000_000)
        let usage = Usage(input: 100, output: 20)
        for attempt in 1...2 {
            facts.append(
                .attemptFinished(
                    AttemptFinished(
                        attempt: AttemptID(attempt),
                        reason: .stop,
                        used: AttemptUsage(usage: usage, cost: cost, isEstimate: false)
                    )
                )
            )
        }
        let answer = String(repeating: "An answer of some length. ", count: 40)
        facts.append(
            .sessionClosed(
                SessionClosed(
                    outcome: .answered,
                    answer: answer,
                    reason: nil,
                    usage: usage + usage,
                    cost: cost + cost
                )
            )
        )
        return facts
    }
}
