import CellUI
import PodiumCore

/// What the drawing of a graph depends on: edges, nesting and the sizes of boxes. Nothing in it
/// changes while states do, so that two equal shapes have the same layout.
struct GraphShape: Hashable, Sendable {
    /// Edges join nodes that stand within the same node only; others are left out.
    var graph: WorkflowGraph
    /// Each node's box; the widths are odd, so that every box has a middle column.
    var boxes: [Size]
    /// The node within whose frame a node stands; nil for the outermost. Always an earlier one.
    var parents: [Int?]

    init(_ graph: WorkflowGraph, boxes: [Size], parents: [Int?]? = nil) {
        self.boxes = boxes.map { Size(width: $0.width | 1, height: $0.height) }
        let known = parents ?? boxes.map { _ in nil }
        self.parents = known.enumerated().map { node, parent in
            parent.flatMap { $0 >= 0 && $0 < node ? $0 : nil }
        }
        let levels = self.parents
        self.graph = WorkflowGraph(
            inputs: graph.inputs.enumerated().map { node, inputs in
                inputs.filter { levels[$0] == levels[node] }
            }
        )
    }
}
