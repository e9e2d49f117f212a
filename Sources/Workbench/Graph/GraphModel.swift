import CellUI
import PodiumCore

/// What the graph shows: every round of the question with its conductor and steps, written or
/// forming, and the workflows nested within steps. Superseded workflows are left out.
struct GraphModel: Equatable, Sendable {
    struct Node: Equatable, Sendable {
        var pane: PaneID
        var workflow: WorkflowID
        /// Counted from 1 within the workflow; 0 for its conductor.
        var number: Int
        /// `1 linguist`
        var label: String
        var subtask: String
        var state: NodeState
        /// Seconds taken, tokens a second, or nothing.
        var note: String
        var badges: [GraphBadge]
        /// What all its attempts used together; nil before there is one.
        var used: Spending?
        /// The node within which it stands.
        var parent: Int?
        /// The round of its level, from 1.
        var round: Int

        var isConductor: Bool { number == 0 }
    }

    /// Each workflow's conductor first, then its steps in plan order, each followed by what stands
    /// within it.
    private(set) var nodes: [Node] = []
    /// For each node the nodes it follows. A step that sees no step of its round follows the
    /// conductor, when there is one; a conductor follows the last steps of the round before.
    private(set) var graph: WorkflowGraph

    init(_ state: SessionState, now: Timestamp) {
        var builder = GraphModelBuilder(state, now: now)
        builder.addRounds(state.rounds, within: nil)
        nodes = builder.nodes
        graph = WorkflowGraph(inputs: builder.inputs)
    }

    func index(of pane: PaneID) -> Int? { nodes.firstIndex { $0.pane == pane } }

    /// What a selection of an edge names, as indices; nil when there is no such edge.
    func edge(from: PaneID, to: PaneID) -> GraphLayout.Edge? {
        guard let from = index(of: from), let to = index(of: to),
            graph.inputs[to].contains(from)
        else { return nil }
        return GraphLayout.Edge(from: from, to: to)
    }

    /// The edges that lead to a node, then those that leave it.
    func edges(at node: Int) -> [GraphLayout.Edge] {
        graph.inputs[node].map { GraphLayout.Edge(from: $0, to: node) }
            + graph.inputs.indices.filter { graph.inputs[$0].contains(node) }
            .map { GraphLayout.Edge(from: node, to: $0) }
    }

    /// How a node is named by one that sees it: `2`, or `1:2` for step 2 of round 1.
    func reference(to node: Int, from reader: Int) -> String {
        let (seen, reader) = (nodes[node], nodes[reader])
        return seen.round == reader.round ? "\(seen.number)" : "\(seen.round):\(seen.number)"
    }
}

/// Collects the nodes of a session's workflows.
private struct GraphModelBuilder {
    private(set) var nodes: [GraphModel.Node] = []
    private(set) var inputs: [[Int]] = []
    private let state: SessionState
    private let now: Timestamp
    private let workflows: [WorkflowState]
    private var indexOfStep: [StepID: Int] = [:]

    init(_ state: SessionState, now: Timestamp) {
        self.state = state
        self.now = now
        workflows = state.workflows.filter { !$0.isSuperseded }
    }

    mutating func addRounds(_ rounds: [WorkflowState], within parent: Int?) {
        var ends: [Int] = []
        for (position, round) in rounds.enumerated() {
            ends = add(round, number: position + 1, within: parent, after: ends)
        }
    }

    /// Returns the nodes that no other of the round follows.
    private mutating func add(
        _ workflow: WorkflowState,
        number round: Int,
        within parent: Int?,
        after ends: [Int]
    ) -> [Int] {
        let conductor = workflow.attempts.isEmpty ? nil : nodes.count
        if conductor != nil { add(conductorOf: workflow, round, within: parent, after: ends) }
        let steps = state.steps(of: workflow.id)
        let added =
            steps.isEmpty && workflow.accepted == nil
            ? add(workflow.draft, of: workflow, round, within: parent, conductor)
            : add(steps, of: workflow, round, within: parent, conductor)
        guard !added.isEmpty else { return conductor.map { [$0] } ?? ends }
        let followed = Set(added.flatMap { inputs[$0] })
        return added.filter { !followed.contains($0) }
    }

    private mutating func add(
        conductorOf workflow: WorkflowState,
        _ round: Int,
        within parent: Int?,
        after ends: [Int]
    ) {
        let attempt = workflow.attempts.last.flatMap { state.attempt($0) }
        nodes.append(
            GraphModel.Node(
                pane: .conductor(workflow.id),
                workflow: workflow.id,
                number: 0,
                label: round == 1 ? "conductor" : "conductor round \(round)",
                subtask: "writes the workflow",
                state: NodeState(conductor: workflow, attempt),
                note: note(attempt),
                badges: workflow.awaitsApproval && !state.isClosed ? [.awaitingApproval] : [],
                used: state.spending(on: workflow.attempts),
                parent: parent,
                round: round
            )
        )
        inputs.append(ends)
    }

