import CellUI
import PodiumCore

/// Tokens and cost of the run, of its parts, how fast it goes, the budget, and the forecast beside what
/// came.
struct MeterPane {
    /// By what a run's spending is told apart.
    enum Breakdown: Hashable, CaseIterable {
        case worker
        case step
        /// What the conductor took, what the steps took, and what was lost in calls that came to nothing.
        case role

        var name: String {
            switch self {
            case .worker: "by worker"
            case .step: "by step"
            case .role: "by role"
            }
        }
    }

    let state: SessionState
    var breakdown = Breakdown.worker
    let pace: Pace
    let look: Look
    let now: Timestamp

    func render(in area: Rect, into buffer: inout CellBuffer) {
        let frame = buffer.drawBox(
            in: area,
            border: look.border,
            style: look.theme.border,
            title: StyledText("meter", look.theme.title),
            trailingTitle: StyledText(breakdown.name, look.theme.subtle)
        )
        let inner = frame.inset(dx: 1, dy: 0)
        let lines = lines(width: inner.width)
        let room = max(0, inner.height)
        // What does not fit is told of in the place of the last that would.
        let shown = lines.count > room ? max(0, room - 1) : lines.count
        for (row, line) in lines.prefix(shown).enumerated() {
            buffer.write(
                line.truncated(to: inner.width, ellipsis: look.ellipsis),
                at: inner.row(row).origin,
                in: inner
            )
        }
        guard shown < lines.count, room > 0 else { return }
        buffer.write(
            "\(lines.count - shown) more lines",
            at: inner.row(shown).origin,
            style: look.theme.warning,
            in: inner
        )
    }

    /// The lines it has to tell in a pane of that width, frame included.
    func lineCount(width: Int) -> Int { lines(width: width - 4).count }

    private func lines(width: Int) -> [StyledText] {
        let parts = parts
        let whole = MeterTable.Row(name: "run", spent: state.spent, style: look.theme.text.bold())
        let table = MeterTable(rows: [whole] + parts, look: look).lines(width: width)
        // The head and the whole, what is left, the conductor, what is told in a line, then the parts.
        let first = breakdown == .role ? table.count : min(3, table.count)
        let budget = [budget(width: width)].compactMap { $0 }
        let units =
            state.spent.cost.nominal == 0
            ? [] : [StyledText("u: nominal units, no money", look.theme.subtle)]
        return table.prefix(2) + budget + table.prefix(first).dropFirst(2) + facts(width: width)
            + table.dropFirst(first) + units
    }

    private func facts(width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        if let speed = speed(width: width - 9) { lines.append(labelled("speed", speed)) }
        if let rate { lines.append(labelled("a minute", rate)) }
        guard let forecast = state.currentRound?.forecast else { return lines }
        let parts = forecast.shortParts
        let line = labelled("forecast", parts.joined(separator: ", "))
        lines +=
            line.width() <= width
            ? [line]
            : parts.enumerated().map { labelled($0 == 0 ? "forecast" : "", $1) }
        if let round = state.currentRound, let outcome = state.outcome(of: round.id) {
            let time = Format.duration(.milliseconds(outcome.milliseconds))
            lines.append(labelled("came to", "\(Format.cost(outcome.spent.cost)), \(time)"))
        }
        return lines
    }

    // MARK: Spending

    private var parts: [MeterTable.Row] {
        let conductor = row("conductor", look.theme.conductor) { $0.isConductors }
        switch breakdown {
        case .worker: return [conductor] + workers
        case .step: return [conductor] + steps
        case .role:
            return [
                conductor,
                row("steps", look.theme.worker) { !$0.isConductors && !$0.isLost },
                row("lost", look.theme.failed) { !$0.isConductors && $0.isLost },
            ]
        }
    }

    /// In the order in which they were first called.
    private var workers: [MeterTable.Row] {
        var names: [String] = []
        for attempt in state.attempts where !attempt.isConductors && !attempt.isByHand {
            if !names.contains(attempt.worker) { names.append(attempt.worker) }
        }
        return names.map { name in
            row(name, look.theme.subtle) { !$0.isConductors && $0.worker == name }
        }
    }

    /// Those that were called, by their numbers.
    private var steps: [MeterTable.Row] {
        let references = state.references
        return state.steps.compactMap { step in
            guard let spent = state.spending(on: step.attempts) else { return nil }
            let number = references[step.id] ?? ""
            return MeterTable.Row(
                name: "\(number) \(step.step.worker)",
                spent: spent,
                style: look.theme.subtle
            )
        }
    }

