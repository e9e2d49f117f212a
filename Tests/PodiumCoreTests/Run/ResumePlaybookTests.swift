import PodiumCore
import PodiumTesting
import Testing

/// Another process goes on from the stored events.
struct ResumePlaybookTests {
    @Test func `steps in flight are called again, finished ones are not`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .diamond)
            $0.reply(1, "one")
            $0.text(2, "half of it")
        }
        #expect(
            book.resume().script == [
                "resumed; s2 deep(s1) waiting, s3 local(s1) waiting",
                "a2 cancelled: Its process ended.", "a3 cancelled: Its process ended.",
                "a4 started: s2 by deep seeing a1", "a5 started: s3 by local seeing a1",
                "> cancel a2", "> cancel a3", "> call a4 deep", "> call a5 local",
            ]
        )
        #expect(book.calls(1) == 1)
        // What was streamed is paid for, by estimate.
        #expect(book.state.attempt(AttemptID(2))?.used.isEstimate == true)
        #expect(book.finish(2).script.isEmpty)
        book.given {
            $0.reply(4, "left")
            $0.reply(5, "right")
        }
        #expect(book.reply(6, "42").script.contains("closed answered: 42"))
    }

    @Test func `a conductor in flight is asked again`() {
        let book = Playbook()
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.text(1, "model_id = [0, 1")
        }
        #expect(
            book.resume().script == [
                "resumed", "a1 cancelled: Its process ended.", "a2 started: w1 by deep",
                "> cancel a1", "> call a2 deep",
            ]
        )
        #expect(book.state.workflow(WorkflowID(1))?.draft.nodes.isEmpty == true)
        #expect(book.reply(2, planText).script.last == "> call a3 quick")
    }

    @Test func `waits go on, or are over`() {
        let book = Playbook(
            limits: RunLimits(fallbacks: 0, budget: Budget(milliseconds: 900_000))
        )
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [])))
            $0.fail(1, .busy(retryAfterMilliseconds: 60_000))
        }
        let until = book.now + .seconds(90)
        book.given {
            $0.send(.workerLeft(WorkerLeft(worker: "deep", reason: "Down.", until: until)))
        }
        #expect(
            book.resume().script == [
                "resumed; s2 deep waiting", "a2 cancelled: Its process ended.", "> cancel a2",
                "> timer budget", "> timer deep", "> timer a1",
            ]
        )
        book.pace = .seconds(100)
        #expect(
            book.resume().script.contains("a3 started: s1 by quick")
        )
    }

    /// The clock of the process before, or of this one, is wrong by up to years.
    @Test func `no wait is longer than it was meant to be, whatever the clock says`() {
        let seed: UInt64 = 5
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let book = Playbook(limits: RunLimits(budget: Budget(milliseconds: 900_000)))
            let wait = 1 + Int(random.next() % 120_000)
            book.given {
                $0.open(plan: Plan((0, "a", []), (1, "b", [])))
                $0.fail(1, .busy(retryAfterMilliseconds: wait))
                let until = $0.now + .milliseconds(wait)
                $0.send(.workerLeft(WorkerLeft(worker: "local", reason: "", until: until)))
            }
            let elapsed = book.state.downtime
            let jump = Int64(truncatingIfNeeded: random.next()) % (4 * 365 * 86_400)
            book.pace = .seconds(jump)
            let actions = book.resume().actions
            for case .setTimer(let timer, let due) in actions {
                let limit: Duration = timer == .budget ? .seconds(900) : .milliseconds(wait)
                #expect(due - book.now <= limit, "seed \(seed): \(timer) after \(jump) s")
            }
            #expect(book.state.closed == nil, "seed \(seed): no time was used up meanwhile")
            #expect(book.state.downtime - elapsed <= .seconds(max(jump, 0) + 120))
        }
    }

    @Test func `a conductor's retry is waited for`() {
        let book = Playbook()
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.fail(1, .busy(retryAfterMilliseconds: 60_000))
        }
        #expect(book.resume().script == ["resumed", "> timer a1"])
        #expect(book.fire(1).script.last == "> call a2 deep")
    }

    @Test func `what was decided stays decided`() {
        let book = Playbook(policy: RunPolicy(asksApproval: true))
        book.given { $0.open(plan: .chain(2)) }
        #expect(book.resume().script == ["resumed"])
        book.given {
            $0.decide(.approve)
            $0.decide(.hold)
            $0.decide(.rewrite(2, subtask: "b"))
        }
        #expect(
            book.resume().script == [
                "resumed; s1 quick waiting", "a1 cancelled: Its process ended.", "> cancel a1",
            ]
        )
        #expect(book.state.isHeld)
        #expect(book.state.step(2)?.marks == [.rewritten])
        #expect(book.decide(.proceed).script.last == "> call a2 quick")
    }

    @Test func `marks and counts of what is called again stay`() {
        let book = Playbook(limits: RunLimits(fallbacks: 1))
        book.given {
            $0.open(plan: Plan((0, "a", [])))
            $0.decide(.rewrite(1, subtask: "b"))
            $0.fail(2, .broken)
        }
        #expect(book.state.step(1)?.fallbacks == 1)
        book.given { $0.resume() }
        #expect(book.state.step(1)?.fallbacks == 1)
        #expect(book.state.step(1)?.marks == [.rewritten])
        #expect(book.fail(4, .broken).script.contains("s1 failed: It cannot be read."))
    }

    @Test func `nothing goes on that has not begun or is over`() {
        let book = Playbook()
        #expect(book.resume().script.isEmpty)
        book.given {
            $0.open(plan: .chain(1))
            $0.reply(1, "42")
        }
        #expect(book.resume().script.isEmpty)
    }
}

