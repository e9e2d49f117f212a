import PodiumCore

/// A plan as a table, also while it is being written: who does what, and what each sees.
struct PlanTable {
    private struct Row {
        var worker: String
        var subtask: String
        var sees: String
    }

    private let rows: [Row]
    /// What the conductor wrote before it.
    private let prose: String
    /// Of a longer plan the graph tells.
    private static let mostRows = 60

    /// Nil as long as no step of it can be read.
    init?(_ workflow: WorkflowState, in state: SessionState) {
        let steps = state.steps(of: workflow.id)
        rows =
            workflow.accepted == nil || steps.isEmpty
            ? Self.rows(of: workflow.draft, in: state)
            : Self.rows(of: steps, in: state)
        guard !rows.isEmpty else { return nil }
        prose = Self.prose(of: workflow, in: state)
    }

    /// The lines before the first of the plan, without the marks that open it.
    private static func prose(of workflow: WorkflowState, in state: SessionState) -> String {
        guard let start = workflow.planStart,
            let text = workflow.attempts.last.flatMap({ state.attempt($0) })?.text,
            let before = String(text.utf8.prefix(start))
        else { return "" }
        var lines = before.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        while let last = lines.last,
            last.hasPrefix("```") || !last.contains(where: { $0.isLetter || $0.isNumber })
        {
            lines.removeLast()
        }
        return lines.joined(separator: "\n")
    }

    private static func rows(of draft: PlanDraft, in state: SessionState) -> [Row] {
        draft.nodes.enumerated().map { position, node in
            Row(
                worker: node.worker?.resolve(in: state.pool)?.name ?? "?",
                subtask: node.subtask,
                sees: draft.graph.inputs[position].map { "\($0 + 1)" }.joined(separator: ", ")
            )
        }
    }

    private static func rows(of steps: [StepState], in state: SessionState) -> [Row] {
        let references = state.references
        return steps.map { step in
            let seen = step.step.access.compactMap { references[$0] }
            return Row(
                worker: step.step.worker,
                subtask: step.step.subtask,
                sees: seen.isEmpty ? "the question" : seen.joined(separator: ", ")
            )
        }
    }

    /// What was written before it, and the plan as a table of GitHub Flavored Markdown (section 4.10), in
    /// which every text is one cell.
    var markdown: String {
        let lines = rows.prefix(Self.mostRows).enumerated().map { position, row in
            let cells = ["\(position + 1)", row.worker, row.subtask, row.sees].map(Self.cell)
            return "| \(cells.joined(separator: " | ")) |"
        }
        let more =
            rows.count > Self.mostRows ? "\n\n\(rows.count - Self.mostRows) more steps." : ""
        return (prose.isEmpty ? "" : prose + "\n\n")
            + "| | worker | subtask | sees |\n| ---: | --- | --- | --- |\n"
            + lines.joined(separator: "\n") + more
    }

    private static func cell(_ text: String) -> String {
        Format.oneLine(text).reduce(into: "") { cell, character in
            // Nothing in a subtask is markup of the table.
            if "\\|`*_[]<>~#".contains(character) { cell.append("\\") }
            cell.append(character)
        }
    }
}

extension SessionScreen {
    /// Brings the table in a conductor's pane up to its plan.
    mutating func renewPlan(in pane: PaneID) {
        guard case .conductor(let id) = pane, let workflow = state.workflow(id),
            let table = PlanTable(workflow, in: state)
        else { return }
        documents[pane]?.showPlan(table.markdown)
    }
}
