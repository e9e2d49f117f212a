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
        let selected = selectedEdges
        drawLines(into: &buffer)
        if !selected.isEmpty {
            var path = LineCanvas(size: layout.size)
            for edge in selected { path.line(through: layout.corners(of: edge)) }
            draw(path, into: &buffer)
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
        let targets = Set(selected.map(\.to))
        for node in model.nodes.indices {
            drawHead(of: node, isSelected: targets.contains(node), into: &buffer)
        }
    }

    /// The edge that is selected, or all of the node that is.
    private var selectedEdges: [GraphLayout.Edge] {
        switch selection {
        case .edge(let from, let to)?: [model.edge(from: from, to: to)].compactMap { $0 }
        case .node(let pane)?: model.index(of: pane).map(model.edges(at:)) ?? []
        case nil: []
        }
    }

    /// What has come out of a node has its colour; what is still to come is quiet.
    private func style(ofEdgeFrom node: Int) -> Style {
        let source = model.nodes[node]
        switch source.state {
        case .finished, .cutOff:
            return source.isConductor ? look.theme.conductor : look.theme.series(source.number)
        case .failed, .cancelled, .brokenOff: return look.style(source.state)
        case .forming, .waiting, .running, .retrying, .asking, .skipped: return look.theme.subtle
        }
    }

    private func screen(_ point: Point) -> Point {
        Point(x: point.x + origin.x, y: point.y + origin.y)
    }

    /// The part of the layout that is in view.
    private var shown: Rect {
        clip.offset(dx: -origin.x, dy: -origin.y).intersection(Rect(layout.size))
    }

    private func drawLines(into buffer: inout CellBuffer) {
        let styles = lineStyles
        for y in shown.minY..<shown.maxY {
            for x in shown.minX..<shown.maxX where !layout.canvas[x, y].isEmpty {
                let point = Point(x: x, y: y)
                let character = LineCanvas.character(
                    for: layout.canvas[x, y],
                    unicode: look.unicode
                )
                let style = styles[point] ?? look.theme.subtle
                buffer.write(String(character), at: screen(point), style: style, in: clip)
            }
        }
    }

    /// Lines have the style of their source. What lines of several styles share is nobody's.
    private var lineStyles: [Point: Style] {
        guard layout.edges.count <= Self.mostColoured else { return [:] }
        var styles: [Point: Style] = [:]
        for edge in layout.edges {
            let style = style(ofEdgeFrom: edge.from)
            for cell in layout.cells(of: edge) where shown.contains(cell) {
                let known = styles.updateValue(style, forKey: cell)
                if let known, known != style { styles[cell] = look.theme.subtle }
            }
        }
        return styles
    }

    /// Of very many nothing can be told apart by colour.
    private static let mostColoured = 200

    /// Draws what stands out over what is there.
    private func draw(_ path: LineCanvas, into buffer: inout CellBuffer) {
        for y in shown.minY..<shown.maxY {
            for x in shown.minX..<shown.maxX where !path[x, y].isEmpty {
                let character = LineCanvas.heavyCharacter(
                    for: path[x, y],
                    among: layout.canvas[x, y],
                    unicode: look.unicode
                )
                let point = screen(Point(x: x, y: y))
                let style = look.theme.accent.bold()
                buffer.write(String(character), at: point, style: style, in: clip)
            }
        }
    }

    private func drawHead(
        of node: Int,
        isSelected: Bool,
        into buffer: inout CellBuffer
    ) {
        guard let head = layout.head(of: node) else { return }
        let style = isSelected ? look.theme.accent.bold() : look.theme.subtle
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
