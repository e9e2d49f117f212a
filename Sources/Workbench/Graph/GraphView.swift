import CellUI
import PodiumCore

/// How a person looks at the graph: what is selected, how large it is drawn, which part is in view.
///
/// Whoever draws calls `arrange`; keys and the mouse then act on what was arranged last. Layouts
/// are kept until labels or edges change. Its methods alone change it.
struct GraphView: Sendable {
    enum Selection: Hashable, Sendable {
        case node(PaneID)
        case edge(from: PaneID, to: PaneID)

        /// The agent that is selected, or that an edge leads to.
        var agent: PaneID {
            switch self {
            case .node(let pane): pane
            case .edge(_, let reader): reader
            }
        }
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

    var selection: Selection?
    var form = Form.automatic
    /// Nil takes the normal size, or the first smaller one that fits.
    var zoom: Zoom?
    /// The first column and row of the drawing that are in view.
    var offset = Point.zero
    /// What was arranged last.
    var picture: GraphPicture?
    /// The node at which edges are gone through.
    var anchor: PaneID?
    /// Whether the selection, or else what runs, is to be brought into view.
    var follows = true
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
        // A plan that is being written has no edges yet: all in a row, it tells more as a tree.
        if form == .automatic, model.nodes.contains(where: { $0.state == .forming }) {
            return .tree
        }
        let scrolled = zoom ?? .narrow
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
}
