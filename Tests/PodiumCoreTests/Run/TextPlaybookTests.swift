import PodiumCore
import PodiumTesting
import Testing

/// When streamed text becomes an event.
struct TextPlaybookTests {
    private func book(_ plan: Plan = .chain(2), limits: RunLimits = RunLimits(fallbacks: 0))
        -> HistoryBuilder
    {
        var book = HistoryBuilder(limits: limits)
        book.open(plan: plan)
        return book
    }

    @Test func `the first piece is an event at once, and what follows waits for its frame`() {
        var book = book()
        #expect(book.piece(1, "One ").script == ["a1 wrote: One "])
        let second = book.piece(1, "two ")
        #expect(second.script == ["> timer gather"])
        #expect(
            second.actions == [.setTimer(.gather, due: book.now + .milliseconds(25))]
        )
        #expect(book.piece(1, "three").script.isEmpty)
        #expect(book.send(.timerFired(.gather)).script == ["a1 wrote: two three"])
        #expect(book.state.attempt(AttemptID(1))?.text == "One two three")
    }

    @Test func `the next frame begins with the next piece`() {
        var book = book()
        book.text(1, "One ")
        book.piece(1, "two ")
        book.send(.timerFired(.gather))
        #expect(book.send(.timerFired(.gather)).script.isEmpty)
        #expect(book.piece(1, "three").script == ["> timer gather"])
        #expect(book.send(.timerFired(.gather)).script == ["a1 wrote: three"])
    }

    @Test func `an end comes after all the text before it`() {
        var book = book()
        book.piece(1, "One ")
        book.piece(1, "two")
        #expect(
            book.finish(1).script == [
                "a1 wrote: two", "a1 finished stop", "s1 finished with a1",
                "a2 started: s2 by deep seeing a1", "> call a2 deep",
            ]
        )
        // The timer is still to come back, and a later piece may go with it.
        #expect(book.piece(2, "Next ").script == ["a2 wrote: Next "])
        #expect(book.piece(2, "one").script.isEmpty)
        #expect(book.send(.timerFired(.gather)).script == ["a2 wrote: one"])
    }

    @Test func `a failure keeps the text before it`() {
        var book = book()
        book.piece(1, "One ")
        book.piece(1, "two")
        #expect(
            book.fail(1, .broken).script.prefix(2) == ["a1 wrote: two", "a1 failed invalidRequest"]
        )
    }

    @Test func `a change from thinking to writing keeps the order`() {
        var book = book()
        book.piece(1, "Hm. ", channel: .reasoning)
        book.piece(1, "So ", channel: .reasoning)
        #expect(book.piece(1, "it is ").script == ["a1 thought: So "])
        #expect(book.piece(1, "two").script.isEmpty)
        #expect(book.piece(1, "?", channel: .reasoning).script == ["a1 wrote: it is two"])
        #expect(book.send(.timerFired(.gather)).script == ["a1 thought: ?"])
    }

    @Test func `what runs at once is gathered in one frame`() {
        var book = book(Plan((0, "a", []), (1, "b", [])))
        book.piece(1, "One ")
        book.piece(1, "more")
        // An event is made anyway: what has come before goes with it.
        #expect(book.piece(2, "Two ").script == ["a1 wrote: more", "a2 wrote: Two "])
        #expect(book.piece(2, "too ").script.isEmpty)
        #expect(book.piece(1, "one").script.isEmpty)
        #expect(
            book.send(.timerFired(.gather)).script == ["a2 wrote: too ", "a1 wrote: one"]
        )
    }

    @Test func `an interruption loses nothing that has come`() {
        var book = book()
        book.piece(1, "One ")
        book.piece(1, "two")
        #expect(
            book.interrupt("Enough.").script == [
                "a1 wrote: two", "a1 cancelled: Enough.", "closed cancelled: Enough.",
                "> cancel a1", "> close",
            ]
        )
        #expect(book.send(.timerFired(.gather)) == Transition())
    }

    @Test func `what a person decides comes after the text that was there`() {
        var book = book()
        book.piece(1, "One ")
        book.piece(1, "two")
        #expect(book.decide(.hold).script == ["a1 wrote: two", "ann hold; held"])
        // A run that is held still hears its workers.
        #expect(book.piece(1, " three").script.isEmpty)
        #expect(book.send(.timerFired(.gather)).script == ["a1 wrote:  three"])
    }

    @Test func `a cancelled step keeps its text and hears no more`() {
        var book = book(Plan((0, "a", []), (1, "b", [])))
        book.piece(1, "One ")
        book.piece(1, "two")
        #expect(book.decide(.cancel(1)).script.first == "a1 wrote: two")
        #expect(book.piece(1, "late").script.isEmpty)
        #expect(book.send(.timerFired(.gather)).script.isEmpty)
        #expect(book.state.attempt(AttemptID(1))?.text == "One two")
    }

    @Test func `text counts for the budget once it is an event, and all of it is kept`() {
        var book = book(
            Plan((0, "a", []), (1, "b", [])),
            limits: RunLimits(fallbacks: 0, budget: Budget(tokens: 200))
        )
        book.piece(1, "One ")
        book.piece(2, "Two ")
        #expect(book.piece(1, String(repeating: "word ", count: 400)).script == ["> timer gather"])
        #expect(book.piece(2, "and so on").script.isEmpty)
        let script = book.send(.timerFired(.gather)).script
        #expect(script[1] == "a2 wrote: and so on")
        #expect(script.contains { $0.hasPrefix("budget of tokens") })
        #expect(book.state.closed != nil)
    }

    @Test func `a machine that goes on has lost what was no event, and gathers anew`() {
        var book = book()
        book.piece(1, "One ")
        book.piece(1, "two")
        #expect(
            book.resume().script == [
                "resumed; s1 quick waiting", "a1 cancelled: Its process ended.",
                "a2 started: s1 by quick", "> cancel a1", "> call a2 quick",
            ]
        )
        book.piece(2, "One ")
        #expect(book.piece(2, "two").script == ["> timer gather"])
    }

    @Test func `another process is told of a timer that this one had set`() {
        var book = book()
        book.piece(1, "One ")
        book.piece(1, "two")
        book.send(.resume(program: "podium test"))
        book.piece(2, "One ")
        #expect(book.piece(2, "two").script == ["> timer gather"])
    }
}
