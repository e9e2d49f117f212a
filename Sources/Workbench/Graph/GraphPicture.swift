import CellUI
import PodiumCore

/// What the graph's pane shows, and where: the model drawn as boxes or as a tree.
struct GraphPicture: Sendable {
    enum Drawing: Sendable {
        case boxes(GraphLayout, GraphView.Zoom)
        /// A row a node, in one column or several beside each other, of so many rows.
        case tree(rows: Int)
    }

    let model: GraphModel
    let drawing: Drawing
    /// The pane's cells, without its frame.
    let area: Rect

    /// The size of all there is to show.
    var contentSize: Size {
        switch drawing {
        case .boxes(let layout, _): layout.size
        case .tree(let rows): Size(width: area.width, height: rows)
        }
    }

    /// How far one can scroll to the right and down.
    var farthestOffset: Point {
        Point(
            x: max(0, contentSize.width - area.width),
            y: max(0, contentSize.height - area.height)
        )
    }

    /// Where the content's first cell stands on the screen. What fits is centred.
    func origin(scrolledBy offset: Point) -> Point {
        let spare = max(0, area.width - contentSize.width)
        return Point(x: area.x + spare / 2 - offset.x, y: area.y - offset.y)
    }

    /// A node's box or row, in the content's cells.
    func rect(of node: Int) -> Rect {
        switch drawing {
        case .boxes(let layout, _): layout.boxes[node]
        case .tree(let rows): treeRow(of: node, rows: max(1, rows))
        }
    }

    /// Columns of equal width, with two empty ones between.
    private func treeRow(of node: Int, rows: Int) -> Rect {
        let columns = max(1, (model.nodes.count + rows - 1) / rows)
        let width = (area.width + Self.treeGap) / columns
        return Rect(
            x: node / rows * width,
            y: node % rows,
            width: width - Self.treeGap,
            height: 1
        )
    }

    private static let treeGap = 2
    private static let leastTreeWidth = 22

    /// The tree of a model in an area: one column, or several where that shows all of it.
    static func tree(of model: GraphModel, in size: Size) -> Drawing {
        let count = model.nodes.count
        guard count > size.height, size.height > 0 else { return .tree(rows: max(1, count)) }
        let columns = (count + size.height - 1) / size.height
        let isWide = (size.width + treeGap) / columns - treeGap >= leastTreeWidth
        return .tree(rows: isWide ? size.height : count)
    }

    func node(at point: Point) -> Int? {
        model.nodes.indices.first { rect(of: $0).contains(point) }
    }

    /// The edges whose line passes a cell of the content.
    func edges(at point: Point) -> [GraphLayout.Edge] {
        guard case .boxes(let layout, _) = drawing else { return [] }
        return layout.edges(through: point)
    }

    // MARK: Neighbours

    /// The node that one meets first when going on from a node; nil when there is none.
    ///
    /// In boxes up and down lead to the next layer, there to the box that is nearest sideways; left
    /// and right stay in the layer. In the tree left leads to the node above in the hierarchy, and
    /// right to the first one that follows.
    func neighbour(of node: Int, _ direction: GraphView.Direction) -> Int? {
        switch drawing {
        case .boxes(let layout, _): neighbour(of: node, direction, in: layout.boxes)
        case .tree: treeNeighbour(of: node, direction)
        }
    }

    private func neighbour(
        of node: Int,
        _ direction: GraphView.Direction,
        in boxes: [Rect]
    ) -> Int? {
        let here = boxes[node]
        func distance(_ there: Rect) -> (Int, Int)? {
            let sideways = abs(there.x + there.width / 2 - here.x - here.width / 2)
            let sharesRows = there.minY < here.maxY && here.minY < there.maxY
            switch direction {
            case .up where there.maxY <= here.minY: return (here.minY - there.maxY, sideways)
            case .down where there.minY >= here.maxY: return (there.minY - here.maxY, sideways)
            case .left where sharesRows && there.maxX <= here.minX: return (sideways, 0)
            case .right where sharesRows && there.minX >= here.maxX: return (sideways, 0)
            default: return nil
            }
        }
        return boxes.indices.compactMap { index in distance(boxes[index]).map { ($0, index) } }
            .min { ($0.0.0, $0.0.1, $0.1) < ($1.0.0, $1.0.1, $1.1) }?.1
    }

    private func treeNeighbour(of node: Int, _ direction: GraphView.Direction) -> Int? {
        let neighbour: Int? =
            switch direction {
            case .up: node - 1
            case .down: node + 1
            case .left: model.graph.inputs[node].last ?? model.nodes[node].parent
            case .right:
                model.nodes.indices.first { reader in
                    model.graph.inputs[reader].contains(node) || model.nodes[reader].parent == node
                }
            }
        return neighbour.flatMap { model.nodes.indices.contains($0) ? $0 : nil }
    }
}
