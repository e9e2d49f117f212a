import PodiumCore
import PodiumTesting
import Testing

/// How the workers of a session did, by its events and a verdict.
@Suite struct SessionOutcomeTests {
    private static let pool =
        [Worker].sample + [
            Worker(name: "judge", provider: "east", model: "j", tags: ["verification"]),
            Worker(name: "checker", provider: "west", model: "c"),
        ]

    private func history() -> HistoryBuilder {
        var history = HistoryBuilder(pool: Self.pool)
        history.limits.retries = 0
        return history
    }

    /// What each worker's outcome is: `quick right, deep unjudged`.
    private func told(
        _ history: HistoryBuilder,
        verdict: AnswerVerdict.Value? = nil
    ) -> String {
        history.state.outcomes(kind: "logic", verdict: verdict)
            .map { "\($0.worker) \($0.outcome)" }.joined(separator: ", ")
    }

    /// Two steps of which the second sees the first, one on its own, and a check of these workers.
    private func checked(
        by worker: Int,
        _ text: String,
        _ reason: FinishReason = .stop
    ) -> HistoryBuilder {
        var history = history()
        history.open(
            plan: Plan((0, "One.", []), (1, "Two.", [0]), (worker, "Check it.", [0, 1]))
        )
        history.reply(1, "6")
        history.reply(2, "42")
        history.reply(3, text, reason)
        return history
    }

    @Test func `what a person wrote is nobody's fault, nor what rests on it`() {
        var history = history()
        history.open(
            plan: Plan((0, "One.", []), (1, "Two.", [0]), (4, "Check it.", [0, 1]))
        )
        history.decide(.write(1, output: "7"))
        history.reply(3, "49")
        history.reply(4, "REVISE: 7 is wrong.")
        #expect(history.state.isClosed)
        #expect(told(history).hasPrefix("deep unjudged"))
        // An answer that a check finds right is right, whoever wrote a part of it.
        var accepted = self.history()
        accepted.open(
            plan: Plan((0, "One.", []), (1, "Two.", [0]), (4, "Check it.", [0, 1]))
        )
        accepted.decide(.write(1, output: "6"))
        accepted.reply(3, "42")
        accepted.reply(4, "ACCEPT. Answer: 42")
        #expect(told(accepted).hasPrefix("deep right"))
    }

    @Test func `nothing is told before the end`() {
        var history = history()
        history.open(plan: .chain(2))
        history.reply(1, "6")
        #expect(history.state.outcomes(kind: "logic", verdict: .right).isEmpty)
        history.reply(2, "42")
        #expect(
            history.state.outcomes(kind: "logic", verdict: .right).first
                == WorkerOutcome(
                    worker: "quick",
                    kind: "logic",
                    session: history.state.id,
                    outcome: .right
                )
        )
    }

    @Test func `a verdict counts for whoever the answer rests on`() {
        var history = history()
        history.open(
            plan: Plan(
                (0, "One.", []),
                (2, "Aside.", []),
                (1, "Two.", [0]),
                (1, "Three.", [2])
            )
        )
        history.reply(1, "6")
        history.reply(2, "aside")
        history.reply(3, "7")
        history.reply(4, "42")
        #expect(history.state.closed?.answer == "42")
        #expect(told(history) == "quick unjudged, local unjudged, deep unjudged")
        #expect(told(history, verdict: .right) == "quick right, local unjudged, deep right")
        #expect(told(history, verdict: .wrong) == "quick wrong, local unjudged, deep wrong")
    }

    @Test(arguments: [3, 4])
    func `a check that gives an output finds right what it saw`(worker: Int) {
        let name = Self.pool[worker].name
        let history = checked(by: worker, "It is 42.")
        #expect(told(history) == "quick right, deep right, \(name) unjudged")
        #expect(told(history, verdict: .wrong) == "quick wrong, deep wrong, \(name) wrong")
    }

    @Test func `a check that objects finds wrong what it saw, whether it declines or not`() {
        let declined = checked(by: 3, "REVISE\nI cannot accept 42.", .declined)
        #expect(told(declined) == "quick wrong, deep wrong")
        #expect(told(checked(by: 3, "REVISE: 43")) == "quick wrong, deep wrong, judge unjudged")
    }

    @Test func `a check that cannot tell judges nobody`() {
        let history = checked(by: 3, "I cannot check this answer.", .declined)
        #expect(told(history) == "quick unjudged, deep unjudged")
        var failed = self.history()
        failed.open(plan: Plan((0, "One.", []), (3, "Check it.", [0])))
        failed.reply(1, "42")
        failed.fail(2, ProviderError(.overloaded, "Busy.", isRetryable: true))
        #expect(told(failed) == "quick unjudged")
    }

    @Test func `no check is made by a worker that is no checker`() {
        #expect(
            told(checked(by: 2, "REVISE")) == "quick unjudged, deep unjudged, local unjudged"
        )
    }

    @Test func `a call that failed or declined is no wrong answer`() {
        var history = history()
        history.limits.fallbacks = 1
        history.open(plan: Plan((0, "One.", []), (2, "Two.", [0]), (2, "Three.", [1])))
        history.fail(1, ProviderError(.overloaded, "Busy.", isRetryable: true))
        history.reply(2, "41")
        history.reply(3, "I cannot.", .declined)
        history.reply(4, "42")
        history.reply(5, "42")
        let outcomes = history.state.outcomes(kind: "logic", verdict: .wrong)
        #expect(!outcomes.contains { $0.worker == "quick" })
        #expect(outcomes.contains { $0.worker == "deep" && $0.outcome == .wrong })
    }

    @Test func `what a person wrote counts for nobody`() {
        var history = history()
        history.open(plan: .chain(2))
        history.decide(.write(StepID(1), output: "6"))
        let running = history.state.runningAttempts.map(\.id.rawValue)
        for attempt in running { history.reply(attempt, "42") }
        #expect(history.state.isClosed)
        #expect(told(history, verdict: .right) == "deep right")
    }

    @Test func `a turn that a verifier rejected stays wrong when a later one is accepted`() {
        var history = history()
        history.policy.variant = .mini
        history.open(conductor: .prompted([Worker].sample[1]))
        func choice(_ worker: Int, _ role: Role) -> String {
            Selection(worker: .id(worker), role: role).text
        }
        let turns = [
            (choice(0, .worker), "41"), (choice(2, .verifier), "REVISE"),
            (choice(1, .worker), "42"), (choice(2, .verifier), "ACCEPT"),
        ]
        for (number, turn) in turns.enumerated() {
            history.reply(2 * number + 1, turn.0)
            history.reply(2 * number + 2, turn.1)
        }
        #expect(history.state.closed?.answer == "42")
        #expect(told(history) == "quick wrong, local unjudged, deep right")
        // The verifier's objection is among what the answer was written from.
        #expect(told(history, verdict: .right) == "quick wrong, local right, deep right")
    }

    @Test func `one wrong output makes a worker wrong in its session`() {
        var history = history()
        history.open(
            plan: Plan(
                (0, "One.", []),
                (3, "Check one.", [0]),
                (0, "Two.", []),
                (3, "Check two.", [2])
            )
        )
        history.reply(1, "6")
        let text = history.state.runningAttempts
        #expect(text.count == 2)
        for attempt in text {
            history.reply(attempt.id.rawValue, attempt.worker == "judge" ? "REVISE" : "7")
        }
        for attempt in history.state.runningAttempts { history.reply(attempt.id.rawValue, "7") }
        #expect(history.state.isClosed)
        #expect(told(history) == "quick wrong, judge unjudged")
    }
}
