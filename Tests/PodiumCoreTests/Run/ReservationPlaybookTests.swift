import PodiumCore
import PodiumTesting
import Testing

/// A decision that is being taken never races the run.
struct ReservationPlaybookTests {
    @Test func `a step is not begun while a person decides about it`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(2)) }
        #expect(book.send(.reserve(StepID(2))).script == ["> timer reservation"])
        #expect(!book.reply(1, "half").script.contains { $0.contains("started: s2") })
        #expect(
            book.decide(.reroute(StepID(2), worker: "local")).script.contains { $0.contains("s2") }
        )
        #expect(book.calls(2) == 0)
        #expect(book.send(.release).script.last == "> call a2 local")
    }

    @Test func `other steps go on meanwhile`() {
        let book = Playbook()
        book.given { $0.open(plan: .diamond) }
        book.given { $0.send(.reserve(StepID(2))) }
        #expect(book.reply(1, "one").script.suffix(1) == ["> call a2 local"])
    }

    @Test func `the run does not end while a person decides`() {
        for step in [StepID(2), nil] {
            let book = Playbook()
            book.given {
                $0.open(plan: .chain(2))
                $0.reply(1, "half")
                $0.send(.reserve(step))
            }
            #expect(book.reply(2, "42").script.suffix(1) == ["s2 finished with a2"])
            #expect(book.state.closed == nil)
            book.given { $0.decide(.retry(StepID(2))) }
            #expect(book.status(2) == (step == nil ? .running(AttemptID(3)) : .waiting))
            book.given { $0.send(.release) }
            #expect(book.status(2) == .running(AttemptID(3)))
            #expect(book.reply(3, "43").script.contains("closed answered: 43"))
        }
    }

    @Test func `what was reserved before goes on`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .diamond)
            $0.send(.reserve(StepID(2)))
            $0.reply(1, "one")
        }
        #expect(book.calls(2) == 0)
        #expect(book.send(.reserve(StepID(4))).script.contains("> call a3 deep"))
    }

    @Test func `nobody is waited for without end`() {
        let book = Playbook()
        book.given {
            $0.open(plan: .chain(1))
            $0.send(.reserve(StepID(1)))
            $0.reply(1, "42")
        }
        // Set before its time, as after another decision was begun.
        #expect(book.send(.timerFired(.reservation)).script == ["> timer reservation"])
        book.pace = .seconds(61)
        #expect(book.send(.timerFired(.reservation)).script == ["closed answered: 42", "> close"])
    }

    @Test func `who was waited for is not missed`() {
        let book = Playbook()
        book.given { $0.open(plan: .chain(1)) }
        #expect(book.send(.release).script.isEmpty)
        #expect(book.send(.timerFired(.reservation)).script.isEmpty)
        #expect(book.reply(1, "42").script.contains("closed answered: 42"))
    }
}
