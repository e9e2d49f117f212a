/// A plan as far as it has been written: what the graph shows while the conductor writes.
public struct PlanDraft: Hashable, Sendable {
    public struct Node: Hashable, Sendable {
        /// Nil until the conductor has named it.
        public var worker: WorkerReference?
        /// Grows while it is written.
        public var subtask: String
        /// Nil until the access list has reached this step.
        public var access: Access?

        public init(worker: WorkerReference?, subtask: String, access: Access?) {
            self.worker = worker
            self.subtask = subtask
            self.access = access
        }
    }

    public var nodes: [Node]

    public init(nodes: [Node] = []) {
        self.nodes = nodes
    }

    public init(_ plan: Plan) {
        nodes = plan.steps.map { Node(worker: $0.worker, subtask: $0.subtask, access: $0.access) }
    }

    public var graph: WorkflowGraph {
        WorkflowGraph(
            inputs: nodes.enumerated().map { position, node in
                node.access?.positions(for: position) ?? []
            }
        )
    }
}
