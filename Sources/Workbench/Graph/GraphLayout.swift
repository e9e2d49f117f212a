import CellUI
import PodiumCore

/// Where the boxes and lines of a layered drawing stand, in cells, from (0, 0).
///
/// Sugiyama's method in its plain form: layers by longest path, long edges cut by dummies, order
/// within a layer by the barycentre of what it follows, straight columns where there is room. It
/// depends on labels and edges alone, so boxes stay put while states change.
struct GraphLayout: Equatable {
    struct Edge: Equatable {
        /// Corner points from the bottom of one box to the top of another.
        var points: [Point]
        var from: Int
        var to: Int
    }

    private(set) var boxes: [Rect] = []
    private(set) var edges: [Edge] = []
    private(set) var size = Size.zero

    static let boxHeight = 3
    private static let gap = 2

    /// - Parameter widths: the width of each node's box.
    init(_ graph: WorkflowGraph, widths: [Int]) {
        guard graph.count > 0 else { return }
        var drawing = LayeredDrawing(graph, widths: widths)
        drawing.order()
        let centres = drawing.place(gap: Self.gap)
        trace(drawing, centres: centres, widths: widths)
    }

    private mutating func trace(_ drawing: LayeredDrawing, centres: [Int], widths: [Int]) {
        var top = 0
        var topOfVertex = [Int](repeating: 0, count: drawing.vertices.count)
        for (layer, members) in drawing.layers.enumerated() {
            for vertex in members { topOfVertex[vertex] = top }
            top += Self.boxHeight
            if layer + 1 < drawing.layers.count {
                top += max(1, drawing.trackCount(below: layer, centres: centres))
            }
        }
        boxes = widths.indices.map { node in
            Rect(
                x: centres[node] - widths[node] / 2,
                y: topOfVertex[node],
                width: widths[node],
                height: Self.boxHeight
            )
        }
        for chain in drawing.chains {
            edges.append(
                Edge(
                    points: Self.points(
                        of: chain,
                        drawing,
                        centres: centres,
                        tops: topOfVertex
                    ),
                    from: chain.first ?? 0,
                    to: chain.last ?? 0
                )
            )
        }
        let right = max(
            boxes.map(\.maxX).max() ?? 0,
            (edges.flatMap(\.points).map(\.x).max() ?? 0) + 1
        )
        size = Size(width: right, height: top)
    }

    /// The corners of one edge, from border to border: down to its track, across, and down again,
    /// layer by layer.
    private static func points(
        of chain: [Int],
        _ drawing: LayeredDrawing,
        centres: [Int],
        tops: [Int]
    ) -> [Point] {
        var points: [Point] = []
        for (upper, lower) in zip(chain, chain.dropFirst()) {
            let start = tops[upper] + boxHeight
            let track = start + drawing.track(of: upper, centres: centres)
            points.append(
                Point(x: centres[upper], y: drawing.isDummy(upper) ? tops[upper] : start - 1)
            )
            if centres[upper] != centres[lower] {
                points.append(Point(x: centres[upper], y: track))
                points.append(Point(x: centres[lower], y: track))
            }
            points.append(Point(x: centres[lower], y: tops[lower]))
        }
        return points
    }
}

/// The graph with its long edges cut into one piece a layer.
struct LayeredDrawing {
    /// Width of each vertex; nodes first, then dummies.
    private(set) var vertices: [Int]
    private(set) var layers: [[Int]]
    private(set) var layerOf: [Int]
    /// One path of vertices an edge.
    private(set) var chains: [[Int]] = []
    private let nodeCount: Int

    init(_ graph: WorkflowGraph, widths: [Int]) {
        vertices = widths
        nodeCount = widths.count
        layerOf = graph.layerOfNode
        layers = graph.layers
        for (node, inputs) in graph.inputs.enumerated() {
            for input in inputs {
                var chain = [input]
                for layer in (layerOf[input] + 1)..<max(layerOf[node], layerOf[input] + 1) {
                    chain.append(vertices.count)
                    layers[layer].append(vertices.count)
                    vertices.append(1)
                    layerOf.append(layer)
                }
                chains.append(chain + [node])
            }
        }
    }

