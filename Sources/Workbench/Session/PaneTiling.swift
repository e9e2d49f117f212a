import CellUI

/// Shares an area among the panes of agents: room goes where something happens.
///
/// Panes stand in columns of readable width. One that runs gets the height, one that waits is a row
/// (what it waits for), one that is done shows its first lines; what is left over is theirs only
/// while nothing runs. Nothing here depends on how much a running agent has written, so that a row
/// more of text moves nothing. Where not all fit, panes that are done give way first, and a row tells
/// how many are out of view.
struct PaneTiling: Equatable {
    struct Pane: Equatable {
        enum Activity: Hashable {
            case running, waiting, settled
        }

        var activity = Activity.running
        /// The height, frame included, at which all of its text is seen. Only what has settled, or
        /// waits, is asked for it.
        var wanted = 0
        /// Those of one layer can run at the same time: they stand side by side.
        var layer = 0
        /// Looked at, or pinned: it has room like one that runs.
        var isKept = false
        /// Looked at: it has twice that.
        var isFocused = false

        /// Whether it is to be read while it is written.
        fileprivate var isLively: Bool { activity == .running || isKept }
    }

    /// Where it is told what is out of view in a column.
    struct Note: Equatable {
        var area: Rect
        /// Indices of panes.
        var hidden: [Int]
    }

    /// A place for each pane; an empty one when it is out of view.
    private(set) var places: [Rect] = []
    private(set) var notes: [Note] = []

    /// A frame and one line.
    static let leastHeight = 3
    /// A frame and the beginning of what an agent came to.
    private static let settledHeight = 5
    private static let leastWidth = 34
    /// The least that is read with ease, frame included.
    private static let readableWidth = 60
    /// Lines that are longer than this are hard to read.
    static let mostTextWidth = 100

    /// - Parameters:
    ///   - readableHeight: what a running pane is to have at least, frame included, where panes that
    ///     are done can give way.
    ///   - columns: how many there are; nil for as many as the area asks for.
    ///   - isGrid: whether all have the same, whatever they do.
    init(
        _ panes: [Pane],
        in area: Rect,
        readableHeight: Int,
        columns: Int? = nil,
        isGrid: Bool = false
    ) {
        guard !panes.isEmpty, !area.isEmpty else {
            places = panes.map { _ in .zero }
            return
        }
        let panes = isGrid ? panes.map { Self.evened($0) } : panes
        let count =
            columns ?? Self.columnCount(for: panes, in: area, readableHeight: readableHeight)
        let areas = layout(
            Array(repeating: .flexible, count: count),
            in: area,
            axis: .horizontal
        )
        places = Array(repeating: .zero, count: panes.count)
        let capacity = area.height / max(Self.leastHeight, min(readableHeight, area.height))
        for (area, members) in zip(areas, Self.columns(of: panes, count, capacity: capacity)) {
            stack(members, of: panes, in: area, readableHeight: readableHeight)
        }
    }

    private static func evened(_ pane: Pane) -> Pane {
        var pane = pane
        (pane.activity, pane.isKept, pane.isFocused) = (.running, true, false)
        return pane
    }

    // MARK: Columns

    /// As few as keep lines readable; more where those that may run together need the height.
    static func columnCount(
        for panes: [Pane],
        in area: Rect,
        readableHeight: Int
    ) -> Int {
        let most = max(1, min(panes.count, area.width / leastWidth))
        let readable = max(
            area.width / readableWidth,
            (area.width + mostTextWidth + 3) / (mostTextWidth + 4)
        )
        let widest = Dictionary(grouping: panes, by: \.layer).values.map(\.count).max() ?? 1
        let together = max(widest, panes.count(where: \.isLively))
        let fitting = max(1, (area.height - 1) / max(leastHeight, readableHeight))
        return min(most, max(1, readable, (together + fitting - 1) / fitting))
    }

    /// The panes of each column, in their order. Those of a layer are dealt out, so that each stays
    /// where it is whatever the others do; only where a column would have more at work than it can
    /// hold, it goes by what they do.
    private static func columns(of panes: [Pane], _ count: Int, capacity: Int) -> [[Int]] {
        func dealt(by key: (Pane) -> Int) -> [[Int]] {
            var columns = [[Int]](repeating: [], count: count)
            var loads = [[Int: Int]](repeating: [:], count: count)
            for (index, pane) in panes.enumerated() {
                let key = key(pane)
                let column =
                    columns.indices.min {
                        (loads[$0][key, default: 0], columns[$0].count, $0)
                            < (loads[$1][key, default: 0], columns[$1].count, $1)
                    } ?? 0
                columns[column].append(index)
                loads[column][key, default: 0] += 1
            }
            return columns
        }
        let byLayer = dealt(by: \.layer)
        let busiest = byLayer.map { $0.count { panes[$0].isLively } }.max() ?? 0
        return busiest <= max(1, capacity) ? byLayer : dealt { $0.isLively ? 0 : 1 }
    }

