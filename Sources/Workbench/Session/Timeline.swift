import CellUI
import PodiumCore

/// The line above the footer: when steps started and ended; in a replay, where it stands.
struct Timeline {
    let screen: SessionScreen
    let look: Look
    let now: Timestamp

    private static let labelWidth = 8

    /// The line itself, without the time at its right.
    static func track(in area: Rect) -> Rect {
        let line = area.inset(dx: 1, dy: 0)
        return line.prefix(columns: max(0, line.width - labelWidth))
    }

    func render(in area: Rect, into buffer: inout CellBuffer) {
        let line = area.inset(dx: 1, dy: 0)
        guard let start = screen.state.openedAt ?? screen.replay?.events.first?.time,
            line.width > 12
        else { return }
        let end = screen.replay?.events.last?.time ?? now
        let label = " \(Format.clock(end - start))"
        let width = Self.track(in: area).width
        let span = max(1, (end - start).inSeconds)
        func column(_ time: Timestamp) -> Int {
            min(width - 1, max(0, Int((time - start).inSeconds / span * Double(width - 1))))
        }
        let theme = look.theme
        let reached = screen.replay == nil ? width - 1 : column(screen.state.updatedAt ?? start)
        let track = look.unicode ? "━" : "-"
        buffer.write(
            String(repeating: track, count: width),
            at: line.origin,
            style: theme.border,
            in: line
        )
        buffer.write(
            String(repeating: track, count: reached + 1),
            at: line.origin,
            style: theme.accent,
            in: line
        )
        // What is still to come in a replay can be seen, and aimed at.
        for (times, style) in [(screen.recorded, theme.border), (screen.landmarks, theme.accent)] {
            for time in times {
                let place = Point(x: line.x + column(time), y: line.y)
                buffer.write(look.unicode ? "●" : "o", at: place, style: style, in: line)
            }
        }
        if screen.replay != nil {
            buffer.write(
                look.unicode ? "◆" : "#",
                at: Point(x: line.x + reached, y: line.y),
                style: theme.text.bold(),
                in: line
            )
        }
        buffer.write(label, at: Point(x: line.x + width, y: line.y), style: theme.subtle, in: line)
    }
}
