import PodiumCore
import PodiumTesting
import Testing

struct RetryPlaybookTests {
    @Test func `a transient fault is tried again after a while`() {
        let book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", [])))
            $0.text(1, "so f")
        }
        #expect(
            book.fail(1, .busy, entropy: 123).script == [
                "a1 failed overloaded", "s1 retries after a1", "> timer a1",
            ]
        )
        #expect(book.state.step(StepID(1))?.status == .retrying(due: book.now + .milliseconds(123)))
        #expect(book.finish(1).script.isEmpty)
        #expect(book.fire(1).script == ["a2 started: s1 by quick", "> call a2 quick"])
        #expect(book.fire(1).script.isEmpty)
        #expect(book.reply(2, "42").script.suffix(2) == ["closed answered: 42", "> close"])
        // The abandoned text stays.
        #expect(book.state.attempt(AttemptID(1))?.text == "so f")
    }

    @Test func `a timer of an earlier failure does not start a later retry`() {
        var book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", [])))
            $0.fail(1, .busy)
            $0.fire(1)
            $0.fail(2, .busy)
        }
        #expect(book.fire(1).script.isEmpty)
        #expect(book.fire(2).script == ["a3 started: s1 by quick", "> call a3 quick"])
        book = Playbook()
        book.given {
            $0.open(conductor: .prompted([Worker].sample[0]))
            $0.fail(1, .busy)
            $0.fire(1)
            $0.fail(2, .busy)
        }
        #expect(book.fire(1).script.isEmpty)
        #expect(book.fire(2).script == ["a3 started: w1 by quick", "> call a3 quick"])
    }

    @Test func `retries come to an end`() {
        let book = Playbook(limits: RunLimits(retries: 2, fallbacks: 0))
        book.given {
            $0.open(plan: Plan((0, "a", [])))
            $0.fail(1, .busy)
            $0.fire(1)
            $0.fail(2, .busy)
            $0.fire(2)
        }
        #expect(
            book.fail(3, .busy).script == [
                "a3 failed overloaded", "s1 failed: Busy.",
                "closed failed: Step 1 (quick) gave no answer: Busy.", "> close",
            ]
        )
    }

    @Test func `a fault that stays is not tried again`() {
        let book = Playbook()
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(book.fail(1, .broken).script.contains("s1 failed: It cannot be read."))
    }

    @Test func `the timer is set for the time that is recorded`() {
        let book = Playbook()
        book.given { $0.open(plan: Plan((0, "a", []))) }
        let transition = book.fail(1, .busy(retryAfterMilliseconds: 5_000))
        let due = book.now + .seconds(5)
        #expect(transition.actions == [.setTimer(.retry(AttemptID(1)), due: due)])
        #expect(
            transition.events.last?.fact
                == .retryScheduled(
                    RetryScheduled(attempt: AttemptID(1), agent: .step(StepID(1)), due: due)
                )
        )
    }

    @Test func `the server's wish is honoured, up to two minutes`() {
        func delay(_ wish: Int) -> Duration? {
            RetryPolicy.delay(
                after: .busy(retryAfterMilliseconds: wish),
                number: 0,
                limit: 1,
                entropy: 77
            )
        }
        #expect(delay(1) == .milliseconds(1))
        #expect(delay(120_000) == .seconds(120))
        #expect(delay(120_001) == nil)
        #expect(delay(.max) == nil)
        // No wish: our own wait.
        #expect(delay(0) == .milliseconds(77))
        #expect(delay(-5) == .milliseconds(77))
    }

    @Test func `the wait is drawn evenly below a ceiling that doubles up to eight seconds`() {
        var random = SeededGenerator(seed: 11)
        for (number, ceiling) in [500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000].enumerated() {
            var longest = Duration.zero
            for _ in 0..<2_000 {
                let delay = RetryPolicy.delay(
                    after: .busy,
                    number: number,
                    limit: 10,
                    entropy: random.next()
                )
                #expect(delay.map { (.zero ... .milliseconds(ceiling)).contains($0) } == true)
                longest = max(longest, delay ?? .zero)
            }
            #expect(longest > .milliseconds(ceiling * 9 / 10))
        }
        #expect(RetryPolicy.delay(after: .busy, number: 10, limit: 10, entropy: 0) == nil)
        #expect(RetryPolicy.delay(after: .broken, number: 0, limit: 10, entropy: 0) == nil)
    }

    @Test func `a retry is shown what the first attempt was shown`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.reply(1, "first")
            $0.fail(2, .busy)
            $0.fire(2)
        }
        #expect(book.state.request(of: AttemptID(3)) == book.state.request(of: AttemptID(2)))
    }
}

