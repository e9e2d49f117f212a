import CellUI
import PodiumCore

/// Pages of figures and of what happened.
extension Workbench {
    private var theme: Theme { look.theme }

    var noticesPage: Page {
        let notices = session?.notices ?? []
        let start = session?.state.openedAt
        let width = max(20, size.width - 6)
        var lines: [StyledText] = []
        for notice in notices {
            let time = start.map { Format.clock(notice.time - $0) } ?? ""
            let text = WrappedText(Format.oneLine(notice.text), width: max(10, width - 8))
            for (row, part) in text.lines(in: 0..<text.lineCount).enumerated() {
                var line = StyledText(
                    row == 0 ? padded(time, to: 8) : padded("", to: 8),
                    theme.subtle
                )
                line.append(
                    String(part),
                    notice.kind == .trouble ? theme.warning : theme.text
                )
                lines.append(line)
            }
        }
        if lines.isEmpty { lines = [StyledText("Nothing out of the ordinary.", theme.subtle)] }
        return Page(.notices, title: "notices", lines: lines)
    }

    /// The question as it was asked, and the conversation it goes on with.
    var questionPage: Page {
        let opened = session?.state.opened
        var lines = wrapped(opened?.question ?? "", theme.text)
        if let client = opened?.client {
            let words = "Asked by \(SessionSummary.Client(client).sentence)."
            lines += [StyledText()] + wrapped(words, theme.subtle)
        }
        for exchange in opened?.conversation ?? [] {
            lines += [StyledText(), StyledText("asked before", theme.heading)]
            lines += wrapped(exchange.question, theme.subtle)
            lines += [StyledText("answered", theme.heading)]
            lines += wrapped(exchange.answer, theme.quote)
        }
        return Page(.question, title: "question", lines: lines)
    }

    /// Every message that the agent which is looked at was sent; nil before there is a call.
    var requestPage: Page? {
        guard let (name, request) = session?.request else { return nil }
        return Page(.request, title: "what \(name) was sent", lines: lines(of: request))
    }

    private func lines(of request: ModelRequest) -> [StyledText] {
        request.messages.flatMap { message in
            [StyledText("\(message.role.rawValue):", theme.subtle)]
                + wrapped(message.content, theme.text)
        }
    }

    func wrapped(_ text: String, _ style: Style) -> [StyledText] {
        let wrapped = WrappedText(text, width: max(20, min(size.width - 6, 100)))
        return wrapped.lines(in: 0..<wrapped.lineCount).map { StyledText(String($0), style) }
    }

    /// Exactly what one worker was shown of another's output, and all that it was sent.
    var edgePage: Page? {
        guard let edge = session?.selectedEdge else { return nil }
        var page = wrapped(edge.summary, theme.subtle)
        if let subtask = edge.subtask {
            page +=
                wrapped("The subtask of \(edge.seen):", theme.subtle)
                + wrapped(subtask, theme.quote)
        }
        if let text = edge.text {
            page += wrapped("The text:", theme.subtle) + wrapped(text, theme.text)
        }
        if let reader = session?.graph.selection?.agent,
            let request = session?.request(of: reader)?.request
        {
            page += [StyledText(), StyledText("All that it was sent:", theme.heading)]
            page += lines(of: request)
        }
        return Page(.edge, title: edge.title, lines: page)
    }

    /// A page as things stand now; nil when there is nothing to tell.
    func page(of content: Page.Content) -> Page? {
        switch content {
        case .keys: helpPage
        case .notices: noticesPage
        case .question: questionPage
        case .request: requestPage
        case .edge: edgePage
        case .why: whyPage
        case .policy: Page(.policy, title: "policy", lines: policyLines)
        case .providers: Page(.providers, title: "providers", lines: providerLines)
        case .scores: Page(.scores, title: "scores", lines: scoreLines)
        }
    }

    /// Makes an open page anew, where it is read.
    mutating func renewPage() {
        guard case .page(var page)? = overlay, let renewed = self.page(of: page.content) else {
            return
        }
        page.lines = renewed.lines
        opened?.overlay = .page(page)
    }

    /// Health, limits and prices of each worker, the way `podium models` tells them.
    private var providerLines: [StyledText] {
        let rows = records.rows
        let away = session?.state.away ?? []
        guard !rows.isEmpty else {
            return [StyledText("Nothing is known yet.", theme.subtle)]
        }
        let titles = [
            "worker", "provider", "price per M", "calls", "ok", "first", "median", "tok/s", "",
        ]
        let cells = rows.map { row in
            let health = row.health
            let left = away.first { $0.worker == row.worker.name }
            return [
                row.worker.name, row.worker.provider, Self.price(of: row.worker),
                "\(health?.calls ?? 0)",
                health?.successRate.map { "\(Int(($0 * 100).rounded(.down)))%" } ?? "-",
                Self.time(health?.secondsToFirstText?.median), Self.time(health?.seconds?.median),
                health?.tokensPerSecond.map { Format.decimals($0, 0) } ?? "-",
                left.map { "away: \($0.reason)" } ?? row.limits,
            ]
        }
        return table([titles] + cells)
    }

    /// Each kind of question with the workers that have done some, the best first; the kind of the
    /// question on screen before the others.
    private var scoreLines: [StyledText] {
        let board = records.board
        let others = ([QuestionKinds.all] + board.kinds).filter { $0 != records.kind }
        var rows = [["kind", "worker", "right", "wrong", "no verdict", "share, 95 % sure"]]
        for kind in [records.kind] + others {
            for (index, row) in board.rows(for: kind).enumerated() {
                let score = row.score(for: kind)
                rows.append([
                    index == 0 ? kind : "", row.worker, "\(score.right)", "\(score.wrong)",
                    "\(score.unjudged)", Self.share(score),
                ])
            }
        }
        guard rows.count > 1 else {
            let text =
                "Nobody has been judged yet: \(named(.verdictRight)) and \(named(.verdictWrong)) judge"
                + " an answer, and checkers do."
            return [StyledText(text, theme.subtle)]
        }
        let source =
            "Judged by what checkers found and by your verdicts; where a person wrote a part,"
            + " no fault counts."
        return table(rows) + [StyledText(), StyledText(source, theme.subtle)]
    }

    private static func share(_ score: Score) -> String {
        guard score.judged > 0 else { return "-" }
        func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
        return "\(percent(score.interval.lowerBound))-\(percent(score.interval.upperBound)) %"
    }

    private static func time(_ seconds: Double?) -> String {
        seconds.map { Format.duration(.milliseconds(Int($0 * 1_000))) } ?? "-"
    }

    /// Columns as wide as their widest cell; the first row is the heading.
    func table(_ rows: [[String]]) -> [StyledText] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.enumerated().map { index, row in
            let text = zip(row, widths).map { padded($0, to: $1 + 2) }.joined()
            return StyledText(text, index == 0 ? theme.subtle : theme.text)
        }
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - displayWidth(of: text)))
    }
}
