import CellUI
import PodiumCore

/// The first line: the question, and how the session stands.
struct StatusBar {
    let screen: SessionScreen
    let look: Look
    let now: Timestamp
    let frame: Int

    func render(in area: Rect, into buffer: inout CellBuffer) {
        let theme = look.theme
        buffer.fill(area, style: theme.statusBar)
        var figures = figures(of: .all)
        for part in [Part.most, .least] where area.width - figures.width() < Self.leastQuestion {
            figures = self.figures(of: part)
        }
        let room = max(0, area.width - figures.width() - 2)
        var left = StyledText(" podium ", theme.statusBar.bold())
        left.append(look.unicode ? "▸ " : "> ", theme.statusBar)
        if let earlier = screen.state.opened?.conversation.count, earlier > 0 {
            left.append("\(earlier + 1)\(look.separator)", theme.statusBar)
        }
        left.append(Format.oneLine(screen.state.opened?.question ?? ""), theme.statusBar)
        buffer.write(left.truncated(to: room, ellipsis: look.ellipsis), at: area.origin, in: area)
        buffer.write(
            figures,
            at: Point(x: max(area.x, area.maxX - figures.width()), y: area.y),
            in: area
        )
    }

    /// What of the figures is shown: the question comes before tokens, and at last before steps.
    private enum Part { case all, most, least }

    private static let leastQuestion = 30

    private func figures(of part: Part) -> StyledText {
        let base = look.theme.statusBar
        let standing = SessionStanding(screen, look: look, now: now, frame: frame)
        let (sign, word) = (standing.sign, standing.word)
        // What waits for a person must not be overlooked.
        var text =
            standing.isUrgent
            ? StyledText(" \(sign) \(word) ", base.bold().reverse())
            : StyledText("\(sign) \(word)", base.bold())
        if let replay = screen.replay {
            text.append("  \(speed(replay.speed))", base)
        }
        if let progress, part != .least { text.append("  \(progress)", base) }
        text.append("  \(Format.clock(elapsed))", base)
        let spent = screen.state.spent
        if part == .all {
            text.append("  " + look.tokens(spent.usage, isEstimate: spent.isEstimate), base)
        }
        text.append("  \(screen.cost) ", base.bold())
        return text
    }

    /// `3/5 steps`: how many steps of the round have an output.
    private var progress: String? {
        guard let round = screen.state.currentRound, round.accepted != nil else { return nil }
        let steps = screen.state.steps(of: round.id)
        guard steps.count > 1 else { return nil }
        return "\(steps.count { $0.output != nil })/\(steps.count) steps"
    }

    private var elapsed: Duration {
        screen.state.openedAt.map { now - $0 } ?? .zero
    }

    private func speed(_ speed: Double) -> String {
        let times = look.unicode ? "×" : "x"
        return speed < 1 ? "1/\(Int(1 / speed))\(times)" : "\(Int(speed))\(times)"
    }
}
