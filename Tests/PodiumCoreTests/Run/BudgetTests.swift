import PodiumCore
import PodiumTesting
import Testing

/// Budgets of steps and time, calls that are stopped while they stream, and the shortest way.
struct RunBudgetTests {
    private func book(
        _ budget: Budget,
        _ exhaustion: RunPolicy.Exhaustion = .stop,
        limits: RunLimits = RunLimits(fallbacks: 0)
    ) -> Playbook {
        var limits = limits
        limits.budget = budget
        return Playbook(limits: limits, policy: RunPolicy(onBudget: exhaustion))
    }

    @Test func `as many calls of workers are made as the budget has steps`() {
        let book = book(Budget(steps: 2))
        book.given {
            $0.open(plan: .chain(3))
            $0.reply(1, "one")
        }
        #expect(
            book.reply(2, "two").script == [
                "a2 finished stop", "s2 finished with a2", "budget of steps: stop",
                "closed budget: two", "> close",
            ]
        )
        #expect(
            book.state.closed?.reason
                == "The budget of 2 steps is spent. This is the output of Step 2 (deep), not yet"
                + " the answer. Raise it and go on."
        )
    }

    @Test func `what runs may end before a budget of steps ends the run`() {
        let book = book(Budget(steps: 2))
        book.given { $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", []))) }
        #expect(book.state.runningAttempts.count == 2)
        #expect(book.reply(1, "one").script == ["a1 finished stop", "s1 finished with a1"])
        #expect(book.reply(2, "two").script.contains("closed budget: two"))
    }

    @Test func `retries are calls, and what a person writes is none`() {
        let book = book(Budget(steps: 2))
        book.given {
            $0.open(plan: .chain(2))
            $0.decide(.write(1, output: "one"))
        }
        #expect(book.state.stepCalls == 2)
        #expect(
            book.fail(3, .busy).script == [
                "a3 failed overloaded", "s2 failed: Busy.",
                "closed failed: Step 2 (deep) gave no answer: Busy.", "> close",
            ]
        )
    }

    @Test func `a call that streams beyond the budget is stopped`() {
        // quick: 400,000 picodollars a token of output.
        let book = book(Budget(picodollars: 10_000_000))
        book.given { $0.open("Q", plan: Plan((0, "a", []))) }
        #expect(book.text(1, String(repeating: "word ", count: 10)).script.count == 1)
        let script = book.text(1, String(repeating: "word ", count: 30)).script
        #expect(script.dropFirst().first == "budget of money: stop")
        #expect(script.suffix(2) == ["> cancel a1", "> close"])
        #expect(book.state.closed?.outcome == .budget)
        #expect(book.state.closed?.answer == nil)
    }

    @Test func `time is up by a timer`() {
        let book = book(Budget(milliseconds: 10_000))
        let opening = book.open(plan: .chain(2))
        #expect(
            opening.actions.first
                == .setTimer(.budget, due: book.events[0].time + .milliseconds(10_000))
        )
        book.given { $0.reply(1, "one") }
        // Early, it is set again.
        #expect(book.send(.timerFired(.budget)).script == ["> timer budget"])
        book.pace = .seconds(10)
        #expect(
            book.send(.timerFired(.budget)).script == [
                "budget of time: stop",
                "a2 cancelled: The budget of 10.0 s is spent. This is the output of Step 1 (quick),"
                    + " not yet the answer. Raise it and go on.",
                "closed budget: one", "> cancel a2", "> close",
            ]
        )
    }

    @Test func `a held run is over when its time is`() {
        let book = book(Budget(milliseconds: 10_000))
        book.given {
            $0.open(plan: .chain(1))
            $0.decide(.hold)
            $0.reply(1, "42")
        }
        book.pace = .seconds(10)
        #expect(book.send(.timerFired(.budget)).script.contains("closed answered: 42"))
    }

    // MARK: The shortest way

    @Test func `at four fifths what has not begun is left out but the last step, which costs less`()
    {
        let book = book(Budget(tokens: 1_000), .degrade)
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [0]), (1, "c", [1]), (1, "d", [2])))
        }
        #expect(book.reply(1, "one", usage: Usage(input: 780)).script.last == "> call a2 deep")
        #expect(
            book.reply(2, "two", usage: Usage(input: 20)).script == [
                "a2 finished stop", "s2 finished with a2",
                "budget of tokens: degrade; s3 deep(s2) skipped, s4 quick(s1 s2) waiting",
                "a3 started: s4 by quick seeing a1 a2", "> call a3 quick",
            ]
        )
        #expect(book.reply(3, "42", usage: .zero).script.contains("closed answered: 42"))
    }

    @Test func `a step of a specialist stays with it, and no fallback is tried`() {
        let book = book(Budget(tokens: 1_000), .degrade, limits: RunLimits(fallbacks: 3))
        book.given { $0.open(plan: .chain(3)) }
        #expect(
            book.reply(1, "one", usage: Usage(input: 800)).script[2]
                == "budget of tokens: degrade; s2 deep(s1) skipped, s3 local(s1) waiting"
        )
        #expect(book.fail(2, .broken).script.contains("s3 failed: It cannot be read."))
    }

    @Test func `no further round follows`() {
        let book = book(Budget(tokens: 1_000), .degrade, limits: RunLimits(rounds: 3, fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((0, "a", "[]")), usage: Usage(input: 700))
        }
        #expect(
            book.reply(2, "42", usage: Usage(input: 150)).script.contains("closed answered: 42")
        )
    }

    @Test func `in a second round the last step still sees the first`() {
        let book = book(Budget(tokens: 1_000), .degrade, limits: RunLimits(rounds: 2, fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((0, "a", "[]")), usage: Usage(input: 100))
            $0.reply(2, "41", usage: Usage(input: 100))
        }
        #expect(
            book.reply(
                3,
                planText((1, "b", "[]"), (0, "c", "[\"all\"]")),
                usage: Usage(input: 650)
            ).script.suffix(3) == [
                "budget of tokens: degrade; s2 deep skipped, s3 quick(s1) waiting",
                "a4 started: s3 by quick seeing a2", "> call a4 quick",
            ]
        )
    }

    @Test func `what runs already ends; what would only follow it is left out`() {
        let book = book(Budget(tokens: 1_000), .degrade)
        book.given { $0.open(plan: Plan((0, "a", []), (1, "b", [0]), (2, "c", []))) }
        #expect(
            book.reply(1, "one", usage: Usage(input: 850)).script.last
                == "budget of tokens: degrade; s2 deep(s1) skipped"
        )
        #expect(book.reply(2, "42", usage: .zero).script.contains("closed answered: 42"))
    }

    @Test func `in a mini session no further turn is taken`() {
        let book = Playbook(
            limits: RunLimits(fallbacks: 0, budget: Budget(tokens: 1_000)),
            policy: RunPolicy(variant: .mini, onBudget: .degrade)
        )
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, Selection(worker: .id(0), role: .worker).text)
        }
        #expect(
            book.reply(2, "42", usage: Usage(input: 750)).script.suffix(3) == [
                "budget of tokens: degrade", "closed answered: 42", "> close",
            ]
        )
    }

    @Test func `a budget of time degrades by its timer too, and then ends`() {
        let book = book(Budget(milliseconds: 10_000), .degrade)
        let opening = book.open(plan: .chain(3))
        #expect(
            opening.actions.first
                == .setTimer(.budget, due: book.events[0].time + .milliseconds(8_001))
        )
        book.pace = .seconds(9)
        #expect(
            book.send(.timerFired(.budget)).script.first
                == "budget of time: degrade; s2 deep(s1) skipped, s3 local(s1) waiting"
        )
        book.pace = .milliseconds(1)
        #expect(book.reply(1, "one").script.last == "> call a2 local")
        book.pace = .seconds(2)
        #expect(book.send(.timerFired(.budget)).script.contains("closed budget: one"))
    }

    @Test func `with more of it the run is a full one again`() {
        let book = book(Budget(tokens: 1_000), .degrade, limits: RunLimits(rounds: 2, fallbacks: 1))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((0, "a", "[]")), usage: Usage(input: 850))
        }
        #expect(book.state.degradedBy == .tokens)
        book.given { $0.decide(.budget(Budget(tokens: 9_000))) }
        #expect(book.state.degradedBy == nil)
        #expect(book.fail(2, .broken).script.contains("s1 rerouted from quick to deep"))
        #expect(book.reply(3, "41").script.contains("w2 begun for a round after w1"))
        // Lowered, it is short again.
        #expect(
            book.decide(.budget(Budget(tokens: 1_300))).script == [
                "ann budget", "budget of tokens: degrade",
            ]
        )
    }

    @Test func `what was left out can be done after all`() {
        let book = book(Budget(tokens: 1_000), .degrade)
        book.given {
            $0.open(plan: .chain(3))
            $0.reply(1, "one", usage: Usage(input: 800))
            $0.decide(.budget(Budget(tokens: 9_000)))
        }
        #expect(book.decide(.retry(2)).script.last == "> call a3 deep")
        #expect(book.state.step(2)?.marks == [])
    }
}
