import PodiumCore
import PodiumTesting
import Testing

/// What is decided of the run as a whole.
struct RunOverrideTests {
    @Test func `while a run is held calls go on and nothing new begins`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(book.decide(.hold).script == ["ann hold; held"])
        #expect(book.refusal(of: .hold) == "The run is held already.")
        #expect(book.reply(1, "one").script == ["a1 finished stop", "s1 finished with a1"])
        #expect(
            book.decide(.proceed).script == [
                "ann proceed; not held", "a2 started: s2 by deep seeing a1", "> call a2 deep",
            ]
        )
        #expect(book.refusal(of: .proceed) == "The run is not held.")
    }

    @Test func `a retry that comes due while the run is held is made afterwards`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(1))
            $0.fail(1, .busy)
            $0.decide(.hold)
        }
        #expect(book.fire(1).script.isEmpty)
        #expect(book.decide(.proceed).script.last == "> call a2 quick")
    }

    @Test func `a conductor's plan is taken down while held, and runs afterwards`() {
        let book = Playbook()
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.decide(.hold)
        }
        #expect(book.reply(1, planText).script.last?.hasPrefix("plan w1 from conductor") == true)
        #expect(book.decide(.proceed).script.last == "> call a2 quick")
    }

    @Test func `a budget can be lowered below what is spent, which ends the run`() {
        let book = Playbook(.lateInAChain())
        #expect(book.refusal(of: .budget(Budget())) == "That is the budget already.")
        #expect(
            book.refusal(of: .budget(Budget(tokens: 0)))
                == "A budget must be greater than zero; leave it out for no limit."
        )
        let script = book.decide(.budget(Budget(tokens: 200))).script
        #expect(script.prefix(2) == ["ann budget", "budget of tokens: stop"])
        #expect(script.suffix(3) == ["closed budget: two", "> cancel a3", "> close"])
        #expect(book.state.closed?.outcome == .budget)
    }

    @Test func `a budget can be raised while the run is held before it`() {
        let book = Playbook(limits: RunLimits(budget: Budget(steps: 1)))
        book.given {
            $0.open(plan: .chain(2))
            $0.decide(.budget(Budget(steps: 2)))
        }
        #expect(book.reply(1, "one").script.last == "> call a2 deep")
        let budget = book.lastOverride
        #expect(budget?.before.budget == Budget(steps: 1))
        #expect(budget?.after.budget == Budget(steps: 2))
    }

    @Test func `a new budget of time sets its timer`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(1)) }
        let transition = book.decide(.budget(Budget(milliseconds: 60_000)))
        #expect(
            transition.actions == [
                .setTimer(.budget, due: book.events[0].time + .seconds(60))
            ]
        )
    }

    @Test func `a worker taken out of the pool gets no further step, and may come back`() {
        let book = Playbook(limits: RunLimits(fallbacks: 1))
        book.given { $0.open(plan: Plan((0, "a", []), (0, "b", [0]), (0, "c", [1]))) }
        #expect(
            book.decide(.withdraw(worker: "quick")).script == ["ann withdraw; withdrawn: quick"]
        )
        #expect(book.refusal(of: .withdraw(worker: "quick")) == "quick is out of the pool already.")
        // What it is doing it may finish; the next step goes to another.
        #expect(
            book.reply(1, "one").script.suffix(3) == [
                "s2 rerouted from quick to deep", "a2 started: s2 by deep seeing a1",
                "> call a2 deep",
            ]
        )
        #expect(book.decide(.readmit(worker: "quick")).script == ["ann readmit; withdrawn: "])
        #expect(book.refusal(of: .readmit(worker: "quick")) == "quick is in the pool.")
        #expect(book.reply(2, "two").script.last == "> call a3 quick")
    }

    @Test func `only workers of the pool are taken out and back`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(1)) }
        let reason = "The pool has no worker nobody; it has quick, deep, local."
        #expect(book.refusal(of: .withdraw(worker: "nobody")) == reason)
        #expect(book.refusal(of: .readmit(worker: "nobody")) == reason)
    }

    @Test func `a worker that is out of reach can be said to be back`() {
        let book = Playbook(policy: RunPolicy(onFailure: .ask))
        book.given { $0.open(plan: .chain(2)) }
        let until = book.now + .seconds(600)
        book.given {
            $0.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Down.", until: until)))
            $0.reply(1, "one")
        }
        #expect(book.state.runningAttempts.isEmpty)
        #expect(
            book.decide(.readmit(worker: "deep")).script == [
                "ann readmit; withdrawn: ", "deep returned", "a2 started: s2 by deep seeing a1",
                "> call a2 deep",
            ]
        )
    }

    // MARK: The end

    @Test func `a run that is ended with its answer, a part of it, or nothing`() {
        var book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [])))
            $0.reply(2, "42")
        }
        #expect(
            book.decide(.finish).script == [
                "ann finish", "a1 cancelled: Ended by ann.", "closed answered: 42", "> cancel a1",
                "> close",
            ]
        )
        #expect(book.state.closed?.reason == "Ended by ann.")

        book = Playbook(.lateInAChain())
        book.given { $0.decide(.finish) }
        #expect(book.state.closed?.answer == "two")
        #expect(
            book.state.closed?.reason
                == "Ended by ann. The answer is the output of Step 2 (deep), not of the last step."
        )

        book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(
            book.decide(.finish).script.suffix(3) == [
                "closed cancelled: Ended by ann, before there was an answer.", "> cancel a1",
                "> close",
            ]
        )
    }
}

let planText =
    "model_id = [0, 2]\nsubtasks = [\"Find it.\", \"Check it.\"]\naccess_list = [[], [0]]"

/// The lists of a plan.
func planText(_ steps: (Int, String, String)...) -> String {
    """
    model_id = [\(steps.map { "\($0.0)" }.joined(separator: ", "))]
    subtasks = [\(steps.map { "\"\($0.1)\"" }.joined(separator: ", "))]
    access_list = [\(steps.map(\.2).joined(separator: ", "))]
    """
}

let emptyPlanText = "model_id = []\nsubtasks = []\naccess_list = []"
