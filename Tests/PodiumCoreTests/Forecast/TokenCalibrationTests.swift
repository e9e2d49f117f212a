import Foundation
import PodiumTesting
import Testing

@testable import PodiumCore

@Suite struct TokenCalibrationTests {
    private func sample(_ estimated: Int, _ input: Int, _ written: Int, _ output: Int)
        -> TokenCalibration.Sample
    {
        .init(estimatedInput: estimated, input: input, estimatedOutput: written, output: output)
    }

    @Test func `too few calls say nothing`() {
        let good = sample(10, 20, 100, 30)
        #expect(TokenCalibration([good, good]) == nil)
        #expect(TokenCalibration([good, good, sample(1, 1, 0, 0)]) == nil)
        #expect(TokenCalibration([good, good, good]) != nil)
    }

    @Test func `output has a scale of its own`() throws {
        let calibration = try #require(
            TokenCalibration([
                sample(10, 20, 300, 100), sample(10, 20, 30, 10), sample(10, 20, 3, 1),
            ])
        )
        #expect(calibration.outputPermille == 333)
        #expect(calibration.output(estimated: 600) == 200)
        #expect(calibration.output(estimated: 1) == 1)
        #expect(calibration.output(estimated: 0) == 0)
    }

    @Test func `input has a part of its own and one that grows with the text`() throws {
        let calibration = try #require(
            TokenCalibration([
                sample(100, 170, 9, 3), sample(200, 290, 9, 3), sample(400, 530, 9, 3),
            ])
        )
        #expect(
            calibration
                == .init(outputPermille: 333, inputOffset: 50, inputPermille: 1_200)
        )
        #expect(calibration.input(estimated: 300) == 410)
    }

    @Test func `nonsense is brought into range and never traps`() throws {
        let figures = [0, 1, -1, Int.max, Int.min, 1_000_000]
        var random = SeededGenerator(seed: 3)
        var calibrated = 0
        for _ in 0..<2_000 {
            let samples = (0..<5).map { _ in
                sample(
                    figures.randomElement(using: &random) ?? 0,
                    figures.randomElement(using: &random) ?? 0,
                    figures.randomElement(using: &random) ?? 0,
                    figures.randomElement(using: &random) ?? 0
                )
            }
            guard let calibration = TokenCalibration(samples) else { continue }
            calibrated += 1
            #expect((250...4_000).contains(calibration.outputPermille))
            for figure in figures {
                #expect(calibration.output(estimated: figure) >= 0)
                _ = calibration.input(estimated: figure)
            }
        }
        #expect(calibrated > 20, "\(calibrated) of 2000")
    }

    @Test func `a calibration of an earlier form is left out`() throws {
        let json = """
            {"worker": "w", "calls": 3, "output": [1, 2, 3], "milliseconds": [4, 5, 6], "calibration":
            {"bytesPerThousandTokens": 4000, "inputOffset": 1, "inputPermille": 1000}}
            """
        let history = try JSONDecoder().decode(WorkerHistory.self, from: Data(json.utf8))
        #expect(history.output == [1, 2, 3])
        #expect(history.calibration == nil)
    }

    @Test func `a running call is estimated as its worker counts`() {
        var history = HistoryBuilder(pool: [Worker(name: "w", provider: "p", model: "m")])
        history.history = [
            WorkerHistory(
                worker: "w",
                output: [1, 2, 3],
                milliseconds: [1, 2, 3],
                calibration: .init(
                    outputPermille: 2_000,
                    inputOffset: 100,
                    inputPermille: 1_000
                )
            )
        ]
        history.open("What?", plan: .chain(1))
        history.text(1, "two words")
        let used = history.state.attempts[0].used
        #expect(used.isEstimate)
        #expect(used.usage.output == 4)
        #expect(used.usage.input > 100)
    }
}
