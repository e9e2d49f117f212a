import PodiumCore
import PodiumTesting
import Testing

/// A session that has ended without an answer goes on, and what was paid for is kept.
struct ReopeningPlaybookTests {
    /// Two steps in a row, of which the second has failed.
    private func failed(_ limits: RunLimits = RunLimits(retries: 0, fallbacks: 0)) -> Playbook {
        let book = Playbook(limits: limits)
        book.given {
            $0.open(plan: .chain(2))
            $0.reply(1, "half")
            $0.fail(2, .broken)
        }
        return book
    }

    private func reopen(_ book: Playbook, _ override: Override) -> Playbook.Move {
        let request = OverrideRequest(
            id: "r\(book.state.sequence)",
            author: "ann",
            basedOn: book.state.sequence,
            override
        )
        return book.send(.reopen(program: "test", request))
    }

    @Test func `a last step that failed is done again, and nothing before it`() {
        let book = failed()
        #expect(book.state.closed?.outcome == .failed)
        #expect(book.state.mayGoOn)
        #expect(
            book.resume().script == [
                "resumed; s2 deep(s1) waiting", "a3 started: s2 by deep seeing a1",
                "> call a3 deep",
            ]
        )
        #expect(book.state.closed == nil)
        #expect(book.reply(3, "42").script.contains("closed answered: 42"))
        #expect(book.calls(1) == 1)
        #expect(!book.state.mayGoOn)
        #expect(book.resume().script.isEmpty)
    }

    @Test func `a decision makes it go on, with what the decision is about`() {
        let book = failed()
        let script = reopen(book, .reroute(StepID(2), worker: "local")).script
        #expect(script.first == "resumed")
        #expect(script.suffix(2) == ["a3 started: s2 by local seeing a1", "> call a3 local"])
        #expect(book.reply(3, "42").script.contains("closed answered: 42"))
    }

    @Test func `an output by hand is an answer`() {
        let book = failed()
        #expect(
            reopen(book, .write(StepID(2), output: "42")).script.contains("closed answered: 42")
        )
    }

    @Test func `a decision that is refused leaves the end as it is`() {
        let book = failed()
        let before = book.state
        #expect(reopen(book, .reroute(StepID(2), worker: "nobody")).script.isEmpty)
        #expect(reopen(book, .retry(StepID(9))).script.isEmpty)
        #expect(book.state == before)
    }

    @Test func `what an end broke off goes on, what had failed waits for a decision`() {
        let book = Playbook(limits: RunLimits(retries: 0, fallbacks: 0))
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1])))
            $0.fail(1, .broken)
            $0.text(2, "so f")
            $0.interrupt("Enough.")
        }
        #expect(book.state.closed?.outcome == .cancelled)
        let script = reopen(book, .rewrite(StepID(3), subtask: "d")).script
        #expect(script.contains("a3 started: s2 by deep"))
        #expect(!script.contains { $0.contains("started: s1") })
        let again = Playbook(limits: RunLimits(retries: 0, fallbacks: 0))
        again.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1])))
            $0.fail(1, .broken)
            $0.interrupt("Enough.")
        }
        #expect(
            again.resume().script.suffix(2) == ["> call a3 quick", "> call a4 deep"]
        )
    }

    @Test func `what an end broke off can be decided about`() {
        let book = Playbook(limits: RunLimits(retries: 0, fallbacks: 0))
        book.given {
            $0.open(plan: .chain(2))
            $0.reply(1, "half")
            $0.text(2, "so f")
            $0.interrupt("Enough.")
        }
        #expect(reopen(book, .reroute(StepID(2), worker: "local")).script.last == "> call a3 local")
        let skipped = Playbook(limits: RunLimits(retries: 0, fallbacks: 0))
        skipped.given {
            $0.open(plan: .chain(2))
            $0.fail(1, .broken)
        }
        // The second had nothing to see.
        let script = reopen(skipped, .write(StepID(2), output: "42")).script
        #expect(script.contains("closed answered: 42"))
    }

    @Test func `a call that goes on has all its retries again`() {
        let model = [Worker].sample[1]
        let book = Playbook(pool: [model], limits: RunLimits(retries: 1, fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted(model))
            $0.fail(1, .busy)
            $0.fire(1)
            $0.fail(2, .busy)
            $0.resume()
        }
        #expect(book.fail(3, .busy).script.contains("w1 retries after a3"))
    }

    @Test func `steps that had nothing to see are done once there is something`() {
        let book = Playbook(limits: RunLimits(retries: 0, fallbacks: 0))
        book.given {
            $0.open(plan: .chain(2))
            $0.fail(1, .broken)
        }
        #expect(book.state.closed?.outcome == .failed)
        #expect(book.resume().script.last == "> call a2 quick")
        #expect(book.reply(2, "half").script.last == "> call a3 deep")
        #expect(book.reply(3, "42").script.contains("closed answered: 42"))
    }

    @Test func `a step that a person left out stays left out`() {
        let book = Playbook(limits: RunLimits(retries: 0, fallbacks: 0))
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [])))
            $0.decide(.skip(StepID(1)))
            $0.fail(2, .broken)
        }
        #expect(book.state.closed?.outcome == .failed)
        #expect(book.resume().script.contains { $0.contains("started: s2") })
        #expect(book.calls(1) == 1)
    }

    @Test func `a conductor that failed is asked again`() {
        let model = [Worker].sample[1]
        let book = Playbook(pool: [model], limits: RunLimits(retries: 0, fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted(model))
            $0.fail(1, .broken)
        }
        #expect(book.state.closed?.outcome == .failed)
        #expect(book.resume().script == ["resumed", "a2 started: w1 by deep", "> call a2 deep"])
    }

    @Test func `more budget lets it go on`() {
        let budget = Budget(tokens: 150)
        let book = Playbook(limits: RunLimits(retries: 0, fallbacks: 0, budget: budget))
        book.given {
            $0.open(plan: .chain(2))
            $0.reply(1, "half", usage: Usage(input: 200, output: 10))
        }
        #expect(book.state.closed?.outcome == .budget)
        let script = reopen(book, .budget(Budget(tokens: 5_000))).script
        #expect(script.last == "> call a2 deep")
        #expect(book.reply(2, "42").script.contains("closed answered: 42"))
    }

    @Test func `a budget of time counts the time in which the run was running`() {
        let budget = Budget(milliseconds: 60_000)
        let book = Playbook(limits: RunLimits(fallbacks: 0, budget: budget))
        book.given {
            $0.open(plan: .chain(2))
            $0.reply(1, "half")
        }
        book.pace = .seconds(7_200)
        #expect(book.resume().script.contains("> call a3 deep"))
        #expect(book.state.downtime >= .seconds(7_200))
        book.pace = .seconds(70)
        #expect(book.send(.timerFired(.budget)).script.contains("budget of time: stop"))
    }

    @Test func `the audit takes an end back only where there was no answer`() {
        let book = failed()
        book.given { $0.resume() }
        book.given { $0.reply(3, "42") }
        var audit = SessionAudit(session: book.state.id)
        for event in book.events { audit.check(event) }
        #expect(audit.findings.isEmpty)
        let late = Event(
            sequence: book.state.sequence + 1,
            time: book.now,
            fact: .sessionResumed(SessionResumed(program: "test", change: RunChange()))
        )
        audit.check(late)
        #expect(audit.findings.count == 1)
        #expect(audit.state.closed?.answer == "42")
    }
}
