import PodiumCore
import PodiumTesting
import Testing

/// A selector chooses a worker and a role a turn.
struct MiniPlaybookTests {
    private func mini(
        limits: RunLimits = RunLimits(fallbacks: 0),
        policy: RunPolicy = RunPolicy(variant: .mini)
    ) -> Playbook {
        let book = Playbook(limits: limits, policy: policy)
        book.given { $0.open("Why?", conductor: .prompted([Worker].sample[1])) }
        return book
    }

    private func choice(_ worker: Int, _ role: Role) -> String {
        Selection(worker: .id(worker), role: role).text
    }

    @Test func `turns follow each other until a verifier accepts`() {
        let book = mini()
        #expect(
            book.events.map(\.fact.script) == [
                "opened by prompted", "plan w1 from selector: ", "a1 started: w1 by deep",
            ]
        )
        #expect(
            book.reply(1, choice(0, .thinker)).script == [
                "a1 finished stop", "w1 turn: s1 quick as thinker", "a2 started: s1 by quick",
                "> call a2 quick",
            ]
        )
        #expect(
            book.reply(2, "Try six sevens.").script == [
                "a2 finished stop", "s1 finished with a2", "a3 started: w1 by deep seeing a2",
                "> call a3 deep",
            ]
        )
        #expect(
            book.reply(3, choice(1, .worker)).script.suffix(3) == [
                "w1 turn: s2 deep(s1) as worker", "a4 started: s2 by deep seeing a2",
                "> call a4 deep",
            ]
        )
        book.given { $0.reply(4, "Answer: 42") }
        #expect(
            book.reply(5, choice(2, .verifier)).script.contains(
                "a6 started: s3 by local seeing a2 a4"
            )
        )
        #expect(
            book.reply(6, "ACCEPT. Answer: 43").script == [
                "a6 finished stop", "s3 finished with a6", "closed answered: 42", "> close",
            ]
        )
    }

    @Test func `the selector sees the conversation, and workers are told their role`() {
        let book = mini(limits: RunLimits(turns: 3, fallbacks: 0))
        book.given { $0.reply(1, choice(0, .worker)) }
        #expect(
            book.state.request(of: AttemptID(2))
                == .step(
                    StepRequest(
                        question: "Why?",
                        seen: [],
                        subtask: "Answer the question.",
                        role: .worker
                    )
                )
        )
        book.given { $0.reply(2, "42") }
        #expect(
            book.state.request(of: AttemptID(3))
                == .selection(
                    SelectionRequest(
                        question: "Why?",
                        workers: book.pool,
                        turns: [.init(worker: "quick", role: .worker, output: "42")],
                        turnLimit: 3
                    )
                )
        )
    }

    @Test func `a verifier that wants it revised does not end it`() {
        let book = mini()
        book.given {
            $0.reply(1, choice(0, .worker))
            $0.reply(2, "41")
            $0.reply(3, choice(2, .verifier))
        }
        #expect(
            book.reply(4, "I could ACCEPT, but REVISE: too small.").script.last == "> call a5 deep"
        )
        book.given {
            $0.reply(5, choice(1, .worker))
            $0.reply(6, "42")
            $0.reply(7, choice(2, .verifier))
        }
        #expect(book.reply(8, "ACCEPT").script.contains("closed answered: 42"))
    }

    @Test func `the turns come to an end, and the last worker's words are the answer`() {
        let book = mini(limits: RunLimits(turns: 3, fallbacks: 0))
        book.given {
            $0.reply(1, choice(0, .worker))
            $0.reply(2, "42")
            $0.reply(3, choice(1, .verifier))
            $0.reply(4, "REVISE")
            $0.reply(5, choice(1, .thinker))
        }
        #expect(
            book.reply(6, "Think of 43.").script.suffix(2) == ["closed answered: 42", "> close"]
        )
    }

    @Test func `words of verifiers and thinkers are never the answer`() {
        let book = mini(limits: RunLimits(turns: 2, fallbacks: 0))
        book.given {
            $0.reply(1, choice(0, .thinker))
            $0.reply(2, "Answer: 41")
            $0.reply(3, choice(1, .verifier))
        }
        #expect(
            book.reply(4, "ACCEPT. Answer: 41").script.last == "> close"
        )
        #expect(book.state.closed?.outcome == .failed)
        #expect(book.state.closed?.answer == nil)
        #expect(book.state.closed?.reason == "No turn gave an answer.")
    }

    @Test func `a choice that cannot be read falls to the strongest, or ends with the answer`() {
        let book = mini()
        #expect(
            book.reply(1, "Whoever.").script == [
                "a1 finished stop", "plan of a1 rejected, noPlan: fallback",
                "w1 turn: s1 deep as worker", "a2 started: s1 by deep", "> call a2 deep",
            ]
        )
        book.given { $0.reply(2, "42") }
        #expect(
            book.reply(3, "worker = 7\nrole = verifier").script == [
                "a3 finished stop", "plan of a3 rejected, unknownWorker: keep",
                "closed answered: 42", "> close",
            ]
        )
    }

    @Test func `a selector that cannot be reached is stood in for by a worker of another provider`()
    {
        let book = mini()
        #expect(
            book.fail(1, .broken).script == [
                "a1 failed invalidRequest", "w1 turn: s1 quick as worker",
                "a2 started: s1 by quick", "> call a2 quick",
            ]
        )
        book.given { $0.reply(2, "42") }
        #expect(book.fail(3, .broken).script.contains("closed answered: 42"))
    }

    @Test func `a turn that failed is a turn`() {
        let book = mini(limits: RunLimits(turns: 2, fallbacks: 0))
        book.given { $0.reply(1, choice(0, .worker)) }
        #expect(book.fail(2, .broken).script.last == "> call a3 deep")
        book.given { $0.reply(3, choice(1, .worker)) }
        #expect(book.reply(4, "42").script.contains("closed answered: 42"))
    }

    @Test func `a turn that is changed takes those that were said after it along`() {
        var book = mini()
        book.given {
            $0.reply(1, choice(0, .worker))
            $0.reply(2, "41")
            $0.reply(3, choice(2, .verifier))
        }
        #expect(
            book.decide(.reroute(1, worker: "deep")).script.first
                == "ann reroute; s1 deep waiting, s2 local(s1) waiting"
        )
        book.given { $0.reply(5, "42") }
        #expect(book.reply(6, "ACCEPT").script.contains("closed answered: 42"))
        book = mini()
        book.given { $0.reply(1, choice(0, .worker)) }
        #expect(
            book.refusal(
                of: .insert(after: nil, worker: "deep", subtask: "a", access: nil, readers: nil)
            ) == "A mini session's turns are chosen; none can be inserted."
        )
    }
}
