import PodiumCore
import PodiumTesting
import Testing

struct ReplanTests {
    private let model = [Worker].sample[1]

    private func running(limits: RunLimits = RunLimits(fallbacks: 0)) -> Playbook {
        let book = Playbook(limits: limits)
        book.given {
            $0.open("Why?", conductor: .prompted(model))
            $0.reply(1, planText)
            $0.reply(2, "found")
        }
        return book
    }

    @Test func `the plan is broken off and the conductor told what came of it and the remark`() {
        let book = running()
        #expect(
            book.decide(.replan(remark: "Be brief.")).script == [
                "ann replan; without w1", "a3 cancelled: ann decided otherwise.",
                "w2 begun for the question: Be brief.", "a4 started: w2 by deep seeing a2 a3",
                "> cancel a3", "> call a4 deep",
            ]
        )
        #expect(
            book.state.request(of: AttemptID(4))
                == .plan(
                    PlanRequest(
                        question: "Why?",
                        workers: book.pool,
                        stepLimit: 5,
                        rounds: [
                            .init(
                                steps: [
                                    .init(worker: "quick", subtask: "Find it.", output: "found"),
                                    .init(worker: "local", subtask: "Check it.", output: nil),
                                ],
                                answer: nil,
                                remark: "Be brief."
                            )
                        ]
                    )
                )
        )
    }

    @Test func `steps that were done already are not done again`() {
        let book = running()
        book.given { $0.decide(.replan(remark: "")) }
        let spent = book.state.workerSpent
        #expect(
            book.reply(4, planText((0, "Find it.", "[]"), (1, "Prove it.", "[0]"))).script == [
                "a4 finished stop", "plan w2 from conductor: s3 quick, s4 deep(s3)",
                "s3 finished with a2", "a5 started: s4 by deep seeing a2", "> call a5 deep",
            ]
        )
        #expect(book.state.workerSpent == spent)
        #expect(book.calls(3) == 0)
        // Its worker is shown the subtask with the output.
        #expect(
            book.state.request(of: AttemptID(5))
                == .step(
                    StepRequest(
                        question: "Why?",
                        seen: [.init(subtask: "Find it.", output: "found")],
                        subtask: "Prove it."
                    )
                )
        )
        #expect(book.reply(5, "42").script.contains("closed answered: 42"))
    }

    @Test func `another worker, subtask or access list is another step`() {
        for other in [
            planText((1, "Find it.", "[]")), planText((0, "Find that.", "[]")),
        ] {
            let book = running()
            book.given { $0.decide(.replan(remark: "")) }
            #expect(book.reply(4, other).script.last?.hasPrefix("> call a5") == true)
        }
    }

    @Test func `a third plan is told of both before, and takes over what both did`() {
        let book = running()
        book.given {
            $0.decide(.replan(remark: "one"))
            $0.reply(4, planText((0, "Find it.", "[]"), (1, "Prove it.", "[0]")))
            $0.decide(.replan(remark: "two"))
        }
        guard case .plan(let request)? = book.state.request(of: AttemptID(6)) else {
            Issue.record("no request")
            return
        }
        #expect(request.rounds.map(\.remark) == ["one", "two"])
        #expect(
            request.rounds.map { $0.steps.map(\.subtask) } == [
                ["Find it.", "Check it."], ["Find it.", "Prove it."],
            ]
        )
        #expect(request.rounds[1].steps[0].output == "found")
        #expect(request.context.isEmpty)
        #expect(
            book.reply(6, planText((0, "Find it.", "[]"))).script.contains("closed answered: found")
        )
    }

    @Test func `what takes the place of a round is a round`() {
        var book = running(limits: RunLimits(rounds: 2, fallbacks: 0))
        #expect(book.reply(3, "42").script.contains("w2 begun for a round after w1"))
        #expect(
            book.decide(.replan(remark: "no")).script.contains(
                "w3 begun for a round after w1: no"
            )
        )
        book = running(limits: RunLimits(rounds: 2, fallbacks: 0))
        book.given {
            $0.reply(3, "42")
            $0.reply(4, planText((0, "Again.", "[]")))
        }
        // A change in the first round takes the second away; the first is what is replaced.
        book.given { $0.decide(.retry(1)) }
        #expect(
            book.decide(.replan(remark: "no")).script.contains("w3 begun for the question: no")
        )
    }

    @Test func `three empty lists are no other plan`() {
        let book = running()
        book.given { $0.decide(.replan(remark: "no")) }
        #expect(
            book.reply(4, emptyPlanText).script.contains("plan of a4 rejected, emptyPlan: repair")
        )
    }

    @Test func `a conductor that is still writing is asked anew`() {
        let book = Playbook()
        book.given { $0.open(conductor: .prompted(model)) }
        #expect(
            book.decide(.replan(remark: "In one step.")).script.suffix(2) == [
                "> cancel a1", "> call a2 deep",
            ]
        )
    }

    @Test func `without a conductor, or a plan, there is no other plan`() {
        var book = Playbook()
        book.given { $0.open(plan: .chain(1)) }
        #expect(
            book.refusal(of: .replan(remark: ""))
                == "The plan comes from a file: there is no conductor to ask."
        )
        book = Playbook(policy: RunPolicy(variant: .mini))
        book.given { $0.open(conductor: .prompted(model)) }
        #expect(
            book.refusal(of: .replan(remark: ""))
                == "A mini session has no plan; change its turns instead."
        )
    }
}
