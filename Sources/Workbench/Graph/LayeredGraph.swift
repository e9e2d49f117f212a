import PodiumCore

/// A graph in layers by longest path, its long edges cut by dummies into one piece a layer.
///
/// The long edges of one node share their dummies: they run down as one line, from which each
/// target's branch leaves in the layer above it.
struct LayeredGraph {
    /// Vertices below this number are nodes, the others dummies.
    let nodeCount: Int
    private(set) var layerOf: [Int]
    /// The vertices of each layer, from left to right.
    private(set) var layers: [[Int]]
    /// For each vertex those it is joined to in the layer above, and below.
    private(set) var above: [[Int]] = []
    private(set) var below: [[Int]] = []
    private var firstDummy: [Int] = []

    init(_ graph: WorkflowGraph) {
        nodeCount = graph.count
        layerOf = graph.layerOfNode
        layers = graph.layers
        above = Array(repeating: [], count: nodeCount)
        below = above
        var lastTarget = layerOf
        for (node, inputs) in graph.inputs.enumerated() {
            for input in inputs { lastTarget[input] = max(lastTarget[input], layerOf[node]) }
        }
        for node in 0..<nodeCount { addDummies(of: node, through: lastTarget[node] - 1) }
        for (node, inputs) in graph.inputs.enumerated() {
            for input in inputs { join(vertex(of: input, in: layerOf[node] - 1), node) }
        }
    }

    func isDummy(_ vertex: Int) -> Bool { vertex >= nodeCount }

    /// The vertices that an edge passes, its two nodes included.
    func chain(from: Int, to: Int) -> [Int] {
        (layerOf[from]..<layerOf[to]).map { vertex(of: from, in: $0) } + [to]
    }

    private func vertex(of node: Int, in layer: Int) -> Int {
        layer == layerOf[node] ? node : firstDummy[node] + layer - layerOf[node] - 1
    }

    private mutating func addDummies(of node: Int, through last: Int) {
        firstDummy.append(layerOf.count)
        var upper = node
        var layer = layerOf[node] + 1
        while layer <= last {
            let dummy = layerOf.count
            layerOf.append(layer)
            layers[layer].append(dummy)
            above.append([])
            below.append([])
            join(upper, dummy)
            upper = dummy
            layer += 1
        }
    }

    private mutating func join(_ upper: Int, _ lower: Int) {
        below[upper].append(lower)
        above[lower].append(upper)
    }

    // MARK: Order

    /// Orders the layers so that few edges cross.
    ///
    /// Barycentre sweeps down and up, of which the best order is kept; then neighbours change
    /// places as long as that helps (Sugiyama, Tagawa and Toda, "Methods for Visual Understanding
    /// of Hierarchical System Structures", 1981). Between equally good orders the earliest wins,
    /// so that a node that is added seldom moves the others.
    mutating func reduceCrossings() {
        var best = layers
        var fewest = crossings
        for sweep in 0..<Self.sweeps where fewest > 0 {
            sortLayers(downwards: sweep.isMultiple(of: 2))
            let count = crossings
            if count < fewest { (best, fewest) = (layers, count) }
        }
        layers = best
        if fewest > 0 { exchangeNeighbours() }
    }

    private static let sweeps = 12

    /// How often edges cross between neighbouring layers.
    var crossings: Int {
        let position = positions
        return layers.indices.dropFirst().reduce(0) { sum, layer in
            var reached = [Int](repeating: 0, count: layers[layer].count)
            var crossings = 0
            for upper in layers[layer - 1] {
                let targets = below[upper].map { position[$0] }
                for target in targets { crossings += reached[(target + 1)...].reduce(0, +) }
                for target in targets { reached[target] += 1 }
            }
            return sum + crossings
        }
    }

    /// Each vertex's place in its layer.
    private var positions: [Int] {
        var positions = [Int](repeating: 0, count: layerOf.count)
        for layer in layers {
            for (position, vertex) in layer.enumerated() { positions[vertex] = position }
        }
        return positions
    }

    private mutating func sortLayers(downwards: Bool) {
        var position = positions
        let order = downwards ? Array(layers.indices) : layers.indices.reversed()
        for layer in order.dropFirst() {
            let keyed = layers[layer].map { vertex -> (key: Double, vertex: Int) in
                let neighbours = downwards ? above[vertex] : below[vertex]
                guard !neighbours.isEmpty else { return (Double(position[vertex]), vertex) }
                let sum = neighbours.reduce(0) { $0 + position[$1] }
                return (Double(sum) / Double(neighbours.count), vertex)
            }
            layers[layer] = keyed.sorted { left, right in
                (left.key, position[left.vertex]) < (right.key, position[right.vertex])
            }.map(\.vertex)
            for (place, vertex) in layers[layer].enumerated() { position[vertex] = place }
        }
    }

    private mutating func exchangeNeighbours() {
        var position = positions
        var improved = true
        while improved {
            improved = false
            for layer in layers.indices {
                for place in layers[layer].indices.dropLast() {
                    let (left, right) = (layers[layer][place], layers[layer][place + 1])
                    guard gain(ofExchanging: left, right, position) > 0 else { continue }
                    layers[layer].swapAt(place, place + 1)
                    (position[left], position[right]) = (place + 1, place)
                    improved = true
                }
            }
        }
    }

    /// By how much fewer edges cross when two neighbours change places.
    private func gain(ofExchanging left: Int, _ right: Int, _ position: [Int]) -> Int {
        func balance(_ left: [Int], _ right: [Int]) -> Int {
            left.reduce(0) { sum, one in
                right.reduce(sum) { $0 + (position[one] - position[$1]).signum() }
            }
        }
        return balance(above[left], above[right]) + balance(below[left], below[right])
    }
}
