import PodiumCore

/// What the graph shows: the conductor and the steps of the current workflow, written or forming.
struct GraphModel: Equatable {
    struct Node: Equatable {
        var pane: PaneID
        /// `1 linguist`
        var label: String
        var subtask: String
        var state: NodeState
        /// Seconds taken, tokens a second, or nothing.
        var note: String
    }

    /// The conductor first, then the steps in plan order.
    var nodes: [Node]
    /// For each node the nodes it follows. Roots follow the conductor when there is one.
    var graph: WorkflowGraph

    init(_ state: SessionState, now: Timestamp) {
        var nodes: [Node] = []
        var inputs: [[Int]] = []
        let workflow = state.currentRound
        let hasConductor = workflow.map { !$0.attempts.isEmpty } ?? false
        if let workflow, hasConductor {
            let attempt = workflow.attempts.last.flatMap { state.attempt($0) }
            nodes.append(
                Node(
                    pane: .conductor(workflow.id),
                    label: "conductor",
                    subtask: "writes the workflow",
                    state: NodeState(conductor: workflow, attempt),
                    note: GraphModel.note(attempt, now: now)
                )
            )
            inputs.append([])
        }
        let offset = nodes.count
        let steps = workflow.map { state.steps(of: $0.id) } ?? []
        if steps.isEmpty, let draft = workflow?.draft {
            let pool = state.opened?.pool ?? []
            for (position, node) in draft.nodes.enumerated() {
                let worker = node.worker?.resolve(in: pool)?.name ?? "?"
                nodes.append(
                    Node(
                        pane: .draft(position),
                        label: "\(position + 1) \(worker)",
                        subtask: node.subtask,
                        state: .forming,
                        note: ""
                    )
                )
                let seen = draft.graph.inputs[position].map { $0 + offset }
                inputs.append(seen.isEmpty && hasConductor ? [0] : seen)
            }
        }
        let positions = Dictionary(
            steps.enumerated().map { ($1.id, $0 + offset) },
            uniquingKeysWith: { first, _ in first }
        )
        for (position, step) in steps.enumerated() {
            let attempt = step.attempts.last.flatMap { state.attempt($0) }
            nodes.append(
                Node(
                    pane: .step(step.id),
                    label: "\(position + 1) \(step.step.worker)",
                    subtask: step.step.subtask,
                    state: NodeState(step, attempt),
                    note: GraphModel.note(attempt, now: now)
                )
            )
            let seen = step.step.access.compactMap { positions[$0] }
            inputs.append(seen.isEmpty && hasConductor ? [0] : seen)
        }
        self.nodes = nodes
        graph = WorkflowGraph(inputs: inputs)
    }

    private static func note(_ attempt: AttemptState?, now: Timestamp) -> String {
        guard let attempt else { return "" }
        if let end = attempt.endedAt { return Format.duration(end - attempt.startedAt) }
        return Format.duration(now - attempt.startedAt)
    }
}

/// How a node stands. Each has a sign of its own: colour alone never tells.
enum NodeState: Equatable {
    case forming
    case waiting
    case running
    case retrying
    /// It waits for a person.
    case asking
    case finished
    case failed
    case skipped
    case cancelled

    /// - Parameter attempt: the step's last; one that waits for its provider does not run yet.
    init(_ step: StepState, _ attempt: AttemptState? = nil) {
        if let attempt, attempt.wait != nil, step.status == .running(attempt.id) {
            self = .waiting
            return
        }
        switch step.status {
        case .waiting: self = .waiting
        case .running, .nested: self = .running
        case .retrying: self = .retrying
        case .asking: self = .asking
        case .finished: self = .finished
        case .failed: self = .failed
        case .skipped, .deleted: self = .skipped
        case .cancelled: self = .cancelled
        }
    }

    init(conductor workflow: WorkflowState, _ attempt: AttemptState?) {
        switch attempt?.status {
        case nil: self = .waiting
        case .running: self = .running
        case .finished: self = workflow.accepted?.origin == .fallback ? .failed : .finished
        case .failed: self = workflow.retryDue == nil ? .failed : .retrying
        case .cancelled: self = .cancelled
        }
    }
}

/// Names a pane: an agent, or a step that is still being written.
enum PaneID: Hashable, Sendable {
    case graph
    case conductor(WorkflowID)
    case step(StepID)
    case draft(Int)

    init(_ agent: Agent) {
        switch agent {
        case .conductor(let workflow): self = .conductor(workflow)
        case .step(let step): self = .step(step)
        }
    }
}
