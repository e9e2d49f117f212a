/// Ways to divide a rectangle. Each answer lies within the rectangle; the two parts of a split
/// tile it exactly, whatever amount is asked for.
extension Rect {
    /// The row `index` from the top, one cell high; empty when there is no such row.
    public func row(_ index: Int) -> Rect {
        guard index >= 0, index < height else {
            return Rect(x: x, y: y + min(max(0, index), height), width: width, height: 0)
        }
        return Rect(x: x, y: y + index, width: width, height: 1)
    }

    /// The last row; empty when there is none.
    public var lastRow: Rect { row(height - 1) }

    /// At most `rows` rows at the top.
    public func prefix(rows: Int) -> Rect { split(top: rows).0 }
    /// At most `rows` rows at the bottom.
    public func suffix(rows: Int) -> Rect { split(bottom: rows).1 }
    /// At most `columns` columns at the left.
    public func prefix(columns: Int) -> Rect { split(left: columns).0 }
    /// At most `columns` columns at the right.
    public func suffix(columns: Int) -> Rect { split(right: columns).1 }

    /// The upper part, `top` rows high, and the rest.
    public func split(top: Int) -> (Rect, Rect) {
        let rows = min(max(0, top), height)
        return (
            Rect(x: x, y: y, width: width, height: rows),
            Rect(x: x, y: y + rows, width: width, height: height - rows)
        )
    }

    /// The rest, and the lower part, `bottom` rows high.
    public func split(bottom: Int) -> (Rect, Rect) {
        split(top: height - min(max(0, bottom), height))
    }

    /// The left part, `left` columns wide, and the rest.
    public func split(left: Int) -> (Rect, Rect) {
        let columns = min(max(0, left), width)
        return (
            Rect(x: x, y: y, width: columns, height: height),
            Rect(x: x + columns, y: y, width: width - columns, height: height)
        )
    }

    /// The rest, and the right part, `right` columns wide.
    public func split(right: Int) -> (Rect, Rect) {
        split(left: width - min(max(0, right), width))
    }

    /// A rectangle of at most that size in the middle of this one.
    public func centered(_ size: Size) -> Rect {
        let width = min(size.width, self.width)
        let height = min(size.height, self.height)
        return Rect(
            x: x + (self.width - width) / 2,
            y: y + (self.height - height) / 2,
            width: width,
            height: height
        )
    }
}
