import CellUI
import PodiumCore

/// Draws the boxes, frames and lines of a layout into the part of a buffer that shows them.
struct GraphBoxes {
    let model: GraphModel
    let layout: GraphLayout
    let zoom: GraphView.Zoom
    let selection: GraphView.Selection?
    let look: Look
    let frame: Int
    /// Where the layout's first cell stands.
    let origin: Point
    let clip: Rect

    func render(into buffer: inout CellBuffer) {
        let selected = selectedEdge
        drawLines(layout.canvas, isSelected: false, into: &buffer)
        if let selected {
            var path = LineCanvas(size: layout.size)
            path.line(through: layout.corners(of: selected))
            drawLines(path, isSelected: true, into: &buffer)
        }
        for (node, area) in layout.frames.sorted(by: { $0.key < $1.key }) {
            draw(frameOf: node, area, into: &buffer)
        }
        for (index, node) in model.nodes.enumerated() {
            let isSelected = selection == .node(node.pane)
            let box = GraphBox(node: node, size: layout.boxes[index].size, look: look)
            let leaves = layout.frames[index] == nil && layout.isSource(index)
            let lines = box.lines(isSelected: isSelected, frame: frame, leaves: leaves)
            for (row, line) in lines.enumerated() {
                let place = layout.boxes[index].origin
                buffer.write(line, at: screen(Point(x: place.x, y: place.y + row)), in: clip)
            }
        }
        for node in model.nodes.indices { drawHead(of: node, selected, into: &buffer) }
    }

    private var selectedEdge: GraphLayout.Edge? {
        guard case .edge(let from, let to)? = selection else { return nil }
        return model.edge(from: from, to: to)
    }

    private func screen(_ point: Point) -> Point {
        Point(x: point.x + origin.x, y: point.y + origin.y)
    }

    private func drawLines(
        _ canvas: LineCanvas,
        isSelected: Bool,
        into buffer: inout CellBuffer
    ) {
        let style = isSelected ? look.theme.accent.bold() : look.theme.subtle
        let shown = clip.offset(dx: -origin.x, dy: -origin.y).intersection(Rect(canvas.size))
        for y in shown.minY..<shown.maxY {
            for x in shown.minX..<shown.maxX where !canvas[x, y].isEmpty {
                let character =
                    isSelected
                    ? LineCanvas.heavyCharacter(
                        for: canvas[x, y],
                        among: layout.canvas[x, y],
                        unicode: look.unicode
                    )
                    : LineCanvas.character(for: canvas[x, y], unicode: look.unicode)
                let point = screen(Point(x: x, y: y))
                buffer.write(String(character), at: point, style: style, in: clip)
            }
        }
    }

    private func drawHead(
        of node: Int,
        _ selected: GraphLayout.Edge?,
        into buffer: inout CellBuffer
    ) {
        guard let head = layout.head(of: node) else { return }
        let style = selected?.to == node ? look.theme.accent.bold() : look.theme.subtle
        buffer.write(look.arrowHead, at: screen(head), style: style, in: clip)
    }

    /// The frame around what stands within a node. Its upper border touches the node's box.
    private func draw(frameOf node: Int, _ area: Rect, into buffer: inout CellBuffer) {
        let style = look.theme.border
        let side = look.unicode ? "┆" : ":"
        let dash = look.unicode ? "╌" : "."
        let corners = look.unicode ? ["╭", "╮", "╰", "╯"] : [".", ".", ".", "."]
        let edge = String(repeating: dash, count: max(0, area.width - 2))
        func write(_ text: String, _ x: Int, _ y: Int) {
            buffer.write(text, at: screen(Point(x: x, y: y)), style: style, in: clip)
        }
        write(corners[0] + edge + corners[1], area.x, area.y)
        for y in area.minY + 1..<max(area.minY + 1, area.maxY - 1) {
            write(side, area.x, y)
            write(side, area.maxX - 1, y)
        }
        write(corners[2] + edge + corners[3], area.x, area.maxY - 1)
        let title = " within \(model.nodes[node].number) "
        if displayWidth(of: title) + 4 <= area.width { write(title, area.x + 2, area.y) }
        if layout.isSource(node) {
            write(look.unicode ? "┬" : "+", area.x + area.width / 2, area.maxY - 1)
        }
    }
}
