import PodiumCore
import PodiumEngine
import PodiumTesting
import Testing

/// A session whose process ended, taken over by another.
struct ResumeTests {
    private let bench = EngineBench()

    @Test func `what was finished is kept, and only what was in flight is called again`()
        async throws
    {
        let first = ScriptedProvider { call in
            switch call.request {
            case .plan, .selection: ScriptedProvider.text(EngineBench.plan)
            case .step(let request): request.subtask == "left" ? ScriptedProvider.text("L") : .hold
            }
        }
        var owner: SessionRunner? = try bench.runner(first)
        await owner?.open(bench.opening())
        _ = await bench.wait(for: owner) { state in
            state.step(StepID(1))?.output != nil && state.step(StepID(2))?.attempts.count == 1
        }
        #expect(throws: StoreError.self) { try bench.resumed(first) }
        // It can store nothing more, as if its process had ended: nothing is left but the store.
        bench.store.fail(after: 0)
        await owner?.interrupt(reason: "never stored")
        bench.store.heal()
        owner = nil

        let second = ScriptedProvider { call in
            guard case .step(let request) = call.request else { return .hold }
            return ScriptedProvider.text("done \(request.subtask)")
        }
        let runner = try bench.resumed(second)
        await runner.goOn()
        let state = await bench.wait(for: runner) { $0.closed != nil }
        #expect(state.closed?.answer == "done join")
        #expect(second.calls.map(\.attempt) == [AttemptID(4), AttemptID(5)])
        #expect(state.attempt(AttemptID(2))?.text == "L")
        let audit = bench.audit()
        #expect(audit.findings.isEmpty, "\(audit.findings)")
    }

    @Test func `a session that has ended has nothing to go on with`() async throws {
        let provider = ScriptedProvider { call in
            if case .plan = call.request {
                ScriptedProvider.text(EngineBench.plan)
            } else {
                ScriptedProvider.text("done")
            }
        }
        var owner: SessionRunner? = try bench.runner(provider)
        await owner?.open(bench.opening())
        _ = await bench.wait(for: owner) { $0.closed != nil }
        owner = nil
        let runner = try bench.resumed(provider)
        await runner.goOn()
        #expect(runner.journal.isOver)
    }
}

/// Overrides that come through the store's inbox.
struct InboxTests {
    private let bench = EngineBench()

    @Test func `a request from another process is answered once and leaves the inbox`()
        async throws
    {
        let provider = ScriptedProvider { call in
            switch call.request {
            case .plan, .selection: ScriptedProvider.text(EngineBench.plan)
            case .step(let request): ScriptedProvider.text("done \(request.subtask)")
            }
        }
        let runner = try bench.runner(provider)
        await runner.open(bench.opening(asks: true))
        _ = await bench.wait(for: runner) { $0.workflows.first?.awaitsApproval == true }
        let store = bench.store
        try store.send(
            OverrideRequest(id: "a", author: "ann", .reroute(StepID(3), worker: "bea")),
            to: bench.session
        )
        try store.send(
            OverrideRequest(id: "b", author: "bob", .reroute(StepID(3), worker: "nobody")),
            to: bench.session
        )
        try store.send(OverrideRequest(id: "c", author: "ann", .approve), to: bench.session)
        let courier = InboxCourier(inbox: store)
        try await courier.deliver(to: [bench.session: runner])
        let state = await bench.wait(for: runner) { $0.closed != nil }
        #expect(state.answeredRequests == ["a", "b", "c"])
        #expect(state.attempt(AttemptID(4))?.worker == "bea")
        #expect(try store.requests(to: bench.session).isEmpty)
        // What nobody can read goes too, and is told.
        let inbox = InboxWithRest(store: store, unreadable: ["x", "y"])
        let strict = InboxCourier(inbox: inbox)
        #expect(try await strict.deliver(to: [bench.session: runner]) == [bench.session: 2])
        #expect(inbox.removed == ["x", "y"])
        // What comes at the last moment is answered by the end.
        try store.send(OverrideRequest(id: "d", author: "ann", .hold), to: bench.session)
        #expect(!store.isEmpty)
        try await courier.clear(after: runner)
        #expect(store.isEmpty)
        let audit = bench.audit()
        #expect(audit.findings.isEmpty, "\(audit.findings)")
    }
}
