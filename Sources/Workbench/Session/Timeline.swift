import CellUI
import PodiumCore

/// The line above the footer: what stood out, and when; in a replay, where it stands.
struct Timeline {
    let screen: SessionScreen
    let look: Look
    let now: Timestamp
    /// Whether a replay's events are counted here, for want of another line.
    var tellsCount = false

    private static let labelWidth = 8

    /// What stands at its right: how long the session is, or how far the replay.
    private var label: String {
        if tellsCount, let replay = screen.replay { return " \(ReplayCaption.counter(replay))" }
        guard let span else { return "" }
        return " \(Format.clock(span.end - span.start))"
    }

    private var span: (start: Timestamp, end: Timestamp)? {
        guard let start = screen.state.openedAt ?? screen.replay?.events.first?.time else {
            return nil
        }
        return (start, screen.replay?.events.last?.time ?? now)
    }

    func render(in area: Rect, into buffer: inout CellBuffer) {
        let line = area.inset(dx: 1, dy: 0)
        guard let (start, end) = span, line.width > 12 else { return }
        let label = label
        let width = track(in: area).width
        guard width > 0 else {
            buffer.write(label, at: line.origin, style: look.theme.subtle, in: line)
            return
        }
        let seconds = max(1, (end - start).inSeconds)
        func column(_ time: Timestamp) -> Int {
            min(width - 1, max(0, Int((time - start).inSeconds / seconds * Double(width - 1))))
        }
        let theme = look.theme
        let reached = screen.replay == nil ? width - 1 : column(screen.state.updatedAt ?? start)
        let track = look.unicode ? "━" : "-"
        for (length, style) in [(width, theme.border), (reached + 1, theme.accent)] {
            let text = String(repeating: track, count: length)
            buffer.write(text, at: line.origin, style: style, in: line)
        }
        // What is still to come in a replay can be seen, and aimed at.
        for (x, landmark) in weightiest(in: width, column).enumerated() {
            guard let landmark else { continue }
            let place = Point(x: line.x + x, y: line.y)
            buffer.write(look.sign(landmark), at: place, style: look.style(landmark), in: line)
        }
        if screen.replay != nil {
            buffer.write(
                look.unicode ? "◆" : "|",
                at: Point(x: line.x + reached, y: line.y),
                style: theme.text.bold(),
                in: line
            )
        }
        buffer.write(label, at: Point(x: line.x + width, y: line.y), style: theme.subtle, in: line)
    }

    /// The line itself, without what stands at its right: for the mouse too.
    func track(in area: Rect) -> Rect {
        let line = area.inset(dx: 1, dy: 0)
        return line.prefix(columns: max(0, line.width - max(Self.labelWidth, label.count)))
    }

    /// For each column the landmark that is shown of those that fall into it.
    private func weightiest(in width: Int, _ column: (Timestamp) -> Int) -> [Landmark?] {
        screen.markers.reduce(into: [Landmark?](repeating: nil, count: width)) { columns, marker in
            let x = column(marker.time)
            if (columns[x]?.rawValue ?? 0) <= marker.landmark.rawValue {
                columns[x] = marker.landmark
            }
        }
    }
}
