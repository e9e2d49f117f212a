import CellUI
import PodiumCore

/// Tokens, cost and speed: conductor against workers, each worker, the budget and the forecast.
struct MeterPane {
    let state: SessionState
    let look: Look
    let now: Timestamp

    private struct Row {
        var name: String
        var tokens: String
        var cost: String
        var style: Style
    }

    func render(in area: Rect, into buffer: inout CellBuffer) {
        let frame = buffer.drawBox(
            in: area,
            border: look.border,
            style: look.theme.border,
            title: StyledText("meter", look.theme.title),
            trailingTitle: StyledText("tokens, cost", look.theme.subtle)
        )
        let inner = frame.inset(dx: 1, dy: 0)
        for (row, line) in lines(width: inner.width).prefix(max(0, inner.height)).enumerated() {
            buffer.write(
                line.truncated(to: inner.width, ellipsis: look.ellipsis),
                at: inner.row(row).origin,
                in: inner
            )
        }
    }

    /// The lines it has to tell in a pane of that width, frame included.
    func lineCount(width: Int) -> Int { lines(width: width - 4).count }

    private func lines(width: Int) -> [StyledText] {
        var lines = table(totals, width)
        if let budget { lines.append(budget) }
        if let speed { lines.append(labelled("speed", speed)) }
        if let forecast = state.currentRound?.forecast, !state.isClosed {
            let parts = forecast.shortParts
            let line = labelled("forecast", parts.joined(separator: ", "))
            lines +=
                line.width() <= width
                ? [line]
                : parts.enumerated().map { labelled($0 == 0 ? "forecast" : "", $1) }
        }
        lines += table(workers, width)
        if state.spent.cost.nominal != 0 {
            lines.append(StyledText("u: nominal units, no money", look.theme.subtle))
        }
        return lines
    }

    // MARK: Spending

    private var totals: [Row] {
        [
            row("conductor", look.theme.conductor) {
                if case .conductor = $0.agent { true } else { false }
            },
            row("workers", look.theme.text) { if case .step = $0.agent { true } else { false } },
        ]
    }

    /// In the order in which they were first called.
    private var workers: [Row] {
        var names: [String] = []
        for attempt in state.attempts {
            if case .step = attempt.agent, attempt.worker != Worker.personName,
                !names.contains(attempt.worker)
            {
                names.append(attempt.worker)
            }
        }
        return names.map { name in
            row(" \(name)", look.theme.subtle) { attempt in
                if case .step = attempt.agent { attempt.worker == name } else { false }
            }
        }
    }

    private func row(_ name: String, _ style: Style, _ include: (AttemptState) -> Bool) -> Row {
        let spent = state.attempts.lazy.filter(include).reduce(into: Spending()) { $0.add($1.used) }
        let mark = spent.isEstimate && spent.usage.total > 0 ? "~" : ""
        return Row(
            name: name,
            tokens: mark + Format.tokens(spent.usage.total),
            cost: spent.usage == .zero ? "" : mark + Format.cost(spent.cost),
            style: style
        )
    }

    /// Name, tokens and cost in columns; the name gives way first.
    private func table(_ rows: [Row], _ width: Int) -> [StyledText] {
        let costs = rows.map { displayWidth(of: $0.cost) }.max() ?? 0
        let nameWidth = max(4, min(16, width - costs - 9))
        return rows.map { row in
            let name = truncated(row.name, to: nameWidth, ellipsis: look.ellipsis)
            var text = StyledText(name + blank(nameWidth - displayWidth(of: name)), row.style)
            text.append(blank(7 - row.tokens.count) + row.tokens, look.theme.text)
            text.append(blank(costs + 2 - displayWidth(of: row.cost)) + row.cost, look.theme.cost)
            return text
        }
    }

    private func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    private func labelled(_ label: String, _ text: String) -> StyledText {
        var line = StyledText(label + blank(9 - label.count), look.theme.text)
        line.append(text, look.theme.subtle)
        return line
    }

    // MARK: Speed and budget

    /// `41 t/s, first 0.3s`: of the calls that run together, else of the last.
    private var speed: String? {
        let running = state.attempts.filter { $0.isRunning && $0.firstTextAt != nil }
        let called = state.attempts.filter { $0.worker != Worker.personName }
        let shown = running.isEmpty ? called.suffix(1) : running[...]
        let rate = shown.compactMap { $0.tokensPerSecond(now: now) }.reduce(0, +)
        let first = shown.compactMap(\.timeToFirstToken).max()
        let parts = [
            rate > 0 ? "\(Format.decimals(rate, 0)) t/s" : nil,
            first.map { "first \(Format.duration($0))" },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private var budget: StyledText? {
        let spent = state.spent
        let shares = [
            state.budget.picodollars.map { Double(spent.cost.picodollars) / Double(max(1, $0)) },
            state.budget.tokens.map { Double(spent.usage.total) / Double(max(1, $0)) },
            state.budget.steps.map { Double(state.stepCalls) / Double(max(1, $0)) },
            state.budget.milliseconds.flatMap { limit in
                state.openedAt.map { (now - $0).inSeconds * 1_000 / Double(max(1, limit)) }
            },
        ].compactMap { $0 }
        guard let share = shares.max() else { return nil }
        let (filled, rest) = Gauge(fraction: share, ascii: !look.unicode).bar(columns: 8)
        var text = StyledText("budget   ", look.theme.text)
        let style = share >= 1 ? look.theme.failed : look.theme.gauge
        text.append(filled, style)
        text.append(rest, look.theme.gaugeTrack)
        text.append(
            " \(Int((min(9.99, share) * 100).rounded())) % of \(state.budget.summary)",
            look.theme.text
        )
        return text
    }
}
