import PodiumCore
import PodiumTesting
import Testing

/// Whole runs whose workers are functions.
struct RolloutTests {
    private func opened(
        plan: Plan? = nil,
        limits: RunLimits = RunLimits(),
        policy: RunPolicy = RunPolicy(),
        seed: UInt64 = 7
    ) -> SessionOpened {
        SessionOpened(
            question: "Why?",
            conductor: plan.map { .fixed($0, source: "plan.json") }
                ?? .prompted([Worker].sample[1]),
            pool: .sample,
            limits: limits,
            policy: policy,
            seed: seed,
            program: "podium test"
        )
    }

    private func script(_ rollout: Rollout) -> [String] { rollout.events.map(\.fact.script) }

    private func audit(_ rollout: Rollout) -> [SessionAudit.Finding] {
        var audit = SessionAudit(session: rollout.state.id)
        for event in rollout.events { audit.check(event) }
        return audit.findings
    }

    /// Every step is answered by its subtask and what it saw; a conductor writes the text.
    private func reply(
        _ plan: String = ""
    ) -> (ModelCall) -> Rollout.Reply {
        { call in
            guard case .step(let request) = call.request else { return Rollout.Reply(plan) }
            let inputs = request.seen.map(\.output).joined(separator: "+")
            return Rollout.Reply(
                "\(request.subtask)(\(inputs))",
                usage: Usage(input: 10, output: 2)
            )
        }
    }

    // MARK: Whole runs

    @Test func `a plan of five steps comes to its last step's answer`() {
        let steps = planText(
            (0, "a", "[]"),
            (1, "b", "[0]"),
            (2, "c", "[1]"),
            (0, "d", "[2]"),
            (1, "e", "[0, 3]")
        )
        let rollout = Rollout(opened(), reply: reply(steps))
        #expect(rollout.outcome == .answered)
        #expect(rollout.answer == "e(a()+d(c(b(a()))))")
        #expect(rollout.spent.usage.output >= 10)
        #expect(rollout.state.attempts.count == 6)
        #expect(audit(rollout) == [])
    }

