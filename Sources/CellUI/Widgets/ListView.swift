/// A list of lines of which one may be selected; the selection stays in view.
public struct ListView: Hashable, Sendable {
    /// A row: a line, and something at the right edge which is shown whole as long as the line
    /// keeps half of the width.
    public struct Item: Hashable, Sendable {
        public var line: StyledText
        public var trailing: StyledText
        /// False for headings and separators, which the selection skips.
        public var isSelectable: Bool

        public init(
            _ line: StyledText,
            trailing: StyledText = StyledText(),
            isSelectable: Bool = true
        ) {
            self.line = line
            self.trailing = trailing
            self.isSelectable = isSelectable
        }
    }

    public private(set) var items: [Item]
    /// The selected item's index; nil when nothing can be selected.
    public private(set) var selection: Int?
    /// Where the view began when the selection last left it; see `firstRow(height:)`.
    private var offset = 0

    public init(items: [Item] = [], selection: Int = 0) {
        self.items = items
        select(selection)
    }

    /// Replaces the items and keeps the selection at its index as far as possible.
    public mutating func setItems(_ items: [Item]) {
        self.items = items
        select(selection ?? 0)
    }

    /// Selects the item at an index, or the nearest that can be.
    public mutating func select(_ index: Int) {
        let selectable = items.indices.filter { items[$0].isSelectable }
        selection = selectable.min { abs($0 - index) < abs($1 - index) }
    }

    /// Moves the selection over that many selectable items, down when positive; it stops at the
    /// ends.
    public mutating func move(by steps: Int) {
        guard let selection else { return }
        let selectable = items.indices.filter { items[$0].isSelectable }
        guard let position = selectable.firstIndex(of: selection) else { return }
        let (sum, overflow) = position.addingReportingOverflow(steps)
        let target = overflow ? (steps < 0 ? 0 : selectable.count - 1) : sum
        self.selection = selectable[min(max(0, target), selectable.count - 1)]
    }

    /// Handles ↑ ↓ page-up page-down home end and j k g G; false for other keys.
    ///
    /// - Parameter height: the rows of the view, for the paging keys.
    public mutating func handle(_ key: Key, height: Int = 10) -> Bool {
        switch key {
        case .up, .character("k"): move(by: -1)
        case .down, .character("j"): move(by: 1)
        case .pageUp: move(by: -max(1, height - 1))
        case .pageDown: move(by: max(1, height - 1))
        case .home, .character("g"): move(by: -.max)
        case .end, .character("G"): move(by: .max)
        default: return false
        }
        offset = firstRow(height: height)
        return true
    }

    /// The first visible item in a view of that height.
    public func firstRow(height: Int) -> Int {
        let last = max(0, items.count - max(0, height))
        var first = min(max(0, offset), last)
        if let selection {
            first = min(first, selection)
            first = max(first, min(selection - max(1, height) + 1, last))
        }
        return first
    }

    /// The item at a row of the view, for the mouse.
    public func index(atRow row: Int, height: Int) -> Int? {
        let index = firstRow(height: height) + row
        return row >= 0 && row < height && items.indices.contains(index) ? index : nil
    }
}

extension ListView: Widget {
    public func render(in rect: Rect, into buffer: inout CellBuffer, theme: Theme) {
        render(in: rect, into: &buffer, theme: theme, isFocused: true)
    }

    public func render(
        in rect: Rect,
        into buffer: inout CellBuffer,
        theme: Theme,
        isFocused: Bool
    ) {
        buffer.fill(rect, style: theme.background)
        let first = firstRow(height: rect.height)
        for (row, index) in (first..<min(items.count, first + rect.height)).enumerated() {
            let area = rect.row(row)
            render(items[index], in: area, into: &buffer)
            if index == selection {
                let style = isFocused ? theme.selection : theme.selectionInactive
                buffer.setStyle(style, in: area)
            }
        }
    }

    private func render(_ item: Item, in area: Rect, into buffer: inout CellBuffer) {
        let policy = buffer.widthPolicy
        let wanted = item.trailing.isEmpty ? 0 : item.trailing.width(policy: policy) + 1
        let lineWidth = item.line.width(policy: policy)
        let least = min(lineWidth, area.width / 2)
        let trailingWidth = min(wanted, area.width - least)
        let (left, right) = area.split(right: trailingWidth)
        buffer.write(item.line.truncated(to: left.width, policy: policy), at: left.origin, in: left)
        let trailing = item.trailing.truncated(to: right.width - 1, policy: policy)
        let x = right.maxX - trailing.width(policy: policy)
        buffer.write(trailing, at: Point(x: x, y: right.y), in: right)
    }
}