    private func row(
        _ name: String,
        _ style: Style,
        _ include: (AttemptState) -> Bool
    ) -> MeterTable.Row {
        let spent = state.attempts.lazy.filter(include).reduce(into: Spending()) { $0.add($1.used) }
        return MeterTable.Row(name: name, spent: spent, style: style)
    }

    private func labelled(_ label: String, _ text: String) -> StyledText {
        let padding = String(repeating: " ", count: max(0, 9 - label.count))
        var line = StyledText(label + padding, look.theme.text)
        line.append(text, look.theme.subtle)
        return line
    }

    // MARK: Speed, rate and budget

    /// `▁▃▅▇ 41 t/s, first 0.3s`: of the calls that run, together, and the longest wait for a first word
    /// among them. When none runs any more, what the run wrote a second.
    private func speed(width: Int) -> String? {
        guard state.attempts.contains(where: { !$0.isByHand }) else { return nil }
        let running = state.attempts.filter { $0.isRunning && $0.firstTextAt != nil }
        guard !running.isEmpty else { return meanSpeed ?? "waits for a first word" }
        let rate = running.compactMap { $0.tokensPerSecond(now: now) }.reduce(0, +)
        let first = running.compactMap(\.timeToFirstToken).max()
        let parts = [
            rate > 0 ? "\(Format.decimals(rate, 0)) t/s" : nil,
            first.map { "first \(Format.duration($0))" },
        ].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        let text = parts.joined(separator: ", ")
        let room = min(16, width - text.count - 1)
        guard room >= 4 else { return text }
        let bars = pace.sparkline(columns: room, now: now, unicode: look.unicode)
        return bars.isEmpty ? text : "\(bars) \(text)"
    }

    private var meanSpeed: String? {
        guard state.isClosed, let opened = state.openedAt,
            let end = state.attempts.compactMap(\.endedAt).max()
        else { return nil }
        let seconds = (end - opened - state.downtime).inSeconds
        guard seconds > 0.05 else { return nil }
        let rate = Double(state.spent.usage.output) / seconds
        return "\(Format.decimals(rate, 0)) t/s in all"
    }

    /// `10.2k tokens, $0.0310`, since the run was begun; nil in its first seconds.
    private var rate: String? {
        guard let opened = state.openedAt, state.spent.usage.total > 0 else { return nil }
        let minutes = (now - opened - state.downtime).inSeconds / 60
        guard minutes > 0.05 else { return nil }
        let spent = state.spent
        // A damaged history may hold any figures.
        func aMinute(_ figure: Int64) -> Int64 {
            Int64(min(max(Double(figure) / minutes, -1e18), 1e18))
        }
        let tokens = Format.tokens(Int(aMinute(Int64(spent.usage.total))))
        let cost = Cost(
            picodollars: aMinute(spent.cost.picodollars),
            nominal: aMinute(spent.cost.nominal)
        )
        return "\(tokens) tokens, \(Format.cost(cost))"
    }

    private func budget(width: Int) -> StyledText? {
        let spent = state.spent
        let shares = [
            state.budget.picodollars.map { Double(spent.cost.picodollars) / Double(max(1, $0)) },
            state.budget.tokens.map { Double(spent.usage.total) / Double(max(1, $0)) },
            state.budget.steps.map { Double(state.stepCalls) / Double(max(1, $0)) },
            state.budget.milliseconds.flatMap { limit in
                state.openedAt.map { opened in
                    (now - opened - state.downtime).inSeconds * 1_000 / Double(max(1, limit))
                }
            },
        ].compactMap { $0 }
        guard let share = shares.max() else { return nil }
        let told = "\(Format.percent(min(max(0, share), 9.99))) of \(state.budget.summary)"
        // The bar gives way before what it shows.
        let columns = min(8, max(0, width - 10 - displayWidth(of: told)))
        let gauge = Gauge(fraction: share, ascii: !look.unicode)
        let (filled, rest) = gauge.bar(columns: columns)
        var text = StyledText(columns > 0 ? "budget   " : "budget", look.theme.text)
        let style = share >= 1 ? look.theme.failed : look.theme.gauge
        text.append(filled, style)
        text.append(rest, look.theme.gaugeTrack)
        text.append(" \(told)", look.theme.text)
        return text
    }
}

extension AttemptState {
    fileprivate var isConductors: Bool {
        if case .conductor = agent { true } else { false }
    }

    fileprivate var isByHand: Bool { worker == Worker.personName }

    /// Whether it came to nothing.
    fileprivate var isLost: Bool {
        switch status {
        case .running, .finished: false
        case .failed, .cancelled: true
        }
    }
}