    func isDummy(_ vertex: Int) -> Bool { vertex >= nodeCount }

    /// The rows between a layer and the next in which edges run sideways.
    ///
    /// Vertices that lead to the very same vertices share a row: their lines may join without
    /// saying anything untrue. All others get a row of their own.
    func trackCount(below layer: Int, centres: [Int]) -> Int {
        targetSets(below: layer, centres: centres).count
    }

    /// The row, counted from 0, in which the edges that leave a vertex run sideways.
    func track(of vertex: Int, centres: [Int]) -> Int {
        targetSets(below: layerOf[vertex], centres: centres).firstIndex(of: targets(of: vertex))
            ?? 0
    }

    private func targetSets(below layer: Int, centres: [Int]) -> [Set<Int>] {
        var sets: [Set<Int>] = []
        for vertex in layers[layer] {
            let targets = targets(of: vertex)
            let bends = targets.contains { centres[$0] != centres[vertex] }
            if bends, !sets.contains(targets) { sets.append(targets) }
        }
        return sets
    }

    private func targets(of vertex: Int) -> Set<Int> {
        Set(chains.flatMap { zip($0, $0.dropFirst()).filter { $0.0 == vertex }.map(\.1) })
    }

    /// Sorts each layer by the mean position of its neighbours, down and up a few times.
    mutating func order() {
        let pairs = chains.flatMap { Array(zip($0, $0.dropFirst())) }
        for sweep in 0..<4 {
            let down = sweep % 2 == 0
            let order =
                down ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed()
            for layer in order {
                var positions: [Int: Int] = [:]
                let other = down ? layer - 1 : layer + 1
                for (position, vertex) in layers[other].enumerated() {
                    positions[vertex] = position
                }
                let keys = layers[layer].enumerated().map { position, vertex -> Double in
                    let neighbours = pairs.compactMap { upper, lower -> Int? in
                        down
                            ? (lower == vertex ? positions[upper] : nil)
                            : (upper == vertex ? positions[lower] : nil)
                    }
                    guard !neighbours.isEmpty else { return Double(position) }
                    return Double(neighbours.reduce(0, +)) / Double(neighbours.count)
                }
                layers[layer] = zip(keys, layers[layer].indices).sorted { left, right in
                    left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
                }.map { layers[layer][$0.1] }
            }
        }
    }

    /// The column of each vertex's centre.
    ///
    /// Every layer is centred on the widest one; then each vertex moves under the median of what
    /// leads to it, as far as its neighbours leave room.
    func place(gap: Int) -> [Int] {
        let rows = layers.map { layer in
            layer.reduce(0) { $0 + vertices[$1] } + gap * max(0, layer.count - 1)
        }
        let widest = rows.max() ?? 0
        var centres = [Int](repeating: 0, count: vertices.count)
        for (index, layer) in layers.enumerated() {
            var x = (widest - rows[index]) / 2
            for vertex in layer {
                centres[vertex] = x + vertices[vertex] / 2
                x += vertices[vertex] + gap
            }
        }
        let pairs = chains.flatMap { Array(zip($0, $0.dropFirst())) }
        // Twice, since the second of two neighbours may make room for the first.
        for layer in layers.dropFirst() + layers.dropFirst() {
            for (position, vertex) in layer.enumerated() {
                let above = pairs.filter { $0.1 == vertex }.map { centres[$0.0] }.sorted()
                guard !above.isEmpty else { continue }
                let wanted = (above[(above.count - 1) / 2] + above[above.count / 2]) / 2
                let half = vertices[vertex] / 2
                let lowest =
                    position == 0
                    ? half : centres[layer[position - 1]] + reach(layer[position - 1]) + gap + half
                let highest =
                    position == layer.count - 1
                    ? max(wanted, centres[vertex])
                    : centres[layer[position + 1]] - vertices[layer[position + 1]] / 2 - gap
                        - reach(vertex)
                if lowest <= highest { centres[vertex] = min(max(wanted, lowest), highest) }
            }
        }
        return centres
    }

    /// Cells from a vertex's centre to the cell after its right end.
    private func reach(_ vertex: Int) -> Int {
        vertices[vertex] - vertices[vertex] / 2
    }
}
