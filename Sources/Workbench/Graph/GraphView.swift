import CellUI
import PodiumCore

/// How a person looks at the graph: what is selected, how large it is drawn, which part is in view.
///
/// Whoever draws calls `arrange`; keys and the mouse then act on what was arranged last. Layouts
/// are kept until labels or edges change.
struct GraphView: Sendable {
    enum Selection: Hashable, Sendable {
        case node(PaneID)
        case edge(from: PaneID, to: PaneID)
    }

    enum Form: Hashable, Sendable, CaseIterable {
        /// Boxes where they fit or can be scrolled with ease, else the tree.
        case automatic
        case boxes
        case tree
    }

    enum Zoom: Int, Hashable, Sendable, CaseIterable {
        /// A line a box, of a label no more than its beginning.
        case narrow
        /// A line a box.
        case compact
        case normal
        /// With the beginning of the subtask, tokens, cost and time.
        case detailed
    }

    enum Direction: Hashable, Sendable {
        case up, down, left, right
    }

    private(set) var selection: Selection?
    private(set) var form = Form.automatic
    /// Nil takes the normal size, or the first smaller one that fits.
    private(set) var zoom: Zoom?
    /// The first column and row of the drawing that are in view.
    private(set) var offset = Point.zero
    /// What was arranged last.
    private(set) var picture: GraphPicture?
    /// The node at which edges are gone through.
    private var anchor: PaneID?
    /// Whether the selection, or else what runs, is to be brought into view.
    private var follows = true
    private var layouts: [Zoom: (shape: GraphShape, layout: GraphLayout)] = [:]

    /// Boxes that do not fit are scrolled in a pane of at least this size, when the drawing is no
    /// wider than so many panes.
    private static let leastScrolledSize = Size(width: 24, height: 5)
    private static let mostPanes = 3

    // MARK: Arranging

    /// Chooses form and zoom for an area and keeps the selection in view.
    mutating func arrange(_ model: GraphModel, in area: Rect) -> GraphPicture {
        let picture = GraphPicture(
            model: model,
            drawing: drawing(of: model, in: area.size),
            area: area
        )
        self.picture = picture
        dropLostSelection(in: model)
        if follows { reveal(in: picture) }
        clampOffset()
        return picture
    }

    /// The cells that the drawing would take in a pane of that size; never more.
    mutating func wantedSize(of model: GraphModel, within size: Size) -> Size {
        switch drawing(of: model, in: size) {
        case .boxes(let layout, _):
            Size(
                width: min(layout.size.width, size.width),
                height: min(layout.size.height, size.height)
            )
        case .tree:
            Size(
                width: min(GraphTreeRow.widest(of: model), size.width),
                height: min(model.nodes.count, size.height)
            )
        }
    }

    private mutating func drawing(of model: GraphModel, in size: Size) -> GraphPicture.Drawing {
        guard form != .tree else { return .tree }
        for zoom in zoom.map({ [$0] }) ?? [.normal, .compact, .narrow] {
            let layout = layout(of: model, at: zoom)
            if layout.size.width <= size.width, layout.size.height <= size.height {
                return .boxes(layout, zoom)
            }
        }
        let scrolled = zoom ?? .compact
        let layout = layout(of: model, at: scrolled)
        let isRoomy =
            size.width >= Self.leastScrolledSize.width
            && size.height >= Self.leastScrolledSize.height
            && layout.size.width <= Self.mostPanes * size.width
        return form == .boxes || isRoomy ? .boxes(layout, scrolled) : .tree
    }

    private mutating func layout(of model: GraphModel, at zoom: Zoom) -> GraphLayout {
        let shape = model.shape(at: zoom)
        if let known = layouts[zoom], known.shape == shape { return known.layout }
        let layout = GraphLayout(shape)
        layouts[zoom] = (shape, layout)
        return layout
    }

    private mutating func dropLostSelection(in model: GraphModel) {
        switch selection {
        case .node(let pane)? where model.index(of: pane) == nil: selection = nil
        case .edge(let from, let to)? where model.edge(from: from, to: to) == nil: selection = nil
        default: break
        }
    }

    // MARK: Selecting

    mutating func select(_ selection: Selection?) {
        guard selection != self.selection else { return }
        self.selection = selection
        follows = true
        switch selection {
        case .node(let pane)?: anchor = pane
        case .edge(let from, let to)? where anchor != from && anchor != to: anchor = from
        case .edge?: break
        case nil: anchor = nil
        }
    }

