public import CellUI

/// Finds the frames in what was drawn with Unicode, by their corners and sides.
extension CellBuffer {
    /// The frame whose upper left corner is there, if all of its sides are: from corner to corner
    /// along the columns; titles may stand in the rows.
    public func frame(at corner: Point) -> Rect? {
        guard Self.topLeft.contains(self[corner.x, corner.y].text) else { return nil }
        var bottom = corner.y + 1
        while bottom < size.height, Self.sides.contains(self[corner.x, bottom].text) { bottom += 1 }
        guard Self.bottomLeft.contains(self[corner.x, bottom].text) else { return nil }
        for x in (corner.x + 1)..<max(corner.x + 1, size.width)
        where Self.topRight.contains(self[x, corner.y].text)
            && Self.bottomRight.contains(self[x, bottom].text)
            && (corner.y + 1..<bottom).allSatisfy({ Self.sides.contains(self[x, $0].text) })
        {
            return Rect(
                x: corner.x,
                y: corner.y,
                width: x - corner.x + 1,
                height: bottom - corner.y + 1
            )
        }
        return nil
    }

    public func isTopLeft(_ place: Point) -> Bool {
        Self.topLeft.contains(self[place.x, place.y].text)
    }

    /// The first cell of an area, row by row, that something stands in although it lies in no frame
    /// with all its sides: where a frame is torn, or something is drawn beside one.
    public func tear(in area: Rect) -> Point? {
        let frames = frames(in: area)
        for y in area.minY..<area.maxY {
            for x in area.minX..<area.maxX where !self[x, y].isBlank {
                let place = Point(x: x, y: y)
                if !frames.contains(where: { $0.contains(place) }) { return place }
            }
        }
        return nil
    }

    /// The outermost frames of an area.
    public func frames(in area: Rect) -> [Rect] {
        var frames: [Rect] = []
        for y in area.minY..<area.maxY {
            for x in area.minX..<area.maxX where isTopLeft(Point(x: x, y: y)) {
                let place = Point(x: x, y: y)
                if frames.contains(where: { $0.contains(place) }) { continue }
                if let frame = frame(at: place), area.contains(frame) { frames.append(frame) }
            }
        }
        return frames
    }

    /// The smallest rectangle around all cells of an area that are others in another buffer.
    public func difference(from other: CellBuffer, in area: Rect) -> Rect? {
        var (left, right, top, bottom) = (Int.max, Int.min, Int.max, Int.min)
        for y in area.minY..<area.maxY {
            for x in area.minX..<area.maxX where self[x, y] != other[x, y] {
                (left, right) = (min(left, x), max(right, x))
                (top, bottom) = (min(top, y), max(bottom, y))
            }
        }
        guard left <= right else { return nil }
        return Rect(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    }

    private static let topLeft: Set<String> = ["╭", "┏"]
    private static let topRight: Set<String> = ["╮", "┓"]
    private static let bottomLeft: Set<String> = ["╰", "┗"]
    private static let bottomRight: Set<String> = ["╯", "┛"]
    /// The sides, and the scroll bar's thumb on one.
    private static let sides: Set<String> = ["│", "┃"]
}
