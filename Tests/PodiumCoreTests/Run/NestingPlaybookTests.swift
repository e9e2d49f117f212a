import PodiumCore
import PodiumTesting
import Testing

/// Steps that the conductor answers by a workflow of its own.
struct NestingPlaybookTests {
    /// s1 by quick; s2 by the conductor, seeing s1; s3 by local, seeing s2.
    private func nested(
        limits: RunLimits = RunLimits(nesting: 1, fallbacks: 0),
        policy: RunPolicy = RunPolicy()
    ) -> Playbook {
        let book = Playbook(limits: limits, policy: policy)
        book.given {
            $0.open("Why?", conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((0, "Find.", "[]"), (3, "Prove.", "[0]"), (2, "Check.", "[1]")))
            $0.reply(2, "found")
        }
        return book
    }

    private func request(_ book: Playbook, _ attempt: Int) -> PlanRequest? {
        guard case .plan(let request)? = book.state.request(of: AttemptID(attempt)) else {
            return nil
        }
        return request
    }

    @Test func `the conductor is offered as a worker, as deep as the limit`() {
        let book = nested()
        #expect(request(book, 1)?.workers.map(\.name) == ["quick", "deep", "local", "conductor"])
        #expect(request(book, 3)?.workers.map(\.name) == ["quick", "deep", "local"])
        let deeper = nested(limits: RunLimits(nesting: 2, fallbacks: 0))
        #expect(request(deeper, 3)?.workers.map(\.name).last == "conductor")
    }

