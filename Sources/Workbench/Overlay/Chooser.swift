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
        /// At the right edge: a key, figures. All rows have as many.
        var columns: [String]
        /// More to search by.
        var keywords = ""
    }

    let title: String
    var purpose: ChoicePurpose
    /// What the columns tell; nil when that is plain.
    private let heading: [String]?
    private let rows: [Row]
    private let widths: [Int]
    private let widest: Int
    /// The rows that fit the query, the best first.
    private var shown: [Row]
    private var query = TextEditor(mode: .singleLine)
    private(set) var selection = 0
    private var list = Rect.zero
    private var frame = Rect.zero
    private var first = 0

    init(
        _ title: String,
        for purpose: ChoicePurpose,
        heading: [String]? = nil,
        rows: [Row],
        selected: Choice? = nil
    ) {
        self.title = title
        self.purpose = purpose
        self.heading = heading
        self.rows = rows
        widest = rows.map { displayWidth(of: $0.text) }.max() ?? 0
        let cells = rows.map(\.columns) + (heading.map { [$0] } ?? [])
        widths = (rows.first?.columns.indices ?? 0..<0).map { column in
            cells.map { displayWidth(of: $0[column]) }.max() ?? 0
        }
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
        let columns = widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) }
        let size = Size(
            width: min(max(40, widest + columns + 4), 120),
            height: min(rows.count, 20) + (heading == nil ? 4 : 5)
        )
        let inner: Rect
        (frame, inner) = OverlayFrame(title: title, hint: "enter takes\(look.separator)esc leaves")
            .render(size, in: area, into: &buffer, look: look)
        let (input, rest) = inner.split(top: 1)
        list = rest.split(top: 1).1
        if let heading {
            let line: Rect
            (line, list) = list.split(top: 1)
            draw(columns: heading, in: line, style: look.theme.subtle, into: &buffer, look: look)
        }
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
        let left = draw(
            columns: row.columns,
            in: line,
            style: look.theme.subtle,
            into: &buffer,
            look: look
        )
        buffer.write(
            truncated(row.text, to: max(0, left - line.x - 1), ellipsis: look.ellipsis),
            at: line.origin,
            style: look.theme.text,
            in: line
        )
    }

    /// Columns at the right edge, the last ones first where not all have room beside the text;
    /// returns where they begin.
    @discardableResult private func draw(
        columns: [String],
        in line: Rect,
        style: Style,
        into buffer: inout CellBuffer,
        look: Look
    ) -> Int {
        var left = line.maxX
        for (text, width) in zip(columns, widths).reversed() where width > 0 {
            // A note alone may take half of the line.
            let width = min(width, line.width / 2)
            guard left - width - 2 >= line.x + min(widest, 20, line.width / 2) else { break }
            left -= width
            let shown = truncated(text, to: width, ellipsis: look.ellipsis)
            let start = left + width - displayWidth(of: shown)
            buffer.write(shown, at: Point(x: start, y: line.y), style: style, in: line)
            left -= 2
        }
        return left + 1
    }
}
