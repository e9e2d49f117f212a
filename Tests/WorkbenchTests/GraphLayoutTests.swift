import CellUI
import PodiumCore
import PodiumTesting
import Testing

@testable import Workbench

struct GraphLayoutTests {
    struct Sample: CustomTestStringConvertible, Sendable {
        var seed: UInt64
        var height: Int
        var isNested: Bool
        var shape: GraphShape { GraphShape(seed: seed, height: height, isNested: isNested) }
        var testDescription: String { "seed \(seed), height \(height), nested \(isNested)" }
    }

    static let samples = (0..<60 as Range<UInt64>).map { seed in
        Sample(seed: seed, height: [3, 1, 5][Int(seed % 3)], isNested: seed % 2 == 1)
    }

    // MARK: Boxes

    @Test(arguments: samples) func `boxes and frames never overlap and lie within the size`(
        sample: Sample
    ) {
        let shape = sample.shape
        let layout = GraphLayout(shape)
        let blocks = layout.boxes.indices.map { layout.block(of: $0) }
        for (left, right) in pairs(blocks.count) where shape.parents[left] == shape.parents[right] {
            #expect(blocks[left].intersection(blocks[right]).isEmpty)
        }
        for (left, right) in pairs(blocks.count) {
            #expect(layout.boxes[left].intersection(layout.boxes[right]).isEmpty)
        }
        for (node, parent) in shape.parents.enumerated() {
            let room = parent.map { layout.frames[$0]?.inset(by: 1) ?? .zero } ?? Rect(layout.size)
            #expect(room.contains(blocks[node]))
        }
        for edge in layout.edges {
            for corner in layout.corners(of: edge) {
                #expect(Rect(layout.size).contains(corner))
            }
        }
    }

    @Test(arguments: samples) func `every node stands below all that it follows`(sample: Sample) {
        let shape = sample.shape
        let layout = GraphLayout(shape)
        for (node, inputs) in shape.graph.inputs.enumerated() {
            for input in inputs {
                #expect(layout.block(of: input).maxY < layout.boxes[node].y)
            }
        }
    }

    // MARK: Lines

    @Test(arguments: samples) func `a reader finds every node's targets and no others`(
        sample: Sample
    ) {
        let shape = sample.shape
        let layout = GraphLayout(shape)
        #expect(layout.edges.count == shape.graph.inputs.reduce(0) { $0 + $1.count })
        var tracing = GraphTracing(layout)
        for node in layout.boxes.indices {
            let targets = shape.graph.inputs.indices.filter {
                shape.graph.inputs[$0].contains(node)
            }
            #expect(tracing.targets(of: node) == Set(targets))
        }
        #expect(tracing.faults == [])
    }

