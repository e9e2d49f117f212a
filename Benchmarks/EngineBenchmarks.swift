import Dispatch
import PodiumCore
import PodiumEngine
import PodiumStore
import PodiumTesting

/// What the engine itself costs: a workflow of five steps, two of them at once, whose workers answer
/// at once. The same graph takes LangGraph 1.2 1.9 ms in memory and 6.4 ms with its SQLite
/// checkpointer on a machine of this kind.
enum EngineBenchmarks {
    private static let sessions = 400

    static func run() throws -> [Measurement] {
        let crowd = try CrowdBenchmarks.run()
        let machine = bestSeconds(of: 7) {
            for _ in 0..<sessions { runMachine() }
        }
        let memory = try bestSeconds(of: 5) {
            let store = InMemoryEventStore()
            try runSessions(in: store, prefix: "m")
        }
        let durable = try withScratchDirectory { directory in
            let store = try SQLiteEventStore(directory: directory)
            var round = 0
            return try bestSeconds(of: 5) {
                round += 1
                try runSessions(in: store, prefix: "d\(round)")
            }
        }
        let perSession = 1 / Double(sessions)
        return [
            Measurement(
                name: "run machine, a workflow of 5 steps",
                value: machine * perSession * 1e6,
                unit: "µs",
                aim: .atMost(20)
            ),
            Measurement(
                name: "engine in memory, a workflow of 5 steps",
                value: memory * perSession * 1e3,
                unit: "ms",
                aim: .atMost(0.3)
            ),
            Measurement(
                name: "engine with the durable store",
                value: durable * perSession * 1e3,
                unit: "ms",
                aim: .atMost(1.5)
            ),
        ] + crowd + (try soak())
    }

    // MARK: The machine alone

    private static func runMachine() {
        var machine = RunMachine(state: SessionState(id: SessionID(rawValue: "bench")))
        var time = Timestamp(microseconds: 1_800_000_000_000_000)
        var waiting = machine.handle(Input(at: time, .open(opening))).actions
        while let action = waiting.popLast() {
            guard case .call(let call) = action else { continue }
            time = time + .microseconds(10)
            let piece = TextAppended(attempt: call.attempt, text: text(for: call))
            _ = machine.handle(Input(at: time, .text(piece)))
            let end = Input(at: time, .ended(call.attempt, .finished(.stop, usage)))
            waiting += machine.handle(end).actions
        }
        precondition(machine.state.closed?.answer == "done")
    }

    // MARK: With the shell around it

    private static func runSessions(in store: any EventStore, prefix: String) throws {
        let providers = ProviderPool(["bench": InstantProvider()])
        for number in 0..<sessions {
            let runner = try SessionRunner(
                session: SessionID(rawValue: "\(prefix)-\(number)"),
                store: store,
                providers: providers,
                environment: SystemEnvironment()
            )
            let isOver = DispatchSemaphore(value: 0)
            let journal = runner.journal
            let subscription = journal.follow { if journal.isOver { isOver.signal() } }
            Task.detached { await runner.open(opening) }
            isOver.wait()
            withExtendedLifetime(subscription) {}
            precondition(journal.failure == nil)
        }
    }

    /// 1,000 sessions, 32 at a time: no event is lost, and memory stays as it was after the first
    /// hundred.
    private static func soak() throws -> [Measurement] {
        try withScratchDirectory { directory in
            let store = try SQLiteEventStore(directory: directory)
            let soak = Soak(store: store, opening: opening, provider: InstantProvider())
            let before = try soak.run(100, from: 0)
            let after = try soak.run(900, from: 100)
            precondition(soak.areComplete, "an event was lost")
            return [
                Measurement(
                    name: "memory grown over 900 sessions, 32 at a time",
                    value: max(0, after - before),
                    unit: "MiB",
                    aim: .atMost(8)
                )
            ]
        }
    }

    // MARK: The workflow

    private static let pool = ["ann", "bea", "cid"].map {
        Worker(
            name: $0,
            provider: "bench",
            model: $0,
            price: Price(input: 100_000, output: 400_000)
        )
    }

    static let opening = SessionOpened(
        question: "What is it, and why?",
        conductor: .prompted(Worker(name: "conductor", provider: "bench", model: "c")),
        pool: pool,
        seed: 7,
        program: "bench"
    )

    private static let plan = """
        First both halves, then what joins them.
        model_id = [0, 1, 2, 0, 1]
        subtasks = ["the left half", "the right half", "join them", "check it", "write it down"]
        access_list = [[], [], [0, 1], [2], [2, 3]]
        """
    static let usage = Usage(input: 100, output: 20)

    static func text(for call: ModelCall) -> String {
        if case .plan = call.request { plan } else { "done" }
    }

    static func reply(to call: ModelCall) -> [ReplyPiece] {
        [.text(text(for: call)), .usage(usage), .finished(.stop)]
    }

    struct InstantProvider: Provider {
        func reply(to call: ModelCall) -> ReplyStream {
            ReplyStream { continuation in
                continuation.yield(EngineBenchmarks.reply(to: call))
                continuation.finish()
            }
        }
    }
}
