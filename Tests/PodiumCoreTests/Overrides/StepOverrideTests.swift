import PodiumCore
import PodiumTesting
import Testing

/// Another worker, another subtask, another access list.
struct StepOverrideTests {
    @Test func `a step that waits goes to another worker, and nothing else changes`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(
            book.decide(.reroute(2, worker: "local")).script == [
                "ann reroute; s2 local(s1) waiting"
            ]
        )
        #expect(book.reply(1, "one").script.last == "> call a2 local")
        #expect(book.state.step(2)?.marks == [.rerouted])
    }

    @Test func `a step that runs is broken off and goes to the other worker`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(
            book.decide(.reroute(1, worker: "local")).script == [
                "ann reroute; s1 local waiting", "a1 cancelled: ann decided otherwise.",
                "a2 started: s1 by local", "> cancel a1", "> call a2 local",
            ]
        )
        // The late end of the call that was broken off leads to nothing.
        #expect(book.finish(1).script.isEmpty)
        #expect(book.reply(2, "one").script.last == "> call a3 deep")
    }

    @Test func `changing a finished step runs again exactly what rests on it`() {
        let book = Playbook()
        // s3 and s5 rest on s1; s2 and s4 do not.
        book.given {
            $0.open(
                plan: Plan(
                    (0, "a", []),
                    (1, "b", []),
                    (2, "c", [0]),
                    (1, "d", [1]),
                    (0, "e", [2, 3])
                )
            )
            $0.reply(1, "a1")
            $0.reply(2, "b1")
            $0.reply(3, "c1")
            $0.reply(4, "d1")
        }
        let spent = book.state.workerSpent
        #expect(
            book.decide(.rewrite(1, subtask: "A")).script == [
                "ann rewrite; s1 quick waiting, s3 local(s1) waiting, s5 quick(s3 s4) waiting",
                "a5 cancelled: ann decided otherwise.", "a6 started: s1 by quick", "> cancel a5",
                "> call a6 quick",
            ]
        )
        #expect(book.state.step(3)?.isStale == true)
        #expect(book.state.step(4)?.isStale == false)
        #expect(book.reply(6, "A1").script.last == "> call a7 local")
        #expect(
            book.reply(7, "C1").script.dropLast().last == "a8 started: s5 by quick seeing a7 a4"
        )
        #expect(book.reply(8, "42").script.suffix(2) == ["closed answered: 42", "> close"])
        #expect((1...5).map(book.calls) == [2, 1, 2, 1, 2])
        #expect(book.state.workerSpent.usage.input > spent.usage.input)
    }

    @Test func `a step that retries, asks, failed, or was left out is done again when changed`() {
        var book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.fail(1, .busy)
        }
        #expect(book.decide(.rewrite(1, subtask: "b")).script.last == "> call a2 quick")
        // The timer of the retry has lost its meaning.
        #expect(book.fire(1).script.isEmpty)

        book = Playbook(policy: RunPolicy(onFailure: .ask))
        book.given {
            $0.open(plan: .chain(2))
            $0.fail(1, .broken)
        }
        #expect(book.decide(.reroute(1, worker: "deep")).script.last == "> call a2 deep")

        book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [])))
            $0.fail(1, .broken)
        }
        #expect(book.decide(.reroute(1, worker: "deep")).script.last == "> call a3 deep")
        book.given { $0.decide(.skip(1)) }
        #expect(book.status(1) == .skipped("Skipped by ann."))
        #expect(book.decide(.rewrite(1, subtask: "c")).script.last == "> call a4 deep")
        #expect(book.state.step(1)?.marks == [.rerouted, .rewritten])
    }

    @Test func `a step sees the outputs it is given, in the order of the plan`() {
        let book = Playbook()
        book.given { $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", []))) }
        #expect(
            book.decide(.rewire(3, access: [2, 1])).script == [
                "ann rewire; s3 local(s1 s2) waiting", "a3 cancelled: ann decided otherwise.",
                "> cancel a3",
            ]
        )
        book.given { $0.reply(1, "one") }
        #expect(book.reply(2, "two").script.contains("a4 started: s3 by local seeing a1 a2"))
    }

    @Test func `a change to nothing, or that cannot be, is refused with a reason`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(3))
            $0.decide(.withdraw(worker: "local"))
        }
        #expect(
            book.refusal(of: .reroute(2, worker: "deep"))
                == "Step 2 (deep) is deep's already; retry does it again."
        )
        #expect(
            book.refusal(of: .reroute(2, worker: "nobody"))
                == "The pool has no worker nobody; it has quick, deep, local."
        )
        #expect(
            book.refusal(of: .reroute(2, worker: "local"))
                == "local is out of the pool; readmit it first."
        )
        #expect(
            book.refusal(of: .reroute(2, worker: "conductor"))
                == "The pool has no worker conductor; it has quick, deep, local."
        )
        #expect(book.refusal(of: .reroute(9, worker: "deep")) == "There is no step s9.")
        #expect(book.refusal(of: .rewrite(2, subtask: " \n")) == "The subtask is empty.")
        #expect(
            book.refusal(of: .rewrite(2, subtask: "Do part 1."))
                == "That is the subtask of Step 2 (deep) already."
        )
        #expect(
            book.refusal(of: .rewire(2, access: [1]))
                == "That is the access list of Step 2 (deep) already."
        )
        #expect(
            book.refusal(of: .rewire(2, access: [3]))
                == "A step sees only steps before it, and Step 3 (local) is not."
        )
        #expect(
            book.refusal(of: .rewire(2, access: [2]))
                == "A step sees only steps before it, and Step 2 (deep) is not."
        )
        #expect(book.refusal(of: .rewire(2, access: [7])) == "There is no step s7.")
    }

    @Test func `steps that are gone cannot be changed`() {
        let book = Playbook()
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, "model_id = [0, 0]\nsubtasks = [\"a\", \"b\"]\naccess_list = [[], [0]]")
            $0.decide(.delete(2))
        }
        #expect(book.refusal(of: .retry(2)) == "There is no step s2.")
        book.given { $0.decide(.replan(remark: "no")) }
        #expect(
            book.refusal(of: .skip(1)) == "Step s1 belongs to a workflow that was replaced."
        )
    }

    @Test func `author, before and after are recorded`() throws {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.reply(1, "one")
            $0.decide(.rewrite(1, subtask: "b"), id: "x", by: "bob", basedOn: $0.state.sequence)
        }
        let fact = try #require(book.lastOverride)
        #expect(fact.request.author == "bob")
        #expect(fact.request.id == "x")
        #expect(fact.before.steps.map(\.step.subtask) == ["Do part 0.", "Do part 1."])
        #expect(
            fact.before.steps.map(\.status) == [.finished(AttemptID(1)), .running(AttemptID(2))]
        )
        #expect(fact.after.steps.map(\.step.subtask) == ["b", "Do part 1."])
        #expect(fact.after.steps.map(\.status) == [.waiting, .waiting])
        #expect(fact.after.steps.map(\.marks) == [[.rewritten], []])
        #expect(fact.undid == nil)
    }
}
