/// The columns of a layered graph's vertices.
///
/// Sweeps down and up the layers move every vertex to the median of its neighbours in the layer
/// before, as far as the spacing allows, and the best placement is kept: the one whose lines run
/// least sideways, long edges counting most (Gansner and others, "A Technique for Drawing Directed
/// Graphs", 1993, section 4).
struct ColumnPlacement {
    /// Each vertex's middle column; the leftmost box begins at column 0.
    private(set) var centres: [Int]
    private let graph: LayeredGraph
    private let widths: [Int]

    /// Empty columns: an odd number between boxes, so that a parent of two equal ones can stand
    /// over their middle.
    private static let gapBetweenBoxes = 3
    private static let gapBesideLine = 1
    private static let gapBetweenLines = 2
    private static let rounds = 6

    /// - Parameter widths: the width of each vertex, odd.
    init(_ graph: LayeredGraph, widths: [Int]) {
        self.graph = graph
        self.widths = widths
        centres = Array(repeating: 0, count: widths.count)
        for layer in graph.layers {
            for (vertex, offset) in zip(layer, offsets(in: layer)) { centres[vertex] = offset }
        }
        improve()
        let left = widths.indices.map { centres[$0] - widths[$0] / 2 }.min() ?? 0
        centres = centres.map { $0 - left }
    }

    private mutating func improve() {
        var best = centres
        var least = sidewaysLength
        for round in 0..<2 * Self.rounds {
            let isDown = round.isMultiple(of: 2)
            for layer in isDown ? Array(graph.layers) : graph.layers.reversed() {
                let wishes = layer.map { wish(of: $0, downwards: isDown) }
                place(layer, wishes)
            }
            let length = sidewaysLength
            // Of placements that are equally good the last is the most balanced.
            if length <= least { (best, least) = (centres, length) }
        }
        centres = best
    }

    private var sidewaysLength: Int {
        graph.below.enumerated().reduce(0) { sum, pair in
            let (upper, lowers) = pair
            return lowers.reduce(sum) { sum, lower in
                let weight = graph.isDummy(upper) && graph.isDummy(lower) ? 8 : 2
                return sum + weight * abs(centres[upper] - centres[lower])
            }
        }
    }

    private struct Wish {
        var column: Int
        var weight: Int
    }

    private func wish(of vertex: Int, downwards: Bool) -> Wish {
        let neighbours = downwards ? graph.above[vertex] : graph.below[vertex]
        if graph.isDummy(vertex), let next = neighbours.first(where: graph.isDummy) {
            return Wish(column: centres[next], weight: 32)
        }
        guard !neighbours.isEmpty else { return Wish(column: centres[vertex], weight: 1) }
        let columns = neighbours.map { Wish(column: centres[$0], weight: 1) }
        return Wish(column: Self.median(of: columns), weight: 4 * neighbours.count)
    }

    /// Places a layer as near to the wishes as its order and the spacing allow: isotonic
    /// regression by pooling neighbours that would come too close to each other.
    private mutating func place(_ layer: [Int], _ wishes: [Wish]) {
        let offsets = offsets(in: layer)
        var pools: [(column: Int, wishes: [Wish])] = []
        for (wish, offset) in zip(wishes, offsets) {
            var pool = [Wish(column: wish.column - offset, weight: wish.weight)]
            var column = pool[0].column
            while let last = pools.last, last.column > column {
                pool = last.wishes + pool
                column = Self.median(of: pool)
                pools.removeLast()
            }
            pools.append((column, pool))
        }
        let columns = pools.flatMap { pool in pool.wishes.map { _ in pool.column } }
        for (place, vertex) in layer.enumerated() {
            centres[vertex] = columns[place] + offsets[place]
        }
    }

    /// The middle columns of a layer's vertices when they stand as close as they may.
    private func offsets(in layer: [Int]) -> [Int] {
        var offsets: [Int] = []
        var end = 0
        for (place, vertex) in layer.enumerated() {
            if place > 0 { end += gap(between: layer[place - 1], vertex) }
            offsets.append(end + widths[vertex] / 2)
            end += widths[vertex]
        }
        return offsets
    }

    private func gap(between left: Int, _ right: Int) -> Int {
        switch (graph.isDummy(left), graph.isDummy(right)) {
        case (false, false): Self.gapBetweenBoxes
        case (true, true): Self.gapBetweenLines
        default: Self.gapBesideLine
        }
    }

    /// The column with as much weight to its left as to its right; between two such, the middle.
    private static func median(of wishes: [Wish]) -> Int {
        let sorted = wishes.sorted { $0.column < $1.column }
        let total = sorted.reduce(0) { $0 + $1.weight }
        var weight = 0
        for (place, wish) in sorted.enumerated() {
            weight += wish.weight
            if 2 * weight == total, place + 1 < sorted.count {
                return (wish.column + sorted[place + 1].column) >> 1
            }
            if 2 * weight > total { return wish.column }
        }
        return 0
    }
}
