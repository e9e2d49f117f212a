import CellUI

/// Routes the lines between a layer and the next so that none can be mistaken for another.
///
/// A line leaves its upper vertex downwards, runs along the vertex's *trunk* to its own *lane*, down
/// that lane, and along the lower vertex's *bus* to where it enters. A lane is a column that no other
/// line uses. Hence two lines share cells only on a trunk (they leave the same vertex), on a bus
/// (they enter the same vertex), or where they cross at a right angle. Trunks and buses that would
/// touch get tracks of their own, which is channel routing with trunks above buses (Hashimoto and
/// Stevens, "Wire Routing by Optimizing Channel Assignment", 1971).
struct ChannelRouter {
    private struct Connection: Hashable {
        var upper: Int
        var lower: Int
    }

    /// A trunk or a bus.
    private struct Horizontal {
        var vertex: Int
        var columns: ClosedRange<Int>
        /// The columns from which lines come down to it, and in which lines leave it downwards.
        var entries: [Int]
        var exits: [Int]
        var track = 0

        func touches(_ other: Horizontal) -> Bool {
            columns.lowerBound <= other.columns.upperBound + 1
                && other.columns.lowerBound <= columns.upperBound + 1
        }

        /// How many lines cross when it lies above the other.
        func crossings(above other: Horizontal) -> Int {
            exits.count(where: other.columns.contains)
                + other.entries.count(where: columns.contains)
        }
    }

    /// The rows that the trunks and buses need.
    private(set) var trackCount = 0
    private let centres: [Int]
    private var lanes: [Connection: Int] = [:]
    private var trunkTrack: [Int: Int] = [:]
    private var busTrack: [Int: Int] = [:]

    /// - Parameter centres: each vertex's middle column.
    init(_ graph: LayeredGraph, below layer: Int, centres: [Int]) {
        self.centres = centres
        let connections = graph.layers[layer].flatMap { upper in
            graph.below[upper].map { Connection(upper: upper, lower: $0) }
        }
        chooseLanes(connections, graph)
        assignTracks(
            trunks: graph.layers[layer].compactMap { trunk(of: $0, to: graph.below[$0]) },
            buses: graph.layers[layer + 1].compactMap { bus(of: $0, from: graph.above[$0]) }
        )
    }

    /// The corners between where a line leaves its upper vertex and enters the lower one.
    ///
    /// - Parameter top: the row of the first track.
    func corners(from upper: Int, to lower: Int, top: Int) -> [Point] {
        let lane = lanes[Connection(upper: upper, lower: lower)] ?? centres[lower]
        var corners: [Point] = []
        if let track = trunkTrack[upper], lane != centres[upper] {
            corners.append(Point(x: centres[upper], y: top + track))
            corners.append(Point(x: lane, y: top + track))
        }
        if let track = busTrack[lower], lane != centres[lower] {
            corners.append(Point(x: lane, y: top + track))
            corners.append(Point(x: centres[lower], y: top + track))
        }
        return corners
    }

    // MARK: Lanes

    private mutating func chooseLanes(_ connections: [Connection], _ graph: LayeredGraph) {
        var columns = UsedColumns(connections.map { ($0.upper, $0.lower) }, centres)
        let shortestFirst = connections.sorted { left, right in
            (span(left), left.upper, left.lower) < (span(right), right.upper, right.lower)
        }
        for connection in shortestFirst {
            let lane = lane(
                of: connection,
                isOnlyExit: graph.below[connection.upper].count == 1,
                isOnlyEntry: graph.above[connection.lower].count == 1,
                columns
            )
            lanes[connection] = lane
            columns.take(lane)
        }
    }

