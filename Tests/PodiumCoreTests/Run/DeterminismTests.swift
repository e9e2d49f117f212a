import PodiumCore
import PodiumTesting
import Testing

struct DeterminismTests {
    /// Overrides, a retry, a fallback, a nested workflow, a round.
    private func eventful() -> HistoryBuilder {
        var book = HistoryBuilder(
            limits: RunLimits(
                rounds: 2,
                nesting: 1,
                budget: Budget(tokens: 90_000, milliseconds: 900_000)
            ),
            policy: RunPolicy(onFailure: .ask, onBudget: .degrade, asksApproval: true)
        )
        book.history = [
            WorkerHistory(worker: "quick", output: [9, 4, 7], milliseconds: [100, 300, 200])
        ]
        book.open(conductor: .prompted([Worker].sample[1]))
        book.reply(1, planText((0, "Find.", "[]"), (3, "Prove.", "[0]"), (2, "Check.", "[1]")))
        book.decide(.rewrite(3, subtask: "Check it."))
        book.decide(.rewire(3, access: [1, 2]))
        book.decide(.reroute(3, worker: "quick"))
        book.decide(.approve)
        book.fail(2, .busy)
        book.fire(2)
        book.fail(3, .broken)
        book.reply(4, "found")
        book.reply(5, planText((1, "One.", "[]")))
        book.decide(.approve)
        book.reply(6, "proof")
        book.decide(.write(1, output: "found by hand"))
        book.resume()
        while book.state.closed == nil, let running = book.state.runningAttempts.first {
            if case .conductor = running.agent {
                book.reply(running.id.rawValue, planText((1, "Last.", "[]")))
                book.decide(.approve)
            } else {
                book.reply(running.id.rawValue, "42")
            }
        }
        return book
    }

    private func lines(_ book: HistoryBuilder) throws -> [String] {
        let line = JSONLine()
        return try book.events.map { try line.text(of: $0, in: book.state.id) }
    }

    @Test func `the same inputs give the same lines, byte for byte`() throws {
        let first = eventful()
        #expect(first.state.closed?.outcome == .answered)
        #expect(try lines(first) == lines(eventful()))
    }

    @Test func `what is read back from the lines is what was written`() throws {
        let book = eventful()
        let line = JSONLine()
        for (text, event) in zip(try lines(book), book.events) {
            #expect(try line.event(from: text).event == event)
        }
    }

    @Test func `a machine rebuilt after any event decides as the first would`() {
        let book = eventful()
        let pokes: [Input.Kind] = [
            .timerFired(.budget), .override(OverrideRequest(id: "x", author: "bob", .undo(nil))),
            .override(OverrideRequest(id: "y", author: "bob", .finish)),
            .resume(program: "other"), .ended(AttemptID(3), .finished(.stop, nil)),
        ]
        var live = SessionState(id: book.state.id)
        for (count, event) in book.events.enumerated() {
            live.apply(event)
            let rebuilt = book.events.prefix(count + 1).reduce(
                into: SessionState(id: book.state.id)
            ) { $0.apply($1) }
            #expect(rebuilt == live)
            for poke in pokes {
                var first = RunMachine(state: live)
                var second = RunMachine(state: rebuilt)
                let input = Input(at: event.time + .seconds(1), entropy: 3, poke)
                #expect(first.handle(input) == second.handle(input))
            }
        }
    }
}
