import CellUI

extension StartScreen {
    /// The bar at the top, and under it, where no real model is asked, how to get one.
    func renderHeader(
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look,
        isBusy: Bool,
        frame: Int
    ) {
        buffer.fill(area.row(0), style: look.theme.statusBar)
        var title = StyledText(" podium ", look.theme.statusBar.bold())
        title.append("ask several models at once, and watch them work", look.theme.statusBar)
        if isBusy { title.append("  \(look.spinner(frame))", look.theme.statusBar) }
        buffer.write(
            title.truncated(to: area.width, ellipsis: look.ellipsis),
            at: area.origin,
            in: area
        )
        if hasOnlyEmbeddedWorkers, area.height > 1 {
            let lead = Advice.leads.first { displayWidth(of: $0) < area.width } ?? ""
            buffer.write(
                lead,
                at: Point(x: area.x + 1, y: area.y + 1),
                style: look.theme.subtle,
                in: area
            )
        }
    }
}
