import PodiumCore
import PodiumTesting
import Testing

/// What a playbook refuses.
struct PlaybookTests {
    /// The lines at which a transition was refused, and what was said.
    private final class Refusals {
        var lines: [Int] = []
        var messages: [String] = []

        func book() -> Playbook {
            Playbook(HistoryBuilder()) { message, place in
                self.messages.append(message)
                self.lines.append(place.line)
            }
        }
    }

    @Test func `what nobody asserted is refused at its place, by the next input`() {
        let refusals = Refusals()
        let book = refusals.book()
        let line = #line + 1
        book.open(plan: .chain(2))
        #expect(refusals.lines.isEmpty)
        _ = book.reply(1, "one").script
        #expect(refusals.lines == [line])
        #expect(
            refusals.messages == [
                "Nobody asserted what this led to: opened by fixed; plan w1 from file: s1 quick,"
                    + " s2 deep(s1); a1 started: s1 by quick; > call a1 quick"
            ]
        )
    }

    @Test func `what nobody asserted is refused at the end, even when it is nothing`() {
        let refusals = Refusals()
        do {
            let book = refusals.book()
            book.given { $0.open(plan: .chain(2)) }
            book.reply(7, "late")
        }
        #expect(refusals.messages == ["Nobody asserted what this led to: nothing"])
    }

    @Test func `what is asserted, or given, is not refused`() {
        let refusals = Refusals()
        do {
            let book = refusals.book()
            #expect(book.open(plan: .chain(2)).script.last == "> call a1 quick")
            book.given { $0.reply(1, "one") }
            #expect(book.refusal(of: .proceed) == "The run is not held.")
            #expect(!book.reply(2, "two").actions.isEmpty)
        }
        #expect(refusals.messages.isEmpty)
    }
}
