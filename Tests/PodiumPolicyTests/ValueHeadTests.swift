import Foundation
import PodiumCore
import Testing

@testable import PodiumPolicy

@Suite struct ValueHeadTests {
    private func summary(_ values: [Float]) -> [Float] {
        values + [Float](repeating: 0, count: LearnedPolicy.rank - values.count - 1) + [1]
    }

    @Test func `it comes to what was seen, and is the surer the more that was`() {
        var (few, many) = (ValueHead(), ValueHead())
        for number in 0..<400 {
            let isHard = number % 2 == 0
            let task = summary([isHard ? 1 : 0])
            many.add(task, right: isHard ? 0 : 1, cost: isHard ? 8 : 2)
            if number < 8 { few.add(task, right: isHard ? 0 : 1, cost: isHard ? 8 : 2) }
        }
        let (hard, easy) = (summary([1]), summary([0]))
        let known = many.fitted()
        #expect(abs(known.estimate(at: easy).right - 1) < 0.01)
        #expect(abs(known.estimate(at: hard).right) < 0.01)
        #expect(abs(known.estimate(at: hard).cost - 8) < 0.1)
        #expect(few.fitted().estimate(at: hard).right < 0.35)
        #expect(few.fitted().estimate(at: hard).deviation > 3 * known.estimate(at: hard).deviation)
        let nothing = ValueHead().fitted().estimate(at: hard)
        #expect(nothing.right == 0.5 && nothing.deviation >= 0.5)
    }

    /// The regression by the normal equations, solved by elimination.
    @Test func `it is the regression that the normal equations give`() {
        var random = SeededGenerator(seed: 5)
        var head = ValueHead()
        let size = LearnedPolicy.rank
        var matrix = (0..<size).map { row in
            (0...size).map { $0 == row ? 1.0 : 0 }
        }
        for _ in 0..<60 {
            let task = summary((0..<size - 1).map { _ in Float.random(in: -1...1, using: &random) })
            let right = Double.random(in: 0...1, using: &random)
            head.add(task, right: right, cost: 0)
            for row in 0..<size {
                for column in 0..<size { matrix[row][column] += Double(task[row] * task[column]) }
                matrix[row][size] += Double(task[row]) * (right - ValueHead.prior)
            }
        }
        for pivot in 0..<size {
            for row in 0..<size where row != pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in pivot...size { matrix[row][column] -= factor * matrix[pivot][column] }
            }
        }
        for (place, weight) in head.fitted().rights.enumerated() {
            #expect(abs(Double(weight) - matrix[place][size] / matrix[place][place]) < 1e-4)
        }
    }
}
