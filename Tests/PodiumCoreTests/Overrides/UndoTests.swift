import PodiumCore
import PodiumTesting
import Testing

struct UndoTests {
    private static let insertion = Override.insert(
        after: 1,
        worker: "local",
        subtask: "New.",
        access: nil,
        readers: nil
    )

    @Test(
        arguments: [
            .reroute(2, worker: "local"), .rewrite(2, subtask: "b"), .rewire(3, access: [1]),
            insertion, .delete(3), .skip(3), .hold,
            .budget(Budget(tokens: 900_000)), .withdraw(worker: "local"),
        ] as [Override]
    )
    func `what has had no effect is taken back exactly`(_ override: Override) {
        let book = Playbook()
        book.given { $0.open(plan: .chain(3)) }
        let before = Picture(book.state)
        book.given { $0.decide(override) }
        #expect(Picture(book.state) != before)
        let sequence = book.lastOverride.flatMap { _ in book.state.overrides.last?.sequence }
        book.given { $0.decide(.undo(nil)) }
        #expect(Picture(book.state) == before)
        #expect(book.lastOverride?.undid == sequence)
        #expect(book.state.overrides.map(\.isUndone) == [true])
    }

    @Test(
        arguments: [
            .reroute(1, worker: "local"), .rewrite(1, subtask: "b"), insertion, .delete(1),
            .retry(1), .rewire(2, access: []), .delete(2), .skip(2),
            .write(1, output: "by hand"), .write(2, output: "by hand"),
        ] as [Override]
    )
    func `while the run is held, changes of finished steps are taken back too`(
        _ override: Override
    ) {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(3))
            $0.decide(.hold)
            $0.reply(1, "one")
        }
        let before = Picture(book.state)
        book.given { $0.decide(override) }
        #expect(Picture(book.state) != before)
        book.given { $0.decide(.undo(nil)) }
        #expect(Picture(book.state) == before)
        #expect(book.decide(.proceed).script.last == "> call a\(book.state.attempts.count) deep")
    }

    @Test func `approval is taken back as long as nothing has begun`() {
        let book = Playbook(policy: RunPolicy(asksApproval: true))
        book.given {
            $0.open(plan: .chain(1))
            $0.decide(.hold)
            $0.decide(.approve)
            $0.decide(.undo(nil))
        }
        #expect(book.state.workflows[0].awaitsApproval)
        book.given { $0.decide(.undo(nil)) }
        #expect(book.decide(.approve).script.last == "> call a1 quick")
        #expect(
            book.refusal(of: .undo(nil))
                == "It has taken effect: work has begun since. Hold the run."
        )
    }

    @Test func `a retry that waited goes on waiting`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.fail(1, .busy)
            $0.decide(.hold)
        }
        let before = Picture(book.state)
        book.given {
            $0.decide(.rewrite(1, subtask: "b"))
            $0.resume()
        }
        #expect(book.decide(.undo(nil)).script.last == "> timer a1")
        #expect(Picture(book.state) == before)
        book.given { $0.decide(.proceed) }
        #expect(book.fire(1).script.last == "> call a2 quick")
    }

    @Test func `an earlier one can be chosen, and what later ones changed too cannot`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(3))
            $0.decide(.rewrite(2, subtask: "b"))
        }
        let first = book.state.sequence
        book.given {
            $0.decide(.rewrite(3, subtask: "c"))
            $0.decide(.reroute(3, worker: "deep"))
        }
        #expect(book.decide(.undo(first)).script.first == "ann undo; s2 deep(s1) waiting")
        #expect(book.state.step(2)?.step.subtask == "Do part 1.")
        #expect(
            book.refusal(of: .undo(first + 1))
                == "A later override changed the same; take that one back first."
        )
        book.given { $0.decide(.undo(nil)) }
        #expect(book.state.step(3)?.marks == [.rewritten])
        #expect(book.decide(.undo(nil)).script.count == 1)
        #expect(book.refusal(of: .undo(nil)) == "There is no override to take back.")
        #expect(
            book.refusal(of: .undo(first))
                == "Event \(first) is no override that could be taken back."
        )
    }

    // MARK: What has taken effect

    @Test func `a step that was called again is not called back`() {
        var book = Playbook(.lateInAChain())
        book.given {
            $0.decide(.hold)
            $0.decide(.retry(1))
            $0.decide(.proceed)
        }
        let retry = book.state.overrides[1].sequence
        #expect(
            book.refusal(of: .undo(retry))
                == "It has taken effect: Step 1 (quick) has begun or ended since."
        )
        book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.decide(.hold)
            $0.reply(1, "one")
            $0.decide(.retry(1))
            $0.decide(.proceed)
        }
        #expect(
            book.refusal(of: .undo(book.state.overrides[1].sequence))
                == "It has taken effect: Step 1 (quick) has begun or ended since."
        )
    }

    @Test func `a call that was broken off is not taken up again`() {
        for override in [Override.cancel(1), .skip(1), .write(1, output: "x"), .delete(1)] {
            let book = Playbook()
            book.given {
                $0.open(plan: Plan((0, "a", []), (1, "b", [])))
                $0.decide(override)
            }
            #expect(
                book.refusal(of: .undo(nil)) == "It has taken effect: a call was broken off."
            )
        }
    }

    @Test func `an output that others have read stays`() {
        let book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [1])))
            $0.fail(2, .busy)
            $0.decide(.write(2, output: "by hand"))
        }
        #expect(
            book.refusal(of: .undo(nil))
                == "It has taken effect: Step 3 (local) has begun or ended since."
        )
    }

    @Test func `a step left out stays so when others were left out because of it`() {
        let book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [1]), (0, "d", [])))
            $0.fail(2, .busy)
            $0.decide(.skip(2))
        }
        #expect(book.status(3) == .skipped("No step it may see has an output."))
        #expect(
            book.refusal(of: .undo(nil))
                == "It has taken effect: Step 3 (local) has begun or ended since."
        )
        // Doing it after all brings the others back as well.
        book.given { $0.decide(.retry(2)) }
        #expect(book.status(3) == .waiting)
    }

    @Test func `another plan, and the end of a round, stay`() {
        var book = Playbook()
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText)
            $0.decide(.replan(remark: "no"))
        }
        #expect(
            book.refusal(of: .undo(nil))
                == "It has taken effect: that cannot be taken back."
        )
        book = Playbook(limits: RunLimits(rounds: 2, fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((0, "a", "[]")))
            $0.reply(2, "41")
            $0.decide(.hold)
            $0.decide(.retry(1))
        }
        #expect(
            book.refusal(of: .undo(nil)) == "It has taken effect: it ended a whole workflow."
        )
    }
}

/// Workflows inside steps.
extension UndoTests {
    @Test func `a change inside stays when the outer step has gone on from it`() {
        let book = Playbook(limits: RunLimits(nesting: 1, fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((3, "a", "[]"), (0, "b", "[]"), (2, "c", "[0]")))
        }
        // s2 is a2; the conductor inside s1 is a3.
        book.given {
            $0.reply(3, planText((0, "one", "[]"), (1, "two", "[]")))
            $0.reply(4, "one")
            $0.fail(5, .busy)
        }
        #expect(book.decide(.skip(5)).script.contains("s1 finished with a4"))
        #expect(
            book.refusal(of: .undo(nil))
                == "It has taken effect: Step 1 (conductor) has begun or ended since."
        )
        // Doing it after all is always possible.
        #expect(book.decide(.retry(5)).script.last == "> call a7 deep")
    }
}
