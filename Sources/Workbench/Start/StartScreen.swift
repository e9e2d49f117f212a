import CellUI
import PodiumCore

/// The first screen: ask a question, pick a sample, open a past session.
struct StartScreen: Sendable {
    enum Part: Int, CaseIterable {
        case editor, samples, history
    }

    enum Choice: Equatable {
        case ask(String)
        case open(SessionID)
    }

    let samples: [SampleQuestion]
    var history: [SessionSummary] = [] {
        didSet { selectedSession = min(selectedSession, max(0, history.count - 1)) }
    }
    private(set) var part = Part.editor
    private var editor = TextEditor(
        mode: .multiLine,
        placeholder: "Ask anything. Enter asks, Alt-Enter starts a new line."
    )
    private var selectedSample = 0
    private var selectedSession = 0
    private var areas: [Part: Rect] = [:]
    /// Below this height not all parts have room.
    private static let leastHeight = 12

    init(samples: [SampleQuestion]) {
        self.samples = samples
    }

    /// What Enter does here; nil when there is nothing to ask or open.
    var choice: Choice? {
        switch part {
        case .editor:
            let question = editor.text
            return question.contains { !$0.isWhitespace } ? .ask(question) : nil
        case .samples:
            return samples.indices.contains(selectedSample)
                ? .ask(samples[selectedSample].question) : nil
        case .history:
            return history.indices.contains(selectedSession)
                ? .open(history[selectedSession].id) : nil
        }
    }

    // MARK: Input

    /// Whether a key is text for the editor rather than a command.
    func takesText(_ key: Key) -> Bool {
        guard part == .editor else { return false }
        switch key {
        case .enter, .tab, .backTab, .escape, .function: return false
        case .ctrl(let letter): return !"cz".contains(letter)
        // "?" in an empty editor asks for help; in a question it is a question mark.
        case .character("?"): return !editor.text.isEmpty
        default: return true
        }
    }

    mutating func edit(_ key: Key) {
        if key == .altEnter || key == .shiftEnter || key == .ctrl("j") {
            editor.insert("\n")
        } else if !editor.handle(key), key == .down {
            moveFocus(by: 1)
        }
    }

    mutating func paste(_ text: String) {
        part = .editor
        editor.paste(text)
    }

    mutating func moveFocus(by offset: Int) {
        let parts = Part.allCases.filter { $0 != .history || !history.isEmpty }
        let index = parts.firstIndex(of: part) ?? 0
        part = parts[(index + offset + parts.count) % parts.count]
    }

    mutating func leaveEditor() { part = .samples }

    mutating func move(by offset: Int) {
        switch part {
        case .editor: break
        case .samples:
            if selectedSample + offset < 0 { part = .editor }
            selectedSample = min(max(0, selectedSample + offset), max(0, samples.count - 1))
        case .history:
            selectedSession = min(max(0, selectedSession + offset), max(0, history.count - 1))
        }
    }

    mutating func move(byKey key: Key) {
        switch key {
        case .character("j"): move(by: 1)
        case .character("k"): move(by: -1)
        case .pageDown: move(by: 10)
        case .pageUp: move(by: -10)
        default: break
        }
    }

    mutating func focus(at point: Point) {
        guard let found = areas.first(where: { $0.value.contains(point) }) else { return }
        part = found.key
        let row = point.y - found.value.y - 1
        switch part {
        case .editor: break
        case .samples: selectedSample = min(max(0, firstRow(.samples) + row), samples.count - 1)
        case .history:
            selectedSession = min(max(0, firstRow(.history) + row), max(0, history.count - 1))
        }
    }

    // MARK: Drawing

    mutating func render(
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look,
        now: Timestamp,
        isBusy: Bool,
        frame: Int
    ) -> Point? {
        let (header, body) = area.split(top: area.height >= 14 ? 2 : 1)
        renderHeader(in: header, into: &buffer, look: look, isBusy: isBusy, frame: frame)
        areas = parts(in: body)

        renderList(
            .samples,
            title: "samples",
            rows: samples.map { ($0.title, "") },
            selected: selectedSample,
            into: &buffer,
            look: look
        )
        renderList(
            .history,
            title: "past sessions",
            rows: history.map {
                Self.row($0, look: look, isShort: (areas[.history]?.width ?? 0) < 56)
            },
            selected: selectedSession,
            into: &buffer,
            look: look
        )
        return renderEditor(into: &buffer, look: look)
    }

    private func renderHeader(
        in area: Rect,
        into buffer: inout CellBuffer,
        look: Look,
        isBusy: Bool,
        frame: Int
    ) {
        buffer.fill(area.row(0), style: look.theme.statusBar)
        var title = StyledText(" podium ", look.theme.statusBar.bold())
        title.append("ask several models at once, and watch them work", look.theme.statusBar)
        if isBusy { title.append("  \(look.spinner(frame))", look.theme.statusBar) }
        buffer.write(
            title.truncated(to: area.width, ellipsis: look.ellipsis),
            at: area.origin,
            in: area
        )
    }

