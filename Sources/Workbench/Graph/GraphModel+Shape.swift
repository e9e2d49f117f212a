import CellUI
import PodiumCore

extension GraphModel {
    /// The boxes and edges at a zoom. Labels decide the boxes' widths, and nothing that changes
    /// while a step runs.
    ///
    /// - Parameter room: what all of it may take of the width; detailed boxes are made for it.
    func shape(at zoom: GraphView.Zoom, within room: Int? = nil) -> GraphShape {
        let most = room.map { boxWidth(within: $0) }
        let boxes = nodes.map { node in
            let labelWidth = displayWidth(of: node.label)
            var size = Self.boxSize(labelWidth: labelWidth, at: zoom)
            if zoom == .detailed, let most {
                size.width = min(size.width, max(most, labelWidth + 6))
            }
            return size
        }
        return GraphShape(graph, boxes: boxes, parents: nodes.map(\.parent))
    }

    /// How wide boxes are, at most, of which the fullest layer fits a width.
    private func boxWidth(within room: Int) -> Int {
        let widest = graph.layers.map(\.count).max() ?? 1
        let width = (room + Self.gap) / max(1, widest) - Self.gap
        // Boxes have a middle column.
        return max(Self.leastDetailed, width.isMultiple(of: 2) ? width - 1 : width)
    }

    private static let gap = 3
    private static let leastDetailed = 15

    /// Whether the boxes alone would fit: a layout of very many need not be made to see that they do
    /// not.
    func mayFit(in size: Size, at zoom: GraphView.Zoom) -> Bool {
        var least = Self.boxSize(labelWidth: 3, at: zoom)
        least.width = min(least.width, Self.leastDetailed)
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
