/// Shows at the edge of a view which part of its content is visible.
public struct Scrollbar: Hashable, Sendable {
    public var contentHeight: Int
    public var offset: Int
    public var ascii: Bool

    public init(contentHeight: Int, offset: Int, ascii: Bool = false) {
        self.contentHeight = contentHeight
        self.offset = offset
        self.ascii = ascii
    }

    /// The rows of a bar of that height which the thumb covers; none when all is visible.
    public func thumb(height: Int) -> Range<Int> {
        guard height > 0, contentHeight > height else { return 0..<0 }
        let length = max(1, height * height / contentHeight)
        let travel = height - length
        let hidden = contentHeight - height
        let start = (min(max(0, offset), hidden) * travel + hidden / 2) / hidden
        return start..<start + length
    }
}

extension Scrollbar: Widget {
    /// Draws the thumb over the last column of `rect`, such as a box's right edge.
    public func render(in rect: Rect, into buffer: inout CellBuffer, theme: Theme) {
        let column = rect.suffix(columns: 1)
        for row in thumb(height: rect.height) {
            buffer.fill(column.row(row), style: theme.subtle, character: ascii ? "#" : "┃")
        }
    }
}
