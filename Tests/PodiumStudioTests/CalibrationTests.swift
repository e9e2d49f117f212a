import Testing

@testable import PodiumCore
@testable import PodiumStudio

@Suite struct CalibrationTests {
    private func example(expected: Double?, isRight: Bool) -> LearnedExamples.Example {
        LearnedExamples.Example(
            id: "a/s1",
            session: SessionID(rawValue: "a"),
            content: .outcome(
                Lesson(
                    step: StepID(1),
                    task: "What is 6 * 7?",
                    worker: Worker(name: "w", provider: "p", model: "m"),
                    isRight: isRight,
                    isFromPerson: true,
                    cost: .zero,
                    seconds: nil,
                    share: nil,
                    expected: expected
                )
            )
        )
    }

    @Test func `steps of which about the same was expected are counted together`() {
        let examples =
            [(0.95, true), (0.95, true), (0.91, false), (1.0, true), (0.2, false), (0.0, true)]
            .map { example(expected: $0.0, isRight: $0.1) }
            + [example(expected: nil, isRight: true)]
        let bins = Calibration(examples).bins
        #expect(bins.map(\.count) == [2, 3, 1])
        #expect(bins.map(\.right) == [0.5, 2.0 / 3, 1])
        #expect(abs(bins[1].expected - 2.81 / 3) < 1e-9)
        #expect(Calibration([]).bins.isEmpty)
    }
}
