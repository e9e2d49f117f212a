import PodiumCore
import PodiumEngine
import PodiumTesting
import Testing

struct SessionRunnerTests {
    let store = InMemoryEventStore()
    let environment = ManualEnvironment()
    let session = SessionID(rawValue: "20260101-000000-test")

    static let plan = """
        Two parts, then both together.
        model_id = [0, 1, 0]
        subtasks = ["left", "right", "join"]
        access_list = [[], [], [0, 1]]
        """

    func worker(_ name: String) -> Worker {
        Worker(name: name, provider: "scripted", model: name)
    }

    func opening(limits: RunLimits = RunLimits()) -> SessionOpened {
        SessionOpened(
            question: "What is it?",
            conductor: .prompted(worker("conductor")),
            pool: [worker("ann"), worker("bea")],
            limits: limits,
            seed: 7,
            program: "test"
        )
    }

    func start(_ provider: ScriptedProvider) throws -> SessionRunner {
        try SessionRunner(
            session: session,
            store: store,
            providers: ProviderPool(["scripted": provider]),
            environment: environment
        )
    }

    /// Waits until the journal satisfies the condition; commits wake it, nothing is timed.
    func wait(
        for runner: SessionRunner,
        until condition: @escaping @Sendable (SessionState) -> Bool
    ) async -> SessionState {
        let (wakes, continuation) = AsyncStream<Void>.makeStream(
            bufferingPolicy: .bufferingNewest(1)
        )
        let subscription = runner.journal.follow { continuation.yield() }
        defer { withExtendedLifetime(subscription) {} }
        continuation.yield()
        for await _ in wakes {
            // Asked before the events are read: what ends the journal is among them then.
            let isOver = runner.journal.isOver
            let state = fold(runner)
            if condition(state) || isOver { return state }
        }
        return fold(runner)
    }

    func fold(_ runner: SessionRunner) -> SessionState {
        runner.journal.all.reduce(into: SessionState(id: session)) { $0.apply($1) }
    }

    func task(_ call: ModelCall) -> String {
        if case .step(let request) = call.request { request.subtask } else { "plan" }
    }

    @Test func `a question goes through plan and steps to an answer`() async throws {
        let provider = ScriptedProvider { call in
            switch call.request {
            case .plan, .selection:
                ScriptedProvider.text(Self.plan, usage: Usage(input: 10, output: 5))
            case .step(let request): ScriptedProvider.text("done \(request.subtask)")
            }
        }
        let runner = try start(provider)
        await runner.open(opening())
        let state = await wait(for: runner) { $0.closed != nil }
        #expect(state.closed?.outcome == .answered)
        #expect(state.closed?.answer == "done join")
        let stored = try store.events(of: session, after: 0, limit: .max)
        #expect(stored == runner.journal.all)
    }

    @Test func `independent steps run at the same time`() async throws {
        let provider = ScriptedProvider { call in
            if case .plan = call.request { ScriptedProvider.text(Self.plan) } else { .hold }
        }
        let runner = try start(provider)
        await runner.open(opening())
        let state = await wait(for: runner) { $0.runningAttempts.count == 2 }
        #expect(state.runningAttempts.compactMap(\.subtask) == ["left", "right"])
        await runner.interrupt(reason: "enough")
    }

    @Test func `a step sees what its access list names and nothing else`() async throws {
        let provider = ScriptedProvider { call in
            switch call.request {
            case .plan, .selection: ScriptedProvider.text(Self.plan)
            case .step(let request): ScriptedProvider.text("done \(request.subtask)")
            }
        }
        let runner = try start(provider)
        await runner.open(opening())
        _ = await wait(for: runner) { $0.closed != nil }
        let seen = provider.calls.compactMap { call -> [String]? in
            if case .step(let request) = call.request { request.seen.map(\.output) } else { nil }
        }
        #expect(seen == [[], [], ["done left", "done right"]])
    }

