import PodiumCore
import PodiumTesting
import Testing

/// Several people at once, and requests that come late or twice.
struct ConcurrencyTests {
    @Test func `who has not seen the last change of a step is told to look again`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(3)) }
        let seen = book.state.sequence
        book.given { $0.decide(.rewrite(2, subtask: "bob's"), by: "bob", basedOn: seen) }
        let changed = book.state.sequence
        for override in [
            Override.reroute(2, worker: "local"), .rewrite(2, subtask: "ann's"),
            .rewire(2, access: []), .delete(2), .skip(2), .write(2, output: "x"),
        ] {
            #expect(
                book.refusal(of: override, basedOn: seen)
                    == "Step 2 (deep) changed at event \(changed), after event \(seen), which this"
                    + " rests on. Look again."
            )
        }
        // Another step is nobody's business.
        #expect(book.decide(.rewrite(3, subtask: "ann's"), basedOn: seen).script.count == 1)
        #expect(book.refusal(of: .rewrite(2, subtask: "ann's"), basedOn: changed) == nil)
        // Without a base it is meant whatever happened.
        #expect(book.refusal(of: .rewrite(2, subtask: "again")) == nil)
    }

    @Test func `a step that has ended since is another picture`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        let seen = book.state.sequence
        book.given { $0.text(1, "half") }
        #expect(book.refusal(of: .rewrite(1, subtask: "b"), basedOn: seen) == nil)
        book.given { $0.reply(2, "one") }
        #expect(book.refusal(of: .rewrite(1, subtask: "c"), basedOn: seen) != nil)
    }

    @Test func `who approves approves the plan they saw`() {
        let book = Playbook(policy: RunPolicy(asksApproval: true))
        book.given { $0.open(plan: .chain(2)) }
        let seen = book.state.sequence
        book.given { $0.decide(.rewrite(2, subtask: "bob's"), by: "bob") }
        #expect(
            book.refusal(of: .approve, basedOn: seen)?.contains("Step 2 (deep) changed") == true
        )
        #expect(
            book.decide(.approve, basedOn: book.state.sequence).script.last == "> call a1 quick"
        )
    }

    @Test func `a request is answered once`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(2))
            $0.decide(.hold, id: "x")
        }
        #expect(book.decide(.hold, id: "x").script.isEmpty)
        #expect(book.decide(.proceed, id: "x").script.isEmpty)
        book.given { $0.decide(.hold, id: "y") }
        #expect(book.decide(.proceed, id: "y").script.isEmpty)
        #expect(book.state.isHeld)
        // Another process knows what was answered.
        book.given { $0.resume() }
        #expect(book.decide(.proceed, id: "x").script.isEmpty)
    }

    @Test func `nothing is decided before the beginning or after the end`() {
        let book = Playbook()
        #expect(book.decide(.hold).script.isEmpty)
        book.given {
            $0.open(plan: .chain(1))
            $0.reply(1, "42")
        }
        #expect(book.decide(.retry(1)).script.isEmpty)
    }
}
