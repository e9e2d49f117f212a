import CellUI
import PodiumCore

/// Draws the pane of an agent, or of the answer: its box with name, state and figures, and its text.
struct AgentPane {
    let pane: PaneID
    let title: AgentTitle
    let isFocused: Bool
    let look: Look
    let now: Timestamp
    var isPinned = false

    func render(
        in area: Rect,
        screen: inout SessionScreen,
        into buffer: inout CellBuffer
    ) {
        guard area.height >= PaneTiling.leastHeight, area.width >= 4 else {
            let text = screen.beginning(of: pane)
            return AgentRow(title: title, text: text, isFocused: isFocused, look: look)
                .render(in: area.prefix(rows: 1), into: &buffer)
        }
        let theme = look.theme
        let quiet = pane == .answer ? look.style(title.node) : theme.border
        let inner = buffer.drawBox(
            in: area,
            border: isFocused ? look.focusedBorder : look.border,
            style: isFocused ? theme.borderFocused : quiet,
            title: name,
            trailingTitle: state(in: area.width, screen.paces[pane]),
            bottomTitle: StyledText(),
            bottomTrailingTitle: StyledText(figures(in: area.width), theme.subtle)
        )
        let most = screen.isZoomed ? inner.width : PaneTiling.mostTextWidth
        let text = inner.inset(dx: Self.margin(inner.width), dy: 0).prefix(columns: most)
        screen.documents[pane]?.layOut(width: text.width, look: look)
        let told = head(above: screen.documents[pane], width: text.width)
        // Some of the notes are seen in any case.
        let room = max(0, text.height - (screen.documents[pane]?.lineCount(atMost: 4) ?? 0))
        let (upper, body) = text.split(top: min(told.count, room))
        render(told, in: upper, into: &buffer)
        let (lines, below) = screen.lines(of: pane, in: body.size, look: look)
        screen.sectionRows[pane] = lines.indices.filter { lines[$0].isHeader }.map { body.y + $0 }
        let styler = LineStyler(look: look)
        for (row, line) in lines.enumerated() {
            buffer.write(styler.styled(line), at: body.row(row).origin, in: body)
            if pane == .answer, !look.showsMarkdown { buffer.restyle(body.row(row)) { $0.bold() } }
        }
        let above = screen.documents[pane]?.linesAbove ?? 0
        renderBottom(above: above, below: below, in: area.lastRow, into: &buffer)
    }

    /// In the lower edge: how much lies below the view, or how much is likely to come.
    private func renderBottom(
        above: Int,
        below: Int,
        in edge: Rect,
        into buffer: inout CellBuffer
    ) {
        var text = bottom(below: below, in: edge.width)
        let room = edge.width - 6 - displayWidth(of: figures(in: edge.width))
        if above > 0, below == 0 {
            let told = StyledText("\(above) above", look.theme.subtle)
            var both = told
            if !text.isEmpty { both.append(look.separator, look.theme.subtle) }
            both.runs += text.runs
            text = both.width() + 2 <= room || text.isEmpty ? both : text
        }
        guard !text.isEmpty, text.width() + 2 <= room else { return }
        var line = StyledText(" ", look.theme.text)
        line.runs += text.runs
        line.append(" ", look.theme.text)
        buffer.write(line, at: Point(x: edge.x + 1, y: edge.y), in: edge)
    }

    private static func margin(_ width: Int) -> Int { width > 8 ? 1 : 0 }

    /// How wide the text is in a pane of a width: no wider than can be read with ease.
    static func textWidth(in width: Int) -> Int {
        let inner = max(0, width - 2)
        return min(PaneTiling.mostTextWidth, inner - 2 * margin(inner))
    }

    /// The lines above the notes, as long as the agent has written nothing: what it waits for and
    /// will be told, and a blank one before the notes.
    private func head(above document: PaneDocument?, width: Int) -> [StyledText] {
        guard document?.hasOnlyNotes ?? true else { return [] }
        let told = waiting(width: width)
        return document?.isEmpty ?? true || told.isEmpty ? told : told + [StyledText()]
    }

    /// No screen is higher: of a longer text it is not asked how long it is.
    static let highestPane = 400

    /// The height, frame included, at which all of it is seen.
    func wantedHeight(of document: inout PaneDocument, width: Int) -> Int {
        head(above: document, width: width).count
            + document.lineCount(atMost: Self.highestPane) + 2
    }

    /// What it waits for, and the whole of what it will be told.
    private func waiting(width: Int) -> [StyledText] {
        guard width > 0 else { return [] }
        let waiting = truncated(title.waiting, to: width, ellipsis: look.ellipsis)
        let order = WrappedText(title.order, width: width, policy: look.widthPolicy)
        return (waiting.isEmpty ? [] : [StyledText(waiting, look.theme.subtle)])
            + order.lines(in: 0..<order.lineCount).map { StyledText(String($0), look.theme.quote) }
    }

    private func render(_ lines: [StyledText], in area: Rect, into buffer: inout CellBuffer) {
        for (row, line) in lines.prefix(area.height).enumerated() {
            buffer.write(line, at: area.row(row).origin, in: area)
        }
    }

    /// What stands at the right of the lower edge, where a word about what is out of view has room too: the
    /// number of calls gives way.
    private func figures(in width: Int) -> String {
        let whole = [title.calls, title.figures].filter { !$0.isEmpty }.joined(separator: "  ")
        return displayWidth(of: whole) + Self.leastNote <= width ? whole : title.figures
    }

    /// The frame, and `1234 more`.
    private static let leastNote = 18

    private var name: StyledText {
        var text = StyledText(title.name, look.theme.title)
        if isPinned { text.append(" *", look.theme.accent) }
        if !title.subtask.isEmpty {
            text.append(look.separator + title.subtask, look.theme.subtle)
        }
        return text
    }

    /// How it has been writing, and how it stands.
    private func state(in width: Int, _ pace: Pace?) -> StyledText {
        var text = StyledText()
        if title.node == .running, width >= Self.leastWidthOfPace, let pace {
            let columns = min(16, width / 6)
            let bars = pace.sparkline(columns: columns, now: now, unicode: look.unicode)
            if !bars.isEmpty { text.append(bars + " ", look.theme.gauge) }
        }
        text.append(title.state, look.style(title.node))
        return text
    }

    private static let leastWidthOfPace = 50

    private func bottom(below: Int, in width: Int) -> StyledText {
        if below > 0 { return StyledText("\(below) more", look.theme.warning) }
        guard width >= Self.leastWidthOfPace else { return StyledText() }
        guard let remaining = title.remaining else {
            let odds = title.odds.isEmpty ? "" : "preferred \(title.odds)"
            return StyledText(odds, look.theme.subtle)
        }
        let (filled, rest) = Gauge(fraction: remaining.share, ascii: !look.unicode).bar(columns: 8)
        var text = StyledText(filled, look.theme.gauge)
        text.append(rest, look.theme.gaugeTrack)
        text.append(" \(remaining.text)", look.theme.subtle)
        return text
    }
}
