import PodiumCore
import PodiumEngine
import PodiumTesting
import Testing

/// The same replies give the same run.
struct RecordedRunTests {
    private let bench = EngineBench()

    private let provider = ScriptedProvider { call in
        switch call.request {
        case .plan, .selection:
            .reply([.reasoning("Two parts."), .text(EngineBench.plan), .finished(.stop)])
        case .step(let request) where request.subtask == "right" && call.attempt < AttemptID(4):
            .fail(
                after: [.text("half")],
                ProviderError(.overloaded, "busy", isRetryable: true, retryAfterMilliseconds: 5)
            )
        case .step(let request):
            .reply([
                .text("done "), .text(request.subtask), .usage(Usage(input: 9, output: 3)),
                .finished(.stop),
            ])
        }
    }

    private func lines(_ events: [Event]) throws -> [String] {
        let writer = JSONLine()
        return try events.map { try writer.text(of: $0, in: SessionID(rawValue: "again")) }
    }

    private func liveRun() async throws -> [Event] {
        let bench = EngineBench()
        let runner = try bench.runner(provider)
        await runner.open(bench.opening())
        _ = await bench.wait(for: runner) { state in
            state.steps.contains { if case .retrying = $0.status { true } else { false } }
        }
        await bench.environment.untilSomebodySleeps()
        bench.environment.advance(by: .seconds(1))
        _ = await bench.wait(for: runner) { $0.closed != nil }
        return try bench.store.events(of: bench.session, after: 0, limit: .max)
    }

    @Test func `recorded replies give the same events, byte for byte`() async throws {
        let live = try await liveRun()
        let recording = try #require(RecordedRun(live))
        let first = recording.events(session: bench.session)
        let second = recording.events(session: bench.session)
        #expect(try lines(first) == lines(second))
        guard case .sessionClosed(let closed)? = first.last?.fact else {
            Issue.record("it does not end: \(first.count) events")
            return
        }
        #expect(closed.answer == "done join")
    }

    @Test func `a live run and a recorded one have the same canonical history`() async throws {
        let live = try await liveRun()
        let recorded = try #require(RecordedRun(live)).events(session: bench.session)
        #expect(history(of: live) == history(of: recorded))
    }

    @Test func `two live runs have the same canonical history, however they interleave`()
        async throws
    {
        let first = history(of: try await liveRun())
        for _ in 0..<20 {
            #expect(history(of: try await liveRun()) == first)
        }
    }

    private func history(of events: [Event]) -> CanonicalHistory {
        CanonicalHistory(events.reduce(into: SessionState(id: bench.session)) { $0.apply($1) })
    }
}
