import CellUI
import PodiumCore

/// Draws the workflow: boxes and arrows, or a tree where there is no room for them.
struct GraphPane {
    let model: GraphModel
    let look: Look
    let frame: Int
    /// What is said while there is nothing to draw.
    var placeholder = "The workflow appears here."

    /// Arranges the view for the area, and draws it.
    func render(in area: Rect, view: inout GraphView, into buffer: inout CellBuffer) {
        let picture = view.arrange(model, in: area)
        guard !model.nodes.isEmpty else {
            let text = WrappedText(placeholder, width: max(1, area.width))
            for (row, line) in text.lines(in: 0..<area.height).enumerated() {
                buffer.write(line, at: area.row(row).origin, style: look.theme.subtle, in: area)
            }
            return
        }
        switch picture.drawing {
        case .boxes(let layout, let zoom):
            GraphBoxes(
                model: model,
                layout: layout,
                zoom: zoom,
                selection: view.selection,
                look: look,
                frame: frame,
                origin: picture.origin(scrolledBy: view.offset),
                clip: area
            )
            .render(into: &buffer)
        case .tree:
            // The last column is for the marks.
            let isCut = picture.contentSize.height > area.height
            for node in model.nodes.indices {
                let place = picture.rect(of: node)
                let row = place.offset(dx: area.x, dy: area.y - view.offset.y)
                guard row.y >= area.minY, row.y < area.maxY else { continue }
                GraphTreeRow(model, node: node, selection: view.selection)
                    .render(
                        in: isCut ? row.prefix(columns: row.width - 1) : row,
                        look: look,
                        frame: frame,
                        into: &buffer
                    )
            }
        }
        drawScrollMarks(view.hiddenSides, in: area, into: &buffer)
    }

    private func drawScrollMarks(
        _ sides: Set<GraphView.Direction>,
        in area: Rect,
        into buffer: inout CellBuffer
    ) {
        let middle = area.y + area.height / 2
        let marks: [(GraphView.Direction, String, Point)] = [
            (.up, look.unicode ? "↑" : "^", Point(x: area.maxX - 1, y: area.y)),
            (.down, look.unicode ? "↓" : "v", Point(x: area.maxX - 1, y: area.maxY - 1)),
            (.left, look.unicode ? "←" : "<", Point(x: area.x, y: middle)),
            (.right, look.unicode ? "→" : ">", Point(x: area.maxX - 1, y: middle)),
        ]
        for (side, mark, point) in marks where sides.contains(side) {
            buffer.write(mark, at: point, style: look.theme.accent.bold(), in: area)
        }
    }
}