    @Test func `no call leaves before its start is stored`() async throws {
        // The store takes the opening and nothing after it: the plan is read, its steps never run.
        let provider = ScriptedProvider { call in
            if case .plan = call.request { .hold } else { ScriptedProvider.text("never") }
        }
        let runner = try start(provider)
        store.fail(after: 1)
        await runner.open(opening())
        _ = await wait(for: runner) { $0.runningAttempts.count == 1 }
        while provider.held(AttemptID(1)) == nil { await Task.yield() }
        provider.held(AttemptID(1))?.yield(.text(Self.plan))
        _ = await wait(for: runner) { _ in false }
        #expect(runner.journal.failure?.code == .full)
        #expect(provider.calls.count == 1)
        #expect(
            runner.journal.all
                == (try store.events(of: session, after: 0, limit: .max))
        )
    }

    @Test func `pieces between two frames become one event`() async throws {
        let provider = ScriptedProvider { _ in .hold }
        let runner = try start(provider)
        await runner.open(opening())
        while provider.held(AttemptID(1)) == nil { await Task.yield() }
        let stream = try #require(provider.held(AttemptID(1)))
        stream.yield(.text("first "))
        _ = await wait(for: runner) { $0.attempt(AttemptID(1))?.text == "first " }
        stream.yield(.text("second "))
        await environment.untilSomebodySleeps()
        stream.yield(.text("third"))
        stream.yield(.reasoning("hm"))
        let state = await wait(for: runner) {
            $0.attempt(AttemptID(1))?.text == "first second third"
        }
        #expect(state.attempt(AttemptID(1))?.text == "first second third")
        let pieces = runner.journal.all.compactMap { event -> String? in
            if case .textAppended(let piece) = event.fact { piece.text } else { nil }
        }
        #expect(pieces == ["first ", "second third"])
        await runner.interrupt(reason: "enough")
    }

    @Test func `an interrupt stops the calls and keeps what was streamed`() async throws {
        let provider = ScriptedProvider { _ in .hold }
        let runner = try start(provider)
        await runner.open(opening())
        while provider.held(AttemptID(1)) == nil { await Task.yield() }
        provider.held(AttemptID(1))?.yield(.text("so far"))
        _ = await wait(for: runner) { $0.attempt(AttemptID(1))?.text == "so far" }
        await runner.interrupt(reason: "enough")
        let state = fold(runner)
        #expect(state.closed?.outcome == .cancelled)
        #expect(state.attempt(AttemptID(1))?.status == .cancelled("enough"))
        #expect(state.attempt(AttemptID(1))?.text == "so far")
        while !provider.cancelled.contains(AttemptID(1)) { await Task.yield() }
        #expect(runner.journal.isOver)
    }

    @Test func `a retry waits for its time and then calls again`() async throws {
        let provider = ScriptedProvider { call in
            switch call.request {
            case .plan where call.attempt == AttemptID(1):
                .fail(
                    after: [],
                    ProviderError(
                        .overloaded,
                        "busy",
                        isRetryable: true,
                        retryAfterMilliseconds: 5_000
                    )
                )
            case .plan, .selection: ScriptedProvider.text(Self.plan)
            case .step(let request): ScriptedProvider.text("done \(request.subtask)")
            }
        }
        let runner = try start(provider)
        await runner.open(opening())
        _ = await wait(for: runner) { $0.workflows.first?.retryDue != nil }
        await environment.untilSomebodySleeps()
        environment.advance(by: .milliseconds(4_999))
        #expect(provider.calls.count == 1)
        environment.advance(by: .milliseconds(1))
        let state = await wait(for: runner) { $0.closed != nil }
        #expect(state.closed?.outcome == .answered)
    }

    @Test func `a stream that ends without its end mark is a failure`() async throws {
        let provider = ScriptedProvider { call in
            if case .plan = call.request {
                ScriptedProvider.text(Self.plan)
            } else {
                .reply([.text("cut")])
            }
        }
        let runner = try start(provider)
        await runner.open(opening(limits: RunLimits(retries: 0)))
        let state = await wait(for: runner) { $0.closed != nil }
        #expect(state.closed?.outcome == .failed)
        #expect(state.closed?.reason?.contains("stopped before its end") == true)
    }

    @Test func `a worker whose provider is missing fails with the provider's name`() async throws {
        let runner = try SessionRunner(
            session: session,
            store: store,
            providers: ProviderPool([:]),
            environment: environment
        )
        await runner.open(opening())
        let state = await wait(for: runner) { $0.closed != nil }
        #expect(state.closed?.outcome == .failed)
        #expect(state.closed?.reason?.contains("scripted") == true)
    }

    @Test func `a reply that comes at once is stored in one transaction, its end included`()
        async throws
    {
        let provider = ScriptedProvider { call in
            switch call.request {
            case .plan, .selection: ScriptedProvider.text(Self.plan)
            case .step(let request): ScriptedProvider.text("done \(request.subtask)")
            }
        }
        let runner = try start(provider)
        await runner.open(opening())
        _ = await wait(for: runner) { $0.closed != nil }
        // The opening, the conductor's reply, and those of three workers.
        #expect(store.transactions.count == 5, "\(store.transactions)")
    }

    @Test func `a session has one owner at a time`() throws {
        let provider = ScriptedProvider { _ in .hold }
        let first = try start(provider)
        #expect(throws: StoreError.self) { try start(provider) }
        _ = first
    }

    @Test func `many sessions at once lose no event`() async throws {
        let provider = ScriptedProvider { call in
            switch call.request {
            case .plan, .selection: ScriptedProvider.text(Self.plan)
            case .step(let request): ScriptedProvider.text("done \(request.subtask)")
            }
        }
        let environment = environment
        let store = store
        let opening = opening()
        let answers = try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let runner = try SessionRunner(
                        session: SessionID(rawValue: "many-\(number)"),
                        store: store,
                        providers: ProviderPool(["scripted": provider]),
                        environment: environment
                    )
                    let (wakes, continuation) = AsyncStream<Void>.makeStream()
                    let subscription = runner.journal.follow { continuation.yield() }
                    defer { withExtendedLifetime(subscription) {} }
                    await runner.open(opening)
                    continuation.yield()
                    for await _ in wakes where runner.journal.isOver { break }
                    let events = runner.journal.all
                    guard case .sessionClosed(let closed)? = events.last?.fact else { return nil }
                    return closed.answer
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: "done join", count: 64))
    }
}