    /// Where the parts stand. On a low screen the one in focus has all of it.
    private func parts(in body: Rect) -> [Part: Rect] {
        guard body.height >= Self.leastHeight else { return [part: body] }
        let (top, rest) = body.split(top: min(max(3, body.height / 4), 8))
        let lists = layout(
            history.isEmpty ? [.flexible] : [.flexible, .flexible],
            in: rest,
            axis: rest.width >= 90 ? .horizontal : .vertical
        )
        var areas: [Part: Rect] = [.editor: top, .samples: lists[0]]
        if lists.count > 1 { areas[.history] = lists[1] }
        return areas
    }

    private mutating func renderEditor(into buffer: inout CellBuffer, look: Look) -> Point? {
        guard areas[.editor] != nil else { return nil }
        let inner = frame(.editor, title: "question", note: "", into: &buffer, look: look)
            .inset(dx: 1, dy: 0)
        if editor.isEmpty, let asked = selectedQuestion {
            // More than the box can show need not be laid out.
            let shown = String(asked.prefix(inner.width * inner.height))
            let question = WrappedText(shown, width: inner.width)
            for (row, line) in question.lines(in: 0..<inner.height).enumerated() {
                buffer.write(line, at: inner.row(row).origin, style: look.theme.quote, in: inner)
            }
            return nil
        }
        editor.wrapWidth = max(1, inner.width)
        editor.render(in: inner, into: &buffer, theme: look.theme)
        return part == .editor ? editor.cursorPosition(in: inner) : nil
    }

    /// What the selected sample or session asks, whole.
    private var selectedQuestion: String? {
        switch part {
        case .editor: nil
        case .samples:
            samples.indices.contains(selectedSample) ? samples[selectedSample].question : nil
        case .history:
            history.indices.contains(selectedSession) ? history[selectedSession].question : nil
        }
    }

    private func renderList(
        _ part: Part,
        title: String,
        rows: [(text: String, note: String)],
        selected: Int,
        into buffer: inout CellBuffer,
        look: Look
    ) {
        guard areas[part] != nil else { return }
        let note = rows.isEmpty ? "" : "\(selected + 1) of \(rows.count)"
        let inner = frame(part, title: title, note: note, into: &buffer, look: look)
        let first = firstRow(part)
        for (index, row) in rows.enumerated().dropFirst(first).prefix(inner.height) {
            let line = inner.row(index - first)
            let noteWidth = displayWidth(of: row.note)
            let text = truncated(
                Format.oneLine(row.text),
                to: max(0, line.width - noteWidth - 3),
                ellipsis: look.ellipsis
            )
            buffer.write(
                text,
                at: Point(x: line.x + 1, y: line.y),
                style: look.theme.text,
                in: line
            )
            buffer.write(
                row.note,
                at: Point(x: line.maxX - noteWidth - 1, y: line.y),
                style: look.theme.subtle,
                in: line
            )
            if index == selected, self.part == part {
                buffer.restyle(line) { $0.overlaid(by: look.theme.selection) }
            }
        }
    }

    /// The first row in view, so that the selected one is visible.
    private func firstRow(_ part: Part) -> Int {
        let height = max(1, (areas[part]?.height ?? 2) - 2)
        return max(0, (part == .samples ? selectedSample : selectedSession) - height + 1)
    }

    private func frame(
        _ part: Part,
        title: String,
        note: String,
        into buffer: inout CellBuffer,
        look: Look
    ) -> Rect {
        let isFocused = self.part == part
        return buffer.drawBox(
            in: areas[part] ?? .zero,
            border: isFocused ? look.focusedBorder : look.border,
            style: isFocused ? look.theme.borderFocused : look.theme.border,
            title: StyledText(title, look.theme.title),
            trailingTitle: StyledText(note, look.theme.subtle)
        )
    }

    /// A past session as a list shows it.
    static func row(
        _ session: SessionSummary,
        look: Look,
        isShort: Bool = false
    ) -> (text: String, note: String) {
        let node: NodeState =
            switch session.status {
            case .running: .running
            case .answered: .finished
            case .failed, .budget: .failed
            case .cancelled, .interrupted: .cancelled
            }
        let time = session.openedAt.calendar
        let status = session.status.rawValue
        let padding = String(repeating: " ", count: max(0, 11 - status.count))
        return (
            "\(look.sign(node, frame: 0)) \(session.question)",
            isShort
                ? "\(time.dayText.suffix(5)) \(time.minuteText)"
                : "\(status)\(padding) \(time.dayText) \(time.minuteText)"
        )
    }
}
