import PodiumEvaluation
import Testing

@testable import PodiumCore
@testable import PodiumStudio

/// Two workers that were judged at the same task.
@Suite struct PairTests {
    private func outcome(_ id: String, _ model: String, _ task: String = "What is 6 * 7?")
        -> LearnedExamples.Example
    {
        LearnedExamples.Example(
            id: id,
            session: SessionID(rawValue: id),
            content: .outcome(
                Lesson(
                    step: StepID(1),
                    task: task,
                    worker: Worker(name: model, provider: "p", model: model),
                    isRight: model == "a",
                    isFromPerson: true,
                    cost: .zero
                )
            )
        )
    }

    @Test func `outcomes of different workers at the same task are a pair, others are not`() {
        let preference = LearnedExamples.Example(
            id: "5/p1",
            session: SessionID(rawValue: "5"),
            content: .preference(
                RoutingPreference(
                    step: StepID(1),
                    task: "What is 6 * 7?",
                    preferred: Worker(name: "a", provider: "p", model: "a"),
                    over: Worker(name: "b", provider: "p", model: "b")
                )
            )
        )
        let examples = LearnedExamples.paired([
            outcome("1", "a"), outcome("2", "b"), outcome("3", "a"), outcome("4", "b", "Else?"),
            preference,
        ])
        #expect(examples.map(\.kind) == [.pair, .pair, .pair, .outcome, .preference])
        #expect(examples.map(\.counterparts) == [["2"], ["1", "3"], ["2"], [], []])
        #expect(examples.map(\.row.reward) == [1, 0, 1, 0, nil])
        #expect(examples.map(\.row.over) == [nil, nil, nil, nil, "b"])
    }
}
