import CellUI
import PodiumCore
import Testing

@testable import Workbench

/// How panes share the room.
struct SessionLayoutTests {
    private let least = SessionLayout.leastPaneHeight

    @Test(arguments: 0..<200)
    func `heights fill the room, and nobody has more than it wants while another lacks`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1...8, using: &random)
        let height = count * least + Int.random(in: 0...60, using: &random)
        let weights = (0..<count).map { _ in Int.random(in: 1...8, using: &random) }
        let wanted = (0..<count).map { _ in
            Bool.random(using: &random) ? Int.random(in: 0...40, using: &random) : nil
        }
        let heights = SessionLayout.heights(weights, wanted, sharing: height)
        #expect(heights.reduce(0, +) == height)
        #expect(heights.allSatisfy { $0 >= least })
        func lacks(_ index: Int) -> Bool { wanted[index].map { heights[index] < $0 } ?? true }
        func hasTooMuch(_ index: Int) -> Bool {
            wanted[index].map { heights[index] > max($0, least) } ?? false
        }
        let indices = Array(heights.indices)
        #expect(!(indices.contains(where: lacks) && indices.contains(where: hasTooMuch)))
    }

    @Test func `what the plan does not need is the meter's`() {
        func layout(meterLines: Int) -> SessionLayout {
            SessionLayout(
                size: Size(width: 120, height: 36),
                weights: [1, 1],
                focused: nil,
                answerLines: 0,
                meterLines: { _ in meterLines },
                graphSize: Size(width: 40, height: 15)
            )
        }
        #expect(layout(meterLines: 4).meter.height == 6)
        #expect(layout(meterLines: 14).meter.height == 16)
        // The drawing keeps what it needs.
        #expect(layout(meterLines: 40).graph.height >= 15)
    }

    @Test func `an answer in focus is given room, and all of it where there is little`() {
        func layout(_ size: Size, isFocused: Bool) -> SessionLayout {
            SessionLayout(
                size: size,
                weights: [1],
                focused: nil,
                answerLines: 100,
                answerIsFocused: isFocused,
                graphSize: Size(width: 30, height: 5)
            )
        }
        let large = Size(width: 80, height: 24)
        #expect(layout(large, isFocused: false).answer.height == 7)
        #expect(layout(large, isFocused: true).answer.height == 14)
        let small = Size(width: 40, height: 10)
        #expect(layout(small, isFocused: false).answer.isEmpty)
        #expect(!layout(small, isFocused: true).answer.isEmpty)
    }
}
