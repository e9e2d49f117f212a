import CellUI

/// Form, zoom, and the part that is in view.
extension GraphView {
    /// The tree, and back to what fits; boxes, where that would be the tree again.
    mutating func toggleForm() {
        switch form {
        case .tree: form = .automatic
        case .automatic: form = isTree ? .boxes : .tree
        case .boxes: form = .tree
        }
        zoom = nil
        follows = true
    }

    private var isTree: Bool { if case .tree? = picture?.drawing { true } else { form == .tree } }

    /// Larger when positive, smaller when negative; from what is drawn now.
    mutating func zoom(by levels: Int) {
        // A tree has one size only.
        if isTree { form = .boxes }
        var present = zoom ?? .normal
        if case .boxes(_, let drawn)? = picture?.drawing { present = drawn }
        let level = min(max(0, present.rawValue + levels.signum()), Zoom.allCases.count - 1)
        zoom = Zoom(rawValue: level)
        follows = true
    }

    /// Moves the view by cells, to the right and down when positive.
    mutating func scroll(columns: Int = 0, rows: Int = 0) {
        follows = false
        offset = Point(x: offset.x + columns, y: offset.y + rows)
        clampOffset()
    }

    /// Moves the view by panes less a little, so that something of the old view stays.
    mutating func scroll(pagesRight: Int = 0, pagesDown: Int = 0) {
        guard let area = picture?.area else { return }
        scroll(
            columns: pagesRight * max(1, area.width - 4),
            rows: pagesDown * max(1, area.height - 2)
        )
    }

    /// To the beginning or the end of the drawing.
    mutating func scroll(toEnd: Bool) {
        follows = false
        offset = toEnd ? picture?.farthestOffset ?? .zero : .zero
    }

    /// On which sides something lies out of view.
    var hiddenSides: Set<Direction> {
        guard let picture else { return [] }
        var sides: Set<Direction> = []
        if offset.x > 0 { sides.insert(.left) }
        if offset.y > 0 { sides.insert(.up) }
        if offset.x < picture.farthestOffset.x { sides.insert(.right) }
        if offset.y < picture.farthestOffset.y { sides.insert(.down) }
        return sides
    }

    mutating func clampOffset() {
        let farthest = picture?.farthestOffset ?? .zero
        offset = Point(
            x: min(max(0, offset.x), farthest.x),
            y: min(max(0, offset.y), farthest.y)
        )
    }

    /// Moves the view as little as brings the selection into it, of an edge its lower end last.
    mutating func reveal(in picture: GraphPicture) {
        let model = picture.model
        guard !model.nodes.isEmpty else { return }
        let nodes: [Int] =
            switch selection {
            case .node(let pane)?: [model.index(of: pane)].compactMap { $0 }
            case .edge(let from, let to)?:
                [model.index(of: from), model.index(of: to)].compactMap { $0 }
            case nil: [lively(in: model)]
            }
        for node in nodes {
            let rect = picture.rect(of: node)
            offset = Point(
                x: Self.offset(offset.x, showing: rect.minX..<rect.maxX, in: picture.area.width),
                y: Self.offset(offset.y, showing: rect.minY..<rect.maxY, in: picture.area.height)
            )
        }
    }

    /// With a cell of margin where there is room; of what is too long the beginning is shown.
    private static func offset(_ offset: Int, showing cells: Range<Int>, in length: Int) -> Int {
        let margin = cells.count + 2 <= length ? 1 : 0
        let last = max(offset, cells.upperBound + margin - length)
        return min(last, cells.lowerBound - margin)
    }
}