/// Plans that wait for a person.
struct ApprovalPlaybookTests {
    private func book(_ limits: RunLimits = RunLimits(fallbacks: 0)) -> Playbook {
        Playbook(limits: limits, policy: RunPolicy(asksApproval: true))
    }

    @Test func `nothing of a plan runs before it is approved`() {
        let book = book()
        #expect(
            book.open(plan: .chain(2)).script == [
                "opened by fixed", "plan w1 from file: s1 quick, s2 deep(s1)",
            ]
        )
        #expect(book.state.workflows[0].awaitsApproval)
        #expect(
            book.decide(.approve).script == [
                "ann approve", "a1 started: s1 by quick", "> call a1 quick",
            ]
        )
        #expect(book.refusal(of: .approve) == "No plan waits for approval.")
    }

    @Test func `a plan can be changed, and done by hand, before it is approved`() {
        let book = book()
        book.given { $0.open(plan: .chain(3)) }
        #expect(book.decide(.reroute(1, worker: "deep")).script.count == 1)
        #expect(book.decide(.write(2, output: "two")).script.last == "s2 finished with a1")
        #expect(book.decide(.skip(1)).script.count == 1)
        #expect(
            book.decide(.approve).script == [
                "ann approve", "a2 started: s3 by local seeing a1", "> call a2 local",
            ]
        )
    }

    @Test func `each round and each workflow inside a step is approved by itself`() {
        let book = book(RunLimits(rounds: 2, nesting: 1, fallbacks: 0))
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText((3, "a", "[]"), (0, "b", "[]")))
        }
        #expect(book.decide(.approve).script.suffix(2) == ["> call a2 quick", "> call a3 deep"])
        book.given { $0.reply(3, planText((0, "inner", "[]"))) }
        #expect(book.state.workflow(WorkflowID(2))?.awaitsApproval == true)
        // The outer workflow was approved: it goes on.
        #expect(book.reply(2, "b").script == ["a2 finished stop", "s2 finished with a2"])
        #expect(book.decide(.approve).script.last == "> call a4 quick")
        #expect(book.reply(4, "a").script.last == "> call a5 deep")
        book.given { $0.reply(5, planText((0, "again", "[]"))) }
        #expect(book.state.workflow(WorkflowID(3))?.awaitsApproval == true)
        #expect(book.decide(.approve).script.last == "> call a6 quick")
    }

    @Test func `another plan waits again, with what was done before already in it`() {
        let book = book()
        book.given {
            $0.open(conductor: .prompted([Worker].sample[1]))
            $0.reply(1, planText)
            $0.decide(.approve)
            $0.reply(2, "found")
            $0.decide(.replan(remark: "no"))
        }
        #expect(
            book.reply(4, planText((0, "Find it.", "[]"), (1, "Prove.", "[0]"))).script.last
                == "s3 finished with a2"
        )
        #expect(book.decide(.approve).script.last == "> call a5 deep")
    }

    @Test func `a run that waits can be ended`() {
        let book = book()
        book.given { $0.open(plan: .chain(2)) }
        #expect(
            book.decide(.finish).script.suffix(2) == [
                "closed cancelled: Ended by ann, before there was an answer.", "> close",
            ]
        )
    }
}
