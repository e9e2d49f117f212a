import PodiumCore
import PodiumTesting
import Testing

/// Inputs alternate with the facts and actions they must lead to.
struct StepPlaybookTests {
    @Test func `one step answers`() {
        let book = Playbook()
        #expect(
            book.open(plan: Plan((1, "Solve it.", []))).script == [
                "opened by fixed", "plan w1 from file: s1 deep", "a1 started: s1 by deep",
                "> call a1 deep",
            ]
        )
        #expect(book.text(1, "Six sevens.\nAns").script == ["a1 wrote: Six sevens.\nAns"])
        #expect(book.text(1, "hm", channel: .reasoning).script == ["a1 thought: hm"])
        #expect(book.text(1, "wer: 42").script == ["a1 wrote: wer: 42"])
        #expect(
            book.finish(1).script == [
                "a1 finished stop", "s1 finished with a1", "closed answered: 42", "> close",
            ]
        )
    }

    @Test func `a chain runs one after another and hands the outputs on`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(3)) }
        #expect(
            book.reply(1, "first").script == [
                "a1 finished stop", "s1 finished with a1", "a2 started: s2 by deep seeing a1",
                "> call a2 deep",
            ]
        )
        #expect(
            book.reply(2, "second").script == [
                "a2 finished stop", "s2 finished with a2", "a3 started: s3 by local seeing a2",
                "> call a3 local",
            ]
        )
        #expect(book.reply(3, "third").script.last == "> close")
        #expect(book.state.closed?.answer == "third")
    }

    @Test func `a diamond runs two steps at once and joins them`() {
        let book = Playbook()
        book.given { $0.open(plan: .diamond) }
        #expect(
            book.reply(1, "halves").script.suffix(4) == [
                "a2 started: s2 by deep seeing a1", "a3 started: s3 by local seeing a1",
                "> call a2 deep", "> call a3 local",
            ]
        )
        #expect(book.reply(3, "right").script == ["a3 finished stop", "s3 finished with a3"])
        #expect(
            book.reply(2, "left").script.suffix(2) == [
                "a4 started: s4 by deep seeing a2 a3", "> call a4 deep",
            ]
        )
    }

    @Test func `a step starts as soon as what it may see is finished`() {
        let book = Playbook()
        // s3 sees only s2, so it need not wait for s1.
        book.given { $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [1]))) }
        #expect(
            book.reply(2, "b").script == [
                "a2 finished stop", "s2 finished with a2", "a3 started: s3 by local seeing a2",
                "> call a3 local",
            ]
        )
        #expect(book.reply(3, "c").script == ["a3 finished stop", "s3 finished with a3"])
        #expect(book.reply(1, "a").script.suffix(2) == ["closed answered: c", "> close"])
    }

    @Test func `a worker is sent the question, what its access list names, and its subtask`() throws
    {
        let book = Playbook()
        book.given {
            $0.open("What?", plan: Plan((0, "a", []), (1, "b", []), (2, "c", [1])))
            $0.reply(1, "secret of a")
        }
        let call = try #require(book.reply(2, "output of b").actions.first)
        guard case .call(let call) = call else {
            Issue.record("no call: \(call)")
            return
        }
        #expect(
            call.request
                == .step(
                    StepRequest(
                        question: "What?",
                        seen: [.init(subtask: "b", output: "output of b")],
                        subtask: "c"
                    )
                )
        )
        #expect(call.worker == book.pool[2])
        #expect(call.attempt == AttemptID(3))
        #expect(call.session == book.state.id)
        // What was sent can be shown again from the events alone.
        #expect(book.state.request(of: call.attempt) == call.request)
    }

    @Test func `calls get seeds of their own, the same ones every time`() {
        func seeds() -> [UInt64] {
            let book = Playbook()
            let open = book.open(plan: Plan((0, "a", []), (0, "b", []), (0, "c", [])))
            return open.actions.compactMap {
                if case .call(let call) = $0 { call.seed } else { nil }
            }
        }
        #expect(Set(seeds()).count == 3)
        #expect(seeds() == seeds())
    }

    // MARK: Ends that are no answer

    @Test func `a step that fails takes along only those that see nothing else`() {
        let book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", []), (2, "c", [0]), (0, "d", [0, 1])))
        }
        #expect(
            book.fail(1, .broken).script == [
                "a1 failed invalidRequest", "s1 failed: It cannot be read.",
                "s3 skipped: No step it may see has an output.",
            ]
        )
        #expect(
            book.reply(2, "b").script == [
                "a2 finished stop", "s2 finished with a2", "a3 started: s4 by quick seeing a2",
                "> call a3 quick",
            ]
        )
        #expect(book.reply(3, "d").script.suffix(2) == ["closed answered: d", "> close"])
    }

    @Test func `skipping goes down the whole chain`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(3)) }
        #expect(
            book.fail(1, .broken).script == [
                "a1 failed invalidRequest", "s1 failed: It cannot be read.",
                "s2 skipped: No step it may see has an output.",
                "s3 skipped: No step it may see has an output.",
                "closed failed: Step 1 (quick) gave no answer: It cannot be read.", "> close",
            ]
        )
    }

    @Test func `a last step that declines is no answer, and says why`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.reply(1, "something")
        }
        #expect(
            book.reply(2, " I cannot do this. ", .declined).script == [
                "a2 finished declined", "s2 failed: I cannot do this.",
                "closed failed: Step 2 (deep) gave no answer: I cannot do this.", "> close",
            ]
        )
    }

    @Test func `the last step's own failure is the reason, whatever failed before`() {
        let book = Playbook()
        book.given {
            $0.open(plan: Plan((0, "a", []), (1, "b", [])))
            $0.fail(1, .broken)
        }
        #expect(
            book.reply(2, "It is", .contentFilter).script.suffix(2) == [
                "closed failed: Step 2 (deep) gave no answer: The provider's content filter stopped it in the middle.",
                "> close",
            ]
        )
    }

    @Test func `a reply cut at its length is an output`() {
        let book = Playbook()
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(
            book.reply(1, "half a sen", .length).script.suffix(2) == [
                "closed answered: half a sen", "> close",
            ]
        )
    }

    @Test func `a reply without a word is tried again, then given to another`() {
        let book = Playbook(limits: RunLimits(retries: 1, fallbacks: 1))
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(
            book.reply(1, " \n").script == [
                "a1 failed emptyReply", "s1 retries after a1", "a2 started: s1 by quick",
                "> timer a1", "> call a2 quick",
            ]
        )
        #expect(
            book.finish(2).script == [
                "a2 failed emptyReply", "s1 rerouted from quick to deep",
                "a3 started: s1 by deep", "> call a3 deep",
            ]
        )
        #expect(book.reply(3, "42").script.contains("closed answered: 42"))
    }

    @Test(arguments: [
        (FinishReason.stop, "quick ended its reply without a word."),
        (FinishReason(rawValue: "OTHER"), "quick ended its reply without a word (OTHER)."),
        (.length, "quick reached its limit of tokens without a word of an answer."),
        (.contentFilter, "content filter stopped quick before its first word."),
    ]) func `why there is no word is told`(end: FinishReason, words: String) {
        let book = Playbook(limits: RunLimits(retries: 0, fallbacks: 0))
        book.given { $0.open(plan: Plan((0, "a", []))) }
        #expect(book.finish(1, end).script.contains { $0.contains(words) })
    }

    @Test func `a reply of thoughts alone is none`() {
        let book = Playbook(limits: RunLimits(retries: 0, fallbacks: 0))
        book.given {
            $0.open(plan: Plan((0, "a", [])))
            $0.text(1, "Hm.", channel: .reasoning)
        }
        #expect(book.finish(1, .length).script.contains { $0.contains("with thoughts only") })
    }

    // MARK: Interruption

    @Test func `an interrupt cancels what runs, and nothing happens afterwards`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .diamond)
            $0.reply(1, "halves")
            $0.text(2, "so f")
        }
        #expect(
            book.interrupt("Stopped by hand.").script == [
                "a2 cancelled: Stopped by hand.", "a3 cancelled: Stopped by hand.",
                "closed cancelled: Stopped by hand.", "> cancel a2", "> cancel a3", "> close",
            ]
        )
        #expect(book.text(2, "late").script.isEmpty)
        #expect(book.finish(2).script.isEmpty)
        #expect(book.fail(3, .busy).script.isEmpty)
        #expect(book.fire(3).script.isEmpty)
        #expect(book.interrupt().script.isEmpty)
        #expect(book.open(plan: .chain(1)).script.isEmpty)
        #expect(book.state.attempt(AttemptID(2))?.text == "so f")
        #expect(book.state.step(StepID(2))?.status == .cancelled("Stopped by hand."))
    }

    @Test func `what was cancelled counts with the estimate of what was streamed`() {
        let book = Playbook()
        book.given {
            $0.open("1234567", plan: Plan((1, "12345", [])))
            $0.text(1, "two words")
            $0.interrupt()
        }
        let used = book.state.attempt(AttemptID(1))?.used
        #expect(used?.isEstimate == true)
        #expect(used?.usage == Usage(input: 12, output: 2))
        #expect(book.state.closed?.usage == used?.usage)
        #expect(book.state.closed?.cost == Cost(picodollars: 12 * 2_000_000 + 2 * 10_000_000))
    }

    @Test func `inputs that fit nothing lead to nothing`() {
        let book = Playbook()
        #expect(book.interrupt().script.isEmpty)
        #expect(book.text(1, "early").script.isEmpty)
        #expect(book.fire(1).script.isEmpty)
        book.given { $0.open(plan: .chain(2)) }
        #expect(book.open(plan: .chain(1)).script.isEmpty)
        #expect(book.text(9, "unknown").script.isEmpty)
        #expect(book.text(.min, "out of range").script.isEmpty)
        #expect(book.text(1, "").script.isEmpty)
        #expect(book.fire(1).script.isEmpty)
        #expect(book.finish(0).script.isEmpty)
        book.given { $0.finish(1) }
        #expect(book.finish(1).script.isEmpty)
        #expect(book.text(1, "late").script.isEmpty)
    }

    @Test func `a plan from a file that fits no worker ends the session at once`() {
        let book = Playbook()
        #expect(
            book.open(plan: Plan((7, "a", []))).script == [
                "opened by fixed",
                "closed failed: Step 0 names worker 7; the workers are 0 (quick), 1 (deep), 2 (local).",
                "> close",
            ]
        )
    }

    @Test func `a plan from a file may be longer than a conductor's`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(9)) }
        book.given { history in
            for attempt in 1...9 { history.reply(attempt, "part \(attempt)") }
        }
        #expect(book.state.closed?.answer == "part 9")
    }
}

extension ProviderError {
    static let broken = ProviderError(.invalidRequest, "It cannot be read.", isRetryable: false)
    static let busy = ProviderError(.overloaded, "Busy.", isRetryable: true)

    static func busy(retryAfterMilliseconds: Int) -> ProviderError {
        ProviderError(
            .rateLimited,
            "Too fast.",
            isRetryable: true,
            retryAfterMilliseconds: retryAfterMilliseconds
        )
    }
}
