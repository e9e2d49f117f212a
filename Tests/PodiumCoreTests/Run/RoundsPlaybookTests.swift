import PodiumCore
import PodiumTesting
import Testing

/// Workflows that correct or verify the one before.
struct RoundsPlaybookTests {
    private func answered(
        _ rounds: Int = 2,
        limits: RunLimits? = nil,
        policy: RunPolicy = RunPolicy()
    ) -> Playbook {
        let book = Playbook(
            limits: limits ?? RunLimits(rounds: rounds, fallbacks: 0),
            policy: policy
        )
        book.given {
            $0.open("Why?", conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText)
            $0.reply(2, "found")
            $0.reply(3, "Checked.\nAnswer: 41")
        }
        return book
    }

    private func request(_ book: Playbook, _ attempt: Int) -> PlanRequest? {
        guard case .plan(let request)? = book.state.request(of: AttemptID(attempt)) else {
            return nil
        }
        return request
    }

    @Test func `the conductor is shown what the round before did and came to`() {
        let book = answered()
        #expect(
            book.events.suffix(2).map(\.fact.script) == [
                "w2 begun for a round after w1", "a4 started: w2 by deep seeing a2 a3",
            ]
        )
        #expect(
            request(book, 4)?.rounds == [
                PlanRequest.Round(
                    steps: [
                        .init(worker: "quick", subtask: "Find it.", output: "found"),
                        .init(
                            worker: "local",
                            subtask: "Check it.",
                            output: "Checked.\nAnswer: 41"
                        ),
                    ],
                    answer: "41"
                )
            ]
        )
        #expect(request(book, 4)?.context == [])
    }

    @Test func `three empty lists keep the answer`() {
        let book = answered()
        #expect(
            book.reply(4, emptyPlanText).script == [
                "a4 finished stop", "w2 keeps the answer", "closed answered: 41", "> close",
            ]
        )
        #expect(book.state.closed?.reason == nil)
    }

    @Test func `a second round corrects, and "all" reveals the first`() {
        let book = answered()
        #expect(
            book.reply(4, planText((1, "Redo.", "[]"), (0, "Compare.", "[\"all\"]"))).script == [
                "a4 finished stop", "plan w2 from conductor: s3 deep, s4 quick(s1 s2 s3)",
                "a5 started: s3 by deep", "> call a5 deep",
            ]
        )
        #expect(
            book.reply(5, "redone").script.contains("a6 started: s4 by quick seeing a2 a3 a5")
        )
        #expect(book.reply(6, "42").script.contains("closed answered: 42"))
    }

    @Test func `positions in a second round are those of its own steps`() {
        let book = answered()
        #expect(
            book.reply(4, planText((1, "Redo.", "[]"), (0, "Compare.", "[0]"))).script
                .contains("plan w2 from conductor: s3 deep, s4 quick(s3)")
        )
    }

    @Test func `a second plan that stays bad, or cannot be had, keeps the answer`() {
        var book = answered()
        #expect(book.reply(4, "Hm.").script.contains("plan of a4 rejected, noPlan: repair"))
        #expect(
            book.reply(5, "Hm.").script == [
                "a5 finished stop", "plan of a5 rejected, noPlan: keep", "closed answered: 41",
                "> close",
            ]
        )
        book = answered()
        #expect(
            book.fail(4, .broken).script == [
                "a4 failed invalidRequest", "w2 keeps the answer", "closed answered: 41",
                "> close",
            ]
        )
    }

    @Test func `a second round without an answer gives the one before, and says so`() {
        let book = answered()
        book.given { $0.reply(4, planText((1, "Redo.", "[]"))) }
        #expect(
            book.reply(5, "No.", .declined).script.suffix(2) == ["closed answered: 41", "> close"]
        )
        #expect(
            book.state.closed?.reason == "The last round gave no answer; this is the one before."
        )
    }

    @Test func `a first round that failed is rescued by the second`() {
        let book = Playbook(limits: RunLimits(rounds: 2, fallbacks: 0))
        book.given {
            $0.open("Why?", conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText)
        }
        #expect(book.fail(2, .broken).script.contains("w2 begun for a round after w1"))
        #expect(
            request(book, 3)?.rounds == [
                PlanRequest.Round(
                    steps: [.init(worker: "quick", subtask: "Find it.", output: nil)],
                    answer: nil
                )
            ]
        )
        // There is no answer to keep.
        #expect(
            book.reply(3, emptyPlanText).script.contains("plan of a3 rejected, emptyPlan: repair")
        )
        book.given { $0.reply(4, planText((1, "Redo.", "[]"))) }
        #expect(book.reply(5, "42").script.contains("closed answered: 42"))
    }

    @Test func `what a verifier objected is told to the next round, though it gave no output`() {
        let book = Playbook(limits: RunLimits(rounds: 2, fallbacks: 0))
        book.given {
            $0.open("Why?", conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((0, "Find it.", "[]"), (2, "Check it.", "[0]")))
            $0.reply(2, "41")
            $0.reply(3, "REVISE\nI cannot accept this: it is 42.", .declined)
        }
        let past = request(book, 4)?.rounds.first
        #expect(past?.answer == nil)
        #expect(past?.steps.map(\.output) == ["41", nil])
        #expect(
            past?.steps.map(\.objection) == [nil, "REVISE\nI cannot accept this: it is 42."]
        )
    }

    @Test func `there are as many rounds as the limit, and no more`() {
        for limit in 1...3 {
            let book = answered(limit)
            var attempt = 4
            while book.state.closed == nil {
                book.given {
                    $0.reply(attempt, planText((1, "Redo.", "[]")))
                    $0.reply(attempt + 1, "4\(attempt)")
                }
                attempt += 2
            }
            #expect(book.state.rounds.count == limit)
            #expect(book.state.closed?.outcome == .answered)
        }
    }

    @Test func `the answer shown is the one the run would give`() {
        let book = Playbook(limits: RunLimits(rounds: 2, fallbacks: 0))
        book.given {
            $0.open("Why?", conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText)
            $0.reply(2, "Answer: 40")
            $0.reply(3, "Working.\nAnswer: 41")
        }
        #expect(request(book, 4)?.rounds.first?.answer == "41")
    }

    @Test func `no round is begun without a budget for it`() {
        for budget in [Budget(tokens: 330), Budget(steps: 2)] {
            let book = answered(limits: RunLimits(rounds: 2, fallbacks: 0, budget: budget))
            #expect(book.state.closed?.answer == "41")
            #expect(book.state.rounds.count == 1)
        }
        // With what is left of it the second round is planned, and ended.
        let limits = RunLimits(rounds: 2, fallbacks: 0, budget: Budget(tokens: 520))
        let book = answered(limits: limits)
        #expect(
            book.reply(4, planText((1, "Redo.", "[]")), usage: Usage(input: 200)).script
                .suffix(3) == [
                    "budget of tokens: stop", "closed answered: 41", "> close",
                ]
        )
        #expect(
            book.state.closed?.reason
                == "The budget of 520 tokens is spent. This is the answer of the round before."
        )
    }

    @Test func `a change in the first round takes the second away, and another follows`() {
        let book = answered()
        book.given { $0.reply(4, planText((1, "Redo.", "[]"))) }
        #expect(
            book.decide(.rewrite(2, subtask: "Check it well.")).script == [
                "ann rewrite; s2 local(s1) waiting; without w2",
                "a5 cancelled: ann decided otherwise.", "a6 started: s2 by local seeing a2",
                "> cancel a5", "> call a6 local",
            ]
        )
        #expect(book.reply(6, "42").script.contains("w3 begun for a round after w1"))
        #expect(request(book, 7)?.rounds.map(\.answer) == ["42"])
        #expect(book.reply(7, emptyPlanText).script.contains("closed answered: 42"))
    }

    @Test func `a step added to the first round is done before the second is planned again`() {
        let book = answered()
        book.given { $0.reply(4, planText((1, "Redo.", "[]"))) }
        let insertion = Override.insert(
            after: 1,
            worker: "deep",
            subtask: "More.",
            access: nil,
            readers: []
        )
        #expect(book.decide(insertion).script.last == "> call a6 deep")
        #expect(book.reply(6, "more").script.contains("w3 begun for a round after w1"))
    }
}
