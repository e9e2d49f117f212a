import CellUI

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

    private static func boxSize(labelWidth: Int, at zoom: GraphView.Zoom) -> Size {
        switch zoom {
        case .narrow: Size(width: min(labelWidth + 5, 11), height: 1)
        case .compact: Size(width: min(labelWidth + 5, 24), height: 1)
        case .normal: Size(width: min(labelWidth + 6, 26), height: 3)
        case .detailed: Size(width: min(max(labelWidth + 6, 29), 34), height: 5)
        }
    }
}