    // MARK: Heights

    private mutating func stack(
        _ members: [Int],
        of panes: [Pane],
        in area: Rect,
        readableHeight: Int
    ) {
        let shown = Self.shown(members, of: panes, in: area.height, readableHeight: readableHeight)
        let hidden = members.filter { !shown.contains($0) }
        let (column, note) = area.split(bottom: hidden.isEmpty ? 0 : 1)
        if !hidden.isEmpty { notes.append(Note(area: note, hidden: hidden)) }
        let heights = Self.heights(
            shown.map { panes[$0] },
            sharing: column.height,
            readableHeight: readableHeight
        )
        var rest = column
        for (index, height) in zip(shown, heights) {
            (places[index], rest) = rest.split(top: height)
        }
    }

    /// Those that stay when not all fit: what runs or is looked at has room to be read before what is
    /// done has a row.
    private static func shown(
        _ members: [Int],
        of panes: [Pane],
        in height: Int,
        readableHeight: Int
    ) -> [Int] {
        var hidden: Set<Int> = []
        func hide(_ candidates: some Sequence<Int>, lively: Int) {
            func rows(_ index: Int) -> Int { panes[index].isLively ? lively : 1 }
            var total = members.reduce(0) { $0 + (hidden.contains($1) ? 0 : rows($1)) }
            // The row that tells of those out of view counts too.
            for index in candidates where total > height - (hidden.isEmpty ? 0 : 1) {
                hidden.insert(index)
                total -= rows(index)
            }
        }
        let lively = members.filter { panes[$0].isLively }
        let idle = members.filter { !panes[$0].isLively }
        hide(
            idle.filter { panes[$0].activity == .settled }
                + idle.filter { panes[$0].activity == .waiting }.reversed(),
            lively: max(leastHeight, readableHeight)
        )
        hide(
            lively.filter { !panes[$0].isKept }.reversed()
                + lively.filter { panes[$0].isKept && !panes[$0].isFocused }.reversed(),
            lively: leastHeight
        )
        return members.filter { !hidden.contains($0) }
    }

    /// The rows of each pane that shows how its answer begins, frame included, where so many more rows
    /// can be given to all of them.
    private static func beginnings(of count: Int, in rest: Int) -> Int {
        for height in stride(from: settledHeight, through: leastHeight, by: -1)
        where (height - 1) * count <= rest {
            return height
        }
        return 1
    }

    /// Heights that fill the column, in the panes' order.
    private static func heights(
        _ panes: [Pane],
        sharing height: Int,
        readableHeight: Int
    ) -> [Int] {
        guard !panes.isEmpty else { return [] }
        let isLively = panes.contains(where: \.isLively)
        var heights = panes.map { $0.isLively ? min(leastHeight, height) : 1 }
        var rest = height - heights.reduce(0, +)
        // Round by round, so that nobody has all before another has something.
        func raise(_ indices: [Int], to goal: (Int) -> Int) {
            var open = indices.filter { heights[$0] < goal($0) }
            while rest > 0, !open.isEmpty {
                for index in open where rest > 0 {
                    heights[index] += 1
                    rest -= 1
                }
                open.removeAll { heights[$0] >= goal($0) }
            }
        }
        let lively = panes.indices.filter { panes[$0].isLively }
        let settled = panes.indices.filter {
            !lively.contains($0) && panes[$0].activity == .settled
        }
        let waiting = panes.indices.filter {
            !lively.contains($0) && panes[$0].activity == .waiting
        }
        // A frame of less than three rows is none: a row becomes one at once, or stays a row.
        func frame(_ indices: [Int], _ goal: (Int) -> Int) {
            for index in indices {
                let missing = goal(index) - heights[index]
                guard missing > 0, missing <= rest else { continue }
                heights[index] += missing
                rest -= missing
            }
        }
        raise(lively) { _ in readableHeight }
        let beginning = isLively ? rest - lively.count * (readableHeight / 2) : rest
        let rows = Self.beginnings(of: settled.count, in: beginning)
        frame(settled.filter { panes[$0].wanted >= leastHeight }) { min(panes[$0].wanted, rows) }
        if isLively {
            raise(lively.filter { panes[$0].isFocused }) { _ in min(height, 2 * readableHeight) }
            raise(lively) { _ in height }
        } else {
            for group in [settled, waiting] {
                frame(group) { _ in leastHeight }
                raise(group.filter { heights[$0] >= leastHeight }) { panes[$0].wanted }
            }
            raise(panes.indices.filter { heights[$0] >= leastHeight }) { _ in height }
        }
        return heights
    }
}