    @Test func `steps that may run at once are begun together, and answered in their order`() {
        let rollout = Rollout(opened(plan: .diamond), reply: reply())
        #expect(
            script(rollout).filter { $0.contains("started") || $0.contains("finished stop") } == [
                "a1 started: s1 by quick", "a1 finished stop",
                "a2 started: s2 by deep seeing a1", "a3 started: s3 by local seeing a1",
                "a2 finished stop", "a3 finished stop",
                "a4 started: s4 by deep seeing a2 a3", "a4 finished stop",
            ]
        )
        #expect(audit(rollout) == [])
    }

    @Test func `what takes longer is answered later, by a clock that nobody waits for`() {
        let rollout = Rollout(opened(plan: .diamond)) { call in
            var whole = reply()(call)
            whole.duration = call.worker.name == "deep" ? .seconds(3_600) : .seconds(60)
            return whole
        }
        #expect(
            script(rollout).filter { $0.contains("finished stop") } == [
                "a1 finished stop", "a3 finished stop", "a2 finished stop", "a4 finished stop",
            ]
        )
        #expect(rollout.events.last?.time == Timestamp(microseconds: 0) + .seconds(7_260))
    }

    @Test func `a fault is tried again when its time has come, then another worker takes over`() {
        let rollout = Rollout(opened(plan: Plan((0, "a", [])), limits: RunLimits(retries: 1))) {
            call in
            call.worker.name == "quick"
                ? Rollout.Reply("so f", failing: .busy) : Rollout.Reply("42")
        }
        #expect(
            script(rollout).dropFirst(2) == [
                "a1 started: s1 by quick", "a1 wrote: so f", "a1 failed overloaded",
                "s1 retries after a1", "a2 started: s1 by quick", "a2 wrote: so f",
                "a2 failed overloaded", "s1 rerouted from quick to deep",
                "a3 started: s1 by deep", "a3 wrote: 42", "a3 finished stop",
                "s1 finished with a3", "closed answered: 42",
            ]
        )
        guard case .retryScheduled(let retry) = rollout.events[5].fact else {
            Issue.record("no retry")
            return
        }
        #expect(rollout.events[6].time == retry.due)
        #expect(audit(rollout) == [])
    }

    @Test func `without a worker that declined the run goes on, and without an output it fails`() {
        let plan = Plan((0, "a", []), (2, "b", []), (0, "c", [0, 1]))
        let partly = Rollout(opened(plan: plan, limits: RunLimits(fallbacks: 0))) { call in
            call.worker.name == "local" ? Rollout.Reply("I cannot.", .declined) : reply()(call)
        }
        #expect(partly.answer == "c(a())")
        #expect(script(partly).contains("s2 failed: I cannot."))
        let none = Rollout(opened(plan: plan, limits: RunLimits(fallbacks: 0))) { _ in
            Rollout.Reply("I cannot.", .declined)
        }
        #expect(none.outcome == .failed)
        #expect(none.answer == nil)
        #expect(audit(none) == [])
    }

    @Test func `a further round corrects the first, until the conductor adds nothing`() {
        let rollout = Rollout(
            opened(limits: RunLimits(rounds: 3), policy: RunPolicy(variant: .ultra))
        ) { call in
            guard case .plan(let request) = call.request else { return reply()(call) }
            switch request.rounds.count {
            case 0: return Rollout.Reply(planText((0, "a", "[]")))
            case 1: return Rollout.Reply(planText((1, "b", "[\"all\"]")))
            default: return Rollout.Reply(emptyPlanText)
            }
        }
        #expect(rollout.answer == "b(a())")
        #expect(script(rollout).suffix(2) == ["w3 keeps the answer", "closed answered: b(a())"])
        #expect(audit(rollout) == [])
    }

    @Test func `a conductor answers a step by a workflow of its own`() {
        let rollout = Rollout(opened(limits: RunLimits(nesting: 1))) { call in
            guard case .plan(let request) = call.request else { return reply()(call) }
            return Rollout.Reply(
                request.task == nil
                    ? planText((0, "a", "[]"), (3, "b", "[0]")) : planText((2, "c", "[]"))
            )
        }
        #expect(rollout.answer == "c(a())")
        #expect(rollout.state.workflows.count == 2)
        #expect(audit(rollout) == [])
    }

    @Test func `turns are taken until a verifier accepts`() {
        let rollout = Rollout(opened(policy: RunPolicy(variant: .mini))) { call in
            switch call.request {
            case .selection(let request):
                let role = request.turns.count % 2 == 0 ? "worker" : "verifier"
                return Rollout.Reply("worker = \(request.turns.count % 3)\nrole = \(role)")
            case .step(let request) where request.subtask.hasPrefix("Check"):
                return Rollout.Reply(request.seen.count > 1 ? "ACCEPT" : "REVISE")
            case .step, .plan: return Rollout.Reply("Answer: \(call.worker.name)")
            }
        }
        #expect(rollout.answer == "local")
        #expect(rollout.state.steps.map(\.step.role) == [.worker, .verifier, .worker, .verifier])
        #expect(audit(rollout) == [])
    }

    @Test func `it ends where only a person can go on`() {
        let asked = Rollout(
            opened(plan: .diamond, policy: RunPolicy(asksApproval: true)),
            reply: reply()
        )
        #expect(asked.outcome == nil)
        #expect(asked.state.workflows[0].awaitsApproval)
        let failed = Rollout(
            opened(
                plan: .diamond,
                limits: RunLimits(retries: 0, fallbacks: 0),
                policy: RunPolicy(onFailure: .ask)
            )
        ) { _ in Rollout.Reply(failing: .busy) }
        #expect(failed.outcome == nil)
        #expect(script(failed).last == "s1 asks: Busy.")
    }

    @Test func `a budget of time runs out in virtual time, and what was asked is forgotten`() {
        let limits = RunLimits(budget: Budget(milliseconds: 1_000))
        let rollout = Rollout(opened(plan: .diamond, limits: limits)) { call in
            var whole = reply()(call)
            whole.duration = .milliseconds(600)
            return whole
        }
        #expect(rollout.outcome == .budget)
        #expect(rollout.events.last?.time == Timestamp(microseconds: 0) + .seconds(1))
        #expect(audit(rollout) == [])
    }

    // MARK: Chance

    /// Faults whose retries wait for a time drawn by chance.
    private func shaky(_ seed: UInt64) -> Rollout {
        Rollout(opened(plan: .diamond, seed: seed)) { call in
            var random = SeededGenerator(seed: call.seed)
            return random.next() % 3 == 0 ? Rollout.Reply(failing: .busy) : reply()(call)
        }
    }

    @Test func `the same seed gives the same events, and another seed others`() {
        var histories: Set<[Event]> = []
        for seed in UInt64(1)...50 {
            let rollout = shaky(seed)
            #expect(rollout.events == shaky(seed).events, "seed \(seed)")
            #expect(audit(rollout) == [], "seed \(seed)")
            #expect(rollout.outcome != nil, "seed \(seed)")
            histories.insert(rollout.events)
        }
        #expect(histories.count == 50)
    }

    @Test func `what is not kept changes nothing`() {
        for seed in UInt64(1)...20 {
            let kept = shaky(seed)
            let dropped = Rollout(opened(plan: .diamond, seed: seed), keepsEvents: false) { call in
                var random = SeededGenerator(seed: call.seed)
                return random.next() % 3 == 0 ? Rollout.Reply(failing: .busy) : reply()(call)
            }
            #expect(dropped.events.isEmpty)
            #expect(dropped.state == kept.state, "seed \(seed)")
            let folded = kept.events.reduce(into: SessionState(id: kept.state.id)) { $0.apply($1) }
            #expect(folded == kept.state, "seed \(seed)")
        }
    }

    // MARK: Recorded replies

    @Test func `recorded replies give the run again, faults and all`() {
        for seed in UInt64(1)...20 {
            let first = shaky(seed)
            var replies = RecordedReplies(of: first.state)
            let again = Rollout(opened(plan: .diamond, seed: seed)) { call in
                replies.next(to: call) ?? Rollout.Reply("not recorded")
            }
            #expect(again.events == first.events, "seed \(seed)")
        }
    }

    @Test func `only what was asked in other words is asked anew`() {
        var replies = RecordedReplies(of: Rollout(opened(plan: .diamond), reply: reply()).state)
        var changed = Plan.diamond
        changed.steps[2].subtask = "Do the other half."
        var asked: [String] = []
        _ = Rollout(opened(plan: changed)) { call in
            if let recorded = replies.next(to: call) { return recorded }
            if case .step(let request) = call.request { asked.append(request.subtask) }
            return reply()(call)
        }
        #expect(asked == ["Do the other half.", "Join them."])
    }
}
