import Foundation
import PodiumCore
import PodiumTesting
import Testing

/// A worker whose calls use output tokens and time as a distribution says.
struct SyntheticWorker: Sendable, CustomTestStringConvertible {
    enum Shape: String, CaseIterable {
        case lognormal, gamma, bimodal, constant
    }

    var shape: Shape
    var outputScale = 400.0
    var secondsScale = 6.0

    var testDescription: String { shape.rawValue }

    /// Output tokens and milliseconds of one call.
    func call(_ random: inout SeededGenerator) -> (output: Int, milliseconds: Int) {
        (
            max(1, Int(outputScale * factor(&random))),
            max(1, Int(1_000 * secondsScale * factor(&random)))
        )
    }

    func history(_ name: String, calls: Int, _ random: inout SeededGenerator) -> WorkerHistory {
        let calls = (0..<calls).map { _ in call(&random) }
        return WorkerHistory(
            worker: name,
            output: calls.map(\.output),
            milliseconds: calls.map(\.milliseconds)
        )
    }

    /// Around 1.
    private func factor(_ random: inout SeededGenerator) -> Double {
        switch shape {
        case .lognormal: exp(0.7 * normal(&random))
        // Erlang: a gamma distribution of shape 3.
        case .gamma: (0..<3).reduce(0.0) { sum, _ in sum - log(unit(&random)) } / 3
        case .bimodal: (unit(&random) < 0.5 ? 0.5 : 2) * (1 + 0.1 * normal(&random))
        case .constant: 1 + 0.02 * normal(&random)
        }
    }

    private func unit(_ random: inout SeededGenerator) -> Double {
        (Double(random.next() >> 11) + 0.5) * 0x1p-53
    }

    private func normal(_ random: inout SeededGenerator) -> Double {
        (-2 * log(unit(&random))).squareRoot() * cos(2 * .pi * unit(&random))
    }
}
