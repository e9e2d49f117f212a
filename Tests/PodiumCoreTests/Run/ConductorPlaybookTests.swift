import PodiumCore
import PodiumTesting
import Testing

struct ConductorPlaybookTests {
    private let model = [Worker].sample[1]
    private let goodPlan = """
        Two will do.
        model_id = [0, 2]
        subtasks = ["Find it.", "Check it."]
        access_list = [[], [0]]
        """
    private let badPlan = """
        model_id = [0, 9]
        subtasks = ["Find it.", "Check it."]
        access_list = [[], [0]]
        """

    @Test func `a model writes the plan, which then runs`() {
        let book = Playbook()
        #expect(
            book.open(conductor: .prompted(model)).script == [
                "opened by prompted", "a1 started: w1 by deep", "> call a1 deep",
            ]
        )
        book.given { $0.text(1, String(goodPlan.prefix(50))) }
        #expect(book.state.workflow(WorkflowID(1))?.draft.nodes.count == 2)
        book.given { $0.text(1, String(goodPlan.dropFirst(50))) }
        #expect(
            book.finish(1).script == [
                "a1 finished stop", "plan w1 from conductor: s1 quick, s2 local(s1)",
                "a2 started: s1 by quick", "> call a2 quick",
            ]
        )
    }

    @Test func `nothing runs before the conductor has ended`() {
        let book = Playbook()
        book.given { $0.open(conductor: .prompted(model)) }
        #expect(book.text(1, goodPlan + "\n\n").script.count == 1)
        #expect(book.state.attempts.count == 1)
    }

    @Test func `the conductor is asked with the question, the pool and the limit`() {
        let book = Playbook(limits: RunLimits(steps: 3))
        book.given { $0.open("Why?", conductor: .prompted(model)) }
        #expect(
            book.state.request(of: AttemptID(1))
                == .plan(PlanRequest(question: "Why?", workers: book.pool, stepLimit: 3))
        )
    }

    @Test func `what can mean nothing is left out of the plan, with a word`() {
        let book = Playbook()
        book.given { $0.open(conductor: .prompted(model)) }
        let plan = goodPlan.replacing("[[], [0]]", with: "[[1], [1, 0, 7]]")
        #expect(
            book.reply(1, plan).script.prefix(2) == [
                "a1 finished stop", "plan w1 from conductor: s1 quick, s2 local(s1)",
            ]
        )
        #expect(
            book.state.workflow(WorkflowID(1))?.accepted?.note
                == "A step sees only earlier ones (counted from 0): step 0 does not see step 1; "
                + "step 1 does not see itself, step 7."
        )
    }

    @Test func `a bad plan is mended once`() {
        let book = Playbook()
        book.given { $0.open("Why?", conductor: .prompted(model)) }
        #expect(
            book.reply(1, badPlan).script == [
                "a1 finished stop", "plan of a1 rejected, unknownWorker: repair",
                "a2 started: w1 by deep", "> call a2 deep",
            ]
        )
        #expect(
            book.state.request(of: AttemptID(2))
                == .plan(
                    PlanRequest(
                        question: "Why?",
                        workers: book.pool,
                        stepLimit: 5,
                        rejected: [
                            .init(
                                text: badPlan,
                                reason:
                                    "Step 1 names worker 9; the workers are 0 (quick), 1 (deep),"
                                    + " 2 (local)."
                            )
                        ]
                    )
                )
        )
        #expect(
            book.reply(2, goodPlan).script == [
                "a2 finished stop", "plan w1 from conductor: s1 quick, s2 local(s1)",
                "a3 started: s1 by quick", "> call a3 quick",
            ]
        )
    }

    @Test func `what a call was sent stays what it was, whatever came later`() {
        let book = Playbook()
        book.given { $0.open(conductor: .prompted(model)) }
        let sent = book.state.request(of: AttemptID(1))
        book.given {
            $0.reply(1, badPlan)
            $0.reply(2, goodPlan)
        }
        #expect(book.state.request(of: AttemptID(1)) == sent)
    }

    @Test func `a plan that stays bad gives way to the strongest worker`() {
        let book = Playbook()
        book.given {
            $0.open(conductor: .prompted(model))
            $0.reply(1, badPlan)
        }
        #expect(
            book.reply(2, "I'd rather not.").script == [
                "a2 finished stop", "plan of a2 rejected, noPlan: fallback",
                "plan w1 from fallback: s1 deep", "a3 started: s1 by deep", "> call a3 deep",
            ]
        )
        #expect(book.state.workflows.last?.accepted?.reason?.contains("no usable plan") == true)
        #expect(book.state.workflows.last?.rejections.count == 2)
        #expect(book.reply(3, "42").script.contains("closed answered: 42"))
    }

    @Test func `a plan of too many steps is never run`() {
        let book = Playbook(limits: RunLimits(steps: 1, repairs: 0))
        book.given { $0.open(conductor: .prompted(model)) }
        #expect(
            book.reply(1, goodPlan).script.contains("plan of a1 rejected, tooManySteps: fallback")
        )
    }

    @Test func `the embedded conductor is not asked to mend`() {
        let book = Playbook()
        book.given {
            $0.open(conductor: .embedded(Worker(name: "policy", provider: "inside", model: "p1")))
        }
        #expect(
            book.reply(1, badPlan).script == [
                "a1 finished stop", "plan of a1 rejected, unknownWorker: fallback",
                "plan w1 from fallback: s1 deep", "a2 started: s1 by deep", "> call a2 deep",
            ]
        )
    }

    @Test func `the strongest is the one tagged so, else the dearest for money, else the first`() {
        func strongest(_ change: (inout [Worker]) -> Void) -> String? {
            var pool = [Worker].sample
            change(&pool)
            let book = Playbook(pool: pool, limits: RunLimits(repairs: 0))
            book.given {
                $0.open(conductor: .prompted(model))
                $0.reply(1, "No.")
            }
            return book.state.steps.first?.step.worker
        }
        #expect(strongest { $0[2].tags = ["fast", "strongest"] } == "local")
        #expect(strongest { _ in } == "deep")
        #expect(strongest { $0[1].price = nil } == "quick")
        #expect(strongest { for index in $0.indices { $0[index].price = nil } } == "quick")
    }

    // MARK: A conductor that cannot be reached

    @Test func `a call of the conductor is retried, each call by its own count`() {
        let book = Playbook(limits: RunLimits(retries: 1))
        book.given { $0.open(conductor: .prompted(model)) }
        #expect(
            book.fail(1, .busy).script == [
                "a1 failed overloaded", "w1 retries after a1", "> timer a1",
            ]
        )
        #expect(book.fire(1).script == ["a2 started: w1 by deep", "> call a2 deep"])
        #expect(book.fire(1).script.isEmpty)
        #expect(book.reply(2, badPlan).script.last == "> call a3 deep")
        // The repair turn is another call and may be retried as well.
        #expect(book.fail(3, .busy).script.last == "> timer a3")
    }

    @Test func `the text of an abandoned call is no part of the plan`() {
        let book = Playbook()
        book.given {
            $0.open(conductor: .prompted(model))
            $0.text(1, "model_id = [1, 1]\nsubtasks = [\"x")
            $0.fail(1, .busy)
            $0.fire(1)
        }
        #expect(book.state.workflow(WorkflowID(1))?.draft.nodes.isEmpty == true)
        #expect(book.reply(2, goodPlan).script.contains { $0.hasPrefix("plan w1 from conductor") })
    }

    @Test func `when the conductor cannot be reached, a worker of another provider answers`() {
        let book = Playbook()
        book.given { $0.open(conductor: .prompted(model)) }
        // deep would be the strongest, but it is behind the same provider.
        #expect(
            book.fail(1, .broken).script == [
                "a1 failed invalidRequest", "plan w1 from fallback: s1 quick",
                "a2 started: s1 by quick", "> call a2 quick",
            ]
        )
    }

    @Test(arguments: [ProviderError.Code.emptyReply, .malformedReply, .tooLarge, .contentPolicy])
    func `a conductor that answers without a plan is stood in for, by its own provider too`(
        code: ProviderError.Code
    ) {
        let book = Playbook(pool: [model])
        book.given { $0.open(conductor: .prompted(model)) }
        let fault = ProviderError(code, "Nothing.", isRetryable: false)
        #expect(book.fail(1, fault).script.contains("plan w1 from fallback: s1 deep"))
    }

    @Test func `a repair that is refused ends no run`() {
        let book = Playbook(pool: [model])
        book.given {
            $0.open(conductor: .prompted(model))
            $0.reply(1, "I cannot.")
        }
        #expect(book.fail(2, .broken).script.contains("plan w1 from fallback: s1 deep"))
    }

    @Test func `without another provider the run ends with the fault`() {
        let book = Playbook(pool: [model])
        book.given { $0.open(conductor: .prompted(model)) }
        #expect(
            book.fail(1, .broken).script == [
                "a1 failed invalidRequest", "closed failed: It cannot be read.", "> close",
            ]
        )
    }

    @Test func `tokens of the conductor and of the workers are kept apart`() {
        let book = Playbook()
        book.given {
            $0.open(conductor: .prompted(model))
            $0.reply(1, goodPlan, usage: Usage(input: 10, output: 1))
            $0.reply(2, "one", usage: Usage(input: 20, output: 2))
            $0.reply(3, "two", usage: Usage(input: 30, output: 3))
        }
        #expect(book.state.conductorSpent.usage == Usage(input: 10, output: 1))
        #expect(book.state.workerSpent.usage == Usage(input: 50, output: 5))
        #expect(book.state.closed?.usage == Usage(input: 60, output: 6))
    }
}
