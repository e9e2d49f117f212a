import CellUI
import PodiumCore

/// Draws the workflow: boxes and arrows where they fit, a tree where they do not.
struct GraphPane {
    let model: GraphModel
    let look: Look
    let selected: PaneID
    let frame: Int

    /// Odd, so that every box has a middle column and straight edges stay straight.
    private var boxWidths: [Int] {
        model.nodes.map { min(displayWidth(of: $0.label) + 6, 26) | 1 }
    }

    /// The pane's size, frame included, at which the drawing fits; that of the tree where the
    /// boxes would be too much for the screen.
    func wantedSize(within screen: Size) -> Size {
        let layout = GraphLayout(model.graph, widths: boxWidths)
        if layout.size.width + 4 <= screen.width * 2 / 5 {
            return Size(width: layout.size.width + 4, height: layout.size.height + 2)
        }
        let labels = model.nodes.map { displayWidth(of: $0.label) + 14 }.max() ?? 0
        return Size(width: labels, height: model.nodes.count + 2)
    }

    /// Returns where each agent was drawn, for the mouse.
    func render(in area: Rect, into buffer: inout CellBuffer) -> [PaneID: Rect] {
        guard !model.nodes.isEmpty else {
            buffer.write(
                "The workflow appears here",
                at: area.origin,
                style: look.theme.subtle,
                in: area
            )
            return [:]
        }
        let layout = GraphLayout(model.graph, widths: boxWidths)
        if layout.size.width <= area.width, layout.size.height <= area.height {
            return renderBoxes(layout, in: area, into: &buffer)
        }
        return renderTree(in: area, into: &buffer)
    }

    // MARK: Boxes

    private func renderBoxes(
        _ layout: GraphLayout,
        in area: Rect,
        into buffer: inout CellBuffer
    ) -> [PaneID: Rect] {
        let dx = area.x + (area.width - layout.size.width) / 2
        let dy = area.y
        var canvas = LineCanvas()
        for edge in layout.edges { canvas.line(through: edge.points) }
        for (point, directions) in canvas.cells {
            let character = LineCanvas.character(for: directions, unicode: look.unicode)
            buffer.write(
                String(character),
                at: Point(x: point.x + dx, y: point.y + dy),
                style: look.theme.subtle,
                in: area
            )
        }
        var areas: [PaneID: Rect] = [:]
        for (node, box) in zip(model.nodes, layout.boxes) {
            let box = box.offset(dx: dx, dy: dy)
            draw(node, in: box, into: &buffer)
            areas[node.pane] = box
        }
        for edge in layout.edges {
            guard let end = edge.points.last else { continue }
            buffer.write(
                look.arrowHead,
                at: Point(x: end.x + dx, y: end.y + dy),
                style: look.theme.subtle,
                in: area
            )
        }
        return areas
    }

    private func draw(_ node: GraphModel.Node, in box: Rect, into buffer: inout CellBuffer) {
        let isSelected = node.pane == selected
        let style = look.style(node.state)
        let inner = buffer.drawBox(
            in: box,
            border: isSelected ? look.focusedBorder : look.border,
            style: isSelected ? look.theme.borderFocused : style
        )
        buffer.fill(inner, style: look.theme.text)
        let sign = look.sign(node.state, frame: frame)
        let label = truncated(node.label, to: max(0, inner.width - 4), ellipsis: look.ellipsis)
        let text = isSelected ? look.theme.text.bold() : look.theme.text
        let used = buffer.write(" \(label)", at: inner.origin, style: text, in: inner)
        buffer.write(" \(sign)", at: Point(x: inner.x + used, y: inner.y), style: style, in: inner)
    }

    // MARK: Tree

    private func renderTree(in area: Rect, into buffer: inout CellBuffer) -> [PaneID: Rect] {
        var areas: [PaneID: Rect] = [:]
        let rows = min(area.height, model.nodes.count)
        // When not all fit, the selected one is kept in view.
        let chosen = model.nodes.firstIndex { $0.pane == selected } ?? 0
        let first = max(0, min(chosen - rows + 1, model.nodes.count - rows))
        for (row, index) in (first..<first + rows).enumerated() {
            let node = model.nodes[index]
            let line = area.row(row)
            let isSelected = node.pane == selected
            let text = isSelected ? look.theme.text.bold() : look.theme.text
            var x = line.x
            x += buffer.write(
                branch(index),
                at: Point(x: x, y: line.y),
                style: look.theme.subtle,
                in: line
            )
            x += buffer.write(
                look.sign(node.state, frame: frame) + " ",
                at: Point(x: x, y: line.y),
                style: look.style(node.state),
                in: line
            )
            x += buffer.write(node.label, at: Point(x: x, y: line.y), style: text, in: line)
            buffer.write(
                sees(index),
                at: Point(x: x, y: line.y),
                style: look.theme.subtle,
                in: line
            )
            if isSelected { buffer.restyle(line) { $0.overlaid(by: look.theme.selection) } }
            areas[node.pane] = line
        }
        return areas
    }

    private var hasConductor: Bool {
        if case .conductor? = model.nodes.first?.pane { true } else { false }
    }

    private func branch(_ index: Int) -> String {
        guard hasConductor, index > 0 else { return "" }
        let isLast = index == model.nodes.count - 1
        return look.unicode ? (isLast ? "└─" : "├─") : (isLast ? "`-" : "|-")
    }

    /// `← 1 2`: the steps this one may see.
    private func sees(_ index: Int) -> String {
        let offset = hasConductor ? 0 : 1
        let inputs = model.graph.inputs[index].filter { !(hasConductor && $0 == 0) }
        guard !inputs.isEmpty else { return "" }
        let arrow = look.unicode ? "←" : "<-"
        return " \(arrow) " + inputs.map { "\($0 + offset)" }.joined(separator: " ")
    }
}
