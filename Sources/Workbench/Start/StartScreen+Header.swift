import CellUI

extension StartScreen {
    /// The bar at the top, with the address at the right where this process serves, and under it, where
    /// no real model is asked, how to get one.
    func renderHeader(
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look,
        isBusy: Bool,
        frame: Int
    ) {
        buffer.fill(area.row(0), style: look.theme.statusBar)
        var title = StyledText(" podium ", look.theme.statusBar.bold())
        let busy = isBusy ? "  \(look.spinner(frame))" : ""
        let serves = serving.map { " \($0.text(look)) " } ?? ""
        // What is true at the moment comes before what is true always.
        let room = area.width - title.width() - displayWidth(of: busy + serves)
        if serves.isEmpty || room >= displayWidth(of: Self.motto) {
            title.append(Self.motto, look.theme.statusBar)
        }
        title.append(busy, look.theme.statusBar)
        let (left, right) = area.row(0).split(
            right: min(displayWidth(of: serves), area.width - title.width())
        )
        buffer.write(
            title.truncated(to: left.width, ellipsis: look.ellipsis),
            at: left.origin,
            in: left
        )
        buffer.write(
            truncated(serves, to: right.width, ellipsis: look.ellipsis),
            at: right.origin,
            style: look.theme.statusBar,
            in: right
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

    private static let motto = "ask several models at once, and watch them work"
}

extension Serving {
    /// `serving at http://127.0.0.1:7634 · 2 under way · 1 waits`
    fileprivate func text(_ look: Look) -> String {
        var parts = ["serving at \(address)"]
        if running > 0 { parts.append("\(running) under way") }
        if waiting > 0 { parts.append("\(waiting) \(waiting == 1 ? "waits" : "wait")") }
        return parts.joined(separator: look.separator)
    }
}
