import CellUI
import PodiumCore

/// What is selected, by keys and by the mouse.
extension GraphView {
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
    func lively(in model: GraphModel) -> Int {
        model.nodes.lastIndex { $0.state == .running || $0.state == .forming } ?? 0
    }
}
