import CellUI
import PodiumCore
import PodiumTesting

@testable import Workbench

/// Follows lines as a reader does: by the characters drawn, never upwards.
struct GraphTracing {
    let layout: GraphLayout
    /// What is wrong with the drawing, in words.
    private(set) var faults: [String] = []

    init(_ layout: GraphLayout) {
        self.layout = layout
    }

    /// The nodes that lines lead to from a node.
    mutating func targets(of node: Int) -> Set<Int> {
        let block = layout.block(of: node)
        var reached: Set<Int> = []
        var visited: Set<Position> = []
        var open = [
            Position(x: block.x + block.width / 2, y: block.maxY - 1, heading: .down)
        ]
        while let position = open.popLast() {
            guard visited.insert(position).inserted else { continue }
            if visited.count > 1, let target = entered(at: position) {
                reached.insert(target)
                continue
            }
            for heading in onward(from: position, isStart: visited.count == 1) {
                open.append(position.next(heading))
            }
        }
        return reached
    }

    private struct Position: Hashable {
        var x: Int
        var y: Int
        var heading: LineCanvas.Directions

        func next(_ heading: LineCanvas.Directions) -> Position {
            switch heading {
            case .down: Position(x: x, y: y + 1, heading: heading)
            case .left: Position(x: x - 1, y: y, heading: heading)
            default: Position(x: x + 1, y: y, heading: heading)
            }
        }
    }

    /// Where arrow heads are, and whose they are.
    private func entered(at position: Position) -> Int? {
        guard position.heading == .down else { return nil }
        return layout.boxes.indices.first { node in
            let box = layout.boxes[node]
            let head = box.height == 1 ? box.y - 1 : box.y
            return position.x == box.x + box.width / 2 && position.y == head
                && layout.head(of: node) != nil
        }
    }

    private mutating func onward(
        from position: Position,
        isStart: Bool
    ) -> [LineCanvas.Directions] {
        if isStart { return layout.canvas[position.x, position.y].contains(.down) ? [.down] : [] }
        let cell = layout.canvas[position.x, position.y]
        let character = LineCanvas.character(for: cell, unicode: true)
        // The upright line is drawn over the other.
        if character == "│", position.heading != .down { return [position.heading] }
        guard let ways = Self.ways[character], ways.contains(position.heading.opposite) else {
            faults.append("\(character) at \(position.x),\(position.y) leads nowhere")
            return []
        }
        return [.down, .left, .right].filter {
            ways.contains($0) && $0 != position.heading.opposite
        }
    }

    private static let ways: [Character: LineCanvas.Directions] = [
        "│": [.up, .down], "─": [.left, .right], "╭": [.down, .right], "╮": [.down, .left],
        "╰": [.up, .right], "╯": [.up, .left], "├": [.up, .down, .right],
        "┤": [.up, .down, .left], "┬": [.left, .right, .down], "┴": [.left, .right, .up],
        "┼": .all,
    ]
}

extension LineCanvas.Directions {
    fileprivate var opposite: LineCanvas.Directions {
        switch self {
        case .down: .up
        case .left: .right
        default: .left
        }
    }
}

/// Random shapes, the same for a seed.
extension GraphShape {
    init(seed: UInt64, height: Int = 3, isNested: Bool = false) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...60, using: &random)
        let rarity = Int.random(in: 1...max(2, count), using: &random)
        let reach = Int.random(in: 1...count, using: &random)
        let inputs = (0..<count).map { node in
            (max(0, node - reach)..<node).filter { _ in random.once(in: rarity) }
        }
        let parents = (0..<count).map { node -> Int? in
            isNested && node > 0 && random.once(in: 2)
                ? Int.random(in: 0..<node, using: &random) : nil
        }
        self.init(
            WorkflowGraph(inputs: inputs),
            boxes: inputs.map { _ in
                Size(width: Int.random(in: 7...26, using: &random), height: height)
            },
            parents: parents
        )
    }
}