struct BudgetPlaybookTests {
    @Test func `a budget of tokens stops the run before the next call`() {
        let book = Playbook(limits: RunLimits(tokens: 200))
        book.given { $0.open(plan: .chain(3)) }
        #expect(
            book.reply(1, "one", usage: Usage(input: 100, output: 20)).script.last
                == "> call a2 deep"
        )
        #expect(
            book.reply(2, "two", usage: Usage(input: 70, output: 10)).script == [
                "a2 finished stop", "s2 finished with a2", "budget of tokens: stop",
                "closed budget: two", "> close",
            ]
        )
        #expect(
            book.state.closed?.reason
                == "The budget of 200 tokens is spent. This is the output of Step 2 (deep), not yet"
                + " the answer. Raise it and go on."
        )
    }

    @Test func `a budget of money counts to the picodollar`() {
        // quick: 100,000 in and 400,000 out.
        let first = Usage(input: 5, output: 5)
        for (budget, stops) in [(2_500_000, true), (2_500_001, false)] as [(Int64, Bool)] {
            let book = Playbook(limits: RunLimits(picodollars: budget))
            book.given {
                $0.open(plan: .chain(2))
                $0.reply(1, "one", usage: first)
            }
            #expect((book.state.closed?.outcome == .budget) == stops)
            #expect(book.state.workerSpent.cost == Cost(picodollars: 2_500_000))
        }
    }

    @Test func `nominal units are not money`() {
        let book = Playbook(limits: RunLimits(picodollars: 1_000_000_000))
        book.given {
            $0.open(plan: Plan((2, "a", []), (2, "b", [0])))
            $0.reply(1, "one", usage: Usage(input: 1_000_000))
        }
        #expect(book.state.closed == nil)
        #expect(book.state.workerSpent.cost == Cost(nominal: 1_000_000_000))
    }

    @Test func `what runs is cancelled when the budget is spent`() {
        let book = Playbook(limits: RunLimits(tokens: 100))
        book.given { $0.open(plan: Plan((0, "a", []), (1, "b", []))) }
        #expect(
            book.reply(1, "one", usage: Usage(output: 100)).script.suffix(3) == [
                "closed budget: one", "> cancel a2", "> close",
            ]
        )
    }

    @Test func `an answer that is there is given, though the budget is spent`() {
        let book = Playbook(limits: RunLimits(tokens: 100))
        book.given { $0.open(plan: Plan((0, "a", []), (1, "b", []))) }
        #expect(
            book.reply(2, "42", usage: Usage(output: 100)).script.suffix(3) == [
                "closed answered: 42", "> cancel a1", "> close",
            ]
        )
    }

    @Test func `a budget of nothing calls nobody`() {
        for conductor in [
            ConductorSpecification.prompted([Worker].sample[0]), .fixed(.diamond, source: ""),
        ] {
            let book = Playbook(limits: RunLimits(tokens: 0))
            let script = book.open(conductor: conductor).script
            #expect(!script.contains { $0.hasPrefix("> call") })
            #expect(
                script.suffix(2) == [
                    "closed budget: The budget of 0 tokens is spent. Raise it and go on.",
                    "> close",
                ]
            )
        }
    }

    @Test func `no retry and no repair is made with money that is not there`() {
        var book = Playbook(limits: RunLimits(tokens: 100))
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(
            book.fail(1, .busy, usage: Usage(output: 200)).script == [
                "a1 failed overloaded", "s1 failed: Busy.", "budget of tokens: stop",
                "closed budget: The budget of 100 tokens is spent. Raise it and go on.",
                "> close",
            ]
        )
        book = Playbook(limits: RunLimits(tokens: 100))
        book.given { $0.open(conductor: .prompted([Worker].sample[1])) }
        let script = book.reply(1, "No plan.", usage: Usage(output: 200)).script
        #expect(!script.contains { $0.hasPrefix("> call") })
        #expect(book.state.closed?.outcome == .budget)
    }
}