    private mutating func add(
        _ draft: PlanDraft,
        of workflow: WorkflowState,
        _ round: Int,
        within parent: Int?,
        _ conductor: Int?
    ) -> [Int] {
        let first = nodes.count
        for (position, node) in draft.nodes.enumerated() {
            let worker = node.worker?.resolve(in: state.pool)?.name ?? "?"
            nodes.append(
                GraphModel.Node(
                    pane: .draft(workflow.id, position),
                    workflow: workflow.id,
                    number: position + 1,
                    label: "\(position + 1) \(worker)",
                    subtask: Format.oneLine(node.subtask),
                    state: .forming,
                    note: "",
                    badges: [],
                    parent: parent,
                    round: round
                )
            )
            let seen = draft.graph.inputs[position].map { $0 + first }
            inputs.append(seen.isEmpty ? conductor.map { [$0] } ?? [] : seen)
        }
        return Array(first..<nodes.count)
    }

    private mutating func add(
        _ steps: [StepState],
        of workflow: WorkflowState,
        _ round: Int,
        within parent: Int?,
        _ conductor: Int?
    ) -> [Int] {
        let prefix = state.roundPrefix(of: workflow.id)
        var added: [Int] = []
        for (position, step) in steps.enumerated() {
            let index = nodes.count
            let attempt = state.shownAttempt(of: step)
            nodes.append(
                GraphModel.Node(
                    pane: .step(step.id),
                    workflow: workflow.id,
                    number: position + 1,
                    label: "\(prefix)\(position + 1) \(step.step.worker)",
                    subtask: Format.oneLine(step.step.subtask),
                    state: NodeState(step, attempt, isOver: state.isClosed),
                    note: note(attempt, of: step),
                    badges: badges(of: step, in: workflow),
                    used: state.spending(on: step.attempts),
                    parent: parent,
                    round: round
                )
            )
            let seen = step.step.access.compactMap { indexOfStep[$0] }
                .filter { nodes[$0].parent == parent }
            let seesOwnRound = seen.contains { nodes[$0].workflow == workflow.id }
            inputs.append(seesOwnRound ? seen : seen + (conductor.map { [$0] } ?? []))
            indexOfStep[step.id] = index
            added.append(index)
            addWorkflows(within: step.id, index)
        }
        return added
    }

    private mutating func addWorkflows(within step: StepID, _ index: Int) {
        // In a damaged history a workflow may stand within itself.
        let nested = workflows.filter { workflow in
            workflow.parentStep == step && !nodes.contains { $0.workflow == workflow.id }
        }
        if !nested.isEmpty { addRounds(nested, within: index) }
    }

    private func badges(of step: StepState, in workflow: WorkflowState) -> [GraphBadge] {
        GraphBadge.allCases.filter { badge in
            switch badge {
            case .awaitingApproval:
                workflow.awaitsApproval && step.status == .waiting && !state.isClosed
            case .answers: state.answeringStep(of: workflow.id) == step.id
            case .stale: step.isStale
            case .override(let mark): step.marks.contains(mark)
            }
        }
    }

    private func note(_ attempt: AttemptState?, of step: StepState? = nil) -> String {
        if case .retrying(let due)? = step?.status, !state.isClosed {
            return "in \(Format.duration(due - now))"
        }
        guard let attempt, attempt.worker != Worker.personName else { return "" }
        if attempt.isRunning, attempt.wait == nil {
            let silence = attempt.silence(at: now)
            if silence > .seconds(3) {
                return "\(GraphModel.Node.silent) \(Format.duration(silence))"
            }
            if let rate = attempt.tokensPerSecond(now: now) {
                return "\(Format.decimals(rate, 0)) t/s"
            }
        }
        return Format.duration((attempt.endedAt ?? now) - attempt.startedAt)
    }
}

extension GraphModel.Node {
    /// Stands before how long nothing has come.
    fileprivate static let silent = "silent"

    /// The note where there is room for it; of a silence its length alone where there is not.
    func note(within columns: Int, _ look: Look) -> String {
        guard displayWidth(of: note) > columns else { return note }
        let words = note.split(separator: " ")
        guard words.first == Substring(GraphModel.Node.silent), let last = words.last else {
            return ""
        }
        let short = look.ellipsis + last
        return displayWidth(of: short) <= columns ? short : ""
    }
}
