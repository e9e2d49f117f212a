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
        /// Boxes where all of them fit, else the tree.
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
    /// Nil takes the largest that fits.
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
    /// The forms that did not do at a size: a run keeps its form, however its plan grows, until there
    /// is no room for it.
    private var outgrown: (size: Size, forms: Int) = (.zero, 0)

    /// The largest first; where none does, the tree.
    private static let boxForms: [Zoom] = [.detailed, .normal, .compact]
    /// In less than this the rows of a tree tell more, whatever the plan.
    private static let leastBoxesHeight = 14

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

    private mutating func drawing(of model: GraphModel, in size: Size) -> GraphPicture.Drawing {
        guard form != .tree else { return GraphPicture.tree(of: model, in: size) }
        if let zoom { return .boxes(layout(of: model, at: zoom), zoom) }
        if form == .automatic, size.height < Self.leastBoxesHeight {
            return GraphPicture.tree(of: model, in: size)
        }
        if outgrown.size != size { outgrown = (size, 0) }
        // Of a plan that is being written the edges come last: it takes more room than it will need.
        let isWritten = !model.nodes.contains { $0.state == .forming }
        let forms = form == .boxes ? Self.boxForms + [.narrow] : Self.boxForms
        for (index, zoom) in forms.enumerated().dropFirst(form == .boxes ? 0 : outgrown.forms) {
            if model.mayFit(in: size, at: zoom) {
                let layout = layout(of: model, at: zoom, within: size.width)
                if layout.size.width <= size.width, layout.size.height <= size.height {
                    return .boxes(layout, zoom)
                }
            }
            if form == .automatic, isWritten { outgrown.forms = index + 1 }
        }
        return form == .boxes
            ? .boxes(layout(of: model, at: .narrow), .narrow)
            : GraphPicture.tree(of: model, in: size)
    }

    private mutating func layout(
        of model: GraphModel,
        at zoom: Zoom,
        within room: Int? = nil
    ) -> GraphLayout {
        let shape = model.shape(at: zoom, within: room)
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
