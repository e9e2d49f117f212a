/// Which part of something taller than its view is shown.
///
/// While it follows the end, new lines at the end come into view by themselves; scrolling up
/// stops that, and reaching the end again starts it anew.
public struct ScrollState: Hashable, Sendable {
    /// The first visible row. Read it through `offset(contentHeight:viewHeight:)`, which is right
    /// also after the content has changed.
    public private(set) var offset: Int
    public private(set) var followsEnd: Bool

    public init(followsEnd: Bool = false) {
        offset = 0
        self.followsEnd = followsEnd
    }

    /// The first visible row of content that is now `contentHeight` rows high.
    public func offset(contentHeight: Int, viewHeight: Int) -> Int {
        let last = Self.lastOffset(contentHeight, viewHeight)
        return followsEnd ? last : min(offset, last)
    }

    /// The visible rows of the content.
    public func visibleRows(contentHeight: Int, viewHeight: Int) -> Range<Int> {
        let first = offset(contentHeight: contentHeight, viewHeight: viewHeight)
        return first..<max(first, min(contentHeight, first + max(0, viewHeight)))
    }

    /// Moves by rows, down when positive.
    public mutating func scroll(by rows: Int, contentHeight: Int, viewHeight: Int) {
        let last = Self.lastOffset(contentHeight, viewHeight)
        let present = offset(contentHeight: contentHeight, viewHeight: viewHeight)
        let (sum, overflow) = present.addingReportingOverflow(rows)
        offset = overflow ? (rows < 0 ? 0 : last) : min(max(0, sum), last)
        followsEnd = rows < 0 ? (followsEnd && last == 0) : (followsEnd || offset == last)
    }

    /// Moves by views less one row, so that a line of the old view stays to be recognized.
    public mutating func scroll(pages: Int, contentHeight: Int, viewHeight: Int) {
        scroll(
            by: pages * max(1, viewHeight - 1),
            contentHeight: contentHeight,
            viewHeight: viewHeight
        )
    }

    public mutating func toTop() {
        offset = 0
        followsEnd = false
    }

    /// Goes to a row, and follows nothing, also where that is the end.
    public mutating func restore(offset: Int) {
        self.offset = max(0, offset)
        followsEnd = false
    }

    /// Goes to the end and stays there.
    public mutating func toEnd() {
        followsEnd = true
    }

    /// Moves as little as possible so that a row is visible.
    public mutating func reveal(row: Int, contentHeight: Int, viewHeight: Int) {
        let present = offset(contentHeight: contentHeight, viewHeight: viewHeight)
        if row < present {
            offset = max(0, row)
            followsEnd = false
        } else if row >= present + viewHeight {
            offset = min(row - max(1, viewHeight) + 1, Self.lastOffset(contentHeight, viewHeight))
            followsEnd = false
        }
    }

    /// Handles ↑ ↓ page-up page-down home end; false for other keys.
    public mutating func handle(_ key: Key, contentHeight: Int, viewHeight: Int) -> Bool {
        switch key {
        case .up: scroll(by: -1, contentHeight: contentHeight, viewHeight: viewHeight)
        case .down: scroll(by: 1, contentHeight: contentHeight, viewHeight: viewHeight)
        case .pageUp: scroll(pages: -1, contentHeight: contentHeight, viewHeight: viewHeight)
        case .pageDown: scroll(pages: 1, contentHeight: contentHeight, viewHeight: viewHeight)
        case .home: toTop()
        case .end: toEnd()
        default: return false
        }
        return true
    }

    private static func lastOffset(_ contentHeight: Int, _ viewHeight: Int) -> Int {
        max(0, contentHeight - max(0, viewHeight))
    }
}
