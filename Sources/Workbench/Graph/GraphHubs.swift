import PodiumCore

/// A graph in which those that all see the same share one line: what several nodes see runs together
/// in a *hub*, from which it branches to them. Twelve crossing lines become one bus.
struct GraphHubs {
    /// The members, and the hubs among them, each behind what it sees.
    let graph: WorkflowGraph
    /// For each vertex its member; nil for a hub.
    let members: [Int?]
    private let vertexOf: [Int]
    private let hubOf: [Int: Int]

    init(_ graph: WorkflowGraph) {
        var readers: [[Int]: [Int]] = [:]
        for (node, inputs) in graph.inputs.enumerated() where inputs.count > 1 {
            readers[inputs.sorted(), default: []].append(node)
        }
        var members: [Int?] = []
        var inputs: [[Int]] = []
        var vertexOf: [Int] = []
        var hubs: [[Int]: Int] = [:]
        var hubOf: [Int: Int] = [:]
        for (node, seen) in graph.inputs.enumerated() {
            let key = seen.sorted()
            let isShared = readers[key, default: []].count > 1
            if isShared, hubs[key] == nil {
                hubs[key] = members.count
                members.append(nil)
                inputs.append(seen.map { vertexOf[$0] })
            }
            let hub = isShared ? hubs[key] : nil
            hubOf[node] = hub
            vertexOf.append(members.count)
            members.append(node)
            inputs.append(hub.map { [$0] } ?? seen.map { vertexOf[$0] })
        }
        self.graph = WorkflowGraph(inputs: inputs)
        self.members = members
        self.vertexOf = vertexOf
        self.hubOf = hubOf
    }

    /// The vertices through which an edge leads from a member to another.
    func stops(from: Int, to: Int) -> [Int] {
        [vertexOf[from]] + (hubOf[to].map { [$0] } ?? []) + [vertexOf[to]]
    }
}
