/// Which row of a list is selected, and which part of it is in view: the selected row always is.
///
/// The rows themselves are drawn by whoever has them.
///
/// ```swift
/// list.render(in: area, into: &buffer, selection: theme.selection) { row, line, buffer in
///     buffer.write(names[row], at: line.origin, in: line)
/// }
/// ```
public struct ListView: Hashable, Sendable {
    /// How many rows there are.
    public private(set) var count: Int
    /// The selected row; nil when there is none.
    public var selection: Int? { count > 0 ? selected : nil }
    private var selected: Int
    /// The first row in view when it was drawn last.
    private var first = 0
    /// Where it was drawn last, for paging and the mouse.
    private var area = Rect.zero

    public init(count: Int = 0, selection: Int = 0) {
        self.count = max(0, count)
        selected = min(max(0, selection), max(0, count - 1))
    }

    /// There are other rows; the selection keeps its place as far as possible.
    public mutating func setCount(_ count: Int) {
        self.count = max(0, count)
        select(selected)
    }

    /// Selects a row, or the nearest there is.
    public mutating func select(_ row: Int) {
        selected = min(max(0, row), max(0, count - 1))
    }

    /// Moves the selection by that many rows, down when positive; it stops at the ends.
    public mutating func move(by rows: Int) {
        let (sum, overflow) = selected.addingReportingOverflow(rows)
        select(overflow ? (rows < 0 ? 0 : count) : sum)
    }

    /// Moves the selection by views less one row, so that a row of the old view stays to be
    /// recognized.
    public mutating func move(pages: Int) { move(by: pages * max(1, area.height - 1)) }

    /// Handles ↑ ↓ page-up page-down home end; false for other keys.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: move(pages: -1)
        case .pageDown: move(pages: 1)
        case .home: select(0)
        case .end: select(count - 1)
        default: return false
        }
        return true
    }

    /// The row that was drawn at a point; nil when none was.
    public func row(at point: Point) -> Int? {
        let row = first + point.y - area.y
        return area.contains(point) && row < count ? row : nil
    }

    /// Draws the rows in view.
    ///
    /// - Parameters:
    ///   - selection: the style that is laid over the selected row; nil shows no selection.
    ///   - draw: draws a row, given its number, into its line.
    public mutating func render(
        in area: Rect,
        into buffer: inout CellBuffer,
        selection style: Style?,
        row draw: (Int, Rect, inout CellBuffer) -> Void
    ) {
        self.area = area
        first = min(first, selected)
        first = max(0, first, selected - max(1, area.height) + 1)
        first = min(first, max(0, count - max(0, area.height)))
        for row in first..<max(first, min(count, first + max(0, area.height))) {
            let line = area.row(row - first)
            draw(row, line, &buffer)
            if row == selected, let style {
                buffer.restyle(line) { $0.overlaid(by: style) }
            }
        }
    }
}
