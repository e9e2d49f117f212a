import CellUI
import PodiumCore

/// The layout of the nodes that stand within one node, or of the outermost ones, from (0, 0).
///
/// Sugiyama's method: layers, order, columns, lines. A node with others inside is laid out as one
/// block: its box, and below it the frame of the inner level.
struct LevelLayout {
    struct Edge {
        var from: Int
        var to: Int
        /// The pieces of its line from top to bottom.
        var pieces: [Int]
    }

    private(set) var size = Size.zero
    private(set) var boxes: [Int: Rect] = [:]
    private(set) var frames: [Int: Rect] = [:]
    private(set) var edges: [Edge] = []
    /// Corners from one layer to the next.
    private(set) var pieces: [[Point]] = []

    /// Columns between the outsides of a frame and what is in it.
    private static let frameMargin = 2

    init(_ shape: GraphShape, within parent: Int? = nil) {
        let members = shape.parents.indices.filter { shape.parents[$0] == parent }
        guard !members.isEmpty else { return }
        let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        let graph = WorkflowGraph(
            inputs: members.map { node in shape.graph.inputs[node].compactMap { place[$0] } }
        )
        let hubs = GraphHubs(graph)
        let blocks = hubs.members.map { member in
            member.map { Block(shape, node: members[$0]) } ?? Block.hub
        }
        var layered = LayeredGraph(hubs.graph)
        layered.reduceCrossings()
        let dummies = layered.layerOf.count - blocks.count
        let columns = ColumnPlacement(
            layered,
            widths: blocks.map(\.size.width) + Array(repeating: 1, count: dummies)
        )
        let headsStandApart = shape.boxes[members[0]].height == 1
        let rows = LevelRows(layered, blocks, columns.centres, headsStandApart: headsStandApart)
        for (vertex, block) in blocks.enumerated() where !block.isHub {
            let left = columns.centres[vertex] - block.size.width / 2
            add(block, at: Point(x: left, y: rows.tops[layered.layerOf[vertex]]))
        }
        addLines(graph, hubs, layered, rows, members)
        let right = pieces.joined().map { $0.x + 1 }.max() ?? 0
        let boxesRight = (boxes.values.map(\.maxX) + frames.values.map(\.maxX)).max() ?? 0
        size = Size(width: max(right, boxesRight), height: rows.height)
    }

    private mutating func add(_ block: Block, at origin: Point) {
        boxes[block.node] = block.box.offset(dx: origin.x, dy: origin.y)
        guard let frame = block.frame, let inner = block.inner else { return }
        frames[block.node] = frame.offset(dx: origin.x, dy: origin.y)
        let dx = origin.x + frame.x + (frame.width - inner.size.width) / 2
        let dy = origin.y + frame.y + 1
        for (node, box) in inner.boxes { boxes[node] = box.offset(dx: dx, dy: dy) }
        for (node, frame) in inner.frames { frames[node] = frame.offset(dx: dx, dy: dy) }
        let first = pieces.count
        pieces += inner.pieces.map { $0.map { Point(x: $0.x + dx, y: $0.y + dy) } }
        edges += inner.edges.map { edge in
            Edge(from: edge.from, to: edge.to, pieces: edge.pieces.map { $0 + first })
        }
    }

    private mutating func addLines(
        _ graph: WorkflowGraph,
        _ hubs: GraphHubs,
        _ layered: LayeredGraph,
        _ rows: LevelRows,
        _ members: [Int]
    ) {
        // From each vertex, by the vertex it leads to.
        var pieceOf = [[Int: Int]](repeating: [:], count: layered.layerOf.count)
        for layer in layered.layers {
            for upper in layer {
                for lower in layered.below[upper] {
                    pieceOf[upper][lower] = pieces.count
                    pieces.append(rows.corners(from: upper, to: lower, layered))
                }
            }
        }
        for (node, inputs) in graph.inputs.enumerated() {
            for input in inputs {
                let stops = hubs.stops(from: input, to: node)
                let pieces = zip(stops, stops.dropFirst()).flatMap { upper, lower in
                    let chain = layered.chain(from: upper, to: lower)
                    return zip(chain, chain.dropFirst()).compactMap { pieceOf[$0][$1] }
                }
                edges.append(Edge(from: members[input], to: members[node], pieces: pieces))
            }
        }
    }

    /// A node's box and, when others stand within the node, their frame below it.
    struct Block {
        let node: Int
        let box: Rect
        fileprivate let frame: Rect?
        fileprivate let inner: LevelLayout?
        let size: Size

        /// Where lines run together; it takes no room of its own.
        fileprivate static let hub = Block()

        fileprivate var isHub: Bool { size.height == 0 }

        private init() {
            node = -1
            (box, frame, inner, size) = (.zero, nil, nil, Size(width: 1, height: 0))
        }

        fileprivate init(_ shape: GraphShape, node: Int) {
            self.node = node
            let own = shape.boxes[node]
            guard shape.parents.contains(node) else {
                (box, frame, inner, size) = (Rect(own), nil, nil, own)
                return
            }
            let level = LevelLayout(shape, within: node)
            let width = max(own.width, (level.size.width + 2 * LevelLayout.frameMargin) | 1)
            let frame = Rect(x: 0, y: own.height, width: width, height: level.size.height + 2)
            box = Rect(origin: Point(x: (width - own.width) / 2, y: 0), size: own)
            self.frame = frame
            inner = level
            size = Size(width: width, height: frame.maxY)
        }
    }
}

/// The rows of a level: where each layer begins, and the lines between the layers.
private struct LevelRows {
    private(set) var tops: [Int] = []
    private(set) var height = 0
    private var channels: [ChannelRouter] = []
    private var channelTops: [Int] = []
    private let blocks: [LevelLayout.Block]
    private let centres: [Int]
    private let headsStandApart: Bool

    init(
        _ layered: LayeredGraph,
        _ blocks: [LevelLayout.Block],
        _ centres: [Int],
        headsStandApart: Bool
    ) {
        self.blocks = blocks
        self.centres = centres
        self.headsStandApart = headsStandApart
        for (index, layer) in layered.layers.enumerated() {
            tops.append(height)
            height +=
                layer.filter { !layered.isDummy($0) }.map { blocks[$0].size.height }.max() ?? 0
            channelTops.append(height)
            guard index + 1 < layered.layers.count else { break }
            let channel = ChannelRouter(layered, below: index, centres: centres)
            channels.append(channel)
            height += max(1, channel.trackCount + (headsStandApart ? 1 : 0))
        }
    }

    /// Whether nothing but lines is there.
    private func isLine(_ vertex: Int, _ layered: LayeredGraph) -> Bool {
        layered.isDummy(vertex) || blocks[vertex].isHub
    }

    /// From the lower border of the upper vertex to the upper border of the lower one, or to the
    /// row above it where arrow heads stand apart.
    func corners(from upper: Int, to lower: Int, _ layered: LayeredGraph) -> [Point] {
        let layer = layered.layerOf[upper]
        let start = tops[layer] + (isLine(upper, layered) ? 0 : blocks[upper].size.height - 1)
        let isApart = headsStandApart && !isLine(lower, layered)
        let end = tops[layer + 1] - (isApart ? 1 : 0)
        let between = channels[layer].corners(from: upper, to: lower, top: channelTops[layer])
        return [Point(x: centres[upper], y: start)] + between + [Point(x: centres[lower], y: end)]
    }
}
