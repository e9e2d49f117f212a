import Foundation
import PodiumCore
import PodiumTesting

/// Sessions that together have every kind of fact: made by hand, by chance, and recorded.
enum SoundHistories {
    static var made: [[Event]] {
        [planned, failing, conducted, mini].map(\.events) + random
    }

    /// A diamond with a retry, what a person decides, and an end.
    private static var planned: HistoryBuilder {
        var book = HistoryBuilder()
        book.history = [
            WorkerHistory(worker: "quick", output: [4, 9, 7, 30], milliseconds: [1, 2, 5, 9])
        ]
        book.open(plan: .diamond)
        book.text(1, "thought", channel: .reasoning)
        book.reply(1, "halves")
        book.fail(2, .busy)
        book.decide(.hold)
        book.fire(2)
        book.decide(.rewrite(4, subtask: "Join."))
        book.decide(.write(2, output: "left"))
        book.decide(.proceed)
        book.decide(.delete(9))
        book.reply(3, "right")
        book.reply(5, "So it is.\nAnswer: 42")
        return book
    }

    /// Workers that fail, leave and return, a budget, another process, and an end by hand.
    private static var failing: HistoryBuilder {
        var book = HistoryBuilder(
            limits: RunLimits(fallbacks: 1, tokens: 400),
            policy: RunPolicy(onFailure: .ask, onBudget: .degrade)
        )
        book.open(plan: .diamond)
        book.send(.queued(1, AdmissionWait(reason: .server, due: book.now + .seconds(5))))
        book.send(.sent(1))
        book.reply(1, "halves", usage: nil)
        book.send(.workerLeft(WorkerLeft(worker: "local", reason: "Down.", until: nil)))
        book.fail(2, .broken)
        book.resume()
        book.send(.workerReturned("local"))
        book.reply(5, "one half", usage: Usage(input: 300, output: 20))
        book.interrupt()
        return book
    }

    /// Plans that a conductor writes: one to mend, one with a workflow inside, one in place of it.
    private static var conducted: HistoryBuilder {
        var book = HistoryBuilder(
            limits: RunLimits(rounds: 2, nesting: 1),
            policy: RunPolicy(asksApproval: true)
        )
        book.open(conductor: .prompted([Worker].sample[1]))
        book.reply(1, "No plan at all.")
        book.reply(2, planText((0, "Find.", "[]"), (3, "Prove.", "[0]")))
        book.decide(.approve)
        book.reply(3, "found")
        book.reply(4, planText((1, "One.", "[]")))
        book.decide(.approve)
        book.reply(5, "proof")
        book.decide(.replan(remark: "no"))
        book.reply(7, planText((0, "Find.", "[]")))
        book.decide(.approve)
        book.reply(8, planText())
        return book
    }

    private static var mini: HistoryBuilder {
        var book = HistoryBuilder(
            limits: RunLimits(turns: 3, fallbacks: 0),
            policy: RunPolicy(variant: .mini)
        )
        book.open(conductor: .prompted([Worker].sample[1]))
        book.reply(1, "worker = 0\nrole = worker")
        book.reply(2, "Answer: 41")
        book.reply(3, "worker = 1\nrole = verifier")
        book.reply(4, "ACCEPT 41")
        return book
    }

    private static var random: [[Event]] {
        (UInt64(1)...24).map { seed in
            var run = RandomRun(seed: seed)
            while let input = run.nextInput() { _ = run.handle(input) }
            return run.events
        }
        .filter { $0.count < 70 }
    }

    /// A session that an earlier version recorded.
    static func recorded() throws -> [Event] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../sessions/coded-calculation.jsonl")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            let event = try JSONLine().event(from: String($0)).event
            // It was recorded before rules had a number, and by these.
            guard case .sessionOpened(var opened) = event.fact else { return event }
            opened.rules = RunMachine.rules
            return Event(sequence: event.sequence, time: event.time, fact: .sessionOpened(opened))
        }
    }
}
