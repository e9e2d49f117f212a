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
        let figures = self.figures
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

    private var figures: StyledText {
        let base = look.theme.statusBar
        let (sign, word) = standing
        // What waits for a person must not be overlooked.
        let isUrgent = screen.replay == nil && screen.isRunning && waiting != nil
        var text =
            isUrgent
            ? StyledText(" \(sign) \(word) ", base.bold().reverse())
            : StyledText("\(sign) \(word)", base.bold())
        if let replay = screen.replay {
            text.append("  \(speed(replay.speed))", base)
        }
        text.append("  \(Format.clock(elapsed))", base)
        let spent = screen.state.spent
        text.append("  " + look.tokens(spent.usage, isEstimate: spent.isEstimate), base)
        let cost =
            spent.cost == .zero && hasNominalPrices
            ? "0 u" : Format.cost(spent.cost, isEstimate: spent.isEstimate)
        text.append("  \(cost) ", base.bold())
        return text
    }

    /// Whether nobody in the pool costs money.
    private var hasNominalPrices: Bool {
        screen.state.pool.allSatisfy { $0.price?.currency == .nominal }
    }

    private var elapsed: Duration {
        screen.state.openedAt.map { now - $0 } ?? .zero
    }

    private var standing: (String, String) {
        if let replay = screen.replay {
            let play = look.unicode ? "▶" : ">"
            let pause = look.unicode ? "⏸" : "="
            if replay.isAtEnd { return (look.unicode ? "■" : "#", "replay, end") }
            return replay.isPlaying ? (play, "replay") : (pause, "replay, paused")
        }
        if screen.broken != nil { return (look.sign(.failed, frame: 0), "broken off") }
        switch screen.state.closed?.outcome {
        case .answered: return (look.sign(.finished, frame: 0), "answered")
        case .failed: return (look.sign(.failed, frame: 0), "no answer")
        case .cancelled: return (look.sign(.cancelled, frame: 0), "cancelled")
        case .budget: return (look.sign(.failed, frame: 0), "budget spent")
        case nil: return waiting ?? (look.spinner(frame), "running")
        }
    }

    /// What the run waits for a person for, if it does.
    private var waiting: (String, String)? {
        let sign = look.sign(.asking, frame: 0)
        let awaitsApproval = screen.state.rounds.contains(where: \.awaitsApproval)
        if screen.state.isHeld { return (sign, awaitsApproval ? "held, approve?" : "held") }
        if awaitsApproval { return (sign, "approve?") }
        let asks = screen.state.steps.contains { NodeState($0) == .asking }
        return asks ? (sign, "waits for you") : nil
    }

    private func speed(_ speed: Double) -> String {
        let times = look.unicode ? "×" : "x"
        return speed < 1 ? "1/\(Int(1 / speed))\(times)" : "\(Int(speed))\(times)"
    }
}
