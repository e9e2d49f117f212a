/// The shape of a workflow: who sees whom, and in which layer each step stands.
///
/// Works on positions, so that a plan that is still being written can be drawn too.
public struct WorkflowGraph: Hashable, Sendable {
    /// For each node the nodes it may see, ascending. Only earlier nodes.
    public let inputs: [[Int]]

    /// References to nodes that are not earlier are left out: a graph has no cycles by construction.
    public init(inputs: [[Int]]) {
        self.inputs = inputs.enumerated().map { node, list in
            Array(Set(list.filter { $0 >= 0 && $0 < node })).sorted()
        }
    }

    public init(_ workflow: Workflow) {
        let positions = Dictionary(
            workflow.steps.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        self.init(inputs: workflow.steps.map { $0.access.compactMap { positions[$0] } })
    }

    public var count: Int { inputs.count }

    /// Each node's layer: the length of the longest path that leads to it.
    public var layerOfNode: [Int] {
        var layers: [Int] = []
        for list in inputs {
            layers.append((list.map { layers[$0] }.max() ?? -1) + 1)
        }
        return layers
    }

    /// The nodes of each layer, in plan order.
    public var layers: [[Int]] {
        let layerOfNode = layerOfNode
        var result = [[Int]](repeating: [], count: (layerOfNode.max() ?? -1) + 1)
        for (node, layer) in layerOfNode.enumerated() { result[layer].append(node) }
        return result
    }
}
