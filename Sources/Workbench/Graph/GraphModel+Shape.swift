import CellUI
import PodiumCore

extension GraphModel {
    /// The boxes and edges at a zoom. Labels decide the boxes' widths, and nothing that changes
    /// while a step runs.
    func shape(at zoom: GraphView.Zoom) -> GraphShape {
        GraphShape(
            graph,
            boxes: nodes.map { Self.boxSize(labelWidth: displayWidth(of: $0.label), at: zoom) },
            parents: nodes.map(\.parent)
        )
    }

    /// Whether the boxes alone would fit: a layout of very many need not be made to see that they do
    /// not.
    func mayFit(in size: Size, at zoom: GraphView.Zoom) -> Bool {
        let least = Self.boxSize(labelWidth: 3, at: zoom)
        let layers = graph.layers
        let widest = layers.map(\.count).max() ?? 0
        return widest * (least.width + 1) <= size.width + 1
            && layers.count * (least.height + 1) <= size.height + 1
    }

    private static func boxSize(labelWidth: Int, at zoom: GraphView.Zoom) -> Size {
        switch zoom {
        case .narrow: Size(width: min(labelWidth + 5, 11), height: 1)
        case .compact: Size(width: min(labelWidth + 5, 24), height: 1)
        case .normal: Size(width: min(labelWidth + 6, 26), height: 3)
        case .detailed: Size(width: min(max(labelWidth + 6, 29), 34), height: 5)
        }
    }
}