    @Test(arguments: samples) func `each line runs down from its source to its target`(
        sample: Sample
    ) {
        let layout = GraphLayout(sample.shape)
        for edge in layout.edges {
            let corners = layout.corners(of: edge)
            let (source, target) = (layout.block(of: edge.from), layout.boxes[edge.to])
            let head = sample.height == 1 ? target.y - 1 : target.y
            #expect(
                corners.first == Point(x: source.x + source.width / 2, y: source.maxY - 1)
            )
            #expect(corners.last == Point(x: target.x + target.width / 2, y: head))
            for (start, end) in zip(corners, corners.dropFirst()) {
                #expect(end.y >= start.y && (start.x == end.x || start.y == end.y))
            }
        }
    }

    @Test(arguments: samples) func `no line runs through a box or along a frame`(sample: Sample) {
        let layout = GraphLayout(sample.shape)
        let ends = Set(
            layout.edges.flatMap { edge -> [Point] in
                let corners = layout.corners(of: edge)
                return [corners.first, corners.last].compactMap { $0 }
            }
        )
        let borders = layout.frames.values.flatMap { frame in
            [frame.row(0), frame.lastRow, frame.prefix(columns: 1), frame.suffix(columns: 1)]
        }
        for area in layout.boxes + borders {
            for y in area.minY..<area.maxY {
                for x in area.minX..<area.maxX where !ends.contains(Point(x: x, y: y)) {
                    #expect(layout.canvas[x, y].isEmpty)
                }
            }
        }
    }

    @Test(arguments: samples.prefix(24))
    func `lines share cells only at their common source or target, or cross at right angles`(
        sample: Sample
    ) {
        let layout = GraphLayout(sample.shape)
        var users: [Point: [GraphLayout.Edge: LineCanvas.Directions]] = [:]
        for edge in layout.edges {
            for (cell, ways) in cells(of: layout.corners(of: edge)) {
                users[cell, default: [:]][edge] = ways
            }
        }
        for lines in users.values where lines.count > 1 {
            let upright = lines.filter { $0.value.isSubset(of: [.up, .down]) }.keys
            let level = lines.filter { $0.value.isSubset(of: [.left, .right]) }.keys
            let isCrossing = upright.count + level.count == lines.count
            for group in isCrossing ? [Array(upright), Array(level)] : [Array(lines.keys)] {
                // Those that see the same share the line on which it comes.
                let readers = Set(group.map { sample.shape.graph.inputs[$0.to].sorted() })
                let isShared = Set(group.map(\.from)).count <= 1 || readers.count <= 1
                #expect(isShared, "\(group)")
            }
        }
    }

    private func cells(of corners: [Point]) -> [Point: LineCanvas.Directions] {
        var cells: [Point: LineCanvas.Directions] = [:]
        for (start, end) in zip(corners, corners.dropFirst()) {
            for y in start.y..<max(start.y, end.y) {
                cells[Point(x: start.x, y: y), default: []].insert(.down)
                cells[Point(x: start.x, y: y + 1), default: []].insert(.up)
            }
            for x in min(start.x, end.x)..<max(start.x, end.x) {
                cells[Point(x: x, y: start.y), default: []].insert(.right)
                cells[Point(x: x + 1, y: start.y), default: []].insert(.left)
            }
        }
        return cells
    }

    // MARK: Order

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `ordering never adds crossings, and the same graph gives the same layout`(seed: UInt64) {
        let shape = GraphShape(seed: seed)
        var layered = LayeredGraph(shape.graph)
        let before = layered.crossings
        layered.reduceCrossings()
        #expect(layered.crossings <= before)
        #expect(GraphLayout(shape) == GraphLayout(shape))
    }

    @Test func `crossings are counted as they are seen`() {
        let swapped = LayeredGraph(WorkflowGraph(inputs: [[], [], [1], [0]]))
        #expect(swapped.crossings == 1)
        let complete = LayeredGraph(WorkflowGraph(inputs: [[], [], [], [0, 1, 2], [0, 1, 2]]))
        #expect(complete.crossings == 3)
    }

    @Test func `a graph that can be drawn without crossings is`() {
        var layered = LayeredGraph(WorkflowGraph(inputs: [[], [], [], [2], [1], [0]]))
        layered.reduceCrossings()
        #expect(layered.crossings == 0)
    }

    @Test func `a diamond stands symmetric, a parent over the middle of its children`() {
        let diamond = layout([[], [0], [0], [1, 2]])
        #expect(diamond.boxes[0].x == diamond.boxes[3].x)
        #expect(diamond.boxes[1].y == diamond.boxes[2].y)
        #expect(2 * diamond.boxes[0].x == diamond.boxes[1].x + diamond.boxes[2].x)
        let fan = layout([[]] + Array(repeating: [0], count: 7))
        #expect(fan.boxes[0].x == fan.boxes[4].x)
    }

    @Test func `a chain is one straight column`() {
        let chain = layout([[], [0], [1], [2]])
        #expect(Set(chain.boxes.map(\.x)).count == 1)
        #expect(chain.size == Size(width: 11, height: 15))
    }

    // MARK: Growth

    @Test(
        arguments: [
            [[], [0], [0], [1, 2], [3], [4]],
            [[], [0], [1], [2], [0, 3]],
            [[]] + Array(repeating: [0], count: 8),
        ] as [[[Int]]]
    )
    func `a step that is added leaves the earlier ones where they were`(inputs: [[Int]]) {
        for count in 2..<inputs.count {
            let before = layout(Array(inputs.prefix(count)))
            let after = layout(Array(inputs.prefix(count + 1)))
            // The conductor may move, to stand over the middle.
            #expect(order(before) == order(after, first: count))
            #expect(before.boxes.map(\.y) == after.boxes.prefix(count).map(\.y))
        }
    }

    @Test func `among random plans that grow few steps change their places`() {
        var changed = 0
        var compared = 0
        for seed in 0..<40 as Range<UInt64> {
            let shape = GraphShape(seed: seed)
            for count in stride(from: 2, to: shape.boxes.count, by: 7) {
                let before = order(layout(Array(shape.graph.inputs.prefix(count))))
                let after = order(
                    layout(Array(shape.graph.inputs.prefix(count + 1))),
                    first: count
                )
                compared += before.count
                changed += zip(before, after).count { $0 != $1 }
            }
        }
        #expect(10 * changed < compared, "\(changed) of \(compared)")
    }

    private func layout(_ inputs: [[Int]]) -> GraphLayout {
        GraphLayout(
            GraphShape(
                WorkflowGraph(inputs: inputs),
                boxes: inputs.map { _ in Size(width: 11, height: 3) }
            )
        )
    }

    /// The nodes row by row, from left to right.
    private func order(_ layout: GraphLayout, first count: Int? = nil) -> [Int] {
        layout.boxes.indices.prefix(count ?? layout.boxes.count).sorted {
            (layout.boxes[$0].y, layout.boxes[$0].x) < (layout.boxes[$1].y, layout.boxes[$1].x)
        }
    }

    private func pairs(_ count: Int) -> [(Int, Int)] {
        (0..<count).flatMap { left in (left + 1..<max(left + 1, count)).map { (left, $0) } }
    }
}
