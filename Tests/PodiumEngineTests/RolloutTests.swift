import PodiumCore
import PodiumEngine
import PodiumTesting
import Testing

/// A rollout and a session decide alike: the same replies give the same run.
struct RolloutTests {
    private let bench = EngineBench()

    /// A run as its workers answer it.
    struct Run: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var opened: SessionOpened
        var reply: @Sendable (ModelCall) -> Rollout.Reply
    }

    private static func opened(
        limits: RunLimits = RunLimits(),
        policy: RunPolicy = RunPolicy()
    ) -> SessionOpened {
        var opened = EngineBench().opening()
        opened.limits = limits
        opened.policy = policy
        return opened
    }

    private static func reply(to call: ModelCall) -> Rollout.Reply {
        switch call.request {
        case .plan(let request):
            Rollout.Reply(
                reasoning: "Two parts.",
                request.rounds.isEmpty ? EngineBench.plan : EngineBench.nothingToAdd,
                end: .finished(.stop, nil)
            )
        case .selection(let request):
            Rollout.Reply(
                request.turns.last?.role == .worker
                    ? "worker = 1\nrole = verifier" : "worker = 0\nrole = worker"
            )
        case .step(let request):
            Rollout.Reply(
                request.subtask.hasPrefix("Check") ? "ACCEPT" : "done \(request.subtask)",
                usage: Usage(input: 9, output: 3)
            )
        }
    }

    static let runs = [
        Run(testDescription: "a plan", opened: opened(), reply: reply),
        Run(
            testDescription: "a further round",
            opened: opened(limits: RunLimits(rounds: 2), policy: RunPolicy(variant: .ultra)),
            reply: reply
        ),
        Run(
            testDescription: "turns",
            opened: opened(policy: RunPolicy(variant: .mini)),
            reply: reply
        ),
        Run(testDescription: "a worker that declines", opened: opened()) { call in
            guard case .step(let request) = call.request, request.subtask == "left" else {
                return reply(to: call)
            }
            return Rollout.Reply("I cannot.", .declined)
        },
        Run(testDescription: "a fault of one worker", opened: opened()) { call in
            guard case .step(let request) = call.request, request.subtask == "right" else {
                return reply(to: call)
            }
            let error = ProviderError(.invalidRequest, "no", isRetryable: false)
            return Rollout.Reply("half", failing: error)
        },
        Run(testDescription: "a plan that has to be mended", opened: opened()) { call in
            guard case .plan(let request) = call.request, request.rejected.isEmpty else {
                return reply(to: call)
            }
            return Rollout.Reply("model_id = [9]\nsubtasks = [\"x\"]\naccess_list = [[]]")
        },
    ]

    @Test(arguments: runs)
    func `a rollout comes to what a session with the same replies does`(_ run: Run) async throws {
        let provider = ScriptedProvider { ScriptedProvider.Script(run.reply($0)) }
        let runner = try bench.runner(provider)
        await runner.open(run.opened)
        let live = await bench.wait(for: runner) { $0.closed != nil }
        let rollout = Rollout(run.opened, session: bench.session, reply: run.reply)
        #expect(CanonicalHistory(rollout.state) == CanonicalHistory(live))
        #expect(rollout.outcome == .answered)
    }

    // MARK: Recorded replies

    /// One worker is busy once, and its call is made again.
    private let provider = ScriptedProvider { call in
        guard case .step(let request) = call.request, request.subtask == "right",
            call.attempt < AttemptID(4)
        else { return ScriptedProvider.Script(RolloutTests.reply(to: call)) }
        return .fail(
            after: [.text("half")],
            ProviderError(.overloaded, "busy", isRetryable: true, retryAfterMilliseconds: 5)
        )
    }

    private func liveRun() async throws -> SessionState {
        let bench = EngineBench()
        let runner = try bench.runner(provider)
        await runner.open(bench.opening())
        // Others may sleep than the retry: time passes until all have had theirs.
        while !runner.journal.isOver {
            bench.environment.advance(by: .seconds(1))
            await Task.yield()
        }
        return await bench.wait(for: runner) { $0.closed != nil }
    }

    private func again(_ live: SessionState) -> Rollout {
        var replies = RecordedReplies(of: live)
        return Rollout(bench.opening(), session: bench.session) { call in
            replies.next(to: call)
                ?? Rollout.Reply(
                    failing: ProviderError(.unavailable, "not recorded", isRetryable: false)
                )
        }
    }

    private func lines(_ events: [Event]) throws -> [String] {
        let writer = JSONLine()
        return try events.map { try writer.text(of: $0, in: bench.session) }
    }

    @Test func `recorded replies give the same events, byte for byte`() async throws {
        let live = try await liveRun()
        let first = again(live)
        #expect(try lines(first.events) == lines(again(live).events))
        #expect(first.answer == "done join")
    }

    @Test func `a live run and one on its replies have the same canonical history`() async throws {
        let live = try await liveRun()
        #expect(CanonicalHistory(again(live).state) == CanonicalHistory(live))
    }

    @Test func `two live runs have the same canonical history, however they interleave`()
        async throws
    {
        let first = CanonicalHistory(try await liveRun())
        for _ in 0..<20 {
            #expect(CanonicalHistory(try await liveRun()) == first)
        }
    }
}
