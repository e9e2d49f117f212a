import PodiumCore
import PodiumTesting
import Testing

struct InsertionTests {
    private func insertion(
        after step: StepID?,
        access: [StepID]? = nil,
        readers: [StepID]? = nil
    ) -> Override {
        .insert(after: step, worker: "local", subtask: "New.", access: access, readers: readers)
    }

    private func order(_ book: Playbook) -> [String] {
        book.state.steps(of: WorkflowID(1)).map { step in
            "\(step.id) sees \(step.step.access.map(\.description).joined(separator: " "))"
        }
    }

    @Test func `before all, nobody sees it unless it is said who`() {
        var book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(
            book.decide(insertion(after: nil)).script == [
                "ann insert; s3 local waiting", "a2 started: s3 by local", "> call a2 local",
            ]
        )
        #expect(order(book) == ["s3 sees ", "s1 sees ", "s2 sees s1"])
        book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(
            book.decide(insertion(after: nil, readers: [1])).script.suffix(4) == [
                "a1 cancelled: ann decided otherwise.", "a2 started: s3 by local",
                "> cancel a1", "> call a2 local",
            ]
        )
        #expect(order(book) == ["s3 sees ", "s1 sees s3", "s2 sees s1"])
    }

    @Test func `in the middle, those that see the step before it see it too`() {
        let book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [0]), (2, "c", []), (0, "d", [0, 1])))
            $0.decide(insertion(after: 1))
        }
        #expect(
            order(book) == [
                "s1 sees ", "s5 sees s1", "s2 sees s1 s5", "s3 sees ", "s4 sees s1 s5 s2",
            ]
        )
        #expect(book.state.step(5)?.marks == [.inserted])
        #expect(book.reply(1, "one").script.last == "> call a3 local")
        #expect(book.reply(3, "new").script.contains("a4 started: s2 by deep seeing a1 a3"))
    }

    @Test func `with readers and access of its own`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(3))
            $0.decide(insertion(after: 1, access: [], readers: [3]))
        }
        #expect(order(book) == ["s1 sees ", "s4 sees ", "s2 sees s1", "s3 sees s4 s2"])
    }

    @Test func `behind the last it answers`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.decide(insertion(after: 2))
            $0.reply(1, "one")
        }
        #expect(book.reply(2, "two").script.last == "> call a3 local")
        #expect(book.reply(3, "42").script.contains("closed answered: 42"))
    }

    @Test func `finished readers read again, now with it`() {
        let book = Playbook(.lateInAChain())
        #expect(
            book.decide(insertion(after: 1)).script == [
                "ann insert; s4 local(s1) waiting, s2 deep(s1 s4) waiting, s3 local(s2) waiting",
                "a3 cancelled: ann decided otherwise.", "a4 started: s4 by local seeing a1",
                "> cancel a3", "> call a4 local",
            ]
        )
        #expect(book.calls(1) == 1)
    }

    @Test func `what fits nowhere is refused`() {
        var book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(book.refusal(of: insertion(after: 9)) == "There is no step s9.")
        #expect(
            book.refusal(of: insertion(after: 1, access: [2]))
                == "A step sees only steps before it, and Step 2 (deep) is not."
        )
        #expect(
            book.refusal(of: insertion(after: 1, readers: [1]))
                == "Only steps behind the new one can see it, and Step 1 (quick) is not."
        )
        #expect(
            book.refusal(
                of: .insert(after: 1, worker: "x", subtask: "a", access: nil, readers: nil)
            ) == "The pool has no worker x; it has quick, deep, local."
        )
        #expect(
            book.refusal(
                of: .insert(after: 1, worker: "deep", subtask: "", access: nil, readers: nil)
            ) == "The subtask is empty."
        )
        book = Playbook()
        book.given { $0.open(conductor: .prompted([Worker].sample[1])) }
        #expect(
            book.refusal(of: insertion(after: nil))
                == "There is no plan yet to insert a step in."
        )
    }

    @Test func `a reader that has settled since is not reset unseen`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(3))
            $0.reply(1, "one")
        }
        let seen = book.state.sequence
        book.given { $0.reply(2, "two") }
        #expect(
            book.refusal(of: insertion(after: 1), basedOn: seen)
                == "Step 2 (deep) changed at event \(seen + 3), after event \(seen), which this"
                + " rests on. Look again."
        )
    }
}

struct DeletionTests {
    @Test func `a step is gone, and those that saw it go without`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .diamond)
            $0.reply(1, "one")
        }
        #expect(
            book.decide(.delete(2)).script == [
                "ann delete; s2 deep(s1) deleted, s4 deep(s3) waiting",
                "a2 cancelled: ann decided otherwise.", "> cancel a2",
            ]
        )
        #expect(book.reply(3, "right").script.contains("a4 started: s4 by deep seeing a3"))
        #expect(book.state.name(of: 4) == "Step 3 (deep)")
    }

    @Test func `what rests on a finished step is done again without it`() {
        let book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1]), (0, "d", [2])))
            $0.reply(1, "a")
            $0.reply(2, "b")
            $0.reply(3, "c")
        }
        #expect(
            book.decide(.delete(1)).script.first
                == "ann delete; s1 quick deleted, s3 local(s2) waiting, s4 quick(s3) waiting"
        )
        #expect(book.calls(2) == 1)
    }

    @Test func `what went without a failed step keeps its output; what was left out runs`() {
        let book = Playbook()
        book.given {
            $0.open(
                plan: Plan(
                    (0, "a", []),
                    (1, "b", []),
                    (2, "c", [0, 1]),
                    (2, "d", [0]),
                    (0, "e", [])
                )
            )
            $0.fail(1, .broken)
            $0.reply(2, "b")
        }
        #expect(book.status(4) == .skipped("No step it may see has an output."))
        book.given { $0.reply(4, "c") }
        #expect(
            book.decide(.delete(1)).script == [
                "ann delete; s1 quick deleted, s3 local(s2) finished a4, s4 local waiting",
                "a5 started: s4 by local", "> call a5 local",
            ]
        )
        #expect(book.calls(3) == 1)
    }

    @Test func `without the answering step the one before it answers`() {
        let book = Playbook(.lateInAChain())
        #expect(
            book.decide(.delete(3)).script == [
                "ann delete; s3 local(s2) deleted", "a3 cancelled: ann decided otherwise.",
                "closed answered: two", "> cancel a3", "> close",
            ]
        )
    }

    @Test func `the only step stays`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(1)) }
        #expect(
            book.refusal(of: .delete(1))
                == "It is the workflow's only step; skip it, or ask for another plan."
        )
    }
}
