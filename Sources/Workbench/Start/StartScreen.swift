import CellUI
import PodiumCore

/// The first screen: ask a question, come back to a session that is open, pick a sample, open a past
/// session.
struct StartScreen: Sendable {
    enum Part: Int, CaseIterable {
        case editor, open, samples, history
    }

    enum Choice: Equatable {
        case ask(String)
        case open(SessionID)
    }

    let samples: [SampleQuestion]
    /// Whether questions go to the embedded workers alone.
    let hasOnlyEmbeddedWorkers: Bool
    /// How a question would be answered, each with the key that changes it.
    var asking: [Footer.Item] = []
    /// All sessions that are stored, the latest first.
    var sessions: [SessionSummary] = [] { didSet { sort() } }
    /// The sessions that this workbench has open.
    var open: [OpenSession] = [] {
        didSet { if open.map(\.id) != oldValue.map(\.id) { sort() } }
    }
    /// The stored ones that are not open.
    private(set) var history: [SessionSummary] = []
    private(set) var part = Part.editor
    private var editor = TextEditor(
        mode: .multiLine,
        placeholder: "Ask anything. Enter asks, Alt-Enter starts a new line."
    )
    private var lists: [Part: ListView] = [:]
    private var areas: [Part: Rect] = [:]
    /// Below this height not all parts have room.
    private static let leastHeight = 12

    init(samples: [SampleQuestion], hasOnlyEmbeddedWorkers: Bool = false) {
        self.samples = samples
        self.hasOnlyEmbeddedWorkers = hasOnlyEmbeddedWorkers
        lists[.samples] = ListView(count: samples.count)
    }

    /// Tells open from past ones.
    private mutating func sort() {
        let open = Set(open.map(\.id))
        history = sessions.filter { !open.contains($0.id) }
        lists[.history, default: ListView()].setCount(history.count)
        lists[.open, default: ListView()].setCount(open.count)
        if !parts.contains(part) { part = .editor }
    }

    /// Those that have something in them.
    private var parts: [Part] {
        Part.allCases.filter { part in
            switch part {
            case .editor, .samples: true
            case .open: !open.isEmpty
            case .history: !history.isEmpty
            }
        }
    }

