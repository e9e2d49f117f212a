import CellUI
import PodiumCore

/// What a row of a chooser stands for.
enum Choice: Hashable, Sendable {
    case command(Command)
    case worker(String)
    case theme(String)
    case setting(Setting)
    case session(SessionID)
}

/// What is chosen for.
enum ChoicePurpose: Sendable {
    case command
    case reroute(StepID)
    /// The worker of a step that is inserted behind another, or before all.
    case insert(after: StepID?)
    case withdraw, readmit
    case theme(ThemeChoice)
    case setting
    case session
}

/// The themes that are chosen among, and the one there was before any was looked at.
struct ThemeChoice: Sendable {
    let themes: [NamedTheme]
    var before: Theme

    func theme(named name: String) -> Theme? { themes.first { $0.name == name }?.theme }
}

/// A list of which one is chosen, narrowed by typing.
struct Chooser: Sendable {
    struct Row: Sendable {
        var choice: Choice
        var text: String
        /// At the right edge: a key, a price.
        var note: String
        /// More to search by.
        var keywords = ""
    }

    let title: String
    var purpose: ChoicePurpose
    private let rows: [Row]
    /// The rows that fit the query, the best first.
    private var shown: [Row]
    private var query = TextEditor(mode: .singleLine)
    private(set) var selection = 0
    private var list = Rect.zero
    private var frame = Rect.zero
    private var first = 0

    init(_ title: String, for purpose: ChoicePurpose, rows: [Row], selected: Choice? = nil) {
        self.title = title
        self.purpose = purpose
        self.rows = rows
        shown = rows
        selection = selected.flatMap { choice in rows.firstIndex { $0.choice == choice } } ?? 0
        query.placeholder = "type to narrow"
    }

    var selected: Choice? { shown.indices.contains(selection) ? shown[selection].choice : nil }

    mutating func handle(_ key: Key) -> OverlayResult {
        switch key {
        case .escape, .ctrl("c"): return .closed
        case .enter: return selected.map(OverlayResult.chosen) ?? .open
        case .up, .ctrl("p"), .backTab: select(selection - 1)
        case .down, .ctrl("n"), .tab: select(selection + 1)
        case .pageUp: select(selection - max(1, list.height - 1))
        case .pageDown: select(selection + max(1, list.height - 1))
        case .home where query.isEmpty: select(0)
        case .end where query.isEmpty: select(shown.count - 1)
        default: if query.handle(key) { narrow() }
        }
        return .open
    }

    mutating func paste(_ text: String) {
        query.paste(text)
        narrow()
    }

    mutating func press(at point: Point) -> OverlayResult {
        guard frame.contains(point) else { return .closed }
        let row = first + point.y - list.y
        guard list.contains(point), shown.indices.contains(row) else { return .open }
        selection = row
        return .chosen(shown[row].choice)
    }

    private mutating func select(_ index: Int) {
        selection = min(max(0, index), max(0, shown.count - 1))
    }

    private mutating func narrow() {
        let text = query.text
        let fitting = rows.enumerated().compactMap { index, row in
            FuzzyMatch(text, in: "\(row.text) \(row.keywords)").map { (match: $0, index: index) }
        }
        // Of equals, the one that stood first.
        shown = fitting.sorted { left, right in
            left.match == right.match ? left.index < right.index : left.match > right.match
        }
        .map { rows[$0.index] }
        selection = 0
    }

    mutating func render(in area: Rect, into buffer: inout CellBuffer, look: Look) -> Point? {
        let widths = rows.map { displayWidth(of: $0.text) + displayWidth(of: $0.note) + 3 }
        let size = Size(
            width: min(max(40, (widths.max() ?? 0) + 4), 100),
            height: min(rows.count, 20) + 4
        )
        let inner: Rect
        (frame, inner) = OverlayFrame(title: title, hint: "enter takes\(look.separator)esc leaves")
            .render(size, in: area, into: &buffer, look: look)
        let (input, rest) = inner.split(top: 1)
        list = rest.split(top: 1).1
        buffer.write(look.unicode ? "› " : "> ", at: input.origin, style: look.theme.keyHint)
        let field = input.split(left: 2).1
        query.render(in: field, into: &buffer, theme: look.theme)
        let position = shown.isEmpty ? "" : "\(selection + 1) of \(shown.count)"
        buffer.write(
            position,
            at: Point(x: max(input.x, input.maxX - position.count), y: input.y),
            style: look.theme.subtle,
            in: input
        )
        first = max(0, min(selection - list.height + 1, shown.count - list.height), 0)
        for (offset, row) in shown.dropFirst(first).prefix(list.height).enumerated() {
            draw(row, in: list.row(offset), into: &buffer, look: look)
            if first + offset == selection {
                buffer.restyle(list.row(offset)) { $0.overlaid(by: look.theme.selection) }
            }
        }
        if shown.isEmpty {
            buffer.write("nothing fits", at: list.origin, style: look.theme.subtle, in: list)
        }
        return query.cursorPosition(in: field)
    }

    private func draw(_ row: Row, in line: Rect, into buffer: inout CellBuffer, look: Look) {
        let noteWidth = min(displayWidth(of: row.note), line.width / 2)
        buffer.write(
            truncated(
                row.text,
                to: max(0, line.width - noteWidth - 1),
                ellipsis: look.ellipsis
            ),
            at: line.origin,
            style: look.theme.text,
            in: line
        )
        buffer.write(
            truncated(row.note, to: noteWidth, ellipsis: look.ellipsis),
            at: Point(x: line.maxX - noteWidth, y: line.y),
            style: look.theme.subtle,
            in: line
        )
    }
}