    /// Selects the next node in a direction, or an end of the selected edge; without a selection
    /// what runs, or the first node.
    mutating func move(_ direction: Direction) {
        guard let picture else { return }
        switch selection {
        case nil: select(node: lively(in: picture.model))
        case .edge(let from, let to)?:
            switch direction {
            case .up: select(.node(from))
            case .down: select(.node(to))
            case .left: selectEdge(by: -1)
            case .right: selectEdge(by: 1)
            }
        case .node(let pane)?:
            guard let node = picture.model.index(of: pane) else { return }
            select(node: picture.neighbour(of: node, direction))
        }
    }

    /// Selects the node that many places on in the order of rounds and plans, around the ends.
    mutating func selectNode(by places: Int) {
        guard let model = picture?.model, !model.nodes.isEmpty else { return }
        guard let anchor, let node = model.index(of: anchor) else {
            return select(node: lively(in: model))
        }
        let count = model.nodes.count
        select(node: ((node + places) % count + count) % count)
    }

    /// Goes through the edges at the selected node, those that lead to it first; after the last,
    /// and before the first, is the node itself.
    mutating func selectEdge(by places: Int) {
        guard let model = picture?.model, let anchor, let node = model.index(of: anchor) else {
            return
        }
        let stops =
            [Selection.node(anchor)]
            + model.edges(at: node).map {
                .edge(from: model.nodes[$0.from].pane, to: model.nodes[$0.to].pane)
            }
        let present = stops.firstIndex { $0 == selection } ?? 0
        select(stops[((present + places) % stops.count + stops.count) % stops.count])
    }

    /// What is drawn at a point of the screen. Where several lines run, the one after that which is
    /// selected, so that repeated clicks go through them.
    func hit(_ point: Point) -> Selection? {
        guard let picture, picture.area.contains(point) else { return nil }
        let origin = picture.origin(scrolledBy: offset)
        let cell = Point(x: point.x - origin.x, y: point.y - origin.y)
        let nodes = picture.model.nodes
        if let node = picture.node(at: cell) { return .node(nodes[node].pane) }
        let edges = picture.edges(at: cell).map {
            Selection.edge(from: nodes[$0.from].pane, to: nodes[$0.to].pane)
        }
        guard let selected = edges.firstIndex(where: { $0 == selection }) else {
            return edges.first
        }
        return edges[(selected + 1) % edges.count]
    }

    /// Where each node is drawn, as far as it is in view.
    var nodeAreas: [PaneID: Rect] {
        guard let picture else { return [:] }
        let origin = picture.origin(scrolledBy: offset)
        var areas: [PaneID: Rect] = [:]
        for (index, node) in picture.model.nodes.enumerated() {
            let area = picture.rect(of: index).offset(dx: origin.x, dy: origin.y)
                .intersection(picture.area)
            if !area.isEmpty { areas[node.pane] = area }
        }
        return areas
    }

    private mutating func select(node: Int?) {
        guard let model = picture?.model, let node, model.nodes.indices.contains(node) else {
            return
        }
        select(.node(model.nodes[node].pane))
    }

    /// The last node that runs, else the first.
    private func lively(in model: GraphModel) -> Int {
        model.nodes.lastIndex { $0.state == .running || $0.state == .forming } ?? 0
    }

    // MARK: Form, zoom, scrolling

    /// To the next of automatic, boxes and tree.
    mutating func toggleForm() {
        let forms = Form.allCases
        form = forms[((forms.firstIndex(of: form) ?? 0) + 1) % forms.count]
        follows = true
    }

    /// Larger when positive, smaller when negative; from what is drawn now.
    mutating func zoom(by levels: Int) {
        var present = zoom ?? .normal
        if case .boxes(_, let drawn)? = picture?.drawing { present = drawn }
        let level = min(max(0, present.rawValue + levels.signum()), Zoom.allCases.count - 1)
        zoom = Zoom(rawValue: level)
        follows = true
    }

    /// Lets the size be chosen by what fits again.
    mutating func zoomToFit() {
        zoom = nil
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

    private mutating func clampOffset() {
        let farthest = picture?.farthestOffset ?? .zero
        offset = Point(
            x: min(max(0, offset.x), farthest.x),
            y: min(max(0, offset.y), farthest.y)
        )
    }

    /// Moves the view as little as brings the selection into it, of an edge its lower end last.
    private mutating func reveal(in picture: GraphPicture) {
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