    /// What Enter does here; nil when there is nothing to ask or open.
    var choice: Choice? {
        let row = lists[part]?.selection
        return switch part {
        case .editor: editor.text.contains { !$0.isWhitespace } ? .ask(editor.text) : nil
        case .open: row.map { .open(open[$0].id) }
        case .samples: row.map { .ask(samples[$0].question) }
        case .history: row.map { .open(history[$0].id) }
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

    /// Whether nothing has been written but this.
    func holds(only text: String) -> Bool { part == .editor && editor.text == text }

    mutating func paste(_ text: String) {
        part = .editor
        editor.paste(text)
    }

    mutating func moveFocus(by offset: Int) {
        let parts = parts
        let index = parts.firstIndex(of: part) ?? 0
        part = parts[(index + offset + parts.count) % parts.count]
    }

    /// So that Enter leads back to where one comes from, while it is open.
    mutating func focus(onOpen id: SessionID) {
        guard let row = open.firstIndex(where: { $0.id == id }) else { return }
        part = .open
        lists[.open]?.select(row)
    }

    /// What was asked need not stand there any longer.
    mutating func forget(_ question: String) {
        if editor.text == question { editor.setText("") }
    }

    /// Takes a question back that could not be asked, unless another is being written.
    mutating func remember(_ question: String) {
        part = .editor
        if editor.text.isEmpty { editor.setText(question) }
    }

    mutating func leaveEditor() { moveFocus(by: 1) }

    mutating func move(by offset: Int) {
        guard part != .editor else { return }
        if offset < 0, lists[part]?.selection == 0 {
            moveFocus(by: -1)
        } else {
            lists[part]?.move(by: offset)
        }
    }

    mutating func focus(at point: Point) {
        guard let found = areas.first(where: { $0.value.contains(point) }) else { return }
        part = found.key
        if let row = lists[part]?.row(at: point) { lists[part]?.select(row) }
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
        areas = areas(in: body)
        let table = SessionTable(
            history,
            width: (areas[.history]?.width ?? 0) - 4,
            now: now,
            look: look
        )
        renderList(
            .open,
            title: "open sessions",
            rows: open.map { $0.row(frame: frame) },
            into: &buffer,
            look: look
        )
        renderList(
            .samples,
            title: "samples",
            rows: samples.map { Row(text: $0.title, note: "") },
            into: &buffer,
            look: look
        )
        renderList(
            .history,
            title: "past sessions",
            heading: table.heading,
            rows: history.indices.map { row in
                Row(text: Self.text(of: history[row], look: look), note: table.text(row))
            },
            into: &buffer,
            look: look
        )
        return renderEditor(into: &buffer, look: look)
    }

    /// Where the parts stand. On a low screen the one in focus has all of it.
    private func areas(in body: Rect) -> [Part: Rect] {
        guard body.height >= Self.leastHeight else { return [part: body] }
        var areas: [Part: Rect] = [:]
        var rest: Rect
        (areas[.editor], rest) = body.split(top: min(max(3, body.height / 4), 8))
        if !open.isEmpty {
            (areas[.open], rest) = rest.split(top: min(open.count + 2, max(3, rest.height / 3)))
        }
        guard !history.isEmpty else {
            areas[.samples] = rest
            return areas
        }
        // The table has many columns, and samples are few and short.
        let (few, many) =
            rest.width >= 90
            ? rest.split(left: max(24, rest.width / 4))
            : rest.split(top: min(samples.count + 2, max(3, rest.height * 2 / 5)))
        areas[.samples] = few
        areas[.history] = many
        return areas
    }

    private mutating func renderEditor(into buffer: inout CellBuffer, look: Look) -> Point? {
        guard areas[.editor] != nil else { return nil }
        let inner = frame(
            .editor,
            title: "question",
            note: "",
            bottom: askingText(look),
            into: &buffer,
            look: look
        )
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
        let row = lists[part]?.selection
        return switch part {
        case .editor: nil
        case .open: row.map { open[$0].question }
        case .samples: row.map { samples[$0].question }
        case .history: row.map { history[$0].question }
        }
    }

    /// A line of a list, and what stands at its right edge.
    struct Row {
        var text: String
        var note: String
        /// Whether it must not be overlooked.
        var isUrgent = false
    }

    private mutating func renderList(
        _ part: Part,
        title: String,
        heading: String = "",
        rows: [Row],
        into buffer: inout CellBuffer,
        look: Look
    ) {
        guard areas[part] != nil else { return }
        let note = lists[part]?.selection.map { "\($0 + 1) of \(rows.count)" } ?? ""
        let inner = frame(
            part,
            title: title,
            note: heading,
            bottom: StyledText(note, look.theme.subtle),
            into: &buffer,
            look: look
        )
        lists[part]?.render(
            in: inner,
            into: &buffer,
            selection: self.part == part ? look.theme.selection : nil
        ) { index, line, buffer in
            let row = rows[index]
            let noteWidth = displayWidth(of: row.note)
            let text = truncated(
                Format.oneLine(row.text),
                to: max(0, line.width - noteWidth - 3),
                ellipsis: look.ellipsis
            )
            buffer.write(
                text,
                at: Point(x: line.x + 1, y: line.y),
                style: row.isUrgent ? look.theme.warning : look.theme.text,
                in: line
            )
            buffer.write(
                row.note,
                at: Point(x: line.maxX - noteWidth - 1, y: line.y),
                style: row.isUrgent ? look.theme.warning : look.theme.subtle,
                in: line
            )
        }
    }

    private func frame(
        _ part: Part,
        title: String,
        note: String,
        bottom: StyledText,
        into buffer: inout CellBuffer,
        look: Look
    ) -> Rect {
        let isFocused = self.part == part
        return buffer.drawBox(
            in: areas[part] ?? .zero,
            border: isFocused ? look.focusedBorder : look.border,
            style: isFocused ? look.theme.borderFocused : look.theme.border,
            title: StyledText(title, look.theme.title),
            trailingTitle: StyledText(note, look.theme.subtle),
            bottomTitle: bottom
        )
    }

    private func askingText(_ look: Look) -> StyledText {
        asking.enumerated().reduce(into: StyledText()) { text, entry in
            if entry.offset > 0 { text.append("  ", look.theme.border) }
            if !entry.element.key.isEmpty {
                text.append("\(entry.element.key) ", look.theme.keyHint)
            }
            text.append(entry.element.label, look.theme.subtle)
        }
    }
}