    @Test func `its step is planned with the context of the step, and its subtask`() {
        let book = nested()
        #expect(
            book.events.suffix(2).map(\.fact.script) == [
                "w2 begun for s2", "a3 started: w2 by deep seeing a2",
            ]
        )
        #expect(book.status(2) == .nested(WorkflowID(2)))
        #expect(request(book, 3)?.task == "Prove.")
        #expect(request(book, 3)?.context == [.init(subtask: "Find.", output: "found")])
        #expect(request(book, 3)?.rounds == [])
    }

    @Test func `its steps see the context, and its answer is the step's output`() {
        let book = nested()
        #expect(
            book.reply(3, planText((1, "One.", "[]"), (0, "Two.", "[0]"))).script
                .contains("a4 started: s4 by deep seeing a2")
        )
        #expect(book.reply(4, "one").script.contains("a5 started: s5 by quick seeing a2 a4"))
        #expect(
            book.reply(5, "proof").script == [
                "a5 finished stop", "s5 finished with a5", "s2 finished with a5",
                "a6 started: s3 by local seeing a5", "> call a6 local",
            ]
        )
        // Later steps see the parent's subtask with it.
        #expect(
            book.state.request(of: AttemptID(6))
                == .step(
                    StepRequest(
                        question: "Why?",
                        seen: [.init(subtask: "Prove.", output: "proof")],
                        subtask: "Check."
                    )
                )
        )
        #expect(book.reply(6, "42").script.contains("closed answered: 42"))
    }

    @Test func `in a later round the conductor is shown it as its own step`() {
        let book = nested(limits: RunLimits(rounds: 2, nesting: 1, fallbacks: 0))
        book.given {
            $0.reply(3, planText((1, "One.", "[]")))
            $0.reply(4, "proof")
            $0.reply(5, "41")
        }
        #expect(
            request(book, 6)?.rounds == [
                PlanRequest.Round(
                    steps: [
                        .init(worker: "quick", subtask: "Find.", output: "found"),
                        .init(worker: "conductor", subtask: "Prove.", output: "proof"),
                        .init(worker: "local", subtask: "Check.", output: "41"),
                    ],
                    answer: "41"
                )
            ]
        )
        #expect(request(book, 6)?.context == [])
    }

    @Test func `a bad plan inside is mended, and then one worker answers the subtask`() {
        let book = nested()
        book.given { $0.reply(3, "Hm.") }
        #expect(
            book.reply(4, "Hm.").script.suffix(3) == [
                "plan w2 from fallback: s4 deep", "a5 started: s4 by deep seeing a2",
                "> call a5 deep",
            ]
        )
        #expect(book.state.step(4)?.step.subtask == "Prove.")
    }

    @Test func `a failure inside is the step's failure, by the policy`() {
        var book = nested()
        book.given { $0.reply(3, planText((1, "One.", "[]"))) }
        #expect(
            book.fail(4, .broken).script == [
                "a4 failed invalidRequest", "s4 failed: It cannot be read.",
                "s2 failed: Step 1 (deep) gave no answer: It cannot be read.",
                "s3 skipped: No step it may see has an output.",
                "closed failed: Step 2 (conductor) gave no answer: Step 1 (deep) gave no answer: It cannot be read.",
                "> close",
            ]
        )
        book = nested(policy: RunPolicy(onFailure: .ask))
        book.given { $0.reply(3, planText((1, "One.", "[]"))) }
        #expect(book.fail(4, .broken).script.last == "s4 asks: It cannot be read.")
        #expect(book.decide(.retry(4)).script.last == "> call a5 deep")
        #expect(book.reply(5, "proof").script.contains("s2 finished with a5"))
    }

    @Test
    func `when the conductor inside cannot be reached and nobody else is there, the step fails`() {
        let book = Playbook(
            pool: [[Worker].sample[1]],
            limits: RunLimits(nesting: 1, fallbacks: 0)
        )
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((0, "a", "[]"), (1, "b", "[]"), (0, "c", "[0, 1]")))
        }
        // a2 is s1, a3 the conductor inside s2.
        #expect(
            book.fail(3, .broken).script == [
                "a3 failed invalidRequest", "s2 failed: It cannot be read.",
            ]
        )
        #expect(book.reply(2, "one").script.last == "> call a4 deep")
        #expect(book.reply(4, "42").script.contains("closed answered: 42"))
    }

    @Test func `deeper than the limit there is no workflow`() {
        var book = nested()
        #expect(
            book.reply(3, planText((3, "One.", "[]"))).script.contains(
                "plan of a3 rejected, unknownWorker: repair"
            )
        )
        book = Playbook(limits: RunLimits(nesting: 0, fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText)
        }
        #expect(
            book.refusal(of: .reroute(2, worker: "conductor"))
                == "The pool has no worker conductor; it has quick, deep, local."
        )
    }

    @Test func `a mini session nests nothing`() {
        let book = Playbook(
            limits: RunLimits(nesting: 2),
            policy: RunPolicy(variant: .mini)
        )
        book.given { $0.open(conductor: .prompted([Worker].sample[1])) }
        guard case .selection(let request)? = book.state.request(of: AttemptID(1)) else {
            Issue.record("no selection")
            return
        }
        #expect(request.workers == book.pool)
    }

    // MARK: Overrides

    @Test func `a change inside is done again inside, and then whatever rests on the outer step`() {
        let book = nested()
        book.given {
            $0.reply(3, planText((1, "One.", "[]"), (0, "Two.", "[0]")))
            $0.reply(4, "one")
            $0.reply(5, "proof")
        }
        #expect(
            book.decide(.rewrite(5, subtask: "Zwei.")).script == [
                "ann rewrite; s5 quick(s4) waiting, s2 conductor(s1) nested w2, s3 local(s2) waiting",
                "a6 cancelled: ann decided otherwise.", "a7 started: s5 by quick seeing a2 a4",
                "> cancel a6", "> call a7 quick",
            ]
        )
        #expect(
            book.reply(7, "Beweis").script.contains("a8 started: s3 by local seeing a7")
        )
        #expect(book.calls(4) == 1)
    }

    @Test func `a step added at the end of a finished inner workflow answers the outer step`() {
        let book = nested()
        book.given {
            $0.reply(3, planText((1, "One.", "[]")))
            $0.reply(4, "proof")
        }
        let insertion = Override.insert(
            after: 4,
            worker: "quick",
            subtask: "Two.",
            access: nil,
            readers: nil
        )
        #expect(book.decide(insertion).script.last == "> call a6 quick")
        #expect(book.reply(6, "better").script.contains("s2 finished with a6"))
        // Without it the first one answers again.
        #expect(book.decide(.delete(5)).script.contains("s2 finished with a4"))
    }

    @Test func `another worker in the conductor's place ends what is inside`() {
        let book = nested()
        book.given { $0.reply(3, planText((1, "One.", "[]"))) }
        #expect(
            book.decide(.reroute(2, worker: "quick")).script == [
                "ann reroute; s2 quick(s1) waiting; without w2",
                "a4 cancelled: ann decided otherwise.", "a5 started: s2 by quick seeing a2",
                "> cancel a4", "> call a5 quick",
            ]
        )
        #expect(
            book.refusal(of: .retry(4)) == "Step s4 belongs to a workflow that was replaced."
        )
    }

    @Test func `a change of what the outer step sees ends what is inside`() {
        let book = nested()
        book.given {
            $0.reply(3, planText((1, "One.", "[]")))
            $0.decide(.retry(1))
        }
        #expect(book.status(2) == .waiting)
        #expect(book.reply(5, "found it").script.contains("w3 begun for s2"))
    }

    @Test func `a budget that ends with the inner answer gives it`() {
        let book = Playbook(
            limits: RunLimits(nesting: 1, fallbacks: 0, budget: Budget(tokens: 400))
        )
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((3, "Solve.", "[]")))
            $0.reply(2, planText((1, "One.", "[]")))
        }
        #expect(
            book.reply(3, "42", usage: Usage(input: 400)).script.suffix(4) == [
                "s1 finished with a3", "budget of tokens: stop", "closed answered: 42", "> close",
            ]
        )
    }
}