    /// The free column with the shortest way that has the fewest bends, near the lower vertex.
    ///
    /// In the column of either vertex a bend is saved. That of a vertex with several lines is left
    /// to others at first, so that those lines join evenly.
    private func lane(
        of connection: Connection,
        isOnlyExit: Bool,
        isOnlyEntry: Bool,
        _ columns: UsedColumns
    ) -> Int {
        let (start, end) = (centres[connection.upper], centres[connection.lower])
        var best: (cost: Int, column: Int)?
        func consider(_ column: Int, fee: Int) {
            guard columns.allow(column, connection.upper, connection.lower) else { return }
            let cost = abs(start - column) + abs(column - end) + fee
            if best.map({ cost < $0.cost }) ?? true { best = (cost, column) }
        }
        consider(end, fee: isOnlyEntry ? 0 : 3)
        consider(start, fee: isOnlyExit ? 0 : 3)
        var distance = 1
        while true {
            let beyond = max(0, distance - abs(start - end))
            if let best, best.cost <= abs(start - end) + 2 * beyond + Self.laneFee {
                return best.column
            }
            for column in [end - distance, end + distance] where column >= 0 && column != start {
                consider(column, fee: Self.laneFee + (columns.isCramped(column) ? 3 : 0))
            }
            distance += 1
        }
    }

    private static let laneFee = 4

    private func span(_ connection: Connection) -> Int {
        abs(centres[connection.upper] - centres[connection.lower])
    }

    // MARK: Tracks

    private func trunk(of upper: Int, to lowers: [Int]) -> Horizontal? {
        let columns = lowers.compactMap { lanes[Connection(upper: upper, lower: $0)] }
        return horizontal(upper, columns, entries: [centres[upper]], exits: columns)
    }

    private func bus(of lower: Int, from uppers: [Int]) -> Horizontal? {
        let columns = uppers.compactMap { lanes[Connection(upper: $0, lower: lower)] }
        return horizontal(lower, columns, entries: columns, exits: [centres[lower]])
    }

    private func horizontal(
        _ vertex: Int,
        _ lanes: [Int],
        entries: [Int],
        exits: [Int]
    ) -> Horizontal? {
        let columns = lanes + [centres[vertex]]
        guard let first = columns.min(), let last = columns.max(), first < last else { return nil }
        return Horizontal(vertex: vertex, columns: first...last, entries: entries, exits: exits)
    }

    private mutating func assignTracks(trunks: [Horizontal], buses: [Horizontal]) {
        let trunkCount = trunks.count
        var stacked = Self.stacked(trunks) + Self.stacked(buses)
        for index in stacked.indices {
            for above in stacked[..<index] where above.touches(stacked[index]) {
                // An empty row between two lines that end in one column without being joined.
                let isApart = index >= trunkCount && above.entries == stacked[index].exits
                stacked[index].track = max(stacked[index].track, above.track + (isApart ? 2 : 1))
            }
        }
        trackCount = (stacked.map(\.track).max() ?? -1) + 1
        for trunk in stacked[..<trunkCount] { trunkTrack[trunk.vertex] = trunk.track }
        for bus in stacked[trunkCount...] { busTrack[bus.vertex] = bus.track }
    }

    /// From top to bottom, in an order in which neighbours cross as little as they can.
    private static func stacked(_ lines: [Horizontal]) -> [Horizontal] {
        var lines = lines
        for _ in lines.indices {
            for index in lines.indices.dropLast()
            where lines[index + 1].crossings(above: lines[index])
                < lines[index].crossings(above: lines[index + 1])
            {
                lines.swapAt(index, index + 1)
            }
        }
        return lines
    }
}

/// Which columns of a channel are in use: by lanes, and by the ends of lines at the upper and the
/// lower vertices.
private struct UsedColumns {
    private var exits: [Int: Int] = [:]
    private var entries: [Int: Int] = [:]
    private var lanes: Set<Int> = []

    init(_ connections: [(upper: Int, lower: Int)], _ centres: [Int]) {
        for (upper, lower) in connections {
            exits[centres[upper]] = upper
            entries[centres[lower]] = lower
        }
    }

    mutating func take(_ column: Int) { lanes.insert(column) }

    /// Whether a line right beside the column would look like one with it.
    func isCramped(_ column: Int) -> Bool {
        [column - 1, column + 1].contains {
            lanes.contains($0) || exits[$0] != nil || entries[$0] != nil
        }
    }

    /// Whether it is no lane, and no vertex but these two has its end in it.
    func allow(_ column: Int, _ upper: Int, _ lower: Int) -> Bool {
        !lanes.contains(column) && (exits[column] ?? upper) == upper
            && (entries[column] ?? lower) == lower
    }
}
