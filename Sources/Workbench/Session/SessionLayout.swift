import CellUI

/// Where the parts of the session screen stand at a size.
struct SessionLayout: Equatable {
    var status = Rect.zero
    /// Everything between the first line and the time line.
    var body = Rect.zero
    var graph = Rect.zero
    var meter = Rect.zero
    var answer = Rect.zero
    var panes: [Rect] = []
    var timeline = Rect.zero
    var footer = Rect.zero

    /// A pane needs its frame and one line.
    static let leastPaneHeight = 3
    private static let leastPaneWidth = 34
    /// Lines longer than this are hard to read: there may be another pane beside.
    private static let comfortablePaneWidth = 76

    /// Below this width the workflow stands above the panes instead of beside them.
    private static let leastSplitWidth = 60

    /// - Parameters:
    ///   - weights: for each agent's pane, how much of its column it gets.
    ///   - needs: the height a pane would fill, frame included; nil for one that is being written.
    ///   - focused: the index of the pane that must be in view, if one is focused.
    ///   - answerLines: lines of the answer; 0 when there is none yet.
    ///   - answerIsFocused: whether the answer may take most of the room.
    ///   - meterLines: what the meter has to tell.
    ///   - graphSize: what the drawing of the workflow would like to have.
    ///   - graphShare: how much of the width it has, once a person has said so.
    init(
        size: Size,
        weights: [Int],
        needs: [Int?] = [],
        focused: Int?,
        answerLines: Int,
        answerIsFocused: Bool = false,
        meterLines: (_ width: Int) -> Int = { _ in 7 },
        graphSize: Size,
        graphShare: Double? = nil
    ) {
        (status, body) = Rect(size).split(top: 1)
        (body, footer) = body.split(bottom: 1)
        (body, timeline) = body.split(bottom: 1)
        var right: Rect
        if size.width < Self.leastSplitWidth {
            (graph, right) = body.split(top: min(graphSize.height, max(3, body.height / 2)))
        } else {
            (graph, right) = body.split(left: Self.graphWidth(size, graphSize, graphShare))
            if graph.height >= 14 {
                // What the drawing does not need is the meter's.
                let most = max(min(9, graph.height / 3), graph.height - graphSize.height)
                (graph, meter) = graph.split(bottom: min(meterLines(graph.width) + 2, most))
            }
        }
        if answerLines > 0 {
            let most = answerIsFocused ? right.height * 2 / 3 : right.height / 3
            if right.height >= 9 {
                (right, answer) = right.split(bottom: min(answerLines + 2, max(3, most)))
            } else if answerIsFocused {
                (right, answer) = (.zero, right)
            }
        }
        panes = Self.tile(weights, needs: needs, in: right, focused: focused)
    }

    /// What the workflow may take of the width by itself.
    static func mostGraphWidth(on screen: Size) -> Int { screen.width * 9 / 20 }

    private static func graphWidth(_ size: Size, _ wanted: Size, _ share: Double?) -> Int {
        if let share {
            let width = Int((share * Double(size.width)).rounded())
            return min(max(width, 20), size.width - 20)
        }
        return min(max(wanted.width, 32), max(24, mostGraphWidth(on: size)))
    }

    /// Columns side by side where they stay wide enough, panes on top of each other within; heights
    /// within go by weight, but what a pane would not fill goes to others first. Where not all fit,
    /// those around the focus are shown and the others have an empty rectangle.
    static func tile(
        _ weights: [Int],
        needs: [Int?] = [],
        in area: Rect,
        focused: Int?
    ) -> [Rect] {
        let count = weights.count
        guard count > 0, area.height > 0 else { return [] }
        let most = max(1, area.width / leastPaneWidth)
        // As few columns as give every pane a readable height, more where there is width to spare.
        let readable = max(1, area.height / 7)
        let wide = min(count, area.width / comfortablePaneWidth)
        let columns = min(most, max(1, (count + readable - 1) / readable, wide))
        let perColumn = (count + columns - 1) / columns
        let columnAreas = layout(
            Array(repeating: .flexible, count: columns),
            in: area,
            axis: .horizontal
        )
        var result: [Rect] = []
        for (column, columnArea) in columnAreas.enumerated() {
            let first = min(count, column * perColumn)
            let members = Array(first..<min(count, first + perColumn))
            result += stack(members, weights, needs, in: columnArea, focused: focused)
        }
        return result
    }

    private static func stack(
        _ members: [Int],
        _ weights: [Int],
        _ needs: [Int?],
        in area: Rect,
        focused: Int?
    ) -> [Rect] {
        guard !members.isEmpty else { return [] }
        let fitting = max(1, area.height / leastPaneHeight)
        let chosen = members.firstIndex { $0 == focused } ?? 0
        let first = max(0, min(chosen - fitting / 2, members.count - fitting))
        let shown = members.indices.filter { $0 >= first && $0 < first + fitting }
        let weights = shown.map { weights[members[$0]] }
        let wanted = shown.map { needs.indices.contains(members[$0]) ? needs[members[$0]] : nil }
        let tracks = heights(weights, wanted, sharing: area.height).map(Track.fixed)
        let rects = layout(tracks, in: area, axis: .vertical)
        return members.indices.map { index in
            shown.contains(index) ? rects[index - first] : .zero
        }
    }

    /// Shares out a height by weight, none below the least; none gets more than it wants before all
    /// others have what they want.
    static func heights(_ weights: [Int], _ wanted: [Int?], sharing height: Int) -> [Int] {
        let most = wanted.map { $0.map { max($0, leastPaneHeight) } ?? height }
        let spare = height - most.reduce(0, +)
        guard spare < 0 else {
            return zip(most, share(spare, by: weights, minimum: 0)).map { $0 + $1 }
        }
        var result = Array(repeating: 0, count: weights.count)
        var open = Array(weights.indices)
        var room = height
        while true {
            let shares = share(room, by: open.map { weights[$0] }, minimum: leastPaneHeight)
            let sated = zip(open, shares).filter { most[$0] <= $1 }.map(\.0)
            guard !sated.isEmpty else {
                for (index, share) in zip(open, shares) { result[index] = share }
                return result
            }
            for index in sated {
                result[index] = most[index]
                room -= most[index]
            }
            open.removeAll(where: sated.contains)
        }
    }

    private static func share(_ height: Int, by weights: [Int], minimum: Int) -> [Int] {
        let tracks = weights.map { Track.flex($0, minimum: minimum) }
        let area = Rect(x: 0, y: 0, width: 1, height: height)
        return layout(tracks, in: area, axis: .vertical).map(\.height)
    }
}
