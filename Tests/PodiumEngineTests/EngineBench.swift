import PodiumCore
import PodiumEngine
import PodiumTesting

/// One session's surroundings: a store, a clock, and ways to start and watch runners.
struct EngineBench {
    let store = InMemoryEventStore()
    let environment = ManualEnvironment()
    let session = SessionID(rawValue: "20260101-000000-test")

    /// Two parts at once, then both together.
    static let plan = """
        model_id = [0, 1, 0]
        subtasks = ["left", "right", "join"]
        access_list = [[], [], [0, 1]]
        """

    /// What a conductor says of an answer that it leaves as it is.
    static let nothingToAdd = """
        model_id = []
        subtasks = []
        access_list = []
        """

    static func worker(_ name: String) -> Worker {
        Worker(name: name, provider: "scripted", model: name)
    }

    func opening(asks: Bool = false) -> SessionOpened {
        SessionOpened(
            question: "What is it?",
            conductor: .prompted(Self.worker("conductor")),
            pool: [Self.worker("ann"), Self.worker("bea")],
            policy: RunPolicy(asksApproval: asks),
            seed: 7,
            program: "test"
        )
    }

    /// - Parameter limits: of the provider; nil when it works in process.
    func runner(
        _ provider: ScriptedProvider,
        limits: ProviderLimits? = nil
    ) throws -> SessionRunner {
        try SessionRunner(
            session: session,
            store: store,
            providers: ProviderPool(
                ["scripted": provider],
                limits: limits.map { ["scripted": $0] } ?? [:],
                environment: environment
            ),
            environment: environment
        )
    }

    func resumed(_ provider: ScriptedProvider) throws -> SessionRunner {
        try SessionRunner.resume(
            session: session,
            store: store,
            providers: ProviderPool(["scripted": provider]),
            environment: environment,
            program: "test"
        )
    }

    /// Waits until the journal satisfies the condition; commits wake it, nothing is timed.
    func wait(
        for runner: SessionRunner?,
        until condition: @escaping @Sendable (SessionState) -> Bool
    ) async -> SessionState {
        guard let journal = runner?.journal else { return SessionState(id: session) }
        let (wakes, continuation) = AsyncStream<Void>.makeStream(
            bufferingPolicy: .bufferingNewest(1)
        )
        let subscription = journal.follow { continuation.yield() }
        defer { withExtendedLifetime(subscription) {} }
        continuation.yield()
        var state = SessionState(id: session)
        for await _ in wakes {
            // Asked before the events are read: what ends the journal is among them then.
            let isOver = journal.isOver
            state = journal.all.reduce(into: SessionState(id: session)) {
                $0.apply($1)
            }
            if condition(state) || isOver { break }
        }
        return state
    }

    /// Everything that is stored, held against the rules.
    func audit() -> SessionAudit {
        var audit = SessionAudit(session: session)
        for event in (try? store.events(of: session, after: 0, limit: .max)) ?? [] {
            audit.check(event)
        }
        return audit
    }
}

extension Journal {
    /// All that is committed.
    var all: [Event] { (try? events(after: 0)) ?? [] }
}
