import PodiumCore
import PodiumTesting
import Testing

/// What follows when a worker cannot do its step, or is not there.
struct FailurePlaybookTests {
    private func book(
        _ failure: RunPolicy.Failure = .proceed,
        pool: [Worker] = .sample,
        fallbacks: Int = 0,
        retries: Int = 0
    ) -> Playbook {
        Playbook(
            pool: pool,
            limits: RunLimits(retries: retries, fallbacks: fallbacks),
            policy: RunPolicy(onFailure: failure)
        )
    }

    private let two = Plan((0, "a", []), (1, "b", []), (2, "c", [0, 1]))

    // MARK: Policies

    @Test func `proceed goes on without the output`() {
        let book = book(.proceed)
        book.given {
            $0.open(plan: two)
            $0.fail(1, .broken)
        }
        #expect(book.reply(2, "b").script.contains("a3 started: s3 by local seeing a2"))
    }

    @Test func `ask waits for a person, and lets the rest go on`() {
        let book = book(.ask)
        book.given { $0.open(plan: two) }
        #expect(
            book.fail(1, .broken).script == [
                "a1 failed invalidRequest", "s1 asks: It cannot be read.",
            ]
        )
        #expect(book.reply(2, "b").script == ["a2 finished stop", "s2 finished with a2"])
        var other = Playbook(book.history)
        #expect(other.decide(.skip(1)).script.contains("a3 started: s3 by local seeing a2"))
        other = Playbook(book.history)
        #expect(
            other.decide(.write(1, output: "x")).script.contains(
                "a4 started: s3 by local seeing a3 a2"
            )
        )
        other = Playbook(book.history)
        #expect(other.decide(.retry(1)).script.last == "> call a3 quick")
        #expect(
            book.refusal(of: .cancel(1)) == "Step 1 (quick) is not being done; skip it instead."
        )
    }

    @Test func `stop ends the run`() {
        let book = book(.stop)
        book.given { $0.open(plan: two) }
        #expect(
            book.fail(1, .broken).script == [
                "a1 failed invalidRequest", "s1 failed: It cannot be read.",
                "a2 cancelled: Step 1 (quick) gave no answer: It cannot be read.",
                "closed failed: Step 1 (quick) gave no answer: It cannot be read.",
                "> cancel a2", "> close",
            ]
        )
    }

    // MARK: Fallbacks

    @Test func `the strongest of another provider takes a step over, after the retries`() {
        let book = book(fallbacks: 1, retries: 1)
        book.given { $0.open(plan: .chain(2)) }
        #expect(book.fail(1, .busy).script.last == "> timer a1")
        book.given { $0.fire(1) }
        #expect(
            book.fail(2, .busy).script == [
                "a2 failed overloaded", "s1 rerouted from quick to deep",
                "a3 started: s1 by deep", "> call a3 deep",
            ]
        )
        // Its own retries, and then the end: there are as many fallbacks as the limit.
        #expect(book.fail(3, .busy).script.last == "> timer a3")
        book.given { $0.fire(3) }
        #expect(book.fail(4, .busy).script.contains("s1 failed: Busy."))
    }

    @Test func `those that a worker names come first, in order, and nobody else`() {
        var pool = [Worker].sample
        pool[0].fallbacks = ["local", "deep"]
        var book = book(.ask, pool: pool, fallbacks: 5)
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(book.fail(1, .broken).script.contains("s1 rerouted from quick to local"))
        // The second in line has none of its own named: a model of another provider.
        #expect(book.fail(2, .broken).script.contains("s1 rerouted from local to deep"))
        #expect(book.fail(3, .broken).script.last == "s1 asks: It cannot be read.")

        pool[0].fallbacks = []
        book = self.book(.ask, pool: pool, fallbacks: 5)
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(book.fail(1, .broken).script.last == "s1 asks: It cannot be read.")
    }

    @Test func `a specialist is nobody's stand-in, nor is a worker of the same provider`() {
        var pool = [Worker].sample
        pool[1].provider = "north"
        let book = book(.ask, pool: pool, fallbacks: 5)
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(book.fail(1, .broken).script.last == "s1 asks: It cannot be read.")
    }

    @Test func `a step that declines goes to another worker as well`() {
        let book = book(fallbacks: 1)
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(
            book.reply(1, "I cannot.", .declined).script.contains("s1 rerouted from quick to deep")
        )
    }

    // MARK: Workers that leave and return

    @Test func `a step waits for a worker that is expected back`() {
        let book = book()
        book.given { $0.open(plan: .chain(2)) }
        let until = book.now + .seconds(30)
        #expect(
            book.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Down.", until: until)))
                .script == ["deep left: Down.", "> timer deep"]
        )
        #expect(book.reply(1, "one").script == ["a1 finished stop", "s1 finished with a1"])
        // The timer comes too early once.
        #expect(book.send(.timerFired(.workerReturn("deep"))).script == ["> timer deep"])
        book.pace = .seconds(30)
        #expect(
            book.send(.timerFired(.workerReturn("deep"))).script == [
                "deep returned", "a2 started: s2 by deep seeing a1", "> call a2 deep",
            ]
        )
    }

    @Test func `nobody waits for a worker that is away for long`() {
        let book = book()
        book.given {
            $0.open(plan: .chain(2))
            let until = $0.now + .seconds(86_400)
            $0.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Later.", until: until)))
        }
        #expect(
            book.reply(1, "one").script.contains("s2 failed: deep is not there: Later.")
        )
    }

    @Test func `a model that has to rest for long is stood in for by another of its provider`() {
        var pool = [Worker].sample
        pool[1].provider = "north"
        let book = book(pool: pool, fallbacks: 1)
        book.given {
            $0.open(plan: .chain(2))
            let until = $0.now + .seconds(86_400)
            $0.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Later.", until: until)))
        }
        #expect(book.reply(1, "one").script.contains("s2 rerouted from deep to quick"))
    }

    @Test func `a worker of which nothing is known is given up, or stood in for`() {
        var book = book()
        book.given {
            $0.open(plan: .chain(2))
            $0.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Down.")))
        }
        #expect(
            book.reply(1, "one").script.suffix(3) == [
                "s2 failed: deep is not there: Down.",
                "closed failed: Step 2 (deep) gave no answer: deep is not there: Down.",
                "> close",
            ]
        )
        book = self.book(fallbacks: 1)
        book.given {
            $0.open(plan: .chain(2))
            $0.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Down.")))
        }
        #expect(book.reply(1, "one").script.contains("s2 rerouted from deep to quick"))
    }

    @Test func `a call under way goes on, and a return that was not a leave is nothing`() {
        let book = book()
        book.given { $0.open(plan: .chain(1)) }
        #expect(book.send(.workerReturned("quick")).script.isEmpty)
        #expect(
            book.send(.workerLeft(WorkerLeft(worker: "quick", reason: "Down."))).script == [
                "quick left: Down."
            ]
        )
        #expect(book.send(.workerLeft(WorkerLeft(worker: "quick", reason: "Down."))).script.isEmpty)
        #expect(book.send(.workerLeft(WorkerLeft(worker: "nobody", reason: ""))).script.isEmpty)
        #expect(book.send(.workerReturned("quick")).script == ["quick returned"])
        #expect(book.reply(1, "42").script.contains("closed answered: 42"))
    }

    @Test func `the conductor is offered who is there, and waits when nobody is for now`() {
        var book = book()
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.fail(1, .busy(retryAfterMilliseconds: 1_000))
        }
        book = Playbook(limits: RunLimits(fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.fail(1, .busy)
        }
        for worker in ["quick", "local"] {
            book.given { $0.send(.workerLeft(WorkerLeft(worker: worker, reason: "Down."))) }
        }
        let until = book.now + .seconds(60)
        book.given {
            $0.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Down.", until: until)))
        }
        #expect(book.fire(1).script.isEmpty)
        #expect(book.send(.workerReturned("local")).script.last == "> call a2 deep")
        guard case .plan(let request)? = book.state.request(of: AttemptID(2)) else {
            Issue.record("no request")
            return
        }
        #expect(request.workers.map(\.name) == ["local"])
    }

    @Test func `without any worker there is no plan to write`() {
        let book = Playbook(limits: RunLimits(fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.fail(1, .busy)
        }
        for worker in ["quick", "local", "deep"] {
            book.given { $0.send(.workerLeft(WorkerLeft(worker: worker, reason: "Down."))) }
        }
        #expect(
            book.fire(1).script == ["closed failed: No worker is left in the pool.", "> close"]
        )
    }
}
