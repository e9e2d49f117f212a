import PodiumCore

/// A plan as a table, also while it is being written: who does what, and what each sees.
struct PlanTable {
    private struct Row {
        var worker: String
        var subtask: String
        var sees: String
    }

    /// In less than this a table is all line breaks.
    static let leastWidth = 56

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
        let inputs = draft.graph.inputs
        return draft.nodes.enumerated().map { position, node in
            Row(
                worker: node.worker?.resolve(in: state.pool)?.name ?? "?",
                subtask: node.subtask,
                sees: node.access == nil ? "" : seen(inputs[position].map { "\($0 + 1)" })
            )
        }
    }

    private static func rows(of steps: [StepState], in state: SessionState) -> [Row] {
        let references = state.references
        return steps.map { step in
            Row(
                worker: step.step.worker,
                subtask: step.step.subtask,
                sees: seen(step.step.access.compactMap { references[$0] })
            )
        }
    }

    private static func seen(_ references: [String]) -> String {
        references.isEmpty ? "the question" : references.joined(separator: ", ")
    }

    /// What was written before it, and the plan as a table of GitHub Flavored Markdown (section 4.10), in
    /// which every text is one cell.
    ///
    /// - Parameter isNarrow: whether a table would be all line breaks: then it is a list.
    func markdown(isNarrow: Bool) -> String {
        (prose.isEmpty ? "" : prose + "\n\n") + (isNarrow ? list : table)
            + (rows.count > Self.mostRows ? "\n\n\(rows.count - Self.mostRows) more steps." : "")
    }

    private var table: String {
        let lines = rows.prefix(Self.mostRows).enumerated().map { position, row in
            let cells = ["\(position + 1)", row.worker, row.subtask, row.sees].map(Self.cell)
            return "| \(cells.joined(separator: " | ")) |"
        }
        return "| | worker | subtask | sees |\n| ---: | --- | --- | --- |\n"
            + lines.joined(separator: "\n")
    }

    private var list: String {
        rows.prefix(Self.mostRows).enumerated().map { position, row in
            let cells = [row.worker, row.subtask, row.sees].map(Self.cell)
            let sees = row.sees.isEmpty ? "" : " *sees \(cells[2])*"
            return "\(position + 1). **\(cells[0])** \(cells[1])\(sees)"
        }.joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        Format.oneLine(text).reduce(into: "") { cell, character in
            // Nothing in a subtask is markup of the table.
            if "\\|`*_[]<>~#$&".contains(character) { cell.append("\\") }
            cell.append(character)
        }
    }
}

/// What the table of a plan that stands depends on.
struct PlanVersion: Hashable, Sendable {
    var decisions: Int
    var isNarrow: Bool
}

extension SessionScreen {
    /// Brings the table in a conductor's pane up to its plan.
    ///
    /// - Parameter width: of its text.
    mutating func renewPlan(in pane: PaneID, width: Int) {
        guard case .conductor(let id) = pane, let workflow = state.workflow(id),
            // What stands in for a plan that could not be read was not written here.
            workflow.accepted?.origin != .fallback
        else { return }
        // Once it stands, decisions alone change it.
        let isNarrow = width < PlanTable.leastWidth
        let version =
            workflow.accepted == nil
            ? nil : PlanVersion(decisions: state.overrides.count, isNarrow: isNarrow)
        if let version, planVersions[id] == version { return }
        guard let table = PlanTable(workflow, in: state) else { return }
        planVersions[id] = version
        documents[pane]?.showPlan(table.markdown(isNarrow: isNarrow))
    }
}
