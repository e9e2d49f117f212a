import CellUI
import PodiumCore

/// Tokens and cost: conductor against workers, each worker, and the budget.
struct MeterPane {
    let state: SessionState
    let look: Look
    let now: Timestamp

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
                at: Point(x: inner.x, y: inner.y + row),
                in: inner
            )
        }
    }

    private func lines(width: Int) -> [StyledText] {
        let theme = look.theme
        var rows: [StyledText] = [
            row(
                "conductor",
                spending { if case .conductor = $0.agent { true } else { false } },
                width,
                theme.conductor
            ),
            row(
                "workers",
                spending { if case .step = $0.agent { true } else { false } },
                width,
                theme.text
            ),
        ]
        if let budget { rows.append(budget) }
        for name in workers {
            let spent = spending { attempt in
                if case .step = attempt.agent { attempt.worker == name } else { false }
            }
            rows.append(row(" \(name)", spent, width, theme.subtle))
        }
        if state.spent.cost.nominal != 0 {
            rows.append(StyledText("u: nominal units, no money", theme.subtle))
        }
        return rows
    }

    /// Workers in the order they were first called.
    private var workers: [String] {
        var names: [String] = []
        for attempt in state.attempts {
            if case .step = attempt.agent, !names.contains(attempt.worker) {
                names.append(attempt.worker)
            }
        }
        return names
    }

    private func spending(_ include: (AttemptState) -> Bool) -> Spending {
        state.attempts.lazy.filter(include).reduce(into: Spending()) { $0.add($1.used) }
    }

    private func row(_ name: String, _ spent: Spending, _ width: Int, _ style: Style) -> StyledText
    {
        let mark = spent.isEstimate && spent.usage.total > 0 ? "~" : ""
        let tokens = "\(mark)\(Format.tokens(spent.usage.total))"
        let cost = spent.usage == .zero ? "" : mark + Format.cost(spent.cost)
        // Name, tokens and cost in columns; the name gives way first.
        let costWidth = min(max(12, displayWidth(of: cost)), max(0, width - 12))
        let nameWidth = max(4, min(14, width - costWidth - 8))
        let label = truncated(name, to: nameWidth, ellipsis: look.ellipsis)
        var text = StyledText(label + blank(nameWidth - displayWidth(of: label)), style)
        text.append(blank(8 - tokens.count) + tokens, look.theme.text)
        text.append(blank(costWidth - displayWidth(of: cost)) + cost, look.theme.cost)
        return text
    }

    private func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    private var budget: StyledText? {
        let spent = state.spent
        let shares = [
            state.budget.picodollars.map { Double(spent.cost.picodollars) / Double(max(1, $0)) },
            state.budget.tokens.map { Double(spent.usage.total) / Double(max(1, $0)) },
            state.budget.steps.map { Double(state.stepCalls) / Double(max(1, $0)) },
        ].compactMap { $0 }
        guard let share = shares.max() else { return nil }
        let filled = Int((min(1, share) * 10).rounded())
        let bar =
            String(repeating: look.unicode ? "▇" : "#", count: filled)
            + String(repeating: look.unicode ? "▁" : ".", count: 10 - filled)
        var text = StyledText("budget  ", look.theme.text)
        text.append(bar, share >= 1 ? look.theme.failed : look.theme.cost)
        text.append(" \(Int((min(9.99, share) * 100).rounded())) %", look.theme.text)
        return text
    }
}
