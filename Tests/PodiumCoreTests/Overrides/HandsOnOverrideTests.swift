import PodiumCore
import PodiumTesting
import Testing

/// Retry, cancel, skip, and a step done by hand.
struct HandsOnOverrideTests {
    @Test func `a finished step is done once more, and what rests on it`() {
        let book = Playbook(.lateInAChain())
        #expect(
            book.decide(.retry(2)).script == [
                "ann retry; s2 deep(s1) waiting, s3 local(s2) waiting",
                "a3 cancelled: ann decided otherwise.", "a4 started: s2 by deep seeing a1",
                "> cancel a3", "> call a4 deep",
            ]
        )
        #expect(book.reply(4, "zwei").script.contains("a5 started: s3 by local seeing a4"))
    }

    @Test func `a retry that waits is made at once`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(1))
            $0.fail(1, .busy)
        }
        #expect(
            book.decide(.retry(1)).script == [
                "ann retry; s1 quick waiting", "a2 started: s1 by quick", "> call a2 quick",
            ]
        )
    }

    @Test func `a person's retry has retries of its own`() {
        let book = Playbook(
            limits: RunLimits(retries: 1, fallbacks: 0),
            policy: RunPolicy(onFailure: .ask)
        )
        book.given {
            $0.open(plan: .chain(1))
            $0.fail(1, .busy)
            $0.fire(1)
        }
        #expect(book.fail(2, .busy).script.last == "s1 asks: Busy.")
        #expect(book.decide(.retry(1)).script.last == "> call a3 quick")
        #expect(book.fail(3, .busy).script.last == "> timer a3")
    }

    @Test func `retry is refused where nothing has ended`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(book.refusal(of: .retry(2)) == "Step 2 (deep) has not begun.")
        #expect(book.refusal(of: .retry(1)) == "Step 1 (quick) is being done; cancel it first.")
    }

    @Test func `a cancelled call is broken off and the run goes on without it`() {
        let book = Playbook()
        book.given { $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1]))) }
        #expect(
            book.decide(.cancel(1)).script == [
                "ann cancel; s1 quick cancelled", "a1 cancelled: ann decided otherwise.",
                "> cancel a1",
            ]
        )
        #expect(book.reply(2, "b").script.contains("a3 started: s3 by local seeing a2"))
        // Done after all, it counts again.
        #expect(book.decide(.retry(1)).script.suffix(2) == ["> cancel a3", "> call a4 quick"])
        #expect(book.state.step(1)?.marks == [])
        #expect(book.reply(4, "a").script.contains("a5 started: s3 by local seeing a4 a2"))
    }

    @Test func `cancel is refused where nothing is being done`() {
        var book = Playbook(.lateInAChain())
        #expect(book.refusal(of: .cancel(1)) == "Step 1 (quick) has ended.")
        book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(
            book.refusal(of: .cancel(2)) == "Step 2 (deep) is not being done; skip it instead."
        )
    }

    @Test func `a step that is left out has no output, and its readers go without`() {
        let book = Playbook()
        book.given { $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1]))) }
        #expect(
            book.decide(.skip(1)).script == [
                "ann skip; s1 quick skipped", "a1 cancelled: ann decided otherwise.",
                "> cancel a1",
            ]
        )
        #expect(book.reply(2, "b").script.contains("a3 started: s3 by local seeing a2"))
        #expect(
            book.refusal(of: .skip(1))
                == "Step 1 (quick) has ended; delete it to do without it."
        )
    }

    @Test func `when the last step is left out, the one before it answers`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.decide(.skip(2))
        }
        #expect(book.reply(1, "42").script.suffix(2) == ["closed answered: 42", "> close"])
    }

    @Test func `a last step that was left out and is done after all answers again`() {
        for settled in [Override.skip(2), .write(2, output: "by hand")] {
            let book = Playbook()
            book.given {
                $0.open(plan: Plan((0, "a", []), (1, "b", [])))
                $0.decide(settled)
            }
            #expect(
                book.decide(.retry(2)).script.last == "> call a\(book.state.attempts.count) deep"
            )
            book.given {
                $0.reply(1, "no")
                $0.reply($0.state.attempts.count, "42")
            }
            #expect(book.state.closed?.answer == "42")
        }
    }

    @Test func `a step that was cancelled is the reason when there is no answer`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(3))
            $0.reply(1, "one")
        }
        #expect(
            book.decide(.cancel(2)).script.suffix(3) == [
                "closed failed: Step 2 (deep) gave no answer: Cancelled by ann.",
                "> cancel a2", "> close",
            ]
        )
    }

    @Test func `a person does a step, for nothing and at once`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.text(1, "so f")
        }
        #expect(
            book.decide(.write(1, output: "by hand")).script == [
                "ann write; s1 quick waiting", "a1 cancelled: ann decided otherwise.",
                "a2 started: s1 by person", "a2 wrote: by hand", "a2 finished stop",
                "s1 finished with a2", "a3 started: s2 by deep seeing a2", "> cancel a1",
                "> call a3 deep",
            ]
        )
        let attempt = book.state.attempt(AttemptID(2))
        #expect(attempt?.settled == AttemptUsage(usage: .zero, cost: .zero, isEstimate: false))
        #expect(book.state.workerSpent.cost.hasUnknown == false)
        #expect(book.state.stepCalls == 2)
        #expect(book.state.step(1)?.marks == [.written])
        #expect(
            book.refusal(of: .write(2, output: " "))
                == "The output is empty; skip the step to do without it."
        )
    }

    @Test func `what a person wrote stays when what is before it changes`() {
        let book = Playbook(.lateInAChain())
        book.given { $0.decide(.write(2, output: "by hand")) }
        // The reader of what was written runs, and goes on.
        #expect(book.decide(.retry(1)).script.first == "ann retry; s1 quick waiting")
        #expect(book.state.runningAttempts.map(\.agent) == [.step(3), .step(1)])
        // Given back to its worker, it rests on what is before it again.
        book.given {
            $0.reply(6, "ein")
            $0.decide(.retry(2))
        }
        #expect(book.status(3) == .waiting)
        #expect(
            book.decide(.retry(1)).script.first
                == "ann retry; s1 quick waiting, s2 deep(s1) waiting"
        )
    }

    @Test func `the last step done by hand ends the run`() {
        let book = Playbook(.lateInAChain())
        #expect(
            book.decide(.write(3, output: "Answer: 42")).script.suffix(3) == [
                "closed answered: 42", "> cancel a3", "> close",
            ]
        )
    }

    @Test func `while the run is held a person's work counts, and nothing else begins`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(3))
            $0.decide(.hold)
        }
        #expect(
            book.decide(.write(1, output: "one")).script.suffix(2) == [
                "s1 finished with a2", "> cancel a1",
            ]
        )
        book.given {
            $0.decide(.rewrite(2, subtask: "b"))
            $0.decide(.skip(3))
        }
        #expect(book.state.runningAttempts.isEmpty)
        #expect(book.decide(.proceed).script.last == "> call a3 deep")
        #expect(book.reply(3, "two").script.contains("closed answered: two"))
    }
}
