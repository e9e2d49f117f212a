import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

struct PlainNarratorTests {
    func tell(_ events: [Event]) -> [String] {
        var narrator = PlainNarrator(session: SessionID(rawValue: "sample"))
        return events.flatMap { narrator.narrate($0) }
    }

    @Test func `a session is told from its question to its answer`() {
        let lines = tell(SampleSession.complete.events)
        #expect(lines.contains("Question: Decode the message, compute 6*7 and join them."))
        #expect(lines.contains("The workflow has 4 steps:"))
        #expect(
            lines.contains {
                $0.hasPrefix("  3. reckoner: Join both") && $0.hasSuffix("steps 1, 2.")
            }
        )
        #expect(lines.contains("Answer: 42 well done"))
    }

    @Test func `streamed text comes in whole lines that name their step`() {
        let lines = tell(SampleSession.complete.events)
        #expect(lines.contains("  1 linguist | A Caesar shift of 3."))
        #expect(lines.contains("  2 reckoner | Answer: 42"))
    }

    @Test func `no line holds a control character`() {
        for line in tell(SampleSession.complete.events) {
            #expect(
                line.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                }
            )
        }
    }

    @Test func `a count that cannot be is told beside our own`() {
        var history = HistoryBuilder()
        history.open(plan: .chain(1))
        history.reply(1, "Answer: 42", usage: Usage(input: 20, output: .max))
        let lines = tell(history.events)
        #expect(lines.contains { $0.hasPrefix("  Its provider counts 20 tokens read and ") })
        #expect(lines.contains { $0.contains("written, which cannot be; these are our figures") })
        #expect(lines.last?.contains("$0.0000") == true, "\(lines.suffix(1))")
    }

    // MARK: Reasons

    private static let fault = ProviderError(
        .connection,
        "The server does not answer.",
        advice: "Start it.",
        isRetryable: true
    )

    private func worker(_ name: String, fallbacks: [String]) -> Worker {
        var worker = Worker(name: name, provider: "cloud", model: name, isLocal: false)
        worker.fallbacks = fallbacks
        return worker
    }

    @Test func `one reason is told in full where it happens and at the end`() {
        var history = HistoryBuilder(
            pool: [worker("one", fallbacks: ["two"]), worker("two", fallbacks: [])],
            limits: RunLimits(retries: 1, replans: 0)
        )
        history.open("Why?", plan: Plan((0, "Answer.", [])))
        history.fail(1, Self.fault)
        history.fire(1)
        history.fail(2, Self.fault)
        history.fail(3, Self.fault)
        history.fire(3)
        history.fail(4, Self.fault)
        #expect(history.state.closed?.outcome == .failed)
        let lines = tell(history.events)
        let told = lines.filter { $0.contains("does not answer") }
        #expect(told.count == 2, "\(lines)")
        #expect(told.first == "  The reason: The server does not answer. Start it.")
        #expect(told.last?.hasPrefix("There is no answer. ") == true)
        #expect(lines.count { $0 == "  For the same reason." } == 3)
        #expect(lines.contains("Step 1 goes from one to two, for the same reason."))
        #expect(lines.contains { $0.hasSuffix("gave no output, for the same reason.") })
    }

    @Test func `the reason for which a worker leaves is that of its failure`() {
        var history = HistoryBuilder(
            pool: [worker("one", fallbacks: []), worker("two", fallbacks: [])],
            limits: RunLimits(retries: 0, replans: 0)
        )
        history.open("Why?", plan: Plan((0, "Begin.", []), (1, "End.", [0])))
        history.fail(1, Self.fault)
        let departure = WorkerLeft(worker: "one", reason: Self.fault.message)
        let position = history.events.firstIndex { event in
            if case .attemptFailed = event.fact { true } else { false }
        }
        var facts = history.events.map(\.fact)
        facts.insert(.workerLeft(departure), at: position ?? 0)
        let events = zip(facts, facts.indices).map { fact, index in
            Event(
                sequence: index + 1,
                time: history.events[min(index, history.events.count - 1)].time,
                fact: fact
            )
        }
        let lines = tell(events)
        #expect(lines.contains("one is out of reach: The server does not answer."))
        #expect(lines.contains("  For the same reason. Start it."))
        #expect(!lines.contains { $0.hasPrefix("  The reason: ") })
    }

    @Test func `another reason is told in full`() {
        var history = HistoryBuilder(
            pool: [worker("one", fallbacks: [])],
            limits: RunLimits(retries: 1, replans: 0)
        )
        history.open("Why?", plan: Plan((0, "Answer.", [])))
        history.fail(1, Self.fault)
        history.fire(1)
        history.fail(2, ProviderError(.server, "It broke.", isRetryable: false))
        let lines = tell(history.events)
        #expect(lines.contains("  The reason: The server does not answer. Start it."))
        #expect(lines.contains("  The reason: It broke."))
        #expect(lines.contains { $0.hasSuffix("gave no output, for the same reason.") })
    }
}
