import CellUI
import PodiumCore

/// One node as a row of the tree: `✓ 3 reckoner ← 1 2`, indented by its layer and by the nodes
/// within which it stands.
struct GraphTreeRow {
    private let model: GraphModel
    private let index: Int
    private let selection: GraphView.Selection?
    private var node: GraphModel.Node { model.nodes[index] }

    /// What a label keeps before the references behind it are shortened.
    private static let leastLabel = 8

    init(_ model: GraphModel, node: Int, selection: GraphView.Selection?) {
        self.model = model
        index = node
        self.selection = selection
    }

    func render(in row: Rect, look: Look, frame: Int, into buffer: inout CellBuffer) {
        let isSelected = selection == .node(node.pane)
        var line = StyledText(
            String(repeating: " ", count: indentation(in: row.width)),
            look.theme.text
        )
        line.append(look.sign(node.state, frame: frame) + " ", look.style(node.state))
        let tail = tail(look)
        let room = max(0, row.width - line.width())
        let label = truncated(
            node.label,
            to: max(min(Self.leastLabel, room), room - tail.width()),
            ellipsis: look.ellipsis
        )
        line.append(label, isSelected ? look.theme.text.bold() : look.theme.text)
        line.runs += tail.runs
        let figures = figures(in: row.width - line.width(), look)
        let place = Point(x: row.maxX - figures.width(), y: row.y)
        let textRoom = row.width - line.width() - figures.width() - 2
        if textRoom >= Self.leastSubtask, !node.subtask.isEmpty, !node.isConductor {
            line.append(look.separator + node.subtask, look.theme.subtle)
        }
        line = line.truncated(
            to: row.width - (figures.isEmpty ? 0 : figures.width() + 1),
            ellipsis: look.ellipsis
        )
        buffer.write(line, at: row.origin, in: row)
        buffer.write(figures, at: place, in: row)
        if isSelected { buffer.restyle(row) { $0.overlaid(by: look.theme.selection) } }
    }

    /// Tokens and cost where there is room for both, and the time taken or the tokens a second.
    private func figures(in room: Int, _ look: Look) -> StyledText {
        var figures = StyledText()
        if let used = node.used {
            let tokens = look.down + (used.isEstimate ? "~" : "") + Format.tokens(used.usage.output)
            figures.append("\(tokens) ", look.theme.subtle)
            figures.append(Format.cost(used.cost, isEstimate: used.isEstimate), look.theme.cost)
            figures.append("  ", look.theme.text)
        }
        // Notes stand under each other.
        let note =
            String(repeating: " ", count: max(0, 6 - displayWidth(of: node.note))) + node.note
        figures.append(note, look.theme.subtle)
        if figures.width() + 2 + Self.leastSubtask <= room { return figures }
        let brief = node.note(within: room - 2, look)
        return brief.isEmpty ? StyledText() : StyledText(brief, look.theme.subtle)
    }

    private static let leastSubtask = 12

    /// Badges, and the nodes that this one sees.
    private func tail(_ look: Look) -> StyledText {
        var tail = StyledText()
        if !node.badges.isEmpty {
            tail.append(" ", look.theme.text)
            tail.runs += look.signs(node.badges).runs
        }
        if let (first, last) = wholeRun {
            tail.append(
                look.unicode ? " ← \(first)–\(last)" : " <- \(first)-\(last)",
                look.theme.subtle
            )
            return tail
        }
        for (position, input) in seen.enumerated() {
            let arrow = look.unicode ? " ←" : " <-"
            if position == 0 { tail.append(arrow, look.theme.subtle) }
            let isSelected =
                selection == .edge(from: model.nodes[input].pane, to: node.pane)
            let reference = model.reference(to: input, from: index)
            tail.append(
                isSelected ? " [\(reference)]" : " \(reference)",
                isSelected ? look.theme.accent.bold() : look.theme.subtle
            )
        }
        return tail
    }

    /// The first and last of the numbers that it sees, where they are three or more without a gap and none
    /// of these edges is selected.
    private var wholeRun: (first: Int, last: Int)? {
        if case .edge(_, node.pane)? = selection { return nil }
        let numbers = seen.map { model.nodes[$0].number }
        guard numbers.count > 2, let first = numbers.first, let last = numbers.last,
            seen.allSatisfy({ model.nodes[$0].workflow == node.workflow }),
            zip(numbers, numbers.dropFirst()).allSatisfy({ $0 + 1 == $1 })
        else { return nil }
        return (first, last)
    }

    /// The conductor of a step's own round goes without saying, unless that edge is selected.
    private var seen: [Int] {
        model.graph.inputs[index].filter { input in
            let other = model.nodes[input]
            return !other.isConductor || other.workflow != node.workflow
                || selection == .edge(from: other.pane, to: node.pane)
        }
    }

    /// Two columns a layer, as long as a third of the row at least is left to the text.
    private func indentation(in width: Int) -> Int {
        let most = max(0, min(width / 3, width - 14))
        return min(2 * Self.depths(of: model)[index], most)
    }

    /// Each node's layer within its round, below the node within which it stands.
    private static func depths(of model: GraphModel) -> [Int] {
        var depths: [Int] = []
        for (index, node) in model.nodes.enumerated() {
            let outer = node.parent.map { depths[$0] + 1 } ?? 0
            let above = model.graph.inputs[index].filter {
                model.nodes[$0].workflow == node.workflow
            }
            depths.append(above.map { depths[$0] + 1 }.max() ?? outer)
        }
        return depths
    }
}
