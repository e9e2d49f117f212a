/// Where a rectangle is divided in two, as a share that survives resizing and can be dragged.
public struct SplitState: Hashable, Sendable {
    public var axis: Axis
    /// The first part's share, from 0 to 1.
    public private(set) var fraction: Double
    /// The least length of either part while there is room for both.
    public var minimum: Int

    public init(axis: Axis, fraction: Double, minimum: Int = 10) {
        self.axis = axis
        self.fraction = fraction.isFinite ? min(max(0, fraction), 1) : 0.5
        self.minimum = max(0, minimum)
    }

    /// The two parts; they tile the rectangle.
    public func split(_ rect: Rect) -> (Rect, Rect) {
        let first = firstLength(total: length(of: rect))
        return axis == .horizontal ? rect.split(left: first) : rect.split(top: first)
    }

    /// True when a point lies on the edge between the parts, where a drag may begin.
    public func isOnEdge(_ point: Point, of rect: Rect) -> Bool {
        guard rect.contains(point) else { return false }
        let offset = axis == .horizontal ? point.x - rect.x : point.y - rect.y
        let edge = firstLength(total: length(of: rect))
        return offset == edge || offset == edge - 1
    }

    /// Moves the edge to a point.
    public mutating func drag(to point: Point, in rect: Rect) {
        let total = length(of: rect)
        guard total > 0 else { return }
        let offset = axis == .horizontal ? point.x - rect.x : point.y - rect.y
        fraction = min(max(0, Double(clamped(offset, total: total)) / Double(total)), 1)
    }

    /// Moves the edge by cells.
    public mutating func move(by cells: Int, in rect: Rect) {
        let total = length(of: rect)
        guard total > 0 else { return }
        let wanted = firstLength(total: total) + cells
        fraction = min(max(0, Double(clamped(wanted, total: total)) / Double(total)), 1)
    }

    private func length(of rect: Rect) -> Int {
        axis == .horizontal ? rect.width : rect.height
    }

    private func firstLength(total: Int) -> Int {
        clamped(Int((fraction * Double(total)).rounded()), total: total)
    }

    private func clamped(_ first: Int, total: Int) -> Int {
        let least = min(minimum, total / 2)
        return min(max(least, first), total - least)
    }
}
