import CellUI
import PodiumCore

/// A list of which one is chosen, narrowed by typing.
struct Chooser: Sendable {
    struct Row: Sendable {
        /// What taking it means; nil for one that is there to be seen and cannot be taken.
        var intent: Intent?
        var text: String
        /// At the right edge: a key, figures. All rows have as many.
        var columns: [String]
        /// More to search by.
        var keywords = ""
        /// What the last line says while it is selected.
        var detail = ""
    }

    let title: String
    /// What the columns tell; nil when that is plain.
    private let heading: [String]?
    private let rows: [Row]
    private let widths: [Int]
    private let widest: Int
    private let hasDetails: Bool
    /// The rows that fit the query, the best first.
    private var shown: [Row]
    private var query = TextEditor(mode: .singleLine)
    private var list: ListView
    private var frame = Rect.zero
    /// What is said where there are no rows at all.
    private let empty: String
    /// The row that what was typed stands for by itself, if it stands for one.
    private let typed: @Sendable (String) -> Row?

    /// - Parameter selected: the row that is selected to begin with.
    init(
        _ title: String,
        heading: [String]? = nil,
        rows: [Row],
        selected: Int? = nil,
        empty: String = "nothing fits",
        typed: @escaping @Sendable (String) -> Row? = { _ in nil }
    ) {
        self.title = title
        self.typed = typed
        self.empty = empty
        self.heading = heading
        self.rows = rows
        widest = rows.map { displayWidth(of: $0.text) }.max() ?? displayWidth(of: empty)
        hasDetails = rows.contains { !$0.detail.isEmpty }
        let cells = rows.map(\.columns) + (heading.map { [$0] } ?? [])
        widths = (rows.first?.columns.indices ?? 0..<0).map { column in
            cells.map { displayWidth(of: $0[column]) }.max() ?? 0
        }
        shown = rows
        list = ListView(count: rows.count, selection: selected ?? 0)
        query.placeholder = "type to narrow"
    }

    /// What taking the selected row means.
    var selected: Intent? { list.selection.flatMap { shown[$0].intent } }

    mutating func handle(_ key: Key) -> OverlayResult {
        switch key {
        case .escape, .ctrl("c"): return .closed
        case .enter: return selected.map(OverlayResult.taken) ?? .open
        case .ctrl("p"), .backTab: list.move(by: -1)
        case .ctrl("n"), .tab: list.move(by: 1)
        case .home where !query.isEmpty, .end where !query.isEmpty: _ = query.handle(key)
        default:
            if list.handle(key) { return .open }
            if query.handle(key) { narrow() }
        }
        return .open
    }

    mutating func paste(_ text: String) {
        query.paste(text)
        narrow()
    }

    mutating func press(at point: Point) -> OverlayResult {
        guard frame.contains(point) else { return .closed }
        guard let row = list.row(at: point) else { return .open }
        list.select(row)
        return selected.map(OverlayResult.taken) ?? .open
    }

    /// Takes the rows of a newer one. What was typed stays, and so does the row that is selected, found by
    /// its text.
    mutating func renew(with newer: Chooser) {
        let text = list.selection.map { shown[$0].text }
        let before = list
        let (query, frame) = (query, frame)
        self = newer
        (self.query, self.frame) = (query, frame)
        narrow()
        // Where it was drawn is known to it.
        list = before
        list.setCount(shown.count)
        if let row = shown.firstIndex(where: { $0.text == text }) { list.select(row) }
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
        if let row = typed(text) { shown.insert(row, at: 0) }
        list = ListView(count: shown.count)
    }

    mutating func render(in area: Rect, into buffer: inout CellBuffer, look: Look) -> Point? {
        let columns = widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) }
        let size = Size(
            width: min(max(40, displayWidth(of: title) + 6, widest + columns + 4), 120),
            height: max(1, min(rows.count, 20)) + (heading == nil ? 4 : 5) + (hasDetails ? 1 : 0)
        )
        let inner: Rect
        (frame, inner) = OverlayFrame(title: title, hint: "enter takes\(look.separator)esc leaves")
            .render(size, in: area, into: &buffer, look: look)
        let (input, rest) = inner.split(top: 1)
        var body = rest.split(top: 1).1
        if let heading {
            let line: Rect
            (line, body) = body.split(top: 1)
            draw(columns: heading, in: line, style: look.theme.subtle, into: &buffer, look: look)
        }
        if hasDetails, let selection = list.selection {
            let line: Rect
            (body, line) = body.split(bottom: 1)
            buffer.write(
                truncated(shown[selection].detail, to: line.width, ellipsis: look.ellipsis),
                at: line.origin,
                style: look.theme.subtle,
                in: line
            )
        }
        buffer.write(look.unicode ? "› " : "> ", at: input.origin, style: look.theme.keyHint)
        let field = input.split(left: 2).1
        query.render(in: field, into: &buffer, theme: look.theme)
        let position = list.selection.map { "\($0 + 1) of \(shown.count)" } ?? ""
        buffer.write(
            position,
            at: Point(x: max(input.x, input.maxX - position.count), y: input.y),
            style: look.theme.subtle,
            in: input
        )
        var list = list
        list.render(in: body, into: &buffer, selection: look.theme.selection) { row, line, buffer in
            draw(shown[row], in: line, into: &buffer, look: look)
        }
        self.list = list
        if shown.isEmpty {
            let text = rows.isEmpty ? empty : "nothing fits"
            buffer.write(text, at: body.origin, style: look.theme.subtle, in: body)
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
            style: row.intent == nil ? look.theme.subtle : look.theme.text,
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
