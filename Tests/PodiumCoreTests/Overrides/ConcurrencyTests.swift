import PodiumCore
import PodiumTesting
import Testing

/// Several people at once, and requests that come late or twice.
struct ConcurrencyTests {
    @Test func `who has not seen the last change of a step is told to look again`() {
        var book = HistoryBuilder()
        book.open(plan: .chain(3))
        let seen = book.state.sequence
        book.decide(.rewrite(2, subtask: "bob's"), by: "bob", basedOn: seen)
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
        var book = HistoryBuilder()
        book.open(plan: .chain(2))
        let seen = book.state.sequence
        book.text(1, "half")
        #expect(book.refusal(of: .rewrite(1, subtask: "b"), basedOn: seen) == nil)
        book.reply(2, "one")
        #expect(book.refusal(of: .rewrite(1, subtask: "c"), basedOn: seen) != nil)
    }

    @Test func `who approves approves the plan they saw`() {
        var book = HistoryBuilder(policy: RunPolicy(asksApproval: true))
        book.open(plan: .chain(2))
        let seen = book.state.sequence
        book.decide(.rewrite(2, subtask: "bob's"), by: "bob")
        #expect(
            book.refusal(of: .approve, basedOn: seen)?.contains("Step 2 (deep) changed") == true
        )
        #expect(
            book.decide(.approve, basedOn: book.state.sequence).script.last == "> call a1 quick"
        )
    }

    @Test func `a request is answered once`() {
        var book = HistoryBuilder()
        book.open(plan: .chain(2))
        book.decide(.hold, id: "x")
        #expect(book.decide(.hold, id: "x").script.isEmpty)
        #expect(book.decide(.proceed, id: "x").script.isEmpty)
        book.decide(.hold, id: "y")
        #expect(book.decide(.proceed, id: "y").script.isEmpty)
        #expect(book.state.isHeld)
        // Another process knows what was answered.
        book.resume()
        #expect(book.decide(.proceed, id: "x").script.isEmpty)
    }

    @Test func `nothing is decided before the beginning or after the end`() {
        var book = HistoryBuilder()
        #expect(book.decide(.hold).script.isEmpty)
        book.open(plan: .chain(1))
        book.reply(1, "42")
        #expect(book.decide(.retry(1)).script.isEmpty)
    }
}
