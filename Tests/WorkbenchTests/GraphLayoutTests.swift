import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

struct GraphLayoutTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func `boxes never overlap and every arrow leads down to its box`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...12, using: &random)
        let inputs = (0..<count).map { node in
            (0..<node).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        }
        let widths = inputs.map { _ in Int.random(in: 8...20, using: &random) }
        let graph = WorkflowGraph(inputs: inputs)
        let layout = GraphLayout(graph, widths: widths)
        for (left, right) in pairs(layout.boxes) {
            #expect(left.intersection(right).isEmpty, "seed \(seed)")
        }
        for box in layout.boxes {
            #expect(box.minX >= 0 && box.maxX <= layout.size.width, "seed \(seed)")
            #expect(box.minY >= 0 && box.maxY <= layout.size.height, "seed \(seed)")
        }
        #expect(layout.edges.count == graph.inputs.reduce(0) { $0 + $1.count }, "seed \(seed)")
        for edge in layout.edges {
            #expect(edge.points.last?.y == layout.boxes[edge.to].minY, "seed \(seed)")
            #expect(edge.points.first?.y == layout.boxes[edge.from].maxY - 1, "seed \(seed)")
            for (start, end) in zip(edge.points, edge.points.dropFirst()) {
                #expect(end.y >= start.y && (start.x == end.x || start.y == end.y), "seed \(seed)")
            }
        }
    }

    @Test func `a diamond stands symmetric`() {
        let layout = GraphLayout(
            WorkflowGraph(inputs: [[], [0], [0], [1, 2]]),
            widths: [10, 10, 10, 10]
        )
        #expect(layout.boxes[0].x == layout.boxes[3].x)
        #expect(layout.boxes[1].y == layout.boxes[2].y)
    }

    private func pairs(_ boxes: [Rect]) -> [(Rect, Rect)] {
        boxes.indices.flatMap { left in
            boxes.indices.dropFirst(left + 1).map { (boxes[left], boxes[$0]) }
        }
    }
}
